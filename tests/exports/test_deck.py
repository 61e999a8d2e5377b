"""Slides lose no row and let nothing run off, carry marking and stamp on each, and hold their evidence in the notes."""

import datetime as dt
import io

import pytest
from pptx import Presentation
from pptx.util import Pt

from arms_analytics.exports.deck import BOTTOM, WIDTH, Deck
from arms_analytics.exports.stamp import Stamp
from arms_analytics.exports.tables import Styled, Table
from arms_analytics.vocabulary import SYNTHETIC_MARK

STAMP = Stamp("All forces", dt.datetime(2026, 11, 21, 14, 5), 17, "OFFICIAL-SENSITIVE", synthetic=True)


@pytest.fixture
def deck():
    deck = Deck("Pack", STAMP)
    deck.cover("Network", ["Q2 2026/27"])
    rows = [[f"Row {n}", "word " * n, Styled("GOOD", fill="3FA34D")] for n in range(1, 60)]
    deck.tables("Everything", Table(("Row", "Words", "Grade"), rows, (1, 4, 1)), notes="Evidence: Cheshire C18.")
    return Presentation(io.BytesIO(deck.content()))


def tables(deck):
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]


def texts(slide):
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_a_long_table_continues_on_further_slides_and_loses_no_row(deck):
    firsts = [row.cells[0].text for shape in tables(deck) for row in list(shape.table.rows)[1:]]
    assert firsts == [f"Row {n}" for n in range(1, 60)]
    assert len(tables(deck)) > 3


def test_no_table_runs_into_the_stamp_or_over_the_edge(deck):
    for shape in tables(deck):
        assert shape.top + sum(row.height for row in shape.table.rows) <= Pt(BOTTOM)
        assert shape.left + sum(column.width for column in shape.table.columns) <= Pt(WIDTH)


def test_heads_are_repeated_and_titles_say_that_it_goes_on(deck):
    assert {shape.table.cell(0, 1).text for shape in tables(deck)} == {"Words"}
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(titles) == len(set(titles))
    assert titles[:3] == ["Network", "Everything", "Everything (continued, 2)"]


def test_every_slide_carries_marking_synthetic_notice_date_and_data_version(deck):
    for slide in deck.slides:
        for said in ("OFFICIAL-SENSITIVE", SYNTHETIC_MARK, "21 November 2026 at 14:05", "data version 17"):
            assert said in texts(slide)
            assert said in slide.notes_slide.notes_text_frame.text


def test_the_notes_hold_the_evidence(deck):
    assert all("Cheshire C18" in slide.notes_slide.notes_text_frame.text for slide in list(deck.slides)[1:])


def test_a_row_higher_than_a_slide_still_gets_a_slide_of_its_own():
    deck = Deck("Pack", STAMP)
    deck.tables("Long", Table(("A",), [["short"], ["word " * 2000], ["short"]], (1,)))
    assert len(tables(Presentation(io.BytesIO(deck.content())))) == 3


def test_text_that_xml_cannot_hold_does_not_stop_the_deck():
    deck = Deck("Pack", STAMP)
    deck.tables("Odd", Table(("A",), [["bell \x07, null \x00, lone \ud800"]], (1,)))
    assert "bell" in tables(Presentation(io.BytesIO(deck.content())))[0].table.cell(1, 0).text
