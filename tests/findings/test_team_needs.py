"""Teams are counted where workbooks name them, and never given a probability."""

from arms_analytics.findings.team_needs import explain, find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST
from tests.findings.stores import store_of


def test_named_teams_are_counted_over_the_last_year():
    def review(team, quarter, grade):
        return {"force": "A", "team": team, "quarter": FIRST + quarter, "answers": {"Q01": grade, "Q02": "good"}}

    reviews = [
        review("North", 5, "inadequate"), review("North", 4, "good"), review("North", 4, None),
        review("North", 0, "inadequate"), review("", 5, "inadequate"), review("South", 5, "good"),
    ]  # fmt: skip
    found = find(store_of(reviews), Quarter.from_index(FIRST + 5))
    columns = ["team", "question_id", "reviews", "failures", "ungraded"]
    assert found[columns].values.tolist() == [
        ["North", "Q01", 2, 1, 1], ["North", "Q02", 3, 0, 0], ["South", "Q01", 1, 0, 0], ["South", "Q02", 1, 0, 0],
    ]  # fmt: skip
    assert found["of_grade"].iloc[0] == {"inadequate": 1, "good": 1} and "probability" not in found
    assert explain(found.iloc[0], network()).endswith("1 of the last 2 reviews fell below good.")


def test_a_question_that_was_graded_in_no_plan_of_a_team_is_said_to_be():
    review = {"force": "A", "team": "North", "quarter": FIRST, "answers": {"Q01": "not_applicable", "Q02": "good"}}
    found = find(store_of([review]), Quarter.from_index(FIRST))
    assert [explain(row, network()).split(": ")[1] for _, row in found.iterrows()] == [
        "no review of the last four quarters was graded.", "0 of 1 review fell below good.",
    ]  # fmt: skip
