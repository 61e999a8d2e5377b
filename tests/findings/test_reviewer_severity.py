"""How strict reviewing forces are: said where it can be told, and otherwise why not and what would help."""

import numpy as np
import pytest

from arms_analytics.findings.fit import work_out
from arms_analytics.findings.reviewer_severity import explain, find
from arms_analytics.network import network
from arms_analytics.simulation.simulator import simulate
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, FORCES, reviews_of, store_with
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)


def test_raw_counts_are_those_of_a_pencil(store, region, fit):
    for row in find(store, NOW, fit).itertuples():
        theirs = [review for review in reviews_of(region) if review["reviewing_force"] == row.reviewing_force]
        ranks = [GRADES.index(g) for review in theirs for g in review["answers"].values() if g in GRADES]
        assert (row.reviews, row.boxes, row.boxes_failing) == (len(theirs), len(ranks), sum(r < 2 for r in ranks))


def test_the_order_and_the_sides_are_the_planted_ones(store, region, fit):
    found = find(store, NOW, fit)
    planted = dict(zip(FORCES, region.truth.severity.mean(axis=1), strict=True))
    truth = found["reviewing_force"].map(planted)
    assert np.corrcoef(found["estimate"], truth)[0, 1] > 0.85
    clear = found["stands"] != "about average"
    assert clear.any() and (np.sign(found["estimate"]) == np.sign(truth))[clear].all()
    assert (found["probability"] >= 0.5).all() and found["estimate"].is_monotonic_decreasing


def test_in_words_it_says_what_it_would_do_to_plans(store, fit):
    row = find(store, NOW, fit).iloc[0].copy()
    row[["reviewing_force", "stands", "estimate", "low", "high", "probability", "reviews"]] = (
        "Cumbria", "clearly stricter", 0.8, 0.5, 1.1, 0.97, 51,
    )  # fmt: skip
    row["would_fail"] = 1 / (1 + np.exp(-(np.log(0.25) + 0.8)))
    said = explain(row, network())
    assert "Cumbria is clearly stricter than the average reviewing force, over 51 reviews" in said
    assert "where that finds 20 plans in 100 below good, it would find 36" in said
    assert "a 97 in 100 chance that it is stricter at all" in said


def test_the_share_that_it_would_fail_has_the_odds_of_an_average_force_times_its_severity(store, fit):
    for row in find(store, NOW, fit).itertuples():
        shares = (row.would_fail, row.would_fail_low, row.would_fail_high)
        odds = [share / (1 - share) for share in shares]
        assert odds == pytest.approx([0.25 * np.exp(severity) for severity in (row.estimate, row.low, row.high)])


@pytest.mark.parametrize("rotation", ["fixed", "triads"])
def test_where_forces_were_never_compared_nothing_is_told_and_the_remedy_is(rotation):
    store = store_with(simulate(1, quarters=6, rotation=rotation))
    found = find(store, NOW, work_out(store, FIRST + 5))
    assert found["estimate"].isna().all()
    assert "never compared with one another" in found["why_not"].iloc[0]
    assert "graded twice" in explain(found.iloc[0], network())


def test_too_few_quarters_say_nothing():
    store = store_with(simulate(1, quarters=3))
    found = find(store, Quarter.from_index(FIRST + 2), work_out(store, FIRST + 2))
    assert found["estimate"].isna().all() and "Too few quarters" in found["why_not"].iloc[0]


def test_differences_within_chance_are_not_told():
    region = simulate(1, quarters=4, questions=3)
    store = store_with(region)
    found = find(store, Quarter.from_index(FIRST + 3), work_out(store, FIRST + 3))
    assert found["estimate"].isna().all() and "within chance" in found["why_not"].iloc[0]


def test_without_reviewing_forces_there_are_no_rows():
    store = store_of([{"force": "A", "quarter": FIRST, "answers": {"Q01": "good"}}])
    assert find(store, Quarter.from_index(FIRST), work_out(store, FIRST)).empty


def test_one_reviewing_force_is_compared_with_nobody():
    reviews = [
        {"force": force, "quarter": FIRST + q, "reviewing_force": "C", "answers": {"Q01": "good"}}
        for force in "AB" for q in range(6)
    ]  # fmt: skip
    found = find(store_of(reviews), Quarter.from_index(FIRST + 5), work_out(store_of(reviews), FIRST + 5))
    assert found["estimate"].isna().all() and "only C has reviewed so far" in found["why_not"].iloc[0]
