"""Workbooks painted with openpyxl, XlsxWriter or by hand read back as a person sees them."""

import datetime as dt
import re

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import GradientFill, PatternFill
from openpyxl.styles.colors import Color

from arms_analytics.workbook.cells import Area
from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError
from tests.workbook.files.hostile import DXF, GREEN, MAIN, TYPES, WORDS, inline, parts_of, relations, sheet, write


def cells_of(path, tab=0):
    return {cell.address: cell for cell in open_sheets(path)[tab].cells.values()}


def saved(book, folder):
    path = folder / "book.xlsx"
    book.save(path)
    return path


def by_hand(folder, *arguments, **more):
    return cells_of(write(folder / "book.xlsx", parts_of(*arguments, **more)))


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

    assert [(one.name, one.hidden) for one in sheets] == [("Cheshire", False), ("Lists", True)]
    cells = {cell.address: cell for cell in sheets[0].cells.values()}
    assert cells.keys() == {"A1", "B2", "C2", "D2", "E2"}
    assert (cells["A1"].value, cells["A1"].text, cells["A1"].colour) == ("Question", "Question", None)
    assert (cells["B2"].value, cells["B2"].colour) == (None, "FFC000")
    assert (cells["C2"].value, cells["C2"].text, cells["C2"].colour) == (4.0, "4", "E26B0A")
    assert cells["D2"].note == "See log"
    assert cells["E2"].colour == "00B050"
    assert sheets[0].merged == [Area(2, 5, 3, 6)]


def test_kinds_of_value(tmp_path):
    book = Workbook()
    tab = book.active
    for row, value in enumerate(
        ["Good", 3.5, True, dt.date(2025, 4, 1), dt.datetime(2025, 4, 1, 9, 30), dt.time(9, 30), "#N/A", " x ", "a\nb"],
        1,
    ):
        tab.cell(row, 1, value)
    tab["A4"].number_format = "mmm yyyy"
    found = [(cell.value, cell.text) for cell in cells_of(saved(book, tmp_path)).values()]
    assert found == [
        ("Good", "Good"), (3.5, "3.5"), (True, "TRUE"), (dt.date(2025, 4, 1), "Apr 2025"),
        (dt.datetime(2025, 4, 1, 9, 30), "2025-04-01 9:30:00"), (dt.time(9, 30), "9:30:00"), ("#N/A", "#N/A"),
        (" x ", " x "), ("a\nb", "a\nb"),
    ]  # fmt: skip


def test_a_formula_shows_its_last_value_or_says_that_it_has_none(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "book.xlsx")
    tab = book.add_worksheet("Cheshire")
    tab.write_formula("A1", '="Go"&"od"', None, "Good")
    tab.write_formula("A2", "=1+1", None, 2)
    book.close()
    cells = cells_of(tmp_path / "book.xlsx")
    assert [(cell.address, cell.text) for cell in cells.values()] == [("A1", "Good"), ("A2", "2")]
    assert by_hand(tmp_path, sheet("<row r='1'><c r='A1' t='str'><f>x</f><v></v></c></row>")) == {}
    bare = Workbook()
    bare.active["A1"] = "=1+1"
    assert cells_of(saved(bare, tmp_path))["A1"].formula_without_value


def test_numbers_that_are_none_stay_as_text(tmp_path):
    values = ("nan", "inf", "1_000", "1,5", "12abc", "1e999", "0x1F", "\u0664")
    row = "".join(f"<c r='{chr(65 + n)}1'><v>{value}</v></c>" for n, value in enumerate(values))
    cells = by_hand(tmp_path, sheet(f"<row r='1'>{row}</row>"))
    assert [cell.value for cell in cells.values()] == list(values)


def test_rich_text_is_joined_and_phonetics_and_escapes_are_not_read(tmp_path):
    strings = (
        "<si><r><rPr><b/></rPr><t>Good</t></r><r><t xml:space='preserve'> but late</t></r></si>"
        "<si><t>漢字</t><rPh sb='0' eb='2'><t>かんじ</t></rPh><phoneticPr fontId='1'/></si>"
        "<si><t>one_x000D_\ntwo_x005F_x000D_</t></si><si/>"
    )
    row = "".join(f"<c r='{chr(65 + n)}1' t='s'><v>{n}</v></c>" for n in range(4))
    cells = by_hand(tmp_path, sheet(f"<row r='1'>{row}</row>"), strings=strings)
    assert [cell.text for cell in cells.values()] == ["Good but late", "漢字", "one\ntwo_x000D_"]


@pytest.mark.parametrize("index", ["4", "-1", "x", "99999999999", "1.0"])
def test_a_text_that_is_not_there_is_damage(index, tmp_path):
    part = sheet(f"<row r='1'><c r='A1' t='s'><v>{index}</v></c></row>")
    with pytest.raises(UnreadableWorkbookError, match="points to a text that is not there"):
        by_hand(tmp_path, part, strings="<si><t>Good</t></si>")


@pytest.mark.parametrize(
    "row",
    ["<row r='0'/>", "<row r='-5'/>", "<row r='1048577'/>", "<row r='x'/>", "<row r='1'><c r='XFE1'/></row>",
     "<row r='1'><c r='A2'><v>1</v></c></row>", "<row r='1'><c r='AAAA1'/></row>", "<row r='1'><c r='1A'/></row>",
     "<row r='1'><c r='A0'/></row>", "<row r='1'><c r='A-1'/></row>", "<c><v>1</v></c>",
     "<row r='99999999999999999999'/>", "<row r='1'>" + "<c/>" * 16_385 + "</row>"],
)  # fmt: skip
def test_a_place_that_no_sheet_has_is_damage(row, tmp_path):
    with pytest.raises(UnreadableWorkbookError) as raised:
        by_hand(tmp_path, sheet(row))
    assert raised.value.code == "corrupt"


def test_cells_without_references_count_from_the_one_before(tmp_path):
    cells = by_hand(
        tmp_path, sheet("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>")
    )
    assert {address: cell.text for address, cell in cells.items()} == {"A1": "1", "D1": "2", "E1": "3", "A2": "4"}


STYLES = """<fills count="9"><fill><patternFill patternType="none"><fgColor rgb="FF00B050"/></patternFill></fill>
<fill><patternFill><fgColor rgb="FF00B050"/></patternFill></fill><fill><patternFill patternType="solid"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="0000B050"/></patternFill></fill>
<fill><patternFill patternType="darkUp"><fgColor rgb="FF00B050"/></patternFill></fill>
<fill><gradientFill><stop position="0"><color rgb="FF00B050"/></stop></gradientFill></fill>
<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>
<cellStyleXfs><xf fillId="0"/><xf fillId="3" applyFill="1"/></cellStyleXfs>
<cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/><xf fillId="3" applyFill="0"/><xf fillId="4"/><xf fillId="5"/>
<xf fillId="6"/><xf xfId="1"/><xf fillId="0" xfId="1"/><xf fillId="77"/></cellXfs>
<colors><indexedColors>INDEXED</indexedColors></colors>""".replace("INDEXED", "<rgbColor rgb='00B42318'/>" * 11)


@pytest.mark.parametrize(
    ("style", "seen"),
    [(0, None), (1, None), (2, "000000"), (3, "00B050"), (4, "?"), (5, "?"), (6, "B42318"), (7, "00B050"), (8, None),
     (9, None), (500, None)],
)  # fmt: skip
def test_what_a_cell_format_paints(style, seen, tmp_path):
    row = f"<row r='1'><c r='A1' s='{style}' t='str'><v>x</v></c></row>"
    cell = by_hand(tmp_path, sheet(row), styles=STYLES)["A1"]
    assert ("?" if cell.unsettled else cell.colour) == seen


def test_patterns_and_gradients_are_asked_about(tmp_path):
    book = Workbook()
    book.active["A1"].fill = PatternFill("lightGrid", fgColor="FF00B050")
    book.active["A2"].fill = GradientFill(stop=("FFFF0000", "FF00B050"))
    cells = cells_of(saved(book, tmp_path)).values()
    seen = [(cell.colour, cell.unsettled) for cell in cells]
    assert seen == [(None, "a pattern of two colours"), (None, "a gradient of colours")]


def test_an_absent_cell_has_its_rows_then_its_columns_format(tmp_path):
    rows = (
        f"<row r='1'>{inline('A1', 'Q1')}{inline('C1', 'x')}</row>"
        f"<row r='2' s='0' customFormat='1'>{inline('A2', 'Q2')}</row>"
        f"<row r='3' s='1' customFormat='1'>{inline('A3', 'Q3')}</row>"
        f"<row r='4'>{inline('A4', 'Q4')}<c r='B4' s='0'/>{inline('C4', 'y')}</row><row r='5' s='1' customFormat='1'/>"
    )
    columns = "<cols><col min='2' max='16384' style='1'/></cols>"
    part = sheet(rows + f"<row r='6'>{inline('B6', 'end')}</row>", before=columns)
    cells = by_hand(tmp_path, part, styles=GREEN)
    assert {address for address, cell in cells.items() if cell.colour} == {"B1", "B3", "C3", "C6"}


def test_a_sheet_painted_white_says_nothing(tmp_path):
    white = GREEN.replace("FF00B050", "FFFFFFFF")
    part = sheet(f"<row r='1'>{inline('A1', 'Q1')}</row><row r='2'>{inline('B2', 'x')}</row>",
                 before="<cols><col min='1' max='16384' style='1'/></cols>")  # fmt: skip
    assert by_hand(tmp_path, part, styles=white).keys() == {"A1", "B2"}


def test_stray_painted_rows_far_below_are_left_out_and_near_ones_kept(tmp_path):
    rows = WORDS + "".join(f"<row r='{row}'><c r='A{row}' s='1'/></row>" for row in range(2, 3_000))
    rows += f"<row r='3000'><c r='A3000' s='1'/>{inline('B3000', 'far')}</row>"
    part = sheet(rows, after="<mergeCells><mergeCell ref='B3000:C3000'/></mergeCells>")
    cells = by_hand(tmp_path, part, styles=GREEN)
    assert {cell.row for cell in cells.values()} == {*range(1, 202), 3000}
    assert cells["A3000"].colour == "00B050" and cells["B3000"].text == "far"


def test_hidden_rows_and_columns_are_named(tmp_path):
    rows = f"<row r='1'>{inline('A1', 'x')}</row><row r='2' hidden='1'>{inline('F2', 'y')}</row><row r='9' hidden='1'/>"
    part = sheet(rows, before="<cols><col min='3' max='4' hidden='1'/><col min='20' max='16384' hidden='1'/></cols>")
    tab = open_sheets(write(tmp_path / "book.xlsx", parts_of(part)))[0]
    assert (tab.hidden_rows, tab.hidden_columns) == ({2}, {3, 4})


def test_defined_tables_are_named_with_their_areas(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as book:
        book.add_worksheet("Cheshire").add_table("B2:D6", {"name": "Reviews"})
    assert open_sheets(tmp_path / "book.xlsx")[0].tables == {"Reviews": Area(2, 2, 6, 4)}


def test_a_merged_area_has_its_anchors_value_and_fill_and_hides_the_rest(tmp_path):
    row = f"<row r='1'>{inline('A1', 'anchor')}{inline('B1', 'under')}<c r='C1' s='1'/></row>"
    row += "<row r='2'><c r='A2' s='1'/></row>"
    part = sheet(row, after="<mergeCells><mergeCell ref='A1:C2'/><mergeCell ref='E5:E5'/></mergeCells>")
    tab = open_sheets(write(tmp_path / "book.xlsx", parts_of(part, styles=GREEN)))[0]
    assert [(cell.address, cell.text, cell.colour) for cell in tab.cells.values()] == [("A1", "anchor", None)]
    assert tab.merged == [Area(1, 1, 2, 3)]


THREAD = (
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
    '<threadedComment ref="A1" id="1"><text>Rationale is clear</text></threadedComment>'
    '<threadedComment ref="A1" id="2" parentId="1"><text>Agreed</text></threadedComment></ThreadedComments>'
)


def test_the_thread_wins_over_the_note_that_stands_in_for_it(tmp_path):
    stand_in = "[Threaded comment]\n\nYour version\n\nComment:\n    Old"
    comments = (
        f'<comments xmlns="{MAIN}"><authors><author>tc=1</author><author>Smith, J</author></authors><commentList>'
        f'<comment ref="A1" authorId="0"><text><t>{stand_in}</t></text></comment><comment ref="B1" authorId="1"><text>'
        '<r><t>Smith, J:</t></r><r><t xml:space="preserve">\nSee log</t></r></text></comment></commentList></comments>'
    )
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("r1", "comments", "../comments1.xml"), ("r2", "threadedComment", "/xl/threadedComments/t1.xml")
        ),
        "xl/comments1.xml": comments,
        "xl/threadedComments/t1.xml": THREAD,
    }
    cells = by_hand(tmp_path, sheet(), more=more)
    assert {address: cell.note for address, cell in cells.items()} == {
        "A1": "Rationale is clear\nAgreed",
        "B1": "See log",
    }


def test_strict_and_prefixed_namespaces_are_the_same_sheet(tmp_path):
    plain = parts_of(sheet(WORDS), styles=GREEN)
    strict = {
        name: part.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
        )
        for name, part in plain.items()
    }
    prefixed = plain | {
        "xl/worksheets/sheet1.xml": re.sub(r"<(/?)(\w)", r"<\1x:\2", sheet(WORDS).partition("\n")[2]).replace(
            "xmlns=", "xmlns:x="
        )
    }
    texts = [
        [cell.text for cell in open_sheets(write(tmp_path / "book.xlsx", parts))[0].cells.values()]
        for parts in (plain, strict, prefixed)
    ]
    assert texts == [["Q1", "Good"]] * 3


def test_parts_are_found_whatever_their_case_and_slashes(tmp_path):
    parts = parts_of(sheet(WORDS))
    parts["XL/Worksheets/SHEET1.xml"] = parts.pop("xl/worksheets/sheet1.xml")
    parts["xl/_rels/workbook.xml.rels"] = relations(("rId1", "worksheet", "worksheets\\sheet1.xml"))
    assert len(open_sheets(write(tmp_path / "book.xlsx", parts))[0].cells) == 2


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/../../secret.xml", "C:\\secret.xml", ""])
def test_a_target_outside_the_package_is_a_missing_part(target, tmp_path):
    parts = parts_of(sheet(WORDS)) | {"xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", target))}
    with pytest.raises(UnreadableWorkbookError, match="missing"):
        open_sheets(write(tmp_path / "book.xlsx", parts))


def test_parts_in_utf_16_are_read(tmp_path):
    part = sheet(WORDS).replace("UTF-8", "UTF-16").encode("utf-16")
    assert len(by_hand(tmp_path, part)) == 2


def test_the_1904_calendar_is_the_workbooks_own(tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "book.xlsx", {"date_1904": True})
    book.add_worksheet().write_datetime("A1", dt.datetime(2025, 4, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
    assert cells_of(tmp_path / "book.xlsx")["A1"].text == "01/04/2025"


def test_named_cell_styles_resolve_through_the_format(tmp_path):
    book = Workbook()
    for row, style in enumerate(("Good", "Neutral", "Bad"), 1):
        book.active.cell(row, 1, style).style = style
    assert [cell.colour for cell in cells_of(saved(book, tmp_path)).values()] == ["C6EFCE", "FFEB9C", "FFC7CE"]


def test_conditional_formats_of_both_writers_paint_alike(tmp_path):
    book = Workbook()
    for row, word in enumerate(("Good", "Inadequate", "Other"), 1):
        book.active.cell(row, 1, word).fill = solid("FFDDDDDD")
        book.active.cell(row, 2, "feedback")
    formats = book.active.conditional_formatting
    formats.add("A1:A9", CellIsRule("equal", ['"Good"'], fill=PatternFill("solid", bgColor="FF00B050")))
    formats.add("A1:B9", FormulaRule(['$A1="Inadequate"'], fill=PatternFill("solid", bgColor="FFFF0000")))
    ours = [cell.colour for cell in cells_of(saved(book, tmp_path)).values()]
    assert ours == ["00B050", None, "FF0000", "FF0000", "DDDDDD", None]

    with xlsxwriter.Workbook(tmp_path / "other.xlsx") as other:
        tab, grey = other.add_worksheet(), other.add_format({"bg_color": "#DDDDDD"})
        for row, word in enumerate(("Good", "Inadequate", "Other")):
            tab.write(row, 0, word, grey)
            tab.write(row, 1, "feedback")
        tab.conditional_format("A1:A9", {"type": "text", "criteria": "containing", "value": "Good",
                                         "format": other.add_format({"bg_color": "#00B050"})})  # fmt: skip
        tab.conditional_format("A1:B9", {"type": "formula", "criteria": '=$A1="Inadequate"',
                                         "format": other.add_format({"bg_color": "#FF0000"})})  # fmt: skip
    assert [cell.colour for cell in cells_of(tmp_path / "other.xlsx").values()] == ours


def test_colour_scales_and_data_bars_of_xlsxwriter(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as book:
        tab = book.add_worksheet()
        tab.write_column("A1", [1, 2, 3])
        tab.write_column("B1", [1, 2, 3])
        tab.conditional_format("A1:A3", {"type": "3_color_scale", "min_color": "#FF0000", "mid_color": "#FFC000",
                                         "max_color": "#00B050"})  # fmt: skip
        tab.conditional_format("B1:B3", {"type": "data_bar", "data_bar_2010": True})
    cells = cells_of(tmp_path / "book.xlsx")
    assert [cells[f"A{row}"].colour for row in (1, 2, 3)] == ["FF0000", "FFC000", "00B050"]
    assert all("data bar" in cells[f"B{row}"].unsettled for row in (1, 2, 3))


def test_conditional_formats_of_the_2010_extension(tmp_path):
    microsoft = "http://schemas.microsoft.com/office"
    x14, xm = f"{microsoft}/spreadsheetml/2009/9/main", f"{microsoft}/excel/2006/main"
    after = (
        f'<extLst><ext xmlns:x14="{x14}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>'
        f'<x14:conditionalFormatting xmlns:xm="{xm}"><x14:cfRule type="containsText" priority="1">'
        "<xm:f>NOT(ISERROR(SEARCH($D$1,B1)))</xm:f><xm:f>$D$1</xm:f><x14:dxf><fill><patternFill>"
        '<bgColor rgb="FFFFC000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>B1:B5</xm:sqref>'
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    rows = f"<row r='1'>{inline('A1', 'Q1')}{inline('B1', 'Very good')}{inline('D1', 'good')}</row>"
    cells = by_hand(tmp_path, sheet(rows, after=after))
    assert (cells["B1"].colour, cells["A1"].colour) == ("FFC000", None)


@pytest.mark.parametrize(
    ("fill", "seen"),
    [
        ('<patternFill><bgColor rgb="FFFFC000"/></patternFill>', "FFC000"),
        ('<patternFill patternType="solid"><fgColor rgb="FF00B050"/><bgColor rgb="FFFFC000"/></patternFill>', "FFC000"),
        ('<patternFill patternType="none"/>', None),
        ('<patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill>', "?"),
        ('<patternFill patternType="gray125"><bgColor rgb="FFFFC000"/></patternFill>', "?"),
        ("<gradientFill/>", "?"),
    ],
)
def test_in_a_differential_format_the_colour_is_the_background(fill, seen, tmp_path):
    dxf = re.sub("<fill>.*</fill>", f"<fill>{fill}</fill>", DXF)
    rule = '<cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"Good"</formula></cfRule>'
    after = f'<conditionalFormatting sqref="B1">{rule}</conditionalFormatting>'
    cell = by_hand(tmp_path, sheet(WORDS, after=after), styles=GREEN + dxf)["B1"]
    assert ("?" if cell.unsettled else cell.colour) == seen


def test_macros_and_links_are_neither_run_nor_followed(tmp_path):
    parts = parts_of(sheet(WORDS)) | {"xl/vbaProject.bin": b"macros", "xl/externalLinks/externalLink1.xml": "<x/>"}
    parts["[Content_Types].xml"] = TYPES.replace(
        "application/xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    assert len(open_sheets(write(tmp_path / "book.xlsm", parts))[0].cells) == 2


def test_tabs_come_in_order_and_chart_sheets_are_passed_over(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as book:
        first = book.add_worksheet("Key")
        first.write("A1", 1)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Key!$A$1:$A$1"})
        book.add_chartsheet("Chart").set_chart(chart)
        book.add_worksheet("Cheshire").hide()
    assert [(tab.name, tab.hidden) for tab in open_sheets(tmp_path / "book.xlsx")] == [
        ("Key", False),
        ("Cheshire", True),
    ]
