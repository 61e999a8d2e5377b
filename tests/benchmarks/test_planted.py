"""The scorer counts what it says, against twins that count one by one."""

import math

import numpy as np
import pytest

from arms_analytics.simulation.simulator import simulate
from benchmarks.naive_rules import RULES, hand_rule
from benchmarks.planted import (
    Cells,
    average_precision,
    calibration,
    calibration_by_rank,
    flags,
    lasting,
    mean,
    pooled,
    standard_error,
    value,
    when_honest,
)

RNG = np.random.default_rng(0)


def random_cells(shape=(6, 25)):
    truth = RNG.random(shape)
    return Cells(truth > 0.8, truth < 0.6)


def precision_at_each_hit(score, cells, listed):
    ranked = sorted(
        ((score[at], cells.positive[at]) for at in np.ndindex(score.shape) if cells.scored[at]),
        key=lambda each: -each[0],
    )
    found, total = 0, 0.0
    for place, (stated, hit) in enumerate(ranked, 1):
        if stated >= listed and hit:
            found += 1
            total += found / place
    return total / sum(hit for _, hit in ranked)


@pytest.mark.parametrize("listed", [-1.0, 0.4])
def test_average_precision_is_the_mean_precision_at_each_positive(listed):
    cells = random_cells()
    score = RNG.random((6, 25)) + cells.positive * 0.2
    assert average_precision(score, cells, listed) == pytest.approx(precision_at_each_hit(score, cells, listed))


def test_a_perfect_ranking_scores_one_and_none_listed_nothing():
    cells = random_cells()
    assert average_precision(cells.positive.astype(float), cells) == 1
    assert average_precision(cells.positive * 0.1, cells, listed=0.2) == 0


def test_flags_are_counted_without_what_lies_between():
    positive, negative = np.array([True, True, False, False, False]), np.array([False, False, True, True, False])
    found = flags(np.array([True, False, True, False, True]), Cells(positive, negative))
    assert found == {"precision": (1, 2), "recall": (1, 2), "false alarms": (150, 5)}


def test_a_truth_in_between_is_neither():
    rate = np.array([[[0.5, 0.41, 0.40], [0.1, 0.5, 0.39], [0.5, 0.29, 0.2], [0.9, 0.29, 0.31]]])
    cells = lasting(rate)
    assert cells.positive.tolist() == [[True, False, False, False]]
    assert cells.negative.tolist() == [[False, False, True, False]]


def test_tenths_of_the_cells_hold_as_many_each_and_their_gaps_are_added_up():
    chance = np.repeat([0.0, 0.2], 50)
    said = calibration_by_rank(chance, np.arange(100) >= 90)
    assert [count for _, count in said] == [10] * 10
    assert value(said) == pytest.approx((4 * 10 * 0.2 + 10 * 0.8) / 100)


def test_the_calibration_error_is_the_mean_gap_by_tenths():
    said = RNG.random(5000)
    assert value(when_honest(said, seed=1)) < 0.03
    bold = calibration(np.full(100, 0.95), np.arange(100) < 60)
    assert value(bold) == pytest.approx(0.35)
    modest = calibration(np.full(100, 0.05), np.arange(100) < 5)
    assert mean([bold, modest]) == pytest.approx(0.175) and pooled([bold, modest]) == pytest.approx(0.175)
    timid = calibration(np.full(100, 0.95), np.arange(100) < 130)
    assert mean([bold, timid]) == pytest.approx(0.2) and pooled([bold, timid]) == pytest.approx(0.15)


def test_scores_are_the_mean_of_regions_and_shares_are_also_said_of_all_together():
    assert mean([(1, 2), (0, 8)]) == pytest.approx(0.25) and pooled([(1, 2), (0, 8)]) == pytest.approx(0.1)
    assert mean([0.5, math.nan, 1.0]) == 0.75 and pooled([0.5]) is None
    assert standard_error([0.5, math.nan, 1.0]) == pytest.approx(0.25) and math.isnan(standard_error([0.5]))
    assert mean([(1, 2), (0, 0)]) == 0.5
    assert math.isnan(mean([math.nan])) and math.isnan(mean([(0, 0)]))


def test_the_hand_rule_counts_as_the_finding_does():
    region = simulate(5)
    _, met = hand_rule(region)
    for force, question in np.ndindex(met.shape):
        fell = dict.fromkeys(range(4), 0)
        for place in range(region.force.size):
            age = region.quarters - 1 - region.quarter[place]
            if region.force[place] == force and age < 4:
                fell[age] += int(region.grade[place, question] in (0, 1))
        assert met[force, question] == (fell[0] + fell[1] >= 5 or sum(fell.values()) >= 7)


@pytest.mark.parametrize("rule", RULES.values())
def test_every_rule_ranks_what_it_flags_above_the_rest(rule):
    rank, flagged = rule(simulate(5))
    assert rank.shape == flagged.shape == (6, 25) and 0 < flagged.sum() < 150
    assert rank[flagged].mean() > rank[~flagged].mean()
