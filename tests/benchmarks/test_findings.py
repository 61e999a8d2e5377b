"""What the findings benchmark runs on, and what it scores of a region."""

import numpy as np

from arms_analytics.simulation.simulator import simulate
from benchmarks.findings import APART, BARS, DEVELOPMENT, HARDER, NEVER, REPORTED, USUAL
from benchmarks.naive_rules import two_shares
from benchmarks.region_scores import scored


def test_no_seed_is_in_both_sets_or_in_two_kinds_of_region():
    drawn = [
        first + place * APART + region
        for first in (DEVELOPMENT, REPORTED)
        for place, setting in enumerate((USUAL, *HARDER))
        for region in range(setting.regions)
    ]
    assert len(set(drawn)) == len(drawn)


def test_every_bar_has_its_score_and_only_a_disconnected_rotation_the_score_of_silence():
    scores = scored(DEVELOPMENT - 1, USUAL.region)
    assert set(BARS) <= set(scores) and not set(NEVER) & set(scores)
    fixed = scored(DEVELOPMENT - 1, {"rotation": "fixed"})
    assert set(NEVER) <= set(fixed) and not [name for name in fixed if name == "severity: correlation"]
    for setting in HARDER:
        assert any(name.startswith(setting.shown) for name in scores), setting.name


def test_two_shares_are_compared_as_two_proportions_are():
    region = simulate(DEVELOPMENT - 2, quarters=8)
    for force, said in enumerate(two_shares(region)):
        late = (region.force == force) & (region.quarter >= 6)
        early = (region.force == force) & (region.quarter < 6)
        boxes, before = (region.grade[side][region.grade[side] >= 0] < 2 for side in (late, early))
        share = np.concatenate([boxes, before]).mean()
        se = np.sqrt(share * (1 - share) * (1 / boxes.size + 1 / before.size))
        assert said == (abs(boxes.mean() - before.mean()) > 1.645 * se)
