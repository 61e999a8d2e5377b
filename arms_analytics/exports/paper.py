"""A Word document on A4: headings, sentences, native tables with repeated heads; marking and stamp on every page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from arms_analytics.exports.stamp import Stamp
from arms_analytics.exports.tables import INK, NAVY, WHITE, Row, Styled, Table, styled
from arms_analytics.exports.writable import writable

SIZE, GAP = 10.5, 4
A4 = (210, 297)
MARGIN = 18


class Paper:
    """Parts in reading order; `content()` is the .docx file."""

    def __init__(self, title: str, stamp: Stamp) -> None:
        self._file = Document()
        self._set_up()
        said = self._file.core_properties
        said.title, said.author, said.subject = title, "ARMS Peer Review Analytics", stamp.line
        said.keywords, said.language, said.created, said.modified = stamp.marking, "en-GB", stamp.made, stamp.made
        self._mark_pages(stamp)
        self.heading(title, 0)
        for line in stamp.lines[1:]:
            self.sentence(line, italic=True)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading of the outline; level 0 is the document's title."""
        heading = self._file.add_heading(writable(text), level)
        for run in heading.runs:
            _dress(run, {0: 20, 1: 15}.get(level, 12), NAVY)

    def sentence(self, text: str, *, italic: bool = False, bold: bool = False, bullet: bool = False) -> None:
        """A paragraph."""
        paragraph = self._file.add_paragraph(style="List Bullet" if bullet else None)
        run = paragraph.add_run(writable(text))
        run.italic, run.bold = italic, bold

    def listed(self, title: str, sentences: Sequence[str], nothing: str) -> None:
        """A heading and each sentence under it with a bullet; where there are none the sentence `nothing`."""
        self.heading(title)
        for sentence in sentences:
            self.sentence(sentence, bullet=True)
        if not sentences:
            self.sentence(nothing)

    def table(self, table: Table, empty: str = "") -> None:
        """The table; where it has no rows the sentence `empty` instead."""
        if not table.rows:
            self.sentence(empty)
            return
        section: Any = self._file.sections[0]
        room = (section.page_width - section.left_margin - section.right_margin) / Pt(1)
        grid: Any = self._file.add_table(rows=0, cols=len(table.heads), style="Table Grid")
        grid.autofit = False
        for column, width in zip(grid.columns, table.widths(room), strict=True):
            column.width = Pt(width)
        heads = [Styled(text, fill=NAVY, ink=WHITE, bold=True) for text in table.heads]
        for number, row in enumerate([heads, *table.rows]):
            _add_row(grid, row, table.widths(room), table.size, head=number == 0)
        self._file.add_paragraph().paragraph_format.line_spacing = Pt(GAP)

    def content(self) -> bytes:
        """The file."""
        target = io.BytesIO()
        self._file.save(target)
        return target.getvalue()

    def _set_up(self) -> None:
        section = self._file.sections[0]
        section.page_width, section.page_height = map(Mm, A4)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
        style: Any = self._file.styles["Normal"]
        style.font.name, style.font.size = "Arial", Pt(SIZE)
        style.paragraph_format.space_after = Pt(6)

    def _mark_pages(self, stamp: Stamp) -> None:
        section = self._file.sections[0]
        for part in (section.header, section.footer):
            paragraph = part.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(writable(stamp.marking)).bold = True
        below = section.footer.add_paragraph()
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = below.add_run(" · ".join(stamp.lines[1:]) + " · page ")
        number = below.add_run()
        for element in _page_number():
            number._r.append(element)
        run.font.size = number.font.size = Pt(8)


def _add_row(grid: Any, row: Row, widths: list[float], size: float, *, head: bool) -> None:
    added = grid.add_row()
    settings = added._tr.get_or_add_trPr()
    for name in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
        settings.append(OxmlElement(name))
    for cell, said, width in zip(added.cells, map(styled, row), widths, strict=True):
        cell.width = Pt(width)
        if said.fill:
            cell._tc.get_or_add_tcPr().append(_shading(said.fill))
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        if said.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(writable(said.text))
        run.bold = said.bold
        _dress(run, size, said.ink)


def _dress(run: Any, size: float, ink: str = INK) -> None:
    run.font.name, run.font.size = "Arial", Pt(size)
    run.font.color.rgb = RGBColor.from_string(ink)


def _shading(fill: str) -> Any:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{name}"), value)
    return shading


def _page_number() -> list[Any]:
    begin, code, end = (OxmlElement(name) for name in ("w:fldChar", "w:instrText", "w:fldChar"))
    begin.set(qn("w:fldCharType"), "begin")
    code.text = "PAGE"
    end.set(qn("w:fldCharType"), "end")
    return [begin, code, end]
