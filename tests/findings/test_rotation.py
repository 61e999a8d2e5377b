"""Who reviewed whom over the quarters, who might be next, and what of a quarter's reviews is still to come."""

from dataclasses import replace

import pytest

from arms_analytics.findings import rotation
from tests.store.readings import QUARTER, make_reading, store

FORCES = ("Cheshire", "Cumbria", "Merseyside")


def reviewed_by(reading, by):
    return replace(reading, reviews=tuple(replace(r, reviewing_force=by[r.force]) for r in reading.reviews))


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    first = reviewed_by(
        make_reading(QUARTER, FORCES), {"Cheshire": "Cumbria", "Cumbria": "Merseyside", "Merseyside": "Cheshire"}
    )
    then = reviewed_by(make_reading(QUARTER.plus(1), FORCES[:2]), {"Cheshire": "Merseyside", "Cumbria": None})
    return rotation.find(store(tmp_path_factory.mktemp("rotation"), first, then).cursor())


def test_one_row_a_quarter_and_pair(found):
    rows = [tuple(row) for row in found.itertuples(index=False)]
    assert (QUARTER.index, "Cheshire", "Cumbria", 4) in rows
    assert (QUARTER.index + 1, "Cumbria", None, 4) in rows
    assert len(rows) == 5


def test_history_leaves_out_what_is_not_stated_and_what_came_later(found):
    assert rotation.history(found, QUARTER.index + 2)[-1] == {"Cheshire": "Merseyside"}
    assert len(rotation.history(found, QUARTER.index + 1)) == 1


def test_the_next_rotation_repeats_no_pair_it_can_avoid(found):
    proposed = rotation.next_rotation(found, QUARTER.index + 1, FORCES)
    assert proposed == {"Cheshire": "Merseyside", "Cumbria": "Cheshire", "Merseyside": "Cumbria"}


def test_it_says_whether_severity_can_be_told(found):
    same = {"Cheshire": "Cumbria", "Cumbria": "Merseyside", "Merseyside": "Cheshire"}
    other = {reviewing: force for force, reviewing in same.items()}
    assert "3 groups" in rotation.severity_in_words(found, QUARTER.index + 1, FORCES, same)
    assert "can be told" in rotation.severity_in_words(found, QUARTER.index + 1, FORCES, other)


def test_it_sends_to_the_proposal_only_where_that_links_more(found):
    same = {"Cheshire": "Cumbria", "Cumbria": "Merseyside", "Merseyside": "Cheshire"}
    assert "Take the proposal, or" in rotation.severity_in_words(found, QUARTER.index + 1, FORCES, same)
    first = rotation.next_rotation(found, QUARTER.index, FORCES)
    said = rotation.severity_in_words(found, QUARTER.index, FORCES, first)
    assert "cannot be told yet. Pairs that change from quarter to quarter link them in time, or" in said


def test_what_is_due_counts_what_came_whoever_wrote_it(found):
    allocated = {("Cheshire", "Merseyside"): 4, ("Cumbria", "Cheshire"): 4, ("Merseyside", "Cumbria"): 4}
    lines = {line.force: line for line in rotation.due(found, QUARTER.index + 1, allocated)}
    assert (lines["Cheshire"].received, lines["Cheshire"].late) == (4, False)
    assert (lines["Cumbria"].received, lines["Cumbria"].by_others, lines["Cumbria"].late) == (0, 4, False)
    assert (lines["Merseyside"].received, lines["Merseyside"].late) == (0, True)
