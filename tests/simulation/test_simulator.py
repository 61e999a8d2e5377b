"""The simulator plants what it says it plants, and gives the same region for the same seed."""

import hashlib

import numpy as np
import pytest

from arms_analytics.simulation.recipe import CLEAR
from arms_analytics.simulation.rotations import ROTATIONS, reviewing_forces
from arms_analytics.simulation.simulator import NOT_APPLICABLE, NOT_GRADED, simulate


def connected_pieces(region):
    """Slow and obvious: join each force, as reviewed, with whoever reviewed it; count the islands."""
    island = {("reviewed", f): f for f in range(region.forces)}
    island |= {("reviewing", f): region.forces + f for f in range(region.forces)}
    for force, reviewing in zip(region.force, region.reviewing_force, strict=True):
        old, new = island["reviewed", force], island["reviewing", reviewing]
        island = {key: new if value == old else value for key, value in island.items()}
    return len(set(island.values()))


def test_the_same_seed_gives_the_same_region_to_the_last_grade():
    first, second = simulate(4), simulate(4)
    assert np.array_equal(first.grade, second.grade)
    assert np.array_equal(first.officer, second.officer)
    assert not np.array_equal(first.grade[:100], simulate(5).grade[:100])


def test_a_known_seed_gives_a_known_region_on_every_platform():
    region = simulate(1, forces=4, questions=6, quarters=5)
    assert hashlib.sha256(region.grade.astype("<i1").tobytes()).hexdigest()[:16] == "18fd4bd9edc54eeb"


@pytest.mark.parametrize("base", [0.15, 0.3, 0.5, 0.7])
def test_the_base_failure_is_what_was_asked_for(base):
    region = simulate(2, quarters=20, base_failure=base, plant=False)
    graded = region.grade[region.grade >= 0]
    assert abs(region.truth.failure_rate.mean() - base) < 0.03
    assert abs((graded <= 1).mean() - base) < 0.04


def test_the_grades_follow_the_planted_rates():
    region = simulate(3, forces=12, questions=30, quarters=20, missing=0, slips=0)
    rate = region.truth.failure_rate[region.force, :, region.quarter]
    graded = region.grade >= 0
    for low, high in ((0.05, 0.15), (0.15, 0.3), (0.4, 0.5), (0.5, 0.7)):
        there = graded & (rate >= low) & (rate < high)
        assert there.sum() > 300
        assert abs((region.grade[there] <= 1).mean() - rate[there].mean()) < 0.06


def test_what_is_planted_is_there():
    region = simulate(6)
    rate, best = region.truth.failure_rate, region.truth.top_rate
    kinds = [plant.kind for plant in region.truth.plants]
    assert {kind: kinds.count(kind) for kind in ("long_failure", "recent_failure", "blip", "strong")} == {
        "long_failure": 4, "recent_failure": 4, "blip": 4, "strong": 5,
    }  # fmt: skip
    for plant in region.truth.plants:
        cell = (slice(None) if plant.force < 0 else plant.force, plant.question)
        if plant.kind in ("long_failure", "not_trained"):
            assert rate[cell].mean() > 0.4
        if plant.kind == "resolved_failure":
            assert rate[cell][: plant.ends].mean() > rate[cell][plant.ends :].mean() + 0.2
        if plant.kind == "recent_failure":
            assert rate[cell][plant.begins :].mean() > rate[cell][: plant.begins].mean() + 0.2
        if plant.kind == "strong":
            assert best[cell].mean() > 0.3
        if plant.kind == "bad_everywhere":
            assert 0.27 < rate[cell].mean() < 0.48
    for event in region.truth.events:
        cell = rate[event.force, event.question]
        moved = cell[: event.quarter + 1].mean() - cell[event.quarter + 2 :].mean()
        assert (moved > 0.15) == event.works


@pytest.mark.parametrize(("rotation", "pieces"), [("varied", 1), ("fixed", 6), ("triads", 2)])
def test_only_a_varied_rotation_compares_every_reviewing_force(rotation, pieces):
    assert connected_pieces(simulate(1, rotation=rotation)) == pieces


@pytest.mark.parametrize("rotation", ROTATIONS)
@pytest.mark.parametrize("forces", [2, 3, 5, 6, 43])
def test_no_force_reviews_itself(rotation, forces):
    pairing = reviewing_forces(rotation, forces, 9, np.random.default_rng(0))
    assert np.all(pairing != np.arange(forces))
    assert np.array_equal(np.sort(pairing, axis=1), np.tile(np.arange(forces), (9, 1)))


def test_a_clear_region_differs_from_a_hard_one_in_nothing_but_how_much_shows():
    hard, clear = simulate(6), simulate(6, recipe=CLEAR)
    assert np.array_equal(hard.officer, clear.officer) and np.array_equal(hard.reviewing_force, clear.reviewing_force)
    for kind in ("bad_everywhere", "long_failure"):
        (strong, *_), (weak, *_) = ([p for p in r.truth.plants if p.kind == kind] for r in (clear, hard))
        assert (strong.force, strong.question) == (weak.force, weak.question) and strong.shift <= weak.shift


def test_strict_reviewing_forces_find_more_failures():
    region = simulate(8, quarters=20, plant=False)
    failing = [(region.grade[region.reviewing_force == force] <= 1).mean() for force in range(6)]
    assert np.corrcoef(failing, region.truth.severity.mean(axis=1))[0, 1] > 0.8


def test_reviews_go_missing_and_boxes_are_blank_or_not_applicable():
    region = simulate(9)
    assert 0.9 < region.force.size / (6 * 13 * 4) < 0.99
    assert 0.02 < (region.grade == NOT_APPLICABLE).mean() < 0.04
    assert 0 < (region.grade == NOT_GRADED).mean() < 0.01


def test_impossible_regions_are_refused():
    for wrong in ({"forces": 1}, {"questions": 0}, {"rotation": "random"}):
        with pytest.raises(ValueError, match=r"region|rotation"):
            simulate(1, **wrong)
