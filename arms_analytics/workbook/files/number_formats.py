"""Numbers as a person reads them: dates, percentages, leading zeros and words that the cell's number format adds.

A plain number stays plain whatever decimals its format shows: 4 reads "4" under `0.00` too. What a format does that
is not rendered here (fractions, exponents) reads as the plain number; the value is kept beside the text anyway.
Format codes: ECMA-376 part 1, 18.8.31.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from arms_analytics.workbook.cells import Value

Shown = tuple[Value, str]
"""A value and the text a person reads."""

LONGEST_CODE = 255
LAST_SERIAL = 2_958_465
"""31 December 9999."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|\[(?P<bracket>[^\]]*)\]'
    r"|[_*].|(?P<general>General)|(?P<half>AM/PM|A/P)|(?P<exponent>E[+-])|(?P<date>y+|m+|d+|h+|s+|e+|b+)"
    r"|(?P<digits>[0#?.,]+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
CONDITION = re.compile(r"(=|<>|<=|>=|<|>)(-?[0-9.]+)")
COMPARE: dict[str, Callable[[float, float], bool]] = {
    "=": lambda a, b: a == b, "<>": lambda a, b: a != b, "<": lambda a, b: a < b,
    ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """One of up to four parts of a format code: its tokens as (kind, text), and when it applies."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, float] | None

    @property
    def is_date(self) -> bool:
        """Whether it shows a date or a time."""
        return any(kind in {"date", "elapsed"} for kind, _ in self.tokens)


def shown(number: float, code: str, epoch_1904: bool = False) -> Shown:
    """The value and text of a number under a format code; a date where the format makes it one."""
    if code == "General":
        return number, plainly(number)
    sections = _sections(code)
    section, absolute = _chosen(sections, number)
    if section is None:
        return number, plainly(number)
    if section.is_date:
        return _date(number, section, epoch_1904) or (number, plainly(number))
    return number, _number(abs(number) if absolute else number, section)


def plainly(number: float) -> str:
    """Without decimals when whole, otherwise as briefly as the number allows: 4, 0.1, 1E+300."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}".replace("e", "E")


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[Section, ...]:
    parts: list[list[tuple[str, str]]] = [[]]
    conditions: list[tuple[str, float] | None] = [None]
    for match in TOKEN.finditer(code[:LONGEST_CODE]):
        kind, text = match.lastgroup or "", match[match.lastgroup] if match.lastgroup else ""
        if kind == "other" and text == ";":
            parts.append([])
            conditions.append(None)
        elif kind == "bracket" and (condition := CONDITION.fullmatch(text)):
            conditions[-1] = (condition[1], _float(condition[2]))
        elif kind == "bracket":
            if text and not text.lower().strip("hms"):
                parts[-1].append(("elapsed", text.lower()))
        elif kind:
            literal = kind in {"quoted", "escaped", "currency"}
            parts[-1].append(("literal" if literal else "sign" if kind == "other" else kind, text))
    return tuple(Section(tuple(part), condition) for part, condition in zip(parts, conditions, strict=True))


def _float(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _chosen(sections: tuple[Section, ...], number: float) -> tuple[Section | None, bool]:
    """The section that shows this number, and whether it shows it without its sign."""
    if any(section.condition for section in sections):
        for section in sections[:3]:
            if section.condition is None or COMPARE[section.condition[0]](number, section.condition[1]):
                return section, False
        return None, False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _number(number: float, section: Section) -> str:
    kinds = {kind for kind, _ in section.tokens}
    signs = "".join(text for kind, text in section.tokens if kind == "sign")
    literals = signs + "".join(text for kind, text in section.tokens if kind == "literal")
    if "exponent" in kinds or "/" in signs or "@" in signs:
        return plainly(number)
    if "digits" not in kinds:
        return plainly(number) if "general" in kinds and not literals else _with_literals(section, plainly(number))
    digits = "".join(text for kind, text in section.tokens if kind == "digits")
    whole, _, decimals = digits.partition(".")
    padding = whole.count("0")
    if not literals.strip() and padding <= 1:
        return plainly(number)
    percent = "%" in signs
    scaled = number * 100 if percent else number
    separator = "," if "," in whole.rstrip(",") else ""
    rendered = f"{abs(scaled):{separator}.{min(len(decimals), 15)}f}"
    if padding > 1:
        rendered = rendered.zfill(padding + (len(decimals) + 1 if decimals else 0))
    return ("-" if scaled < 0 else "") + _with_literals(section, rendered)


def _with_literals(section: Section, number: str) -> str:
    """The section's literal text with the number where its first placeholder stands."""
    shown_number, pieces = False, []
    for kind, text in section.tokens:
        if kind in {"literal", "sign"}:
            pieces.append(text)
        elif kind in {"digits", "general"} and not shown_number:
            pieces.append(number)
            shown_number = True
    return "".join(pieces).strip()


def _date(number: float, section: Section, epoch_1904: bool) -> Shown | None:
    moment = moment_of(number, epoch_1904)
    if moment is None:
        return None
    text = _date_text(moment, number, section)
    kinds = "".join(text for kind, text in section.tokens if kind == "date").lower()
    if any(kind == "elapsed" for kind, _ in section.tokens):
        return number, text
    if number < 1 and not set("yd") & set(kinds):
        return moment.time(), text
    return (moment.date() if moment.time() == dt.time() and not set("hs") & set(kinds) else moment), text


def moment_of(serial: float, epoch_1904: bool = False) -> dt.datetime | None:
    """The moment of a serial day number, to the millisecond; None outside 1900 (1904) to 9999."""
    if not 0 <= serial < LAST_SERIAL + 1:
        return None
    if epoch_1904:
        first = dt.datetime(1904, 1, 1)
    else:
        first = dt.datetime(1899, 12, 31) if serial < 60 else dt.datetime(1899, 12, 30)
    try:
        return first + dt.timedelta(milliseconds=round(serial * 86_400_000))
    except OverflowError:
        return None


def _date_text(moment: dt.datetime, serial: float, section: Section) -> str:
    tokens = section.tokens
    halves = any(kind == "half" for kind, _ in tokens)
    pieces = []
    for at, (kind, token) in enumerate(tokens):
        text = token.lower()
        if kind == "elapsed":
            unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
            pieces.append(f"{int(round(serial * 86_400) // unit):0{len(text)}d}")
        elif kind == "half":
            pieces.append("AM" if moment.hour < 12 else "PM")
        elif kind == "date" and text[0] == "m" and _is_minute(tokens, at):
            pieces.append(f"{moment.minute:0{min(len(text), 2)}d}")
        elif kind == "date":
            pieces.append(_date_part(moment, text, halves))
        elif kind in {"literal", "sign"} or not token.strip(".,"):
            pieces.append(token)
    return "".join(pieces).replace("@", "").strip()


def _is_minute(tokens: tuple[tuple[str, str], ...], at: int) -> bool:
    """An m after hours or before seconds is minutes, otherwise months."""
    around = [text[0].lower() for kind, text in tokens if kind in {"date", "elapsed"}]
    here = sum(kind in {"date", "elapsed"} for kind, _ in tokens[:at])
    return (here > 0 and around[here - 1] == "h") or (here + 1 < len(around) and around[here + 1] == "s")


def _date_part(moment: dt.datetime, token: str, halves: bool) -> str:
    width = min(len(token), 2)
    match token[0]:
        case "y" | "e" | "b":
            return f"{moment.year % 100:02d}" if len(token) <= 2 and token[0] != "e" else f"{moment.year:04d}"
        case "m":
            name = MONTHS[moment.month - 1]
            named = {3: name[:3], 5: name[:1]}.get(len(token), name)
            return named if len(token) > 2 else f"{moment.month:0{width}d}"
        case "d":
            name = DAYS[moment.weekday()]
            return (name[:3] if len(token) == 3 else name) if len(token) > 2 else f"{moment.day:0{width}d}"
        case "h":
            hour = moment.hour % 12 or 12 if halves else moment.hour
            return f"{hour:0{width}d}"
        case _:
            return f"{moment.second:0{width}d}"
