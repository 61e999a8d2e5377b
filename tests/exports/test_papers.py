"""Minutes, force report and topic sheet, opened as Word documents."""

import io

import pytest
from docx import Document

from arms_analytics.exports.force_report import force_report
from arms_analytics.exports.minutes import minutes
from arms_analytics.exports.topic_sheet import topic_sheet
from arms_analytics.vocabulary import SYNTHETIC_MARK
from tests.exports.meetings import FINE, POOR, asked, meeting, written_records


def read(content):
    """The document's words in order of kind, and its tables as lists of rows."""
    document = Document(io.BytesIO(content))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    return words, [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


@pytest.fixture(scope="module")
def minuted():
    return read(minutes(meeting(records=written_records())))


def test_minutes_leave_room_for_what_only_the_meeting_knows(minuted):
    words, tables = minuted
    assert [row[0] for row in tables[0]] == ["Meeting", "Held on", "In the chair", "Present", "Apologies"]
    assert "Any other business" in words and "Next meeting" in words


def test_minutes_say_which_grades_were_clarified_by_whom_and_why(minuted):
    (row,) = [row for table in minuted[1] for row in table if "Clarified" in row]
    assert row[:7] == [
        "Cheshire", "Cheshire-7", "Q01 Q01 short", "Clarified", "INAD", "GOOD", "A page had not been sent",
    ]  # fmt: skip
    assert row[7].startswith("chair, ")


def test_minutes_keep_this_meeting_s_actions_apart_from_those_carried_over(minuted):
    words, tables = minuted
    agreed, carried = tables[-2:]
    assert agreed[1][0] == "Run a half-day on recording"
    assert carried[1][0] == "=Dip sample ten plans"
    assert words.index("Agreed at this meeting") < words.index("Carried over")


def test_minutes_of_a_quarter_without_statements_say_so():
    words, _ = read(minutes(meeting(found=[])))
    for sentence in ("No grade was clarified or disputed.", "No action was agreed.", "No question is flagged"):
        assert sentence in words


@pytest.fixture(scope="module")
def reported():
    return read(force_report(asked(), meeting(records=written_records()), "Cheshire"))


def test_a_force_report_says_what_keeps_failing_and_what_improved(reported):
    words, _ = reported
    assert "Cheshire, Q01: 6 of the last 8 reviews fell below good (repeat_failure)." in words
    assert "No change is large enough to be told from chance." in words


def test_a_force_report_sets_its_quarters_beside_the_other_forces(reported):
    trend = next(table for table in reported[1] if table[0][0] == "Quarter")
    assert trend[-1] == ["Q2 2026/27 (Jul–Sep 2026)", "4 of 8 boxes (50%)", "6 of 6 boxes (100%)"]
    assert len(trend) == 3


def test_a_force_report_is_stamped_with_its_force(reported):
    assert "Cheshire, Q2 2026/27 (Jul–Sep 2026). Made on 21 November 2026" in reported[0]
    assert SYNTHETIC_MARK in reported[0]


def test_a_force_report_leaves_other_forces_actions_out():
    _, tables = read(force_report(asked(), meeting(records=written_records()), "Cumbria"))
    actions = next(table for table in tables if table[0][0] == "Action")
    assert [row[0] for row in actions[1:]] == ["Run a half-day on recording"]


def test_an_unknown_force_has_no_report():
    with pytest.raises(KeyError):
        force_report(asked(), meeting(), "Atlantis")


@pytest.fixture(scope="module")
def sheet():
    return read(topic_sheet(asked(), meeting(records=written_records()), "Q01"))


def test_a_topic_sheet_ranks_the_forces_that_need_it(sheet):
    need = next(table for table in sheet[1] if table[0][0] == "Force")
    assert [row[:2] for row in need[1:]] == [["Cheshire", "8 of 8"], ["Cumbria", "0 of 6"]]


def test_a_topic_sheet_quotes_what_failed_and_what_good_looks_like_and_whom_to_ask(sheet):
    words, tables = sheet
    failed, good = (table for table in tables if table[0][0] == "Grade")
    assert [row[1] for row in failed[1:]] == [f"“{POOR}”"]  # the same words are quoted once
    assert [row[1] for row in good[1:]] == [f"“{FINE}”"]
    assert "OM07" not in words


def test_a_topic_sheet_says_what_training_was_given_and_what_came_of_it(sheet):
    assert "Recording results, 14 August 2026, Cheshire: " in sheet[0]


def test_a_question_that_was_never_asked_has_no_sheet():
    with pytest.raises(KeyError, match="Q99"):
        topic_sheet(asked(), meeting(), "Q99")
