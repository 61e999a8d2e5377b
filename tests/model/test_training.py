"""The effect of a training event: its sign, its honest range, and which plans stand on which side."""

import numpy as np
import pytest

from arms_analytics.model.rating import rate
from arms_analytics.model.training import training_effect
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of


@pytest.fixture(scope="module")
def regions():
    return [(region, rate(design_of(region))) for region in (simulate(seed, quarters=16) for seed in range(80, 86))]


def effects(regions, works):
    for region, rating in regions:
        for event in region.truth.events:
            if event.works == works:
                yield region, event, training_effect(rating, [event.force], [event.question], event.quarter)


def test_events_that_work_lower_the_failures_and_the_others_are_seldom_praised(regions):
    worked = [effect.change for _, _, effect in effects(regions, works=True)]
    nothing = [effect for _, _, effect in effects(regions, works=False)]
    assert np.mean(worked) < -0.15
    assert abs(np.mean([effect.change for effect in nothing])) < 0.12
    assert np.mean([effect.high < 0 for effect in nothing]) < 0.3


def test_the_range_covers_the_planted_change(regions):
    inside = []
    for region, event, effect in [*effects(regions, works=True), *effects(regions, works=False)]:
        rate_of = region.truth.failure_rate[event.force, event.question]
        planted = rate_of[event.quarter + 2 :].mean() - rate_of[: event.quarter + 1].mean()
        inside.append(effect.low <= planted <= effect.high)
    assert np.mean(inside) > 0.75


def test_plans_are_sided_by_the_quarter_in_which_they_were_completed(regions):
    region, rating = regions[0]
    graded = rating.design.grade[:, 4] >= 0
    effect = training_effect(rating, [2], [4], 9)
    here = (region.force == 2) & graded
    assert effect.before == (here & (region.quarter <= 9)).sum()
    assert effect.after == (here & (region.quarter >= 11)).sum()


def test_several_cells_are_averaged(regions):
    _, rating = regions[0]
    single = [training_effect(rating, [force], [3], 8) for force in (0, 1)]
    both = training_effect(rating, [0, 1], [3], 8)
    assert both.change == pytest.approx(np.mean([effect.change for effect in single]))
    assert both.before == sum(effect.before for effect in single)
    assert both.low <= both.change <= both.high
    assert both.high - both.low < max(effect.high - effect.low for effect in single)


def test_without_plans_after_it_nothing_is_known(regions):
    _, rating = regions[0]
    effect = training_effect(rating, [0], [3], 15)
    assert effect.after == 0 and effect.low < -0.2 and effect.high > 0.2
