"""OpenDocument spreadsheets, hand-written as LibreOffice writes them."""

import datetime as dt

import pytest

from arms_analytics.workbook.cells import Area
from arms_analytics.workbook.files.opendocument.conditions import as_excel
from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError
from tests.workbook.files.hostile import LAST, ODS_GREEN, ods_parts, ods_row, write


def read(folder, table, styles="", **more):
    return open_sheets(write(folder / "book.ods", ods_parts(table, styles) | more))[0]


def cells(*inner):
    return f"<table:table-row>{''.join(inner)}</table:table-row>"


def cell(text="", attributes="", more=""):
    return f"<table:table-cell {attributes}>{more}{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def seen(sheet):
    return {one.address: (one.text, "?" if one.unsettled else one.colour) for one in sheet.cells.values()}


@pytest.mark.parametrize(
    ("attributes", "shown", "value", "text"),
    [
        ('office:value-type="float" office:value="4"', "4.00", 4.0, "4"),
        ('office:value-type="float" office:value="42"', "0042", 42.0, "0042"),
        ('office:value-type="float" office:value="3"', "Q3", 3.0, "Q3"),
        ('office:value-type="percentage" office:value="0.75"', "75%", 0.75, "75%"),
        ('office:value-type="float" office:value="nan"', "nan", "nan", "nan"),
        ('office:value-type="date" office:date-value="2025-04-01"', "01/04/25", dt.date(2025, 4, 1), "01/04/25"),
        ('office:value-type="date" office:date-value="2025-04-01T09:30:00"', "x", dt.datetime(2025, 4, 1, 9, 30), "x"),
        ('office:value-type="time" office:time-value="PT09H30M00S"', "09:30", dt.time(9, 30), "09:30"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", True, "TRUE"),
        ('office:value-type="string" office:string-value="Good"', "", "Good", "Good"),
        ('office:value-type="date" office:date-value="soon"', "soon", "soon", "soon"),
    ],
)
def test_kinds_of_value(attributes, shown, value, text, tmp_path):
    found = read(tmp_path, cells(cell(shown, attributes))).cells[1, 1]
    assert (found.value, found.text) == (value, text)


def test_paragraphs_spaces_and_breaks_are_kept_and_white_space_of_the_file_is_not(tmp_path):
    inner = "<text:p>  Rationale\n   <text:span>is <text:s text:c='3'/>clear</text:span></text:p><text:p/>"
    inner += "<text:p>one<text:line-break/>two<text:tab/>three </text:p><text:p>R &amp; D</text:p>"
    found = read(tmp_path, cells(f"<table:table-cell>{inner}</table:table-cell>")).cells[1, 1]
    assert found.text == "Rationale is    clear\n\none\ntwo\tthree\nR & D"


def test_a_formula_without_its_value_says_so(tmp_path):
    sheet = read(tmp_path, cells(cell("", 'table:formula="of:=1+1"'), cell("2", 'table:formula="of:=1+1"')))
    assert [one.formula_without_value for one in sheet.cells.values()] == [True, False]


def test_fills_come_from_the_cell_the_row_the_column_and_through_parents(tmp_path):
    red = '<style:table-cell-properties fo:background-color="#ff0000"/>'
    styles = ODS_GREEN + "".join(
        f'<style:style style:name="{name}" style:family="table-cell" {parent}>{own}</style:style>'
        for name, parent, own in [
            ("child", 'style:parent-style-name="g"', ""), ("red", "", red),
            ("bare", 'style:parent-style-name="g"', red.replace("#ff0000", "transparent")),
        ]
    )  # fmt: skip
    columns = '<table:table-column table:number-columns-repeated="2"/>'
    columns += '<table:table-column table:default-cell-style-name="red"/>'
    table = (
        columns
        + cells(cell("a", 'table:style-name="child"'), cell("b", 'table:style-name="bare"'), cell("c"), cell("d"))
        + '<table:table-row table:default-cell-style-name="g"><table:table-cell table:number-columns-repeated="3"/>'
        + cell("e")
        + "</table:table-row>"
    )
    assert seen(read(tmp_path, table, styles)) == {
        "A1": ("a", "00B050"), "B1": ("b", None), "C1": ("c", "FF0000"), "D1": ("d", None), "A2": ("", "00B050"),
        "B2": ("", "00B050"), "C2": ("", "00B050"), "D2": ("e", "00B050"),
    }  # fmt: skip


def test_styles_of_styles_xml_serve_too(tmp_path):
    common = (
        '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
        + ODS_GREEN
        + "</office:document-styles>"
    )
    sheet = read(tmp_path, cells(cell("Good", 'table:style-name="g"')), **{"styles.xml": common})
    assert seen(sheet) == {"A1": ("Good", "00B050")}


def test_repeated_words_are_in_every_cell_and_repeated_blanks_in_none(tmp_path):
    table = ods_row('table:number-columns-repeated="2"', "x", repeat=2) + ods_row("", repeat=5) + ods_row("", "end")
    table += ods_row('table:number-columns-repeated="16384"', repeat=LAST - 8)
    assert read(tmp_path, table).cells.keys() == {(1, 1), (1, 2), (2, 1), (2, 2), (8, 1)}


def test_a_painted_tail_is_left_out_and_painted_boxes_are_kept(tmp_path):
    boxes = cells(cell("Q1"), cell("", 'table:style-name="g" table:number-columns-repeated="4"'))
    tail = ods_row('table:style-name="g" table:number-columns-repeated="16384"', repeat=LAST - 1)
    assert seen(read(tmp_path, boxes + tail, ODS_GREEN)) == {
        "A1": ("Q1", None), "B1": ("", "00B050"), "C1": ("", "00B050"), "D1": ("", "00B050"), "E1": ("", "00B050"),
    }  # fmt: skip


def test_merged_areas_hide_what_they_cover(tmp_path):
    table = cells(
        cell("head", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'),
        "<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>", cell("after"),
    )  # fmt: skip
    sheet = read(tmp_path, table)
    assert sheet.merged == [Area(1, 1, 2, 2)]
    assert seen(sheet) == {"A1": ("head", None), "C1": ("after", None)}


def test_notes_are_apart_from_words(tmp_path):
    note = "<dc:creator>Smith, J</dc:creator><dc:date>2025-04-01</dc:date><text:p>See log</text:p>"
    note = f"<office:annotation>{note}</office:annotation>"
    found = read(tmp_path, cells(cell("Good", more=note), cell("", more=note))).cells
    assert [(one.text, one.note) for one in found.values()] == [("Good", "See log"), ("", "See log")]


def test_hidden_rows_columns_and_tabs_are_named(tmp_path):
    styles = (
        '<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    table = '<table:table-column/><table:table-column table:visibility="collapse"/>' + cells(cell("a"), cell("b"))
    table += f'<table:table-row table:visibility="filter">{cell("c")}</table:table-row>'
    parts = ods_parts(table, styles)
    parts["content.xml"] = parts["content.xml"].replace('table:name="Cheshire"', 'table:name="C" table:style-name="t"')
    sheet = open_sheets(write(tmp_path / "book.ods", parts))[0]
    assert (sheet.name, sheet.hidden, sheet.hidden_rows, sheet.hidden_columns) == ("C", True, {2}, {2})


CONDITIONS = "calcext:conditional-formats"


def conditioned(tmp_path, condition, more=""):
    words = cells(cell("Good")) + cells(cell("Poor")) + cells(cell("3", 'office:value-type="float" office:value="3"'))
    table = words + (
        f"<{CONDITIONS}><calcext:conditional-format calcext:target-range-address=\"'My tab'.A1:'My tab'.A3\">{more}"
        f'<calcext:condition calcext:apply-style-name="g" calcext:value="{condition}" '
        f'calcext:base-cell-address="Cheshire.A1"/></calcext:conditional-format></{CONDITIONS}>'
    )
    return [colour for _, colour in seen(read(tmp_path, table, ODS_GREEN)).values()]


@pytest.mark.parametrize(
    ("condition", "rows"),
    [
        ("=&quot;Good&quot;", [1]), ("!=&quot;Good&quot;", [2, 3]), ("&gt;=3", [1, 2, 3]), ("between(1,5)", [3]),
        ("not-between(1,5)", [1, 2]), ("contains-text(&quot;oo&quot;)", [1, 2]), ("begins-with(&quot;Go&quot;)", [1]),
        ("not-contains-text(&quot;oo&quot;)", [3]), ("ends-with(&quot;or&quot;)", [2]), ("unique", [1, 2, 3]),
        ("duplicate", []), ("top-elements(1)", [3]), ("above-average", []), ("is-error", []),
        ("is-no-error", [1, 2, 3]),
        ("formula-is([.A1]=&quot;Good&quot;)", [1]), ("formula-is(ISNUMBER([.$A1]))", [3]),
        ("formula-is(OR([.A1]=&quot;Good&quot;;[.A1]=3))", [1, 3]),
    ],
)  # fmt: skip
def test_conditions_of_libreoffice_paint(condition, rows, tmp_path):
    assert [row for row, colour in enumerate(conditioned(tmp_path, condition), 1) if colour == "00B050"] == rows


def test_a_condition_beyond_us_is_asked_about(tmp_path):
    assert conditioned(tmp_path, "date-in-some-future") == ["?"] * 3


def test_conditions_kept_in_styles_paint(tmp_path):
    styles = ODS_GREEN + (
        '<style:style style:name="m" style:family="table-cell">'
        '<style:map style:condition="cell-content()=&quot;Good&quot;" '
        'style:apply-style-name="g" style:base-cell-address="Cheshire.A1"/></style:style>'
    )
    table = cells(cell("Good", 'table:style-name="m"'), cell("Poor", 'table:style-name="m"'), cell("Good"))
    assert seen(read(tmp_path, table, styles)) == {
        "A1": ("Good", "00B050"), "B1": ("Poor", None), "C1": ("Good", None),
    }  # fmt: skip


def test_formulas_are_spelled_as_excel_spells_them():
    assert as_excel('of:=IF([.$A1]="[.x];";[$Key.B$2];SUM([.A1:.B2]))') == 'IF($A1="[.x];",Key!B$2,SUM(A1:B2))'
    assert as_excel("[$'My tab'.A1]=1") == "'My tab'!A1=1"


@pytest.mark.parametrize("repeat", ["0", "-1", "x", "9999999999"])
def test_a_senseless_repetition_is_damage(repeat, tmp_path):
    with pytest.raises(UnreadableWorkbookError, match="repeats"):
        read(tmp_path, cells(cell("x", f'table:number-columns-repeated="{repeat}"')))
