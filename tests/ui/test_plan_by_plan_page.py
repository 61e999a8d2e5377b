"""Plan by plan: the region first, then its forces; a cell opens what failed on the plans that it counts."""

import pytest

from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import graded, said, table

FORCES = ("Cheshire", "Cumbria")
LAST_FAILS = ["good", "good", "good", "inadequate"]


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """A year in which one of Cheshire's four plans fails two of three questions and all else is good."""
    folder = tmp_path_factory.mktemp("plans") / "store"
    readings = []
    for step in range(4):
        reading = make_reading(QUARTER.plus(step))
        for question in ("Q01", "Q02"):
            reading = graded(reading, "Cheshire", question, LAST_FAILS)
        readings.append(reading)
    store(folder, *readings)
    return folder


def texts(app):
    shown = table(app)
    return {row["key"]: [cell[1] for cell in line] for row, line in zip(shown["rows"], shown["cells"], strict=True)}


def test_the_region_comes_first_then_its_forces(run, region):
    shown = texts(run("plan_by_plan", database=region))
    assert [*shown] == ["all", *FORCES]
    assert shown["Cheshire"][:4] == ["12", "4", "0", "0"]
    assert shown["Cheshire"][4].endswith("▲")
    assert shown["Cumbria"] == ["16", "0", "0", "0", "–"]


def test_it_says_what_a_lead_reads_out(run, region):
    words = said(run("plan_by_plan", database=region, force="Cheshire"))
    assert "16 plans in the last four quarters, 8 of 48 boxes below good; 12 had nothing below good" in words
    assert "so plans differ beyond chance." in words
    assert [*texts(run("plan_by_plan", database=region, force="Cheshire"))] == ["all", "Cheshire"]


def test_a_cell_opens_what_failed_on_its_plans_and_nothing_else(run, region):
    words = said(run("plan_by_plan", database=region, cell="Cheshire~few"))
    assert "Ch/very_high" in words and "Ch/high" not in words
    assert "read the plans with most failures one by one" in words
    assert "Ch/very_high" not in said(run("plan_by_plan", database=region, cell="Cheshire~many"))
    assert "Ch/very_high" in said(run("plan_by_plan", database=region, cell="all~apart"))
    assert "Ch/very_high" not in said(run("plan_by_plan", database=region, cell="Cumbria~apart"))


def test_garbage_in_the_address_is_as_if_it_were_not_there(run, region):
    words = said(run("plan_by_plan", database=region, cell="Q99~<b>", force="<b>"))
    assert "Choose a cell" in words and "<b>" not in words
