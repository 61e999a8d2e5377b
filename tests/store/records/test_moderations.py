"""A clarified grade stands with who, when and why; the original comes back when it is withdrawn."""

import itertools

import pytest

from arms_analytics.store.records import StaleEditError
from arms_analytics.store.records.moderations import AnswerKey
from tests.store.readings import QUARTER, make_reading, store

KEY = AnswerKey("Cumbria", QUARTER.index, "Cu/high", "Q02")


def test_a_clarified_grade_stands_with_who_when_and_why(records):
    said = records.moderations.clarify(KEY, "inadequate", "good", "the plan had it on page 3", who="Chair")
    assert (said.kind, said.original_grade, said.grade, said.who) == ("clarified", "inadequate", "good", "Chair")
    assert records.moderations.latest() == [said]
    assert [grade.grade for grade in records.moderations.clarified_grades()] == ["good"]


def test_the_latest_statement_holds_and_all_are_kept(records):
    first = records.moderations.clarify(KEY, "inadequate", "good", "page 3", who="Chair")
    second = records.moderations.clarify(KEY, "inadequate", "requires_improvement", "half", who="Chair", seen=first)
    assert records.moderations.latest() == [second]
    assert records.moderations.history(KEY) == [first, second]


def test_a_dispute_changes_no_grade(records):
    records.moderations.dispute(KEY, "inadequate", "we disagree", who="Cumbria lead")
    assert records.moderations.clarified_grades() == []
    other = AnswerKey("Cumbria", QUARTER.index, "Cu/low", "Q02")
    clarified = records.moderations.clarify(other, "inadequate", "good", "page 3", who="Chair")
    records.moderations.dispute(other, "inadequate", "again", who="Cumbria lead", seen=clarified)
    assert [grade.review_key for grade in records.moderations.clarified_grades()] == ["Cu/low"]


def test_a_withdrawn_clarification_gives_the_original_back(records):
    said = records.moderations.clarify(KEY, "inadequate", "good", "page 3", who="Chair")
    records.moderations.withdraw(said, "wrong plan", who="Chair")
    assert records.moderations.clarified_grades() == []
    assert records.moderations.latest()[0].kind == "withdrawn"


def test_who_did_not_see_the_latest_statement_is_told(records):
    records.moderations.clarify(KEY, "inadequate", "good", "page 3", who="Chair")
    with pytest.raises(StaleEditError, match="Chair said meanwhile"):
        records.moderations.clarify(KEY, "inadequate", "outstanding", "page 4", who="Coordinator")
    assert len(records.moderations.history(KEY)) == 1


def test_findings_are_worked_out_again_where_another_grade_stands_and_only_there(records):
    book, said, versions = records.moderations, None, [records.version]
    for agreed in ("disputed", "good", "disputed", "good", "withdrawn", "disputed", "withdrawn"):
        if agreed == "disputed":
            said = book.dispute(KEY, "inadequate", "seen differently", "Chair", said)
        elif agreed == "withdrawn":
            said = book.withdraw(said, "wrong plan", "Chair")
        else:
            said = book.clarify(KEY, "inadequate", agreed, "page 3", "Chair", said)
        versions.append(records.version)
    assert [after - before for before, after in itertools.pairwise(versions)] == [0, 1, 0, 0, 1, 0, 0]
    assert len(records.audit_log()) == 7


def test_a_clarification_survives_the_workbook_being_loaded_again(records, tmp_path):
    store(tmp_path / "reviews", make_reading(grade="inadequate"))
    records.moderations.clarify(KEY, "inadequate", "good", "page 3", who="Chair")
    snapshot = store(tmp_path / "reviews", make_reading(grade="inadequate", feedback="corrected spelling"))
    cursor = snapshot.cursor(clarified=records.moderations.clarified_grades())
    query = "SELECT review_key, question_id, grade, original_grade FROM answers WHERE is_clarified"
    assert cursor.execute(query).fetchall() == [("Cu/high", "Q02", "good", "inadequate")]


def test_statements_are_found_by_force_and_quarter(records):
    records.moderations.clarify(KEY, "inadequate", "good", "page 3", who="Chair")
    assert len(records.moderations.latest("Cumbria", QUARTER.index)) == 1
    assert records.moderations.latest("Cheshire") == []
    assert records.moderations.latest("Cumbria", QUARTER.index + 1) == []
