"""Workbooks painted with openpyxl and XlsxWriter read back as a person sees them."""

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from arms_analytics.workbook import open_sheets
from arms_analytics.workbook.cells import Area


def saved(book, folder):
    path = folder / "book.xlsx"
    book.save(path)
    return path


def solid(colour):
    return PatternFill("solid", fgColor=colour)


def test_values_colours_notes_and_merged_areas_of_a_tab(tmp_path):
    book = Workbook()
    tab = book.active
    tab.title = "Cheshire"
    tab["A1"] = "Question"
    tab["B2"].fill = solid("FFFFC000")
    tab["C2"] = 4
    tab["C2"].fill = solid(Color(theme=9, tint=-0.25))
    tab["D2"] = "Clear rationale"
    tab["D2"].comment = Comment("Smith, J:\nSee log", "Smith, J")
    tab.merge_cells("E2:F3")
    tab["E2"].fill = solid("FF00B050")
    hidden = book.create_sheet("Lists")
    hidden.sheet_state = "veryHidden"

    sheets = open_sheets(saved(book, tmp_path))

    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Cheshire", False), ("Lists", True)]
    cells = {cell.address: cell for cell in sheets[0].cells.values()}
    assert cells.keys() == {"A1", "B2", "C2", "D2", "E2"}
    assert (cells["A1"].value, cells["A1"].text, cells["A1"].colour) == ("Question", "Question", None)
    assert (cells["B2"].value, cells["B2"].colour) == (None, "FFC000")
    assert (cells["C2"].value, cells["C2"].text, cells["C2"].colour) == (4.0, "4", "E26B0A")
    assert cells["D2"].note == "See log"
    assert cells["E2"].colour == "00B050"
    assert sheets[0].merged == [Area(2, 5, 3, 6)]
