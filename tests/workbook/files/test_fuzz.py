"""Broken, twisted and forged workbooks by the hundred: nothing but UnreadableWorkbookError escapes, and it is meant.

Hundreds of mutations each time, thousands among the long repetitions. A failing case is named by its seed.
"""

import io
import random
import re
import string
import zipfile

import pytest
import xlsxwriter
import xlwt
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError
from tests.workbook.files.hostile import ODS_GREEN, ods_parts, ods_row, write

STRANGE = (
    "", "-1", "0", "1e309", "NaN", "99999999999", "A1:", ":", "XFD1048576", "A0", "ZZZZ1", "A1:XFD1048576", "\u0664",
    "FFGGHH", "$A$1", "#REF!", "&#0;", "&#x1F600;", "<", "]]>", "<!--", "true", "_x0000_", "\x00", "é" * 50, "1" * 400,
    '"Good"', "COUNTIF($A:$XFD,A1)", "A1=", "((((", "[1]Sheet!A1", "rId1", "../../x.xml", "dd/mm/yyyy", "[=1]", ";;;;",
)  # fmt: skip


def by_openpyxl(path):
    book = Workbook()
    tab = book.active
    for row in range(1, 9):
        tab.cell(row, 1, f"Q{row}")
        tab.cell(row, 2, ("Good", 3, 45748, True)[row % 4]).fill = PatternFill(
            "solid", fgColor=Color(theme=row, tint=0.4)
        )
        tab.cell(row, 3).fill = PatternFill("solid", fgColor=Color(indexed=10 + row))
    tab["B3"].number_format = "dd/mm/yyyy"
    tab["A1"].comment = Comment("Reviewer:\nSee log", "Reviewer")
    tab.merge_cells("D1:E2")
    fill = PatternFill("solid", bgColor="FFFFC000")
    tab.conditional_formatting.add("B1:B9", CellIsRule("equal", ['"Good"'], fill=fill))
    tab.conditional_formatting.add("A1:C9", FormulaRule(["AND(LEN($A1)>1,COUNTIF($B$1:$B$9,B1)>1)"], fill=fill))
    tab.conditional_formatting.add("B1:B9", ColorScaleRule("min", None, "FFFF0000", "max", None, "FF00B050"))
    book.save(path)


def by_xlsxwriter(path):
    with xlsxwriter.Workbook(path) as book:
        tab = book.add_worksheet("Cheshire")
        green = book.add_format({"bg_color": "#00B050"})
        tab.write_column("A1", ["Good", "Poor", "Good", 4], green)
        tab.write_rich_string("B1", green, "Good", " but late")
        tab.write_formula("B2", "=1+1", green, 2)
        tab.write_comment("B3", "See log")
        tab.add_table("D1:E3")
        tab.set_row(3, None, green, {"hidden": True})
        tab.set_column("C:D", 9, green)
        tab.conditional_format("A1:A9", {"type": "text", "criteria": "containing", "value": "Go", "format": green})
        tab.conditional_format("A1:A9", {"type": "data_bar", "data_bar_2010": True})
        tab.conditional_format("A1:A9", {"type": "top", "value": 2, "format": green})


def by_xlwt(path):
    book = xlwt.Workbook()
    tab = book.add_sheet("Cheshire")
    for row in range(8):
        tab.write(row, 0, f"Q{row}", xlwt.easyxf("pattern: pattern solid, fore_colour yellow"))
        tab.write(row, 1, row * 1.5)
    tab.write_merge(9, 10, 0, 2, "head")
    book.save(str(path))


def by_hand(path):
    row = ods_row('table:style-name="g" table:number-columns-spanned="2" table:number-columns-repeated="2"', "Good", 2)
    condition = (
        '<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="C.A1:C.B9">'
        '<calcext:condition calcext:apply-style-name="g" calcext:value="contains-text(&quot;oo&quot;)" '
        'calcext:base-cell-address="C.A1"/></calcext:conditional-format></calcext:conditional-formats>'
    )
    value = 'office:value-type="float" office:value="3" table:formula="of:=1+2"'
    write(path, ods_parts(row + ods_row(value, "3") + ods_row("", repeat=9) + condition, ODS_GREEN))


SOURCES = {"openpyxl.xlsx": by_openpyxl, "xlsxwriter.xlsx": by_xlsxwriter, "xlwt.xls": by_xlwt, "hand.ods": by_hand}


@pytest.fixture(scope="module")
def originals(tmp_path_factory):
    folder = tmp_path_factory.mktemp("originals")
    for name, make in SOURCES.items():
        make(folder / name)
        assert open_sheets(folder / name)
    return {name: (folder / name).read_bytes() for name in SOURCES}


def flipped(data, dice):
    """Some bytes changed, cut out or doubled."""
    data = bytearray(data)
    for _ in range(dice.choice((1, 2, 8, 40))):
        at = dice.randrange(max(len(data), 1))
        match dice.randrange(4):
            case 0:
                data[at : at + 1] = bytes([dice.randrange(256)])
            case 1:
                del data[at : at + dice.choice((1, 4, 60))]
            case 2:
                data[at:at] = data[at : at + dice.choice((1, 30, 300))]
            case _:
                data[at : at + 4] = dice.choice((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))
    return bytes(data)


def twisted(text, dice):
    """Some attributes and texts of an XML part replaced, tags dropped, moved or doubled."""
    for _ in range(dice.choice((1, 1, 2, 5))):
        strange = dice.choice(STRANGE) if dice.random() < 0.8 else "".join(dice.choices(string.printable, k=12))
        spots = [*re.finditer(r'"[^"]*"|>[^<]+<|<[^>]+>', text)]
        if not spots:
            return text
        spot = dice.choice(spots)
        found = spot[0]
        if found.startswith('"'):
            new = f'"{strange}"'
        elif found.startswith(">"):
            new = f">{strange}<"
        else:
            new = dice.choice(("", found * 2, found * 300, found.replace("/>", ">"), dice.choice(spots)[0]))
        text = text[: spot.start()] + new + text[spot.end() :]
    return text


def mutated(name, data, dice):
    """One mutation of a workbook's bytes; of its parts where it has some."""
    if name.endswith(".xls") or dice.random() < 0.25:
        return flipped(data, dice)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    for entry in dice.sample(sorted(parts), min(len(parts), dice.choice((1, 2, 3)))):
        match dice.randrange(8):
            case 0:
                del parts[entry]
            case 1:
                parts[entry] = flipped(parts[entry], dice)
            case 2:
                parts[entry] = parts[dice.choice(sorted(parts))]
            case _:
                parts[entry] = twisted(parts[entry].decode("utf-8", "replace"), dice).encode("utf-8", "replace")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in parts.items():
            archive.writestr(entry, content)
    return out.getvalue()


def assert_sound(sheets):
    """What a reader of cells may count on, whatever the file was."""
    for sheet in sheets:
        assert list(sheet.cells) == sorted(sheet.cells)
        for place, cell in sheet.cells.items():
            assert place == (cell.row, cell.column)
            assert 1 <= cell.row <= 1_048_576 and 1 <= cell.column <= 16_384
            assert cell.colour is None or re.fullmatch("[0-9A-F]{6}", cell.colour)
            assert not (cell.colour and cell.unsettled)
            assert cell.text or cell.colour or cell.unsettled or cell.note or cell.formula_without_value
            assert isinstance(cell.text, str) and isinstance(cell.note, str)
        for area in (*sheet.merged, *sheet.tables.values()):
            assert 1 <= area.top <= area.bottom <= 1_048_576 and 1 <= area.left <= area.right <= 16_384


def assert_survives(originals, folder, seed):
    dice = random.Random(seed)
    name = dice.choice(sorted(originals))
    path = folder / f"{seed} {name}"
    path.write_bytes(mutated(name, originals[name], dice))
    try:
        assert_sound(open_sheets(path))
    except UnreadableWorkbookError as refusal:
        assert refusal.code != "unexpected", f"seed {seed}: {refusal.__cause__!r}"
        assert "\n" not in str(refusal) and 8 <= len(str(refusal)) <= 400
    path.unlink()


@pytest.mark.parametrize("batch", range(8))
def test_hundreds_of_mutations_are_survived(batch, originals, tmp_path, capfd):
    for seed in range(batch * 50, batch * 50 + 50):
        assert_survives(originals, tmp_path, seed)
    assert capfd.readouterr() == ("", "")


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(40))
def test_thousands_of_mutations_are_survived(batch, originals, tmp_path, capfd):
    for seed in range(10_000 + batch * 250, 10_000 + batch * 250 + 250):
        assert_survives(originals, tmp_path, seed)
    assert capfd.readouterr() == ("", "")
