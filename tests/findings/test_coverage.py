"""What has arrived, what has not, and what came late."""

import datetime as dt
from dataclasses import replace

import pytest

from arms_analytics.findings.coverage import LATE_AFTER, find, tabs
from arms_analytics.store.draft import Entry
from arms_analytics.store.newest import newest_snapshot
from arms_analytics.store.publish import publish
from tests.store.readings import QUARTER, make_reading, store

FORCES = ("Cheshire", "Cumbria", "Lancashire")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def tabs_of(snapshot, quarter=QUARTER):
    return {tab.force: tab for tab in tabs(find(snapshot.cursor()), quarter.index, FORCES)}


def loaded_on(folder, *days):
    """Move the loads so far to these days, in their order."""

    def move(draft):
        for load_id, day in enumerate(days, 1):
            draft.connection.execute("UPDATE load SET loaded_at = ? WHERE load_id = ?", [day, load_id])
        return Entry("test", "moved loads in time")

    publish(folder, move)
    return newest_snapshot(folder)


def test_a_force_without_a_tab_is_there_with_nothing(folder):
    found = tabs_of(store(folder, make_reading(forces=["Cheshire"])))
    assert found["Cheshire"].reviews == 4
    assert (found["Cumbria"].reviews, found["Cumbria"].arrived) == (0, None)


def test_reviews_are_counted_by_risk_level(folder):
    found = tabs_of(store(folder, make_reading(forces=["Cheshire"])))
    assert found["Cheshire"].by_level == {"low": 1, "medium": 1, "high": 1, "very_high": 1}


def test_a_force_outside_the_list_is_shown_after_it(folder):
    assert list(tabs_of(store(folder, make_reading(forces=["Essex", "Cheshire"])))) == [*FORCES, "Essex"]


def test_boxes_left_blank_and_failures_without_a_word_are_counted(folder):
    blank, silent = make_reading(forces=["Cheshire"], grade=None), make_reading(forces=["Cumbria"], grade="inadequate")
    wordless = [replace(r, answers=tuple(replace(a, feedback="") for a in r.answers)) for r in silent.reviews]
    found = tabs_of(store(folder, blank, replace(silent, reviews=tuple(wordless))))
    assert (found["Cheshire"].ungraded, found["Cumbria"].ungraded) == (12, 0)
    assert (found["Cheshire"].without_feedback, found["Cumbria"].without_feedback) == (0, 12)


def test_a_tab_is_late_against_the_first_of_its_quarter_and_a_correction_does_not_make_it_late(folder):
    first = dt.datetime(2025, 7, 20, 9, 0)
    store(folder, make_reading(forces=["Cheshire"]))
    store(folder, make_reading(forces=["Cumbria"]))
    store(folder, make_reading(forces=["Lancashire"]))
    store(folder, make_reading(forces=["Cheshire"], feedback="corrected"))
    days = [first, first + LATE_AFTER, first + LATE_AFTER + dt.timedelta(hours=1), first + dt.timedelta(days=90)]
    found = tabs_of(loaded_on(folder, *days))
    assert {force: tab.late for force, tab in found.items()} == {
        "Cheshire": False,
        "Cumbria": False,
        "Lancashire": True,
    }
    assert found["Cheshire"].arrived == first


def test_a_quarter_without_anything_has_all_tabs_missing(folder):
    found = tabs_of(store(folder, make_reading()), QUARTER.plus(1))
    assert [tab.reviews for tab in found.values()] == [0, 0, 0]
