"""Since an action was agreed: the reviews counted as by hand, none that nobody knew of then."""

from types import SimpleNamespace

import pytest

from arms_analytics.findings.action_outcomes import explain, find
from arms_analytics.network import network
from tests.store.readings import QUARTER, make_reading, store

QUARTERS = [QUARTER.plus(step) for step in range(6)]


@pytest.fixture(scope="module")
def cursor(tmp_path_factory):
    """Failing in the first three of six quarters, good after."""
    grades = ["inadequate"] * 3 + ["good"] * 2 + ["not_applicable"]
    readings = [make_reading(quarter, grade=grade) for quarter, grade in zip(QUARTERS, grades, strict=True)]
    return store(tmp_path_factory.mktemp("outcomes"), *readings).cursor()


def twin(rows, force, question, quarter, last):
    """Counted by hand: (graded, failures) before and since."""
    sides = {"before": [0, 0], "since": [0, 0]}
    for row_force, row_question, row_quarter, failure in rows:
        if failure is None or row_quarter > last or row_quarter <= quarter - 4:
            continue
        if (force is None or row_force == force) and (question is None or row_question == question):
            side = sides["before" if row_quarter <= quarter else "since"]
            side[0] += 1
            side[1] += failure
    return (*sides["before"], *sides["since"])


def test_counts_as_by_hand(cursor):
    rows = cursor.execute("SELECT reviewed_force, question_id, quarter_index, failure FROM answers").fetchall()
    last = QUARTERS[-1]
    agreed = [
        (1, "Cheshire", "Q01", QUARTERS[2].index),
        (2, None, "Q02", QUARTERS[3].index),
        (3, "Cumbria", None, QUARTERS[0].index),
        (4, "Nowhere", None, QUARTERS[0].index),
        (5, "Cheshire", "Q01", QUARTERS[5].index),
    ]
    found = {row.id: row for row in find(cursor, agreed, last).itertuples()}
    for number, force, question, quarter in agreed:
        row = found[number]
        counted = (row.graded_before, row.failures_before, row.graded_since, row.failures_since)
        assert counted == twin(rows, force, question, quarter, last.index)


def test_what_was_not_known_yet_is_not_counted(cursor):
    [row] = find(cursor, [(1, "Cheshire", "Q01", QUARTERS[2].index)], QUARTERS[3]).itertuples()
    assert (row.graded_since, row.failures_since) == (4, 0)


def test_no_actions_give_no_rows(cursor):
    assert find(cursor, [], QUARTERS[0]).empty


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ((0, 0), "7 of 16 below good in the year up to the meeting; nothing reviewed since."),
        ((3, 1), "7 of 16 below good in the year up to the meeting, 1 of 3 since. Too few reviews to say."),
        ((8, 1), "7 of 16 below good in the year up to the meeting, 1 of 8 since."),
    ],
)
def test_the_sentence_says_no_more_than_the_counts(since, said):
    row = SimpleNamespace(graded_before=16, failures_before=7, graded_since=since[0], failures_since=since[1])
    assert explain(row, network()) == said
