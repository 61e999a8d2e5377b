"""Everybody is reviewed once, reviews once and never reviews itself; pairs change so that strictness can be told."""

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arms_analytics.model.rotation import pieces, propose

SIX = ("Cheshire", "Greater Manchester", "North Wales", "Lancashire", "Merseyside", "Cumbria")


def played(forces, quarters, history=()):
    history = list(history)
    for _ in range(quarters):
        history.append(propose(forces, history))
    return history


@given(st.integers(2, 12), st.integers(1, 12))
def test_each_force_is_reviewed_once_reviews_once_and_never_itself(count, quarters):
    forces = [f"Force {number}" for number in range(count)]
    for rotation in played(forces, quarters):
        assert sorted(rotation) == sorted(rotation.values()) == sorted(forces)
        assert all(force != reviewing for force, reviewing in rotation.items())


def test_pairs_are_spread_evenly():
    pairs = Counter(pair for rotation in played(SIX, 10) for pair in rotation.items())
    assert len(pairs) == 30
    assert set(pairs.values()) == {2}


def test_a_pair_of_the_last_quarter_is_not_repeated():
    history = played(SIX, 12)
    for before, after in itertools.pairwise(history):
        assert not before.items() & after.items()


def test_one_rotation_alone_leaves_severity_untold_and_a_few_join_it():
    assert pieces(SIX, played(SIX, 1)) == 6
    assert pieces(SIX, played(SIX, 3)) == 1


def test_threes_that_only_review_one_another_are_joined_by_the_next_proposal():
    one_way = {"Cheshire": SIX[1], SIX[1]: SIX[2], SIX[2]: SIX[0], SIX[3]: SIX[4], SIX[4]: SIX[5], SIX[5]: SIX[3]}
    the_other = {reviewing: force for force, reviewing in one_way.items()}
    triads = [one_way, the_other]
    assert pieces(SIX, triads) > 1
    assert pieces(SIX, [*triads, propose(SIX, triads)]) == 1


def test_a_force_that_left_or_joined_does_not_disturb_the_proposal():
    history = [{"Elsewhere": "Cheshire", "Cheshire": "Elsewhere"}]
    assert set(propose(SIX, history)) == set(SIX)


def test_a_single_force_cannot_rotate():
    with pytest.raises(ValueError, match="two forces"):
        propose(["Cheshire"], [])
