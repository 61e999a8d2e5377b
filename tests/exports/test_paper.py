"""Papers: A4, marked and stamped on every page, with tables that Word knows as tables."""

import datetime as dt
import io

from docx import Document

from arms_analytics.exports.paper import Paper
from arms_analytics.exports.stamp import Stamp
from arms_analytics.exports.tables import Styled, Table
from arms_analytics.vocabulary import SYNTHETIC_MARK

STAMP = Stamp("All forces", dt.datetime(2026, 11, 21, 14, 5), 17, "OFFICIAL-SENSITIVE", synthetic=True)


def opened(paper):
    return Document(io.BytesIO(paper.content()))


def paper_with(table, empty=""):
    paper = Paper("Minutes", STAMP)
    paper.table(table, empty)
    return opened(paper)


def test_every_page_carries_the_marking_and_the_stamp():
    section = opened(Paper("Minutes", STAMP)).sections[0]
    foot = " ".join(paragraph.text for paragraph in section.footer.paragraphs)
    assert section.header.paragraphs[0].text == "OFFICIAL-SENSITIVE"
    assert all(said in foot for said in ("OFFICIAL-SENSITIVE", SYNTHETIC_MARK, "data version 17"))


def test_it_is_a4():
    section = opened(Paper("Minutes", STAMP)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_a_table_is_native_and_repeats_its_heads():
    table = paper_with(Table(("Force", "Grade"), [["Cheshire", Styled("Good", fill="3FA34D")]], (1, 1))).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["Cheshire", "Good"]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert "tblHeader" not in table.rows[1]._tr.xml
    assert "3FA34D" in table.rows[1]._tr.xml


def test_an_empty_table_says_so_in_a_sentence():
    document = paper_with(Table(("Force",), [], (1,)), "Nothing was clarified.")
    assert not document.tables
    assert document.paragraphs[-1].text == "Nothing was clarified."


def test_text_that_xml_cannot_hold_does_not_stop_the_paper():
    table = paper_with(Table(("A",), [["bell \x07, null \x00, lone \ud800"]], (1,))).tables[0]
    assert table.cell(1, 0).text == "bell \ufffd, null \ufffd, lone ?"
