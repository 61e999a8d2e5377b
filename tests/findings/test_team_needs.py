"""Teams are counted where workbooks name them, and never given a probability."""

from arms_analytics.findings.team_needs import explain, find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST
from tests.findings.stores import store_of


def test_only_named_teams_with_failures_of_the_last_year_are_listed():
    def review(team, quarter, grade):
        return {"force": "A", "team": team, "quarter": FIRST + quarter, "answers": {"Q01": grade, "Q02": "good"}}

    reviews = [
        review("North", 5, "inadequate"), review("North", 4, "good"), review("North", 4, None),
        review("North", 0, "inadequate"), review("", 5, "inadequate"), review("South", 5, "good"),
    ]  # fmt: skip
    found = find(store_of(reviews), Quarter.from_index(FIRST + 5))
    assert found[["team", "question_id", "reviews", "failures"]].values.tolist() == [["North", "Q01", 2, 1]]
    assert "probability" not in found
    assert explain(found.iloc[0], network()).endswith("1 of its last 2 reviews fell below good.")
