"""Writes painted tabs as files: .xlsx by two writers, .xls and .ods."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule, Rule
from openpyxl.styles import Color, NamedStyle, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from arms_analytics.workbook.cells import address
from tests.workbook.wild.canvas import Canvas, Fill, Ink
from tests.workbook.wild.threads import add_threads, with_notices
from tests.workbook.wild.truth import Book


def write(book: Book, folder: Path) -> Path:
    """The file of a book; its name is the book's."""
    path = folder / book.name
    if book.threaded:
        with_notices(book.sheets)
    writer = {"xls": write_xls, "ods": write_ods}.get(
        book.kind, write_openpyxl if book.hand == "openpyxl" else write_xlsxwriter
    )
    writer(book.sheets, path)
    if book.threaded:
        add_threads(path, book.sheets)
    return path


def _author(note: str) -> str:
    """Excel begins a note with its author's name on a line of its own."""
    name, colon, _ = note.partition(":\n")
    return name if colon and len(name) < 20 else "Reviewer"


def _range(area: tuple[int, int, int, int]) -> str:
    return f"{address(*area[:2])}:{address(*area[2:])}"


# ---- openpyxl
def _pattern(fill: Fill) -> PatternFill:
    if fill.theme is not None:
        return PatternFill("solid", fgColor=Color(theme=fill.theme, tint=fill.tint))
    if fill.index is not None:
        return PatternFill("solid", fgColor=Color(indexed=fill.index))
    return PatternFill("solid", fgColor="FF" + fill.rgb)


def write_openpyxl(sheets: list[Canvas], path: Path) -> None:
    """Any fill, rule and note."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    styles: dict[str, NamedStyle] = {}
    for canvas in sheets:
        sheet = book.create_sheet(canvas.name)
        sheet.sheet_state = "hidden" if canvas.hidden else "visible"
        for (row, column), ink in canvas.ink.items():
            cell = sheet.cell(row, column)
            if ink.formula:
                cell.value = "=" + ink.formula
            elif isinstance(ink.value, str):
                cell.value = ink.value
                cell.data_type = "s"
            else:
                cell.value = ink.value
            if ink.fill and ink.fill.style:
                if ink.fill.style not in styles:
                    styles[ink.fill.style] = NamedStyle(ink.fill.style, fill=_pattern(ink.fill))
                    book.add_named_style(styles[ink.fill.style])
                cell.style = ink.fill.style
            elif ink.fill:
                cell.fill = _pattern(ink.fill)
            if ink.date_format:
                cell.number_format = ink.date_format
            if ink.note:
                cell.comment = Comment(ink.note, _author(ink.note))
            if ink.link:
                cell.hyperlink = ink.link
        for top, left, bottom, right in canvas.merged:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for rule in canvas.rules:
            sheet.conditional_formatting.add(
                _range(rule.area), _openpyxl_rule(rule.kind, rule.what, rule.fill, rule.area)
            )
        for row in canvas.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        if canvas.filter:
            sheet.auto_filter.ref = _range(canvas.filter)
    book.save(path)


def _openpyxl_rule(kind: str, what: str, fill: Fill, area: tuple[int, int, int, int]) -> Rule:
    pattern = PatternFill(bgColor="FF" + fill.rgb)
    if kind == "is":
        return CellIsRule(operator="equal", formula=[what], fill=pattern)
    if kind == "formula":
        return FormulaRule(formula=[what], fill=pattern)
    corner = address(*area[:2])
    formula = {
        "contains": f'NOT(ISERROR(SEARCH("{what}",{corner})))',
        "begins": f'LEFT({corner},{len(what)})="{what}"',
    }[kind]
    kinds = {"contains": ("containsText", "containsText"), "begins": ("beginsWith", "beginsWith")}[kind]
    return Rule(type=kinds[0], operator=kinds[1], text=what, formula=[formula], dxf=DifferentialStyle(fill=pattern))


# ---- xlsxwriter
def write_xlsxwriter(sheets: list[Canvas], path: Path) -> None:
    """Direct fills, rules and notes, with shared strings."""
    book = xlsxwriter.Workbook(
        str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    formats: dict[tuple[str, str], Any] = {}

    def look(fill: Fill | None, date_format: str) -> Any:
        key = (fill.rgb if fill else "", date_format)
        if key not in formats:
            formats[key] = book.add_format(
                {
                    "text_wrap": True,
                    **({"bg_color": "#" + key[0]} if key[0] else {}),
                    **({"num_format": date_format} if date_format else {}),
                }
            )
        return formats[key]

    for canvas in sheets:
        sheet = book.add_worksheet(canvas.name)
        if canvas.hidden:
            sheet.hide()
        for top, left, bottom, right in canvas.merged:
            ink = canvas.ink.get((top, left))
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", look(ink.fill if ink else None, ""))
        covered = {
            (row, column)
            for top, left, bottom, right in canvas.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        for (row, column), ink in canvas.ink.items():
            if (row, column) in covered:
                continue
            _write_ink(sheet, (row - 1, column - 1), ink, look(ink.fill, ink.date_format))
        for rule in canvas.rules:
            top, left, bottom, right = (edge - 1 for edge in rule.area)
            form = book.add_format({"bg_color": "#" + rule.fill.rgb})
            sheet.conditional_format(
                top, left, bottom, right, {**_xlsxwriter_rule(rule.kind, rule.what), "format": form}
            )
        for row in canvas.hidden_rows:
            sheet.set_row(row - 1, options={"hidden": True})
        if canvas.filter:
            top, left, bottom, right = (edge - 1 for edge in canvas.filter)
            sheet.autofilter(top, left, bottom, right)
    book.close()


def _write_ink(sheet: Any, place: tuple[int, int], ink: Ink, style: Any) -> None:
    if ink.link:
        sheet.write_url(*place, "internal:" + ink.link.lstrip("#"), string=str(ink.value))
    elif ink.formula:
        sheet.write_formula(*place, "=" + ink.formula, style, ink.value)
    elif ink.value is None:
        sheet.write_blank(*place, None, style)
    elif isinstance(ink.value, dt.datetime):
        sheet.write_datetime(*place, ink.value, style)
    elif isinstance(ink.value, str):
        sheet.write_string(*place, ink.value, style)
    else:
        sheet.write_number(*place, ink.value, style)
    if ink.note:
        sheet.write_comment(*place, ink.note, {"author": _author(ink.note)})


def _xlsxwriter_rule(kind: str, what: str) -> dict[str, str]:
    return {
        "is": {"type": "cell", "criteria": "==", "value": what},
        "contains": {"type": "text", "criteria": "containing", "value": what},
        "begins": {"type": "text", "criteria": "begins with", "value": what},
        "formula": {"type": "formula", "criteria": "=" + what},
    }[kind]


# ---- xls
def write_xls(sheets: list[Canvas], path: Path) -> None:
    """The old format, its palette of 56 colours rewritten."""
    book = xlwt.Workbook()
    colours: dict[str, int] = {}
    styles: dict[tuple[str, str], xlwt.XFStyle] = {}

    def look(fill: Fill | None, date_format: str) -> xlwt.XFStyle:
        key = (fill.rgb if fill else "", date_format)
        if key not in styles:
            style = xlwt.XFStyle()
            if fill:
                if fill.rgb not in colours:
                    colours[fill.rgb] = 8 + len(colours)
                    book.set_colour_RGB(colours[fill.rgb], *(int(fill.rgb[i : i + 2], 16) for i in (0, 2, 4)))
                style.pattern.pattern = xlwt.Pattern.SOLID_PATTERN
                style.pattern.pattern_fore_colour = colours[fill.rgb]
            if date_format:
                style.num_format_str = date_format
            styles[key] = style
        return styles[key]

    for canvas in sheets:
        sheet = book.add_sheet(canvas.name, cell_overwrite_ok=True)
        sheet.visibility = 1 if canvas.hidden else 0
        for (row, column), ink in canvas.ink.items():
            sheet.write(
                row - 1, column - 1, ink.value if ink.value is not None else "", look(ink.fill, ink.date_format)
            )
        for top, left, bottom, right in canvas.merged:
            ink = canvas.ink.get((top, left))
            value = "" if ink is None or ink.value is None else ink.value
            sheet.write_merge(top - 1, bottom - 1, left - 1, right - 1, value, look(ink.fill if ink else None, ""))
    book.save(str(path))


# ---- ods
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = "".join(
    f' xmlns:{short}="{_OASIS}{name}:1.0"'
    for short, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible")
    )
)  # fmt: skip
_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    f'<office:document-content{_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2">'
    '<office:automatic-styles><style:style style:name="off" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>{styles}</office:automatic-styles>'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
)
_SHEET_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" '
    f'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{_SHEET_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def _paragraphs(text: str) -> str:
    def line(said: str) -> str:
        out, spaces = "", 0
        for sign in said:
            if sign == " ":
                spaces += 1
                continue
            if spaces:
                out += (" " if out else "<text:s/>") + (f'<text:s text:c="{spaces - 1}"/>' if spaces > 1 else "")
                spaces = 0
            out += "<text:tab/>" if sign == "\t" else escape(sign)
        return out + (f'<text:s text:c="{spaces}"/>' if spaces else "")

    return "".join(f"<text:p>{line(said)}</text:p>" for said in text.split("\n"))


def _ods_cell(
    canvas: Canvas, row: int, column: int, spans: dict[tuple[int, int], tuple[int, int]], covered: set[tuple[int, int]]
) -> str:
    if (row, column) in covered:
        return "<table:covered-table-cell/>"
    ink = canvas.ink.get((row, column))
    said = ""
    if (row, column) in spans:
        down, across = spans[row, column]
        said += f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    if ink is None:
        return f"<table:table-cell{said}/>"
    if ink.fill:
        said += f' table:style-name="f{ink.fill.rgb}"'
    inside = (
        f"<office:annotation><dc:creator>{escape(_author(ink.note))}</dc:creator>{_paragraphs(ink.note)}</office:annotation>"
        if ink.note
        else ""
    )
    if isinstance(ink.value, dt.datetime):
        said += f' office:value-type="date" office:date-value="{ink.value:%Y-%m-%d}"'
        inside += f"<text:p>{ink.value:%d/%m/%Y}</text:p>"
    elif isinstance(ink.value, (int, float)):
        said += f' office:value-type="float" office:value="{ink.value}"'
        inside += f"<text:p>{ink.value}</text:p>"
    elif ink.value is not None:
        said += ' office:value-type="string"'
        inside += _paragraphs(str(ink.value))
    return f"<table:table-cell{said}>{inside}</table:table-cell>"


def write_ods(sheets: list[Canvas], path: Path) -> None:
    """OpenDocument, with spans, annotations and automatic styles."""
    tables, fills = "", set()
    for canvas in sheets:
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in canvas.merged}
        covered = {
            (row, column)
            for (top, left), (down, across) in spans.items()
            for row in range(top, top + down)
            for column in range(left, left + across)
        } - spans.keys()
        fills |= {ink.fill.rgb for ink in canvas.ink.values() if ink.fill}
        last = max([canvas.last_column, *(right for *_, right in canvas.merged)])
        rows = "".join(
            "<table:table-row>"
            + "".join(_ods_cell(canvas, row, column, spans, covered) for column in range(1, last + 1))
            + "</table:table-row>"
            for row in range(1, max([canvas.last_row, *(bottom for _, _, bottom, _ in canvas.merged)]) + 1)
        )
        style = ' table:style-name="off"' if canvas.hidden else ""
        tables += f"<table:table table:name={quoteattr(canvas.name)}{style}><table:table-column/>"
        tables += f"{rows or '<table:table-row/>'}</table:table>"
    styles = "".join(
        f'<style:style style:name="f{rgb}" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="#{rgb.lower()}"/></style:style>'
        for rgb in sorted(fills)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _SHEET_TYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _ODS.format(styles=styles, tables=tables))
