"""A force's run of quarters, with a range that knows how few plans there were."""

import numpy as np
import pytest

from arms_analytics.findings.force_trends import explain, find
from arms_analytics.network import network
from arms_analytics.simulation.simulator import simulate
from arms_analytics.vocabulary import Quarter, RiskLevel, Selection
from tests.findings.regions import FIRST, FORCES, reviews_of, store_with
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)


def test_each_quarter_is_counted_as_by_hand(store, region, fit):
    found = find(store, NOW, fit)
    assert len(found) == 7 * 13
    for row in found.itertuples():
        ranks = [
            [GRADES.index(grade) for grade in review["answers"].values() if grade in GRADES]
            for review in reviews_of(region)
            if row.reviewed_force in (None, review["force"]) and review["quarter"] == row.quarter_index
        ]
        boxes = [rank for each in ranks for rank in each]
        assert (row.reviews, row.boxes, row.failures) == (len(ranks), len(boxes), sum(rank < 2 for rank in boxes))
        assert row.good == pytest.approx(1 - row.failures / row.boxes)
        assert 0 <= row.low < row.good < row.high <= 1


def test_the_range_is_wider_than_if_boxes_were_independent_and_that_of_four_plans_on_one_question():
    reviews = [
        {
            "force": "A",
            "quarter": FIRST,
            "answers": {f"Q{n:02d}": "good" if plan < 3 else "inadequate" for n in range(1, 26)},
        }
        for plan in range(4)
    ]
    row = find(store_of(reviews), Quarter.from_index(FIRST)).iloc[0]
    independent = 1.645 * np.sqrt(0.75 * 0.25 / 100)
    assert (row["high"] - row["low"]) / 2 > 1.5 * independent
    one = find(store_of(reviews), Quarter.from_index(FIRST), selection=Selection(question_id="Q01")).iloc[0]
    worth, z = 4, 1.645
    middle = (0.75 + z**2 / 8) / (1 + z**2 / worth)
    reach = z * np.sqrt(0.75 * 0.25 / worth + z**2 / 64) / (1 + z**2 / worth)
    assert (one["low"], one["high"]) == pytest.approx((middle - reach, middle + reach))


def test_the_range_covers_the_rate_of_plans_of_that_kind():
    inside = []
    for seed in range(3):
        region = simulate(seed, plant=False, quarters=16)
        found = find(store_with(region), Quarter.from_index(FIRST + 15))
        truth = region.truth.failure_rate.mean(axis=1)
        for row in found[found["reviewed_force"].notna()].itertuples():
            reviewed_by = region.reviewing_force[
                (region.force == FORCES.index(row.reviewed_force)) & (region.quarter == row.quarter_index - FIRST)
            ]
            severity = region.truth.severity[reviewed_by[0], row.quarter_index - FIRST]
            rate = truth[FORCES.index(row.reviewed_force), row.quarter_index - FIRST]
            as_graded = 1 / (1 + np.exp(-(np.log(rate / (1 - rate)) + severity)))
            inside.append(row.low <= 1 - as_graded <= row.high)
    assert 0.82 < np.mean(inside) <= 1


def test_the_selection_narrows_and_the_region_comes_first(store, region):
    found = find(store, NOW, selection=Selection(risk_levels=(RiskLevel.HIGH,)))
    assert found["reviewed_force"].iloc[0] is None and (found["reviews"][:13] <= 6).all()
    assert explain(found.iloc[0], network()).startswith("Whole region, Q1 2025/26")
