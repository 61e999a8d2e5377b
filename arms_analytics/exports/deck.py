"""A PowerPoint deck: native tables that continue on a further slide rather than overflow, notes that hold evidence.

Every slide carries the stamp and the protective marking. Sizes in points unless said.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from arms_analytics.exports.measure import height_of
from arms_analytics.exports.stamp import Stamp
from arms_analytics.exports.tables import BODY, CELL_SIDE, CELL_TOP, NAVY, PALE, WHITE, Row, Styled, Table, styled
from arms_analytics.exports.writable import writable

WIDTH, HEIGHT = 960.0, 540.0
MARGIN = 36.0
TOP, BOTTOM = 92.0, 484.0
"""Between them lies what a slide is about; above is its title, below the stamp."""

INNER = WIDTH - 2 * MARGIN


class Deck:
    """Slides in order; `content()` is the .pptx file."""

    def __init__(self, title: str, stamp: Stamp) -> None:
        self._file = Presentation()
        self._stamp = stamp
        self._file.slide_width, self._file.slide_height = Pt(WIDTH), Pt(HEIGHT)
        said = self._file.core_properties
        said.title, said.author, said.subject = title, "ARMS Peer Review Analytics", stamp.line
        said.keywords, said.created, said.modified = stamp.marking, stamp.made, stamp.made

    def cover(self, title: str, lines: Sequence[str], notes: str = "") -> Slide:
        """The first slide."""
        slide = self._slide(title, notes)
        band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(0), Pt(0), Pt(WIDTH), Pt(8))
        band.fill.solid()
        band.fill.fore_color.rgb = _colour(NAVY)
        band.line.fill.background()
        heading: Any = slide.shapes.title
        heading.top, heading.height = Pt(150), Pt(90)
        _size(heading.text_frame, 40)
        self.text(slide, [Styled(line) for line in lines], MARGIN, 250, INNER, 22)
        return slide

    def page(self, title: str, notes: str = "") -> Slide:
        """A slide with a title and room between TOP and BOTTOM."""
        return self._slide(title, notes)

    def table(self, slide: Slide, table: Table, rows: Sequence[Row], left: float, top: float, width: float) -> float:
        """Place the table with these of its rows; where it ends, in points from the top."""
        frame = slide.shapes.add_table(len(rows) + 1, len(table.heads), Pt(left), Pt(top), Pt(width), Pt(10))
        grid: Any = frame.table
        for column, points in zip(grid.columns, table.widths(width), strict=True):
            column.width = Pt(points)
        heads = [Styled(text, fill=NAVY, ink=WHITE, bold=True) for text in table.heads]
        for number, row in enumerate([heads, *rows]):
            height = table.height(row, width)
            grid.rows[number].height = Pt(height)
            for place, cell in enumerate(row):
                striped = PALE if number % 2 == 0 else WHITE
                _write_cell(grid.cell(number, place), styled(cell), striped, table.size)
            top += height
        return top

    def tables(self, title: str, table: Table, notes: str = "") -> None:
        """As many slides as the table needs, the notes on each."""
        room = BOTTOM - TOP
        table = table.filling(INNER, room)
        for number, rows in enumerate(table.pages(INNER, room, room)):
            slide = self.page(title if number == 0 else f"{title} (continued, {number + 1})", notes)
            self.table(slide, table, rows, MARGIN, TOP, INNER)

    def sentence(self, title: str, text: str, notes: str = "") -> None:
        """A slide that has only this to say."""
        self.text(self.page(title, notes), [Styled(text)], MARGIN, TOP, INNER, BODY + 6)

    def text(
        self, slide: Slide, lines: Sequence[Styled], left: float, top: float, width: float, size: float = BODY
    ) -> float:
        """Paragraphs below one another; where they end, in points from the top."""
        height = sum(height_of(line.text, size, width) + size * 0.5 for line in lines)
        frame = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(size * 0.5)
            _run(paragraph, line, size)
        return top + height

    def content(self) -> bytes:
        """The file, every slide stamped."""
        slides = list(self._file.slides)
        for number, slide in enumerate(slides, 1):
            self._stamp_slide(slide, f"{number} of {len(slides)}")
        target = io.BytesIO()
        self._file.save(target)
        return target.getvalue()

    def _slide(self, title: str, notes: str) -> Slide:
        slide: Slide = self._file.slides.add_slide(self._file.slide_layouts[5])
        heading: Any = slide.shapes.title
        heading.left, heading.top, heading.width, heading.height = Pt(MARGIN), Pt(30), Pt(INNER), Pt(54)
        heading.text_frame.word_wrap = True
        heading.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        heading.text_frame.margin_left = 0
        paragraph = heading.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        _run(paragraph, Styled(title, ink=NAVY, bold=True), 28)
        frame: Any = slide.notes_slide.notes_text_frame
        frame.text = "\n\n".join(part for part in (writable(notes), "\n".join(self._stamp.lines)) if part)
        return slide

    def _stamp_slide(self, slide: Slide, place: str) -> None:
        self.text(slide, [Styled(self._stamp.marking, bold=True)], WIDTH / 2 - 100, 10, 200, 12)
        below = " · ".join(self._stamp.lines)
        self.text(slide, [Styled(below)], MARGIN, 504, INNER - 70, 10)
        self.text(slide, [Styled(place)], WIDTH - MARGIN - 60, 504, 60, 10)


def _write_cell(cell: Any, said: Styled, fill: str, size: float) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(said.fill or fill)
    cell.margin_left = cell.margin_right = Pt(CELL_SIDE)
    cell.margin_top = cell.margin_bottom = Pt(CELL_TOP)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER if said.centred else PP_ALIGN.LEFT
    _run(paragraph, said, size)


def _run(paragraph: Any, said: Styled, size: float) -> None:
    for number, line in enumerate(writable(said.text).split("\n")):
        if number:
            paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = line
        run.font.name, run.font.size, run.font.bold = "Arial", Pt(size), said.bold
        run.font.color.rgb = _colour(said.ink)
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _size(frame: Any, size: float) -> None:
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)


def _colour(code: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(code))  # type: ignore[no-untyped-call]
