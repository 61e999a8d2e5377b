"""Load workbooks: dropped, looked at, asked about, stored, taken back; nothing is stored unseen."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

from arms_analytics.network import network
from arms_analytics.store import newest_number, newest_snapshot
from arms_analytics.store.records import open_records
from arms_analytics.ui.preview import in_words
from arms_analytics.vocabulary import OpenQuestion, Problem, RiskLevel, Severity
from tests.store.readings import make_reading
from tests.ui.conftest import button, said

COLOURS = {"Good": "00B050", "Inadequate": "FF0000"}


def painted(path, quarter="Q1 2025/26", force="Cheshire", grade="Good", feedback="Clear and dated."):
    """A collated workbook of one force: questions down, grade and feedback of four reviews across."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = force
    sheet["A1"] = f"ARMS peer review {quarter}: {force}"
    sheet["A2"] = "Reviewed by: Merseyside"
    for place, level in enumerate(RiskLevel):
        column = 2 + 2 * place
        sheet.cell(4, column, f"{level.label} risk, plan CH/{place + 1}")
        sheet.merge_cells(start_row=4, end_row=4, start_column=column, end_column=column + 1)
        sheet.cell(5, column, "Grade")
        sheet.cell(5, column + 1, "Feedback")
        for row, question in enumerate(network().question_set.questions[:8], 6):
            sheet.cell(row, 1, f"{row - 5}. {question.wording}")
            box = sheet.cell(row, column, grade)
            box.fill = PatternFill("solid", fgColor=COLOURS[grade])
            sheet.cell(row, column + 1, feedback)
    sheet.cell(5, 1, "Question")
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return path


def dropped(app, *paths):
    app.file_uploader[0].set_value([(path.name, path.read_bytes(), "") for path in paths])
    return app.run()


@pytest.fixture
def books(tmp_path):
    return tmp_path / "books"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


def test_before_anything_was_loaded_the_page_takes_files(run, folder):
    app = run("load_workbooks", database=folder)
    assert not app.info
    assert app.file_uploader


def test_what_was_understood_is_shown_and_nothing_stored(run, books, folder):
    app = dropped(run("load_workbooks", database=folder), painted(books / "ARMS QA.xlsx"))
    words = said(app)
    assert "It can be stored: Q1 2025/26 (Apr–Jun 2025), 4 reviews of 1 force, 32 boxes graded." in words
    assert "Merseyside" in words
    assert "<small>B6</small><br>Clear and dated." in words
    assert newest_number(folder) is None


def test_stored_then_taken_back(run, books, folder):
    app = dropped(run("load_workbooks", database=folder), painted(books / "ARMS QA.xlsx"))
    button(app, "Load 1 workbook").click().run()
    assert "Stored: ARMS QA.xlsx." in [message.value for message in app.success]
    assert newest_snapshot(folder).cursor().execute("SELECT count(*) FROM reviews").fetchone() == (4,)
    assert "ARMS QA.xlsx (4 reviews)" in said(app)

    next(box for box in app.checkbox if box.label == "Yes, take it back").check().run()
    button(app, "Take back").click().run()
    assert newest_snapshot(folder).cursor().execute("SELECT count(*) FROM reviews").fetchone() == (0,)
    log = [entry.what for entry in open_records(folder).audit_log()]
    assert {"load", "undo"} <= set(log)


def test_what_the_reader_asks_is_answered_once_and_remembered(run, books, folder):
    first = painted(books / "first.xlsx", quarter="Q1 2025")
    app = dropped(run("load_workbooks", database=folder), first)
    assert "cannot be stored before 1 question is answered" in said(app)
    assert button(app, "Nothing here can be loaded").disabled
    asked = next(box for box in app.selectbox if box.key and box.key.startswith("answer_"))
    asked.select_index(1)
    button(app, "Use these answers").click().run()
    assert "It can be stored" in said(app)
    assert len(open_records(folder).reader_answers.find()) == 1

    again = dropped(run("load_workbooks", database=folder), painted(books / "second.xlsx", quarter="Q2 2025"))
    assert "It can be stored" in said(again)


def unclear(path):
    """A workbook with one box whose colour is no grade's and in which no word stands."""
    book = openpyxl.load_workbook(painted(path))
    book.active["B6"].value = None
    book.active["B6"].fill = PatternFill("solid", fgColor="C9A0DC")
    book.save(path)
    return path


def test_two_workbooks_may_ask_the_same(run, books, folder):
    path = unclear(books / "ARMS QA.xlsx")
    app = dropped(run("load_workbooks", database=folder), path, path)
    assert not app.exception
    asked = [box for box in app.selectbox if box.label.startswith("Which grade does")]
    assert len(asked) == 2
    assert not any("_" in choice for choice in asked[0].options), "choices are words"


def test_an_answer_chosen_but_not_yet_used_is_used_before_anything_is_stored(run, books, folder):
    app = dropped(run("load_workbooks", database=folder), unclear(books / "ARMS QA.xlsx"))
    next(box for box in app.selectbox if box.label.startswith("Which grade does")).set_value("good")
    button(app, "Load 1 workbook").click().run()
    assert newest_number(folder) is None
    assert "Your answers were used first" in app.success[0].value
    assert "32 boxes graded" in said(app)
    button(app, "Load 1 workbook").click().run()
    assert newest_number(folder) is not None


def test_what_still_asks_stays_when_it_is_stored_and_can_be_answered_then(run, books, folder):
    sure, asking = painted(books / "Sure.xlsx", quarter="Q2 2025/26"), unclear(books / "ARMS QA.xlsx")
    app = dropped(run("load_workbooks", database=folder), sure, asking)
    button(app, "Load 2 workbooks").click().run()
    assert "Still here for what is asked below: ARMS QA.xlsx." in app.success[0].value
    assert [header.value for header in app.header if header.value.endswith("xlsx")] == ["ARMS QA.xlsx"]
    assert "It is stored, without what it asks below." in said(app)
    assert button(app, "Nothing more to load").disabled
    kept = Path(app.session_state["dropped"].name).rglob("*.xlsx")
    assert [path.name for path in kept] == ["ARMS QA.xlsx"], "what is stored and asks nothing is gone from here"
    assert graded_boxes(folder) == 63

    next(box for box in app.selectbox if box.label.startswith("Which grade does")).set_value("good")
    button(app, "Use these answers").click().run()
    assert "It can be stored: Q1 2025/26" in said(app)
    button(app, "Load 1 workbook").click().run()
    assert graded_boxes(folder) == 64
    assert not [header for header in app.header if header.value.endswith("xlsx")]


def graded_boxes(folder):
    query = "SELECT count(grade) FROM answers"
    return newest_snapshot(folder).cursor().execute(query).fetchone()[0]


def test_what_could_not_be_stored_stays_until_it_is_dropped_again_or_cleared(run, books, folder):
    asking = painted(books / "No quarter.xlsx", quarter="Q1 2025")
    app = dropped(run("load_workbooks", database=folder), painted(books / "Sure.xlsx", quarter="Q2 2025/26"), asking)
    button(app, "Load 1 workbook").click().run()
    assert "cannot be stored before 1 question is answered below" in said(app)
    app = dropped(app, painted(books / "No quarter.xlsx"))
    assert "cannot be stored" not in said(app), "the corrected workbook has taken its place"
    button(app, "Clear all").click().run()
    assert not [header for header in app.header if header.value.endswith("xlsx")]


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence_and_the_rest_can_be_stored(run, books, folder):
    letter = books / "letter.xlsx"
    books.mkdir()
    letter.write_text("Dear colleague")
    app = dropped(run("load_workbooks", database=folder), letter, painted(books / "good.xlsx"))
    assert "It cannot be stored. The file is no workbook but plain text; ask for" in said(app)
    assert said(app).count("plain text") == 1, "no table repeats the only reason"
    assert "1 of 2 cannot be stored as they stand; each says why." in said(app)
    assert not button(app, "Load 1 workbook").disabled


def test_text_of_a_workbook_stays_text(run, books, folder):
    path = painted(books / "x.xlsx", feedback="<img src=x onerror=alert(1)>")
    assert "<img" not in said(dropped(run("load_workbooks", database=folder), path))


def test_a_workbook_that_would_draw_and_fetch_is_shown_as_text_before_it_is_stored(run, folder, books):
    hostile = "![p](pwned.example) :red[x]"
    name = "![p](pwned.example) **bold**.xlsx"
    book = openpyxl.load_workbook(painted(books / "plain.xlsx"))
    book.active.title = "No such force"
    book.active["A1"] = hostile
    book.save(books / name)
    app = dropped(run("load_workbooks", database=folder), books / name)
    labels = [getattr(part.proto, "label", "") for part in app._tree if getattr(part, "proto", None)]
    shown = [*labels, *(element.value for element in [*app.header, *app.markdown, *app.error])]
    assert any("\\*\\*bold\\*\\*" in text for text in shown)
    assert not [text for text in shown if "**bold**" in text or "![p](" in text]


def test_what_is_understood_is_counted_as_it_will_be_stored_and_questions_in_the_plural():
    reading = make_reading(grade="not_applicable")
    assert in_words(reading).endswith("8 reviews of 2 forces, 0 boxes graded.")
    asked = tuple(OpenQuestion(key, "quarter", "", "", "Which quarter?", (), "") for key in "ab")
    refused = Problem(Severity.ERROR, "quarter", "", "", "No quarter.")
    told = in_words(replace(reading, open_questions=asked, problems=(refused,)))
    assert "before 2 questions are answered" in told
