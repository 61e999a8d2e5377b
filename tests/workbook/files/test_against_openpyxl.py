"""Painted books read by us and by openpyxl: the same values, fills, merged areas and notes where openpyxl can judge."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import COLOR_INDEX, Color

from arms_analytics.workbook.files.colours import OFFICE
from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.tints import tinted

HEX = st.integers(0, 0xFFFFFF).map("{:06X}".format)
TINT = st.sampled_from((0.0, 0.0, 0.4, -0.25, 0.8, -0.5))
COLOURS = st.one_of(
    st.builds(lambda colour, alpha: Color(rgb=alpha + colour), HEX, st.sampled_from(("FF", "00"))),
    st.builds(lambda theme, tint: Color(theme=theme, tint=tint), st.integers(0, 9), TINT),
    st.builds(lambda index: Color(indexed=index), st.integers(0, 63)),
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), min_size=1, max_size=30)
VALUES = st.one_of(WORDS, st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9), st.booleans())
PLACES = st.tuples(st.integers(1, 25), st.integers(1, 30))
MERGED = st.lists(st.tuples(PLACES, st.integers(0, 3), st.integers(0, 3)), max_size=4)
TABS = st.tuples(
    st.dictionaries(PLACES, VALUES, max_size=25), st.dictionaries(PLACES, COLOURS, max_size=25),
    st.dictionaries(PLACES, WORDS, max_size=5), MERGED,
)  # fmt: skip


def painted(path, tabs):
    book = Workbook()
    book.remove(book.active)
    for number, (values, fills, notes, merged) in enumerate(tabs):
        tab = book.create_sheet(f"Tab {number}")
        for (row, column), value in values.items():
            cell = tab.cell(row, column)
            cell.value, cell.data_type = (value, "s") if isinstance(value, str) else (value, cell.data_type)
            if not isinstance(value, str):
                cell.value = value
        for (row, column), colour in fills.items():
            tab.cell(row, column).fill = PatternFill("solid", fgColor=colour)
        for (row, column), note in notes.items():
            tab.cell(row, column).comment = Comment(note, "Reviewer")
        for (row, column), rows, columns in merged:
            area = (row, column, row + rows, column + columns)
            if rows + columns and not any(touches(other, area) for other in tab.merged_cells.ranges):
                tab.merge_cells(None, *area)
    book.save(path)


def touches(one, area):
    top, left, bottom, right = area
    return one.min_row <= bottom and top <= one.max_row and one.min_col <= right and left <= one.max_col


def colour_of(cell):
    """The effective fill by openpyxl's raw attributes; None for none."""
    if cell.fill.patternType != "solid":
        return None
    colour = cell.fill.fgColor
    if colour.type == "rgb":
        return colour.rgb[-6:]
    base = OFFICE[colour.theme] if colour.type == "theme" else COLOR_INDEX[colour.indexed][-6:]
    return tinted(base, colour.tint) if colour.tint else base


def judged(path):
    """What openpyxl says of each cell that says something, merged areas at their anchors alone."""
    for tab in load_workbook(path).worksheets:
        under = {
            place for area in tab.merged_cells.ranges for place in area.cells if place != (area.min_row, area.min_col)
        }
        seen = {}
        for row in tab.iter_rows():
            for cell in row:
                note = cell.comment.text.strip() if cell.comment else ""
                if (cell.row, cell.column) not in under and (cell.value is not None or colour_of(cell) or note):
                    seen[cell.row, cell.column] = (cell.value, colour_of(cell), note)
        yield tab.title, seen, sorted(area.bounds for area in tab.merged_cells.ranges)


def assert_alike(tabs):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        painted(path, tabs)
        ours = open_sheets(path)
        for sheet, (title, seen, merged) in zip(ours, judged(path), strict=True):
            assert sheet.name == title
            assert {place: (cell.value, cell.colour, cell.note) for place, cell in sheet.cells.items()} == seen
            assert sorted((area.left, area.top, area.right, area.bottom) for area in sheet.merged) == merged


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TABS, min_size=1, max_size=2))
def test_painted_books_read_as_openpyxl_reads_them(tabs):
    assert_alike(tabs)
