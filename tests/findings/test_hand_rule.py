"""The hand rule as a person would apply it with the reviews laid out, and since when it was met throughout."""

import pandas as pd

from arms_analytics.findings.hand_rule import judge
from arms_analytics.findings.repeat_failures import find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, reviews_of, rule_met
from tests.findings.stores import store_of

NOW = Quarter.from_index(FIRST + 12)


def test_by_the_rule_alone_since_when_goes_back_as_long_as_it_was_met(store, region):
    reviews = reviews_of(region)
    for row in find(store, network(), NOW).itertuples():
        since = NOW.index + 1
        while rule_met(reviews, row.reviewed_force, row.question_id, since - 1):
            since -= 1
        assert (row.since == since) if since <= NOW.index else pd.isna(row.since)


def test_a_run_ends_where_nobody_reviewed_the_force_for_a_year():
    reviews = failing_in(FIRST, FIRST + 1, FIRST + 2, FIRST + 8, FIRST + 9)
    now = Quarter.from_index(FIRST + 9)
    (row,) = find(store_of(reviews), network(), now).itertuples()
    assert row.rule_met
    assert row.since == FIRST + 8


def test_a_quarter_without_reviews_within_the_window_ends_no_run():
    reviews = [
        {"force": "Cheshire", "reviewing_force": "Cumbria", "quarter": quarter, "answers": {"Q01": "inadequate"}}
        for quarter in (FIRST, FIRST + 1, FIRST + 3)
        for _ in range(4)
    ]
    (row,) = find(store_of(reviews), network(), Quarter.from_index(FIRST + 3)).itertuples()
    assert row.since == FIRST + 1


def test_the_rule_is_met_no_earlier_than_the_second_quarter_with_reviews():
    store = store_of(failing_in(FIRST, FIRST + 2))
    (row,) = find(store, network(), Quarter.from_index(FIRST + 2)).itertuples()
    assert row.rule_met
    assert row.since == FIRST + 2


def failing_in(*quarters):
    """Cheshire's five plans of each of these quarters, all of which fail Q01."""
    return [
        {"force": "Cheshire", "reviewing_force": "Cumbria", "quarter": quarter, "answers": {"Q01": "inadequate"}}
        for quarter in quarters
        for _ in range(5)
    ]


def test_since_when_counts_grades_as_clarified_and_current_reviews_alone():
    reviews = failing_in(FIRST, FIRST + 1, FIRST + 2, FIRST + 3)
    now = Quarter.from_index(FIRST + 3)
    clarified = [[review, "Q01", "good"] for review in range(8)]
    replaced = [{**review, "replaced_by": 1} if place < 8 else review for place, review in enumerate(reviews)]
    for store, since in (
        (store_of(reviews), FIRST + 1),
        (store_of(reviews, clarified=clarified), FIRST + 2),
        (store_of(replaced), FIRST + 2),
    ):
        (row,) = find(store, network(), now).itertuples()
        assert row.since == since


def test_where_no_cell_reaches_a_limit_the_past_is_not_asked_for():
    cells = pd.DataFrame({"reviewed_force": ["Cheshire"], "question_id": ["Q01"], "limit_reached": [False]})
    met, before, since = judge(None, cells, FIRST, [(2, 5), (4, 7)])
    assert not met.any() and not before.any()
    assert since.isna().all()
