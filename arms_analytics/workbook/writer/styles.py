"""How a collated workbook looks: one named style for each kind of cell, grades in the network's colours."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from arms_analytics.vocabulary import NOT_APPLICABLE, GradeScale

NOT_APPLICABLE_NAME = "Not applicable"
TITLE, REMARK, LABEL, HEAD, SECTION, NUMBER, QUESTION, BOX, FEEDBACK, REFERENCE = (
    f"ARMS {kind}"
    for kind in (
        "title", "remark", "label", "head", "section", "number", "question", "box", "feedback", "reference",
    )
)  # fmt: skip

_LINE = Side(style="thin", color="A6A6A6")
_LINES = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL = "D9E1F2"
_SECTION_FILL = "1F3864"
_GREY = "D9D9D9"


def grade_style(key: str | None) -> str:
    """The named style of a box with this grade; an ungraded box has no fill."""
    return f"ARMS {key}" if key else BOX


def grade_words(scale: GradeScale) -> dict[str, str]:
    """Grade key → the word in its box, best first, not applicable last."""
    return {grade.key: grade.name for grade in reversed(scale.grades)} | {NOT_APPLICABLE: NOT_APPLICABLE_NAME}


def grade_fills(scale: GradeScale) -> dict[str, tuple[str, str]]:
    """Grade key → fill and ink of its box, RRGGBB."""
    return {grade.key: (grade.sheet_colour, grade.sheet_ink) for grade in scale} | {NOT_APPLICABLE: (_GREY, "000000")}


def add_styles(workbook: Workbook, scale: GradeScale) -> None:
    """Give the workbook the named styles that its tabs use."""
    for style in (
        _style(TITLE, Font(bold=True, size=14)),
        _style(REMARK, Font(italic=True, color="404040")),
        _style(LABEL, Font(bold=True), fill=_HEAD_FILL, lines=True, across="right"),
        _style(HEAD, Font(bold=True), fill=_HEAD_FILL, lines=True, across="center", down="center"),
        _style(SECTION, Font(bold=True, color="FFFFFF"), fill=_SECTION_FILL),
        _style(NUMBER, Font(bold=True), lines=True, across="center"),
        _style(QUESTION, Font(), lines=True, wrap=True),
        _style(FEEDBACK, Font(), lines=True, wrap=True),
        _style(REFERENCE, Font(), fill=_HEAD_FILL, lines=True, across="center", number_format="@"),
        _style(BOX, Font(bold=True), lines=True, wrap=True, across="center", down="center"),
    ):
        workbook.add_named_style(style)
    for key, (fill, ink) in grade_fills(scale).items():
        box = _style(grade_style(key), Font(bold=True, color=ink), fill=fill, lines=True, wrap=True, across="center")
        box.alignment.vertical = "center"
        workbook.add_named_style(box)


def set_up_page(sheet: Worksheet, marking: str, remark: str) -> None:
    """A4 landscape with the protective marking above and below, as printed papers carry it."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    for margin in ("left", "right"):
        setattr(sheet.page_margins, margin, 0.4)
    head, foot = sheet.oddHeader, sheet.oddFooter
    assert head is not None and foot is not None, "openpyxl makes both with the sheet"
    head.center.text = foot.center.text = _literal(marking)
    foot.left.text = _literal(remark)
    foot.right.text = "&A, page &P of &N"


def _style(
    name: str,
    font: Font,
    *,
    fill: str = "",
    lines: bool = False,
    wrap: bool = False,
    across: str | None = None,
    down: str = "top",
    number_format: str = "General",
) -> NamedStyle:
    style = NamedStyle(name, font=font, number_format=number_format)
    style.font.name = "Arial"
    style.font.size = font.size or 10
    style.alignment = Alignment(horizontal=across, vertical=down, wrap_text=wrap)
    style.border = _LINES if lines else Border()
    style.fill = PatternFill("solid", fgColor=fill) if fill else PatternFill()
    return style


def _literal(text: str) -> str:
    """Text in headers and footers: an ampersand begins a code there."""
    return text.replace("&", "&&")
