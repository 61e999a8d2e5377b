"""A run of quarters: each force, question and quarter with its grades, counted as by hand."""

from collections import Counter

import pytest

from arms_analytics.findings.runs import find
from tests.store.readings import QUARTER, make_reading, store

GRADES = ["inadequate", "good", None, "not_applicable"]


@pytest.fixture(scope="module")
def cursor(tmp_path_factory):
    readings = [make_reading(QUARTER.plus(step), grade=grade) for step, grade in enumerate(GRADES)]
    return store(tmp_path_factory.mktemp("runs"), *readings).cursor()


def test_each_quarter_is_counted_as_by_hand(cursor):
    rows = cursor.execute("SELECT reviewed_force, question_id, quarter_index, grade::VARCHAR FROM answers").fetchall()
    for line in find(cursor, QUARTER.plus(3)).itertuples():
        key = (line.reviewed_force, line.question_id, line.quarter_index)
        by_hand = Counter(row[3] for row in rows if row[:3] == key)
        assert (line.ungraded, line.not_applicable) == (by_hand.pop(None, 0), by_hand.pop("not_applicable", 0))
        assert dict(line.of_grade) == dict(by_hand)
        assert line.graded == by_hand.total()
        assert line.failures == by_hand["inadequate"]


def test_only_so_many_quarters_up_to_the_one_asked_for(cursor):
    found = find(cursor, QUARTER.plus(2), quarters=2, force="Cheshire")
    assert set(found["quarter_index"]) == {QUARTER.index + 1, QUARTER.index + 2}
    assert set(found["reviewed_force"]) == {"Cheshire"}
