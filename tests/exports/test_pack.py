"""The meeting's pack, slide by slide, as the chair goes through it; no officer is named anywhere in it."""

import io

import pytest
from pptx import Presentation
from pptx.util import Pt

from arms_analytics.exports.deck import BOTTOM
from arms_analytics.exports.pack import meeting_pack
from tests.exports.meetings import FINE, POOR, finding, meeting, written_records


@pytest.fixture(scope="module")
def slides():
    return slides_of(meeting(records=written_records()))


def slides_of(meeting):
    deck = Presentation(io.BytesIO(meeting_pack(meeting)))
    return {slide.shapes.title.text: slide for slide in deck.slides}


def cells(slide):
    return [[cell.text for cell in row.cells] for shape in slide.shapes if shape.has_table for row in shape.table.rows]


def said(slide):
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    return "\n".join([*texts, *(text for row in cells(slide) for text in row)])


def notes(slide):
    return slide.notes_slide.notes_text_frame.text


def test_the_slides_come_in_the_order_of_the_meeting(slides):
    assert list(slides) == [
        "North West peer review network", "The region on a page", "Cheshire: 4 of 4 reviews in",
        "Greater Manchester: 0 of 4 reviews in", "North Wales: 0 of 4 reviews in", "Lancashire: 0 of 4 reviews in",
        "Merseyside: 0 of 4 reviews in", "Cumbria: 3 of 4 reviews in", "Promising practice: whom to ask",
        "Training needs", "Actions",
    ]  # fmt: skip


def test_the_region_is_on_a_page_with_each_force_s_grades(slides):
    rows = {row[0]: row[1:] for row in cells(slides["The region on a page"])}
    assert rows["Cheshire"] == ["4 of 4", "Merseyside", "–", "4", "–", "4", "1 new"]
    assert rows["Cumbria"] == ["3 of 4", "Merseyside", "3", "3", "–", "–", "1 cleared"]
    assert rows["Region"] == ["7 of 24", "", "3", "7", "–", "4", "1 new, 1 cleared"]


def test_a_grade_has_its_colour_of_the_palette(slides):
    table = next(shape.table for shape in slides["The region on a page"].shapes if shape.has_table)
    inadequate = next(row.cells[6] for row in table.rows if row.cells[0].text == "Cheshire")
    assert str(inadequate.fill.fore_color.rgb) == "B42318"


def test_a_force_s_slide_holds_reviews_flags_and_words(slides):
    slide = slides["Cheshire: 4 of 4 reviews in"]
    assert ["Low", "Cheshire-7", "–", "1", "–", "1"] in cells(slide)
    assert ["New", "Q01 Q01 short", "6 of 8", "90 in 100"] in cells(slide)
    assert POOR in said(slide)
    assert "Q02 Q02 short" not in [row[1] for row in cells(slide)]  # watched, not flagged


def test_the_notes_hold_the_sentence_and_each_review_behind_it_with_its_cell(slides):
    text = notes(slides["Cheshire: 4 of 4 reviews in"])
    assert "Cheshire, Q01: 6 of the last 8 reviews fell below good" in text
    assert text.count(POOR) == 4
    assert "[book.xlsx, Cheshire!B0]" in text


def test_a_force_without_reviews_says_so(slides):
    assert "No review of a plan of Lancashire has been loaded" in said(slides["Lancashire: 0 of 4 reviews in"])


def test_promising_practice_comes_with_the_words_to_copy_in_the_notes(slides):
    slide = slides["Promising practice: whom to ask"]
    assert [row[:2] for row in cells(slide)[1:]] == [["Cumbria", "Q01 Q01 short"]]
    assert FINE in notes(slide)


def test_no_officer_is_named_anywhere(slides):
    assert not any("OM07" in said(slide) + notes(slide) for slide in slides.values())


def test_actions_show_who_by_when_and_what_is_overdue(slides):
    rows = cells(slides["Actions"])[1:]
    assert rows == [
        ["=Dip sample ten plans", "Cheshire", "–", "SOMU lead", "31 October 2026", "Overdue"],
        ["Run a half-day on recording", "All", "Q01 Q01 short", "CPD planner", "31 January 2027", "Open"],
    ]


def test_a_quarter_without_anything_still_makes_a_pack():
    slides = slides_of(meeting(found=[]))
    assert "Nothing this quarter." in said(slides["Training needs"])
    assert "No question is flagged" in said(slides["Cheshire: 4 of 4 reviews in"])


def test_however_many_flags_a_force_has_nothing_runs_off_the_slide():
    many = [finding("repeat_failure", "Cheshire", f"Q{n:02d}", "continuing") for n in range(1, 26)]
    slides = slides_of(meeting(found=many))
    assert sum(row[0] == "Continuing" for slide in slides.values() for row in cells(slide)) == 25
    for slide in slides.values():
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= Pt(BOTTOM + 0.5)
