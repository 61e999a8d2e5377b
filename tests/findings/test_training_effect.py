"""What a training event did, said with its range, or that it is too early."""

import datetime as dt

import pytest

from arms_analytics.findings.fit import work_out
from arms_analytics.findings.training_effect import TrainingEffect, explain, find
from arms_analytics.model.training import Effect
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, FORCES, reviews_of
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)


def day_in(quarter):
    return Quarter.from_index(FIRST + quarter).starts + dt.timedelta(days=20)


def test_plans_are_sided_by_completion_and_counted_as_by_hand(store, region, fit):
    found = find(store, network(), NOW, fit, day_in(5), ["Q03", "Q04"], ["Cheshire", "Cumbria"])
    assert found.quarter.index == FIRST + 5
    for side, there in (("before", lambda q: q - 1 < FIRST + 5), ("after", lambda q: q - 1 > FIRST + 5)):
        ranks = [
            [GRADES.index(grade) for q in ("Q03", "Q04") if (grade := review["answers"][q]) in GRADES]
            for review in reviews_of(region)
            if review["force"] in ("Cheshire", "Cumbria") and there(review["quarter"])
        ]
        ranks = [each for each in ranks if each]
        assert getattr(found, f"reviews_{side}") == len(ranks)
        assert getattr(found, f"boxes_{side}") == sum(map(len, ranks))
        assert getattr(found, f"failures_{side}") == sum(rank < 2 for each in ranks for rank in each)
    assert found.effect.before == found.reviews_before or found.effect.before >= found.reviews_before


def test_planted_events_that_worked_are_seen_to_have_helped(store, region, fit):
    worked = [event for event in region.truth.events if event.works and event.quarter <= 8]
    assert worked
    for event in worked:
        found = find(
            store, network(), NOW, fit, day_in(event.quarter), [f"Q{event.question + 1:02d}"], [FORCES[event.force]]
        )
        assert found.state == "known" and found.effect.change < 0 and found.effect.helped > 0.6
        assert "fewer plans in 100 fail now" in explain(found, network())


@pytest.mark.parametrize(
    ("quarter", "state", "words"),
    [(0, "no plans before", "Too few reviews"), (11, "too early", "Too early to say"), (10, "early", "Early signs")],
)
def test_too_little_on_either_side_is_said_to_be(store, fit, quarter, state, words):
    before = 4 if quarter else 0
    found = find(store, network(), NOW, fit, day_in(quarter if before else -1), ["Q03"], ["Merseyside"])
    assert found.state == state and words in explain(found, network())


def test_no_force_means_all_and_no_fit_means_counts_alone(store):
    found = find(store, network(), NOW, None, day_in(5), ["Q03"])
    one = find(store, network(), NOW, None, day_in(5), ["Q03"], ["Cheshire"])
    assert found.reviews_before > 5 * one.reviews_before
    assert found.effect is None and "being worked out" in explain(found, network())


def test_a_force_that_joined_after_the_event_is_on_neither_side():
    """It has nothing to compare with: its plans would pass for an effect."""
    reviews = [
        {"force": force, "quarter": FIRST + q, "reviewing_force": "Cheshire", "answers": {"Q01": grade}}
        for force, first, grade in (("Cumbria", 0, "good"), ("Merseyside", 6, "inadequate"))
        for q in range(first, 10)
        for _ in range(4)
    ]
    store, now = store_of(reviews), Quarter.from_index(FIRST + 9)
    found = find(store, network(), now, work_out(store, now.index), day_in(4), ["Q01"])
    assert (found.reviews_before, found.reviews_after, found.failures_after) == (20, 16, 0)
    assert (found.effect.before, found.effect.after) == (20, 16) and abs(found.effect.change) < 0.05


def test_the_points_of_a_change_are_those_between_the_shares_it_names():
    """Rounded each for itself they would contradict one another: three fewer, from 49% to 47%."""
    effect = Effect(-0.026, -0.28, 0.23, 0.58, share_before=0.492, share_after=0.466, before=27, after=19)
    found = TrainingEffect("early", NOW, 27, 27, 16, 19, 19, 9, effect)
    assert explain(found, network()).endswith(
        "Early signs: allowing for who reviewed them and whose plans they were, about 2 fewer plans in 100 fail now "
        "(from 49% to 47%; likely range of the change −28 to +23), with a 58 in 100 chance that fewer do."
    )
