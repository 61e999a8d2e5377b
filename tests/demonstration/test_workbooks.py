"""The demonstration's workbooks: one seed, the same bytes; marked as synthetic, with the gaps that real ones have."""

import io

import openpyxl
import pytest

from arms_analytics.demonstration import Demonstration, demonstration_workbooks, write_workbooks
from arms_analytics.network import network
from arms_analytics.vocabulary import SYNTHETIC_MARK

NETWORK = network()


@pytest.fixture(scope="module")
def workbooks():
    return dict(demonstration_workbooks(Demonstration(NETWORK)))


@pytest.fixture(scope="module")
def opened(workbooks):
    return [openpyxl.load_workbook(io.BytesIO(content)) for content in workbooks.values()]


def test_thirteen_quarters_of_which_the_last_is_fixed(workbooks):
    names = list(workbooks)
    assert len(names) == 13
    assert "2023-24-Q2" in names[0] and "2026-27-Q2" in names[-1]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(workbooks):
    name, content = next(demonstration_workbooks(Demonstration(NETWORK)))
    assert workbooks[name] == content
    assert next(demonstration_workbooks(Demonstration(NETWORK, seed=1)))[1] != content


def test_a_tab_for_each_force_but_one_that_never_came(opened):
    tabs = [workbook.sheetnames for workbook in opened]
    assert tabs.count([*NETWORK.member_names, "Key"]) == 12
    assert min(map(len, tabs)) == 6


def test_every_tab_says_that_it_is_synthetic(opened):
    for sheet in opened[-1]:
        assert SYNTHETIC_MARK in {cell.value for row in sheet.iter_rows() for cell in row}


def test_some_reviews_are_missing_some_boxes_empty_some_do_not_apply(opened):
    sheets = [sheet for workbook in opened for sheet in workbook if sheet.title != "Key"]
    reviews = [(sheet, column) for sheet in sheets for column in range(3, sheet.max_column + 1, 2)]
    assert 270 < len(reviews) < 13 * 24
    boxes = [
        sheet.cell(row, column).value for sheet, column in reviews for row in range(11, 43) if sheet.cell(row, 1).value
    ]
    assert 0 < boxes.count(None) < 100
    assert boxes.count("Not applicable") > 50


def test_all_known_forces_may_take_part():
    _, content = next(demonstration_workbooks(Demonstration(NETWORK, quarters=1, size=43)))
    assert len(openpyxl.load_workbook(io.BytesIO(content), read_only=True).sheetnames) == 44


def test_another_number_of_forces_is_refused_with_the_choices():
    with pytest.raises(ValueError, match="6 or 43"):
        next(demonstration_workbooks(Demonstration(NETWORK, size=7)))


def test_a_folder_that_holds_anything_else_is_left_alone(tmp_path):
    (tmp_path / "Real collated workbook.xlsx").write_bytes(b"")
    with pytest.raises(ValueError, match="Real collated workbook"):
        list(write_workbooks(Demonstration(NETWORK, quarters=1), tmp_path))
    assert len(list(tmp_path.iterdir())) == 1


def test_writing_again_changes_nothing(tmp_path):
    first = {path: path.read_bytes() for path in write_workbooks(Demonstration(NETWORK, quarters=1), tmp_path)}
    assert {path: path.read_bytes() for path in write_workbooks(Demonstration(NETWORK, quarters=1), tmp_path)} == first
