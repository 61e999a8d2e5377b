"""Old workbooks, written with xlwt; what it cannot write is built from records."""

import datetime as dt
import struct

import pytest
import xlwt

from arms_analytics.workbook.cells import Area
from arms_analytics.workbook.files.binary.records import read_records
from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError


def saved(book, folder):
    path = folder / "book.xls"
    book.save(str(path))
    return path


def style(text, code=None):
    return xlwt.easyxf(text, num_format_str=code)


def test_values_fills_notes_merged_areas_and_hiding(tmp_path):
    book = xlwt.Workbook()
    tab = book.add_sheet("Cheshire")
    tab.write(0, 0, "Question")
    tab.write(1, 0, 4)
    tab.write(1, 1, "Good", style("pattern: pattern solid, fore_colour bright_green"))
    tab.write(1, 2, "", style("pattern: pattern solid, fore_colour yellow"))
    tab.write(1, 3, dt.date(2025, 4, 1), style("", "dd/mm/yyyy"))
    tab.write(1, 4, True)
    tab.write(1, 5, "x", style("pattern: pattern thin_forward_diag, fore_colour yellow"))
    tab.write_merge(2, 3, 0, 1, "head", style("pattern: pattern solid, fore_colour red"))
    tab.write(4, 0, 42, style("", "0000"))
    tab.row(1).hidden = True
    tab.col(2).hidden = True
    book.add_sheet("Lists").visibility = 2

    first, second = open_sheets(saved(book, tmp_path))

    cells = {cell.address: cell for cell in first.cells.values()}
    assert {address: cell.text for address, cell in cells.items()} == {
        "A1": "Question", "A2": "4", "B2": "Good", "C2": "", "D2": "01/04/2025", "E2": "TRUE", "F2": "x", "A3": "head",
        "A5": "0042",
    }  # fmt: skip
    assert [cells[at].colour for at in ("A1", "B2", "C2", "A3")] == [None, "00FF00", "FFFF00", "FF0000"]
    assert (cells["F2"].colour, cells["F2"].unsettled) == (None, "a pattern of two colours")
    assert (cells["D2"].value, cells["E2"].value) == (dt.date(2025, 4, 1), True)
    assert (first.merged, first.hidden_rows, first.hidden_columns) == ([Area(3, 1, 4, 2)], {2}, {3})
    assert (second.name, second.hidden, second.cells) == ("Lists", True, {})


def test_a_palette_of_its_own(tmp_path):
    book = xlwt.Workbook()
    xlwt.add_palette_colour("amber", 0x21)
    book.set_colour_RGB(0x21, 0xF5, 0x9E, 0x0B)
    book.add_sheet("Cheshire").write(0, 0, "RI", style("pattern: pattern solid, fore_colour amber"))
    assert open_sheets(saved(book, tmp_path))[0].cells[1, 1].colour == "F59E0B"


def record(number, data=b""):
    return struct.pack("<HH", number, len(data)) + data


GLOBALS, END = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), record(0x0A)
TAB = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))


def stream(*tab_records, book_records=b""):
    """A book of one tab made of records."""
    listed = record(0x85, struct.pack("<IBB", 0, 0, 0) + b"\x08\0Cheshire")
    head = GLOBALS + book_records
    listed = record(0x85, struct.pack("<IBB", len(head) + len(listed) + len(END), 0, 0) + b"\x08\0Cheshire")
    return head + listed + END + TAB + b"".join(tab_records) + END


def formatted(constant, colour=13, kind=1):
    """A conditional format on B2:C9: cells equal to a constant have a solid fill of this palette index."""
    areas = record(0x1B0, struct.pack("<HH4HH4H", 1, 0, 1, 8, 1, 2, 1, 1, 8, 1, 2))
    fill = struct.pack("<I", (1 << 10) | (colour << 23))
    rule = struct.pack("<BBHHIH", kind, 3, len(constant), 0, 1 << 29, 0) + fill + constant
    return areas + record(0x1B1, rule)


def test_conditional_formats_are_read_from_their_records():
    worksheet = read_records(stream(formatted(b"\x17\x04\x00Good"))).worksheets[0]
    rule = worksheet.rules[0]
    assert (rule.kind, rule.options, rule.formulas) == ("cellIs", {"operator": "equal"}, ['"Good"'])
    assert (rule.areas, worksheet.fill_indexes) == ((Area(2, 2, 9, 3),), [13])


@pytest.mark.parametrize("constant", [b"\x44\0\0\0\xc0", b"\x17\xff\x00Good", b"\x1d\x01"])
def test_a_formula_beyond_a_constant_is_never_decided(constant):
    assert read_records(stream(formatted(constant))).worksheets[0].rules[0].kind == "unknown"


def test_numbers_are_constants_too():
    whole, half = formatted(b"\x1e\x03\0"), formatted(b"\x1f" + struct.pack("<d", 2.5))
    assert [rule.formulas for rule in read_records(stream(whole, half)).worksheets[0].rules] == [["3"], ["2.5"]]


def exact(form, *colour, kind=4):
    data = struct.pack("<H10xHHHH", 0x87D, 0, form, 0, 1) + struct.pack("<HHHh", kind, 20, *colour[:2]) + colour[2]
    return record(0x87D, data.ljust(40, b"\0"))


def test_exact_colours_come_before_the_palettes_nearest():
    counted = record(0x87C, struct.pack("<14xHI", 2, 0))
    book = record(0xE0, b"\0" * 20) * 2 + counted + exact(1, 2, 0, b"\xff\xc0\x00\xff")
    assert read_records(stream(book_records=book)).colours[1].colour == "FFC000"
    stale = record(0xE0, b"\0" * 20) * 3 + counted + exact(1, 2, 0, b"\xff\xc0\x00\xff")
    assert read_records(stream(book_records=stale)).colours == {}


def test_a_workbook_under_a_password_is_told(tmp_path):
    path = tmp_path / "book.xls"
    path.write_bytes(stream(book_records=record(0x2F, b"\0" * 6)))
    with pytest.raises(UnreadableWorkbookError, match="password"):
        open_sheets(path)


@pytest.mark.parametrize(
    "records",
    [
        [record(0xBE, struct.pack("<HH", row, 0) + struct.pack("<H", 0xFFFF)) for row in range(60)],
        [record(0x201, struct.pack("<HHH", row, 0xFFFF, 0)) for row in range(60)],
    ],
)
def test_rows_that_claim_millions_of_cells_are_refused_before_they_are_laid_out(records, tmp_path):
    path = tmp_path / "book.xls"
    path.write_bytes(stream(*records))
    with pytest.raises(UnreadableWorkbookError) as raised:
        open_sheets(path)
    assert raised.value.code == "too_large"


@pytest.mark.parametrize("cut", [600, 2_000, 4_000, 5_000])
def test_a_broken_old_workbook_is_damaged(cut, tmp_path, capfd):
    book = xlwt.Workbook()
    tab = book.add_sheet("Cheshire")
    for row in range(50):
        tab.write(row, 0, f"Good {row}")
    path = saved(book, tmp_path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(UnreadableWorkbookError) as raised:
        open_sheets(path)
    assert raised.value.code == "corrupt"
    assert capfd.readouterr() == ("", "")
