"""What goes out as collated workbooks comes back the same: through our own reader, cell by cell."""

import datetime as dt
from dataclasses import replace

import pytest

from arms_analytics.demonstration import Demonstration, demonstration_workbooks
from arms_analytics.exports.collated_workbooks import collated_workbooks
from arms_analytics.exports.stamp import Stamp
from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE, Selection
from arms_analytics.workbook import read_workbook
from tests.store.readings import QUARTER, make_reading, store

STAMP = Stamp("", dt.datetime(2026, 11, 21, 14, 5), 17, "OFFICIAL-SENSITIVE", synthetic=False)


def known(reading):
    """Everything that is to survive, in an order of its own."""
    return sorted(
        (
            review.force, review.quarter, str(review.risk_level), review.reviewing_force, review.review_ref,
            review.officer_ref, review.team, review.ordinal, answer.question_id, str(answer.grade), answer.feedback,
        )
        for review in reading.reviews
        for answer in review.answers
    )  # fmt: skip


def exported_again(reading, folder, synthetic=False):
    snapshot = store(folder / "store", reading)
    cursor = snapshot.cursor(officers_of=snapshot.forces)
    for name, content in collated_workbooks(cursor, Selection(), network(), replace(STAMP, synthetic=synthetic)):
        (folder / name).write_bytes(content)
        yield read_workbook(folder / name)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demonstration")
    *_, (name, content) = demonstration_workbooks(Demonstration(network(), quarters=1))
    (folder / name).write_bytes(content)
    return read_workbook(folder / name)


def test_a_demonstration_quarter_comes_back_the_same(demonstration, tmp_path):
    (again,) = exported_again(demonstration, tmp_path, synthetic=True)
    assert known(again) == known(demonstration)
    assert again.synthetic
    assert [problem for problem in again.problems if problem.severity != "info"] == []


def test_exporting_what_was_exported_changes_nothing_more(demonstration, tmp_path):
    (once,) = exported_again(demonstration, tmp_path / "1", synthetic=True)
    (twice,) = exported_again(once, tmp_path / "2", synthetic=True)
    assert known(twice) == known(once)


def with_answer(**changes):
    """A reading of two forces in which the first review's first answer is changed."""
    reading = make_reading()
    first, *others = reading.reviews
    answer, *rest = first.answers
    review = replace(first, answers=(replace(answer, **changes), *rest))
    return replace(reading, reviews=(review, *others), sha256="x")


@pytest.mark.parametrize(
    "feedback",
    [
        "=1+1", "+ve start", "-", "@supervisor", "'quoted", "0012", "TRUE", "#N/A", "1/2", "line one\nline two\n\nfour",
        "  spaces kept  ", "tab\there", "bell \x07", "literal _x0041_", "emoji 🙂 and ﷺ", "<b>&amp;",
        "Good", "x" * 32_767,
    ],
)  # fmt: skip
def test_odd_feedback_comes_back_as_it_was(feedback, tmp_path):
    reading = with_answer(feedback=feedback)
    (again,) = exported_again(reading, tmp_path)
    assert known(again) == known(reading)


@pytest.mark.parametrize("grade", [*(grade.key for grade in network().grade_scale), NOT_APPLICABLE, None])
def test_every_grade_comes_back(grade, tmp_path):
    reading = with_answer(grade=grade)
    (again,) = exported_again(reading, tmp_path)
    assert known(again) == known(reading)


@pytest.mark.parametrize("missing", [{"risk_level": None}, {"review_ref": ""}, {"officer_ref": ""}])
def test_a_review_whose_head_lacks_something_comes_back_without_it(missing, tmp_path):
    reading = make_reading()
    bare = replace(reading.reviews[0], **missing)
    reading = replace(reading, reviews=(bare, *reading.reviews[1:]))
    (again,) = exported_again(reading, tmp_path)
    assert known(again) == known(reading)


def test_several_quarters_become_several_workbooks(tmp_path):
    reading = make_reading()
    later = make_reading(quarter=QUARTER.plus(1))
    both = replace(reading, reviews=(*reading.reviews, *later.reviews))
    first, second = exported_again(both, tmp_path)
    assert sorted(known(first) + known(second)) == known(both)
