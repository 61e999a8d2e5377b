"""Judged by openpyxl, an independent reader of what was written."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest

from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE, SYNTHETIC_MARK, Answer, Quarter, Review, RiskLevel
from arms_analytics.workbook.writer import Tab, collated_workbook, template

MADE = dt.datetime(2026, 10, 21, 9)
QUARTER = Quarter(2026, 2)
REGION = network()
GRADES = ["outstanding", "good", "requires_improvement", "inadequate", NOT_APPLICABLE, None]


def answer(question_id, grade, feedback="", wording=""):
    return Answer(question_id, wording, grade, feedback, "", "")


def review(*answers, ordinal=1):
    return Review(
        "Cheshire", QUARTER, RiskLevel.HIGH, "Cumbria", "0042", "OM07", "Team 2", "Cheshire", ordinal, answers
    )


def content(*tabs, **said):
    return collated_workbook(tabs, QUARTER, REGION, made=MADE, **said)


def written(*tabs, **said):
    return openpyxl.load_workbook(io.BytesIO(content(*tabs, **said)))


def blank():
    return openpyxl.load_workbook(io.BytesIO(template(QUARTER, REGION)))


def row_of(sheet, question_id):
    return next(row for row in sheet.iter_rows() if row[0].value == question_id)


def feedback_cell(text):
    return row_of(written(Tab("Cheshire", (review(answer("Q01", "good", text)),)))["Cheshire"], "Q01")[3]


def test_a_tab_a_force_and_the_key():
    workbook = written(Tab("Cheshire", (review(),)), Tab("Cumbria", ()))
    assert workbook.sheetnames == ["Cheshire", "Cumbria", "Key"]
    assert workbook["Cumbria"]["A1"].value == "ARMS peer review: Cumbria, Q2 2026/27 (Jul–Sep 2026)"


def test_a_review_s_head_says_whose_plan_and_who_graded_it():
    sheet = written(Tab("Cheshire", (review(), review(ordinal=2))))["Cheshire"]
    heads = {sheet.cell(row, 2).value: sheet.cell(row, 5).value for row in range(5, 11)}
    assert heads == {
        "Risk level": "High", "Plan reference": "0042", "Officer reference": "OM07",
        "Team": "Team 2", "Reviewing force": "Cumbria", "Question": "Grade",
    }  # fmt: skip
    assert "E5:F5" in map(str, sheet.merged_cells.ranges)


def test_each_grade_is_a_word_in_its_colour():
    answers = [answer(f"Q{n:02d}", grade) for n, grade in enumerate(GRADES, 1)]
    sheet = written(Tab("Cheshire", (review(*answers),)))["Cheshire"]
    boxes = [row_of(sheet, f"Q{n:02d}")[2] for n in range(1, 7)]
    assert [(box.value, box.fill.fgColor.rgb[2:] if box.fill.patternType else None) for box in boxes] == [
        ("Outstanding", "FFFF00"),
        ("Good", "00B050"),
        ("Requires improvement", "FFC000"),
        ("Inadequate", "FF0000"),
        ("Not applicable", "D9D9D9"),
        (None, None),
    ]


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+44", "-dash", "@all", "#N/A", "0023", "  spaced\n\nlines "])
def test_text_stays_the_text_it_was(text):
    cell = feedback_cell(text)
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_text_like_a_formula_stays_text_when_edited(text):
    assert feedback_cell(text).quotePrefix
    assert not feedback_cell(f"One {text}").quotePrefix


def test_characters_that_xml_forbids_are_escaped_as_the_format_has_it():
    parts = zipfile.ZipFile(io.BytesIO(content(Tab("Cheshire", (review(answer("Q01", "good", "a\x0bb_x0041_c")),)))))
    assert b"a_x000B_b_x005F_x0041_c" in parts.read("xl/worksheets/sheet1.xml")


def test_a_text_too_long_for_excel_is_refused_and_not_cut():
    with pytest.raises(ValueError, match="32,767"):
        feedback_cell("x" * 32_768)


def test_the_workbook_s_own_wording_wins():
    sheet = written(Tab("Cheshire", (review(answer("Q02", "good", wording="Our own wording?")),)))["Cheshire"]
    assert row_of(sheet, "Q02")[1].value == "Our own wording?"
    assert row_of(sheet, "Q03")[1].value == REGION.question_set.questions[2].wording


def test_the_same_reviews_give_the_same_bytes():
    tab = Tab("Cheshire", (review(answer("Q01", "good", "Fine.")),))
    assert content(tab) == content(tab)
    parts = zipfile.ZipFile(io.BytesIO(content(tab))).infolist()
    assert {part.date_time for part in parts} == {(2026, 10, 21, 9, 0, 0)}


def test_every_tab_carries_the_marking_and_the_synthetic_mark():
    for sheet in written(Tab("Cheshire", (review(),)), synthetic=True):
        assert SYNTHETIC_MARK in {cell.value for row in sheet.iter_rows() for cell in row}
        assert sheet["A2"].value == sheet.oddHeader.center.text == sheet.oddFooter.center.text == "OFFICIAL-SENSITIVE"


def test_a_note_stands_on_its_box():
    sheet = written(Tab("Cheshire", (review(answer("Q01", "good")),), {(0, "Q01"): "Clarified."}))["Cheshire"]
    assert row_of(sheet, "Q01")[2].comment.text == "Clarified."


def test_the_template_has_room_for_each_force_s_reviews():
    workbook = blank()
    assert workbook.sheetnames == [*REGION.member_names, "Key"]
    sheet = workbook["Merseyside"]
    assert [sheet.cell(5, column).value for column in (3, 5, 7, 9)] == ["Low", "Medium", "High", "Very high"]
    assert not any(cell.value for row in sheet.iter_rows(min_row=12, min_col=3) for cell in row)


def test_the_template_offers_the_grades_and_colours_what_is_typed():
    workbook = blank()
    sheet = workbook["Cheshire"]
    offered = next(rule.formula1 for rule in sheet.data_validations.dataValidation if "C13" in rule.sqref)
    key, cells = offered.replace("$", "").replace("'", "").split("!")
    assert [row[0].value for row in workbook[key][cells]] == [
        "Outstanding", "Good", "Requires improvement", "Inadequate", "Not applicable",
    ]  # fmt: skip
    rules = [rule for area in sheet.conditional_formatting if "I13" in area.sqref for rule in area.rules]
    assert {(rule.formula[0], rule.dxf.fill.bgColor.rgb[2:]) for rule in rules} >= {
        ('"Outstanding"', "FFFF00"),
        ('"Inadequate"', "FF0000"),
    }


def test_heads_and_questions_stay_in_view_and_are_printed_on_each_page():
    sheet = blank()["Cheshire"]
    assert sheet.freeze_panes == "C11"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$5:$10", "$A:$B")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_rows_are_high_enough_for_their_words_and_grow_as_one_types():
    tab = Tab("Cheshire", (review(answer("Q01", "good", "word " * 100)),))
    sheet = written(tab)["Cheshire"]
    assert sheet.row_dimensions[row_of(sheet, "Q01")[0].row].ht >= 10 * 12
    assert b'customHeight="1"' not in zipfile.ZipFile(io.BytesIO(content(tab))).read("xl/worksheets/sheet1.xml")
