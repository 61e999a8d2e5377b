"""The demonstration workbooks through the reader, as everybody's first load meets them."""

import pytest

from arms_analytics.demonstration import Demonstration, write_workbooks
from arms_analytics.network import DATA, network
from arms_analytics.vocabulary import Severity
from arms_analytics.workbook import read_workbook


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    return [read_workbook(path) for path in write_workbooks(Demonstration(network()), tmp_path_factory.mktemp("demo"))]


def test_they_read_without_a_warning(readings):
    problems = [problem for reading in readings for problem in reading.problems]
    assert [problem for problem in problems if problem.severity is not Severity.INFO] == []
    assert {problem.code for problem in problems} == {"blank_grade", "review_count"}


def test_each_says_that_it_is_synthetic_and_holds_one_quarter(readings):
    assert all(reading.synthetic for reading in readings)
    assert [len(reading.quarters) for reading in readings] == [1] * 13


def test_every_wording_is_known_and_no_feedback_looks_like_personal_data(readings):
    assert {question.how for reading in readings for question in reading.questions} == {"same"}
    assert not any(
        "[" in answer.feedback for reading in readings for review in reading.reviews for answer in review.answers
    )


def test_plans_have_officers_teams_and_a_reviewing_force_that_is_another(readings):
    reviews = [review for reading in readings for review in reading.reviews]
    assert all(review.officer_ref and review.team and review.review_ref for review in reviews)
    assert all(review.reviewing_force not in {None, review.force} for review in reviews)
    assert len({review.officer_ref for review in reviews if review.force == "Cheshire"}) >= 4


def test_the_example_to_open_is_the_last_quarter_of_it(readings):
    (example,) = (DATA / "example").glob("*.xlsx")
    assert read_workbook(example).reviews == readings[-1].reviews
