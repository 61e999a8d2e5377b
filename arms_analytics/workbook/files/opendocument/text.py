"""What a cell of an OpenDocument spreadsheet holds: its paragraphs, and the value that its attributes give."""

from __future__ import annotations

import datetime as dt
import math
import re

from arms_analytics.workbook.cells import Value
from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.markup import Attributes, Ends, Starts
from arms_analytics.workbook.files.number_formats import plainly
from arms_analytics.workbook.files.opendocument.namespaces import DRAW, OFFICE, TABLE, TEXT

DRAWN = ("frame", "custom-shape", "g", "rect", "line", "connector", "caption", "control", "object", "ellipse", "path")
LONGEST_SPACE = 1_000
WHITE = re.compile(r"[ \t\r\n]+")
DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d*)?S")


class Paragraphs:
    """The paragraphs of a cell or a note, as lines. Text of drawings on the cell is not its own."""

    def __init__(self, pieces: list[str]) -> None:
        self.lines: list[str] = []
        self._pieces = pieces
        self._line: list[str] = []
        self._drawn = 0

    def handlers(self) -> tuple[Starts, Ends]:
        """By full element name, for `markup.read`."""
        starts = {"p": self._start, "s": self._spaces, "tab": self._tab, "line-break": self._break}
        return (
            markup.named(starts, TEXT) | markup.named(dict.fromkeys(DRAWN, self._draw), DRAW),
            markup.named({"p": self._end}, TEXT) | markup.named(dict.fromkeys(DRAWN, self._drawn_end), DRAW),
        )

    def begin(self, lines: list[str] | None = None) -> None:
        """Starts with no lines, or goes on with these."""
        self.lines = [] if lines is None else lines
        self._pieces.clear()

    def _start(self, _: Attributes) -> None:
        self._line = []
        self._pieces.clear()

    def _flush(self) -> None:
        """White space as written in the file counts as one space, and as none where a line begins."""
        text = WHITE.sub(" ", "".join(self._pieces))
        self._pieces.clear()
        self._line.append(text if self._line else text.lstrip(" "))

    def _spaces(self, attributes: Attributes) -> None:
        count = attributes.get(f"{TEXT} c", "1")
        self._flush()
        self._line.append(" " * min(int(count) if count.isdecimal() and len(count) < 6 else 1, LONGEST_SPACE))

    def _tab(self, _: Attributes) -> None:
        self._flush()
        self._line.append("\t")

    def _break(self, _: Attributes) -> None:
        self._flush()
        self._line.append("\n")

    def _end(self) -> None:
        self._flush()
        self._line[-1] = self._line[-1].rstrip(" ")
        if not self._drawn:
            self.lines.append("".join(self._line))

    def _draw(self, _: Attributes) -> None:
        self._drawn += 1

    def _drawn_end(self) -> None:
        self._drawn -= 1


def content_of(attributes: Attributes, lines: list[str]) -> tuple[Value, str, bool]:
    """What a cell holds, by its value's type and its paragraphs: value, text, whether a formula without its value."""
    text = "\n".join(lines)
    kind = attributes.get(f"{OFFICE} value-type")
    value = _value(kind, attributes)
    if isinstance(value, float):
        return value, _number_text(value, text), False
    if value is not None:
        return value, text or str(value), False
    text = text or attributes.get(f"{OFFICE} string-value", "")
    return text or None, text, not text and kind is None and f"{TABLE} formula" in attributes


def _value(kind: str | None, attributes: Attributes) -> Value:
    """The typed value; None for text and for what does not parse as what it says it is."""
    match kind:
        case "float" | "percentage" | "currency":
            return _float(attributes.get(f"{OFFICE} value", ""))
        case "boolean":
            return attributes.get(f"{OFFICE} boolean-value") == "true"
        case "date":
            return _date(attributes.get(f"{OFFICE} date-value", ""))
        case "time":
            return _time(attributes.get(f"{OFFICE} time-value", ""))
        case _:
            return None


def _float(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in text else None


def _date(text: str) -> Value:
    try:
        moment = dt.datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    return moment.date() if "T" not in text else moment


def _time(text: str) -> Value:
    match = DURATION.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59 or int(match[3]) > 59:
        return None
    return dt.time(int(match[1]), int(match[2]), int(match[3]))


def _number_text(number: float, shown: str) -> str:
    """As shown where the format adds something (a word, a unit, leading zeros); otherwise plainly, without decimals."""
    bare = shown.strip().replace(",", "")
    padded = len(bare) > 1 and bare[0] == "0" and bare[1].isdecimal()
    return shown if bare and (padded or _float(bare) is None) else plainly(number)
