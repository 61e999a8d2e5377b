"""Which quarter a text names: "Q1 2025/26", "Qtr 1 25-26", "Apr-Jun 2025", "quarter ending 30 June 2025".

"Q1 2025" alone may be the calendar's or the financial year's: it stays bare and is asked about, unless the network's
configuration says which.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from arms_analytics.remembered import remembered
from arms_analytics.vocabulary import Quarter
from arms_analytics.workbook.texts.plain import plain

_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december")  # fmt: skip
_MONTHS = {name[:length]: i + 1 for i, name in enumerate(_MONTH_NAMES) for length in range(3, len(name) + 1)}
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
           "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip

_COUNT = r"(?P<{}>one|two|three|four|[1-4])"
_ORDINAL = r"(?P<{}>first|second|third|fourth|1st|2nd|3rd|4th)"
_QUARTER = (
    r"(?:(?<![a-z])(?:q|qtr|qu|quarter)[. ]{0,2}(?:no\.? ?)?"
    + _COUNT.format("n")
    + r"(?![a-z\d])|"
    + _ORDINAL.format("o")
    + r" (?:quarter|qtr))"
)
_FINANCIAL = (
    r"(?<![\d/.])(?:fy|financial year|f/y|year)?[ :]{0,2}"
    r"(?P<y1>20\d\d|\d\d) ?[/\\-] ?(?P<y2>20\d\d|\d\d?)(?!\d|[/.\-]\d)"
)
_JOINED = r"(?<!\d)(?:fy)? ?(?P<j1>2[1-9]|[34]\d)(?P<j2>[2-4]\d)(?!\d)"
_BARE = r"(?<![\d/.\-])(?P<fy>fy ?)?(?P<b>20\d\d|'?\d\d)(?!\d|[/\-.]\d)"
_BETWEEN = r"[ ,.:;()\[\]_'-]{0,5}(?:of|in|fy|financial year|for|year)?[ ,.:;()\[\]_-]{0,3}"
_NUMBER_THEN_YEAR = re.compile(f"{_QUARTER}{_BETWEEN}(?:{_FINANCIAL}|{_JOINED}|{_BARE})")
_YEAR_THEN_NUMBER = re.compile(f"(?:{_FINANCIAL}|{_JOINED}|{_BARE}){_BETWEEN}{_QUARTER}")
_NUMBER_ALONE = re.compile(_QUARTER)
_FINANCIAL_ALONE = re.compile(_FINANCIAL)

_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)? )?"
_MONTH = r"(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_YEAR = r"(?:[ ,'/(-]{{0,3}}(?P<{}>20\d\d|\d\d)(?![\d:]|[/.-]\d))"
_RANGE = re.compile(
    _DAY + r"(?<![a-z])" + _MONTH.format("m1") + _YEAR.format("r1") + r"? ?(?:-|to|until|till|/|&|and|through|thru|,) ?"
    + r"(?:[a-z]{3,9}\.? ?(?:-|/|&|and|,) ?)?" + _DAY + _MONTH.format("m2") + _YEAR.format("r2") + "?"
)  # fmt: skip
_RANGE_IN_YEAR = re.compile(
    r"(?<![a-z])"
    + _MONTH.format("m1")
    + r" ?(?:-|to|until|till|/|&|and) ?"
    + _MONTH.format("m2")
    + r"[ ,(]{0,3}"
    + _FINANCIAL
)
_DATE = r"(?P<{0}d>\d{{1,2}})[/.\-](?P<{0}m>\d{{1,2}})[/.\-](?P<{0}y>20\d\d|\d\d)(?!\d)"
_DATES = re.compile(rf"(?<!\d){_DATE.format('f')} ?(?:-|to|until|till) ?{_DATE.format('t')}")
_ENDING = re.compile(
    r"(?:(?:quarter|qtr|period|q)[ /]?(?:end|ending|ended|e|to)|(?:3|three) months (?:to|ending|ended))[ :]{0,3}"
    r"(?:(?:the )?(?P<iso>20\d\d-\d\d-\d\d)|"
    + _DATE.format("x")
    + "|"
    + _DAY
    + _MONTH.format("em")
    + _YEAR.format("ey")
    + ")"
)
_NOT_THIS_ONE = re.compile(
    r"\b(?:next|due|previous(?:ly)?|last|prior|since|earlier|compared|deadline|return by|version|updated?|created|"
    r"printed|completed|meeting|signed|dated?|carried|follow(?:ing)?|against|trend|baseline|template|issued)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The quarters that a text names for certain; bare ones as (number, year); a number or a year alone.

    `bare` and the partial ones wait for another source; `year` is the calendar year in which the named year starts.
    """

    quarters: frozenset[Quarter] = frozenset()
    bare: frozenset[tuple[int, int]] = frozenset()
    numbers: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.quarters or self.bare or self.numbers or self.years)


@remembered(4096)
def is_about_another(text: str) -> bool:
    """Whether the line speaks of some other date: the next review, the version, the sign-off."""
    return bool(_NOT_THIS_ONE.search(plain(text)))


@remembered(4096)
def is_quarter(text: str) -> bool:
    """Whether the whole text names a quarter with its year, and nothing else: "Q2 2025/26", no "25/26-Q2-014".

    Months may stand beside the number: "Q1 (Apr-Jun 2025)".
    """
    said = plain(_apart(text)).strip(" ()")
    months = _NUMBER_ALONE.sub("", said).strip(" ():,-")
    numbered = any(form.fullmatch(said) for form in (_NUMBER_THEN_YEAR, _YEAR_THEN_NUMBER))
    by_months = any(form.fullmatch(months) for form in (_RANGE, _RANGE_IN_YEAR))
    return (numbered or by_months) and bool(named(text).quarters or named(text).bare)


@remembered(4096)
def named(text: str, first_month: int = 4) -> Named:
    """Every quarter that the text names, in the network's convention."""
    said = plain(_apart(text))
    if not re.search(r"\d|quarter|qtr", said):
        return Named()
    by_months = {
        quarter
        for pattern in (_ENDING, _DATES, _RANGE, _RANGE_IN_YEAR)
        for match in pattern.finditer(said)
        for quarter in _from_months(pattern, match, first_month)
    }
    rest = _RANGE_IN_YEAR.sub(" ", _RANGE.sub(" ", _DATES.sub(" ", said)))
    quarters, bare, left = _numbered(rest, by_months, first_month)
    numbers = {_count(match) for match in _NUMBER_ALONE.finditer(left)}
    if by_months and len(quarters) == 1 and numbers == {next(iter(quarters)).number}:
        numbers = set()
    years = _years_alone(left) if not quarters and not bare else set()
    if len(bare) == 1 and not quarters:
        quarters = _settled_by_months(said, *next(iter(bare)), first_month)
    if quarters and all(quarters & set(readings(*pair, first_month)) for pair in bare):
        bare = set()
    return Named(frozenset(quarters), frozenset(bare), frozenset(numbers), frozenset(years))


def _numbered(rest: str, by_months: set[Quarter], first_month: int) -> tuple[set[Quarter], set[tuple[int, int]], str]:
    """With those told by their months the ones told by number and year, the bare ones, and what is left of the text."""
    quarters, bare, left = set(by_months), set[tuple[int, int]](), rest
    for pattern in (_NUMBER_THEN_YEAR, _YEAR_THEN_NUMBER):
        for match in pattern.finditer(rest):
            number, start, sure = _parts(match, first_month)
            if start is None:
                continue
            left = left.replace(match[0], " ")
            if sure:
                quarters.add(Quarter(start, number, first_month))
            else:
                bare.add((number, start))
        if quarters or bare:
            break
    return quarters, bare, left


def _years_alone(left: str) -> set[int]:
    """The financial years that stand without a number: "2025/26", "FY25/26"."""
    matches = (match for match in _FINANCIAL_ALONE.finditer(left) if len(match["y1"]) == 4 or "fy" in match[0])
    return {start for match in matches if (start := _financial(match["y1"], match["y2"])) is not None}


def _apart(text: str) -> str:
    """File names join with underscores and strokes what sentences keep apart: Q1_2025_26, Q1/2025-26, Q1FY25-26."""
    text = re.sub(r"(?<!\d)(\d\d?)_(\d\d?)_(20\d\d)(?!\d)", r"\1/\2/\3", text)
    text = re.sub(r"(?<!\d)(20\d\d|\d\d)_(20\d\d|\d\d)(?!\d)", r"\1/\2", text).replace("_", " ")
    return re.sub(r"(?i)\b(q[1-4])(?:/(?=\d\d\d?\d?[-/]\d)|(?=fy))", r"\1 ", text)


def on_date(day: dt.date, first_month: int, ending: bool = False) -> Quarter | None:
    """The quarter of a date cell; where the label says "ending", only in a quarter's last month (or the day after)."""
    if ending and day.day == 1 and (day.month - first_month) % 3 == 0:
        day -= dt.timedelta(days=1)
    quarter = Quarter.containing(day, first_month)
    return quarter if not ending or quarter.ends.month == day.month else None


def readings(number: int, year: int, first_month: int) -> tuple[Quarter, ...]:
    """What "Q<number> <year>" may mean: in the network's year that starts, or in the calendar year."""
    calendar = Quarter.containing(dt.date(year, 3 * number - 2, 1), first_month)
    return tuple(dict.fromkeys((Quarter(year, number, first_month), calendar)))


def _parts(match: re.Match[str], first_month: int) -> tuple[int, int | None, bool]:
    number = _count(match)
    for first, second in (("y1", "y2"), ("j1", "j2")):
        if match[first] is not None:
            return number, _financial(match[first], match[second]), True
    year = _year(match["b"].lstrip("'"))
    if not 2000 <= year <= 2060:
        return number, None, False
    return number, year, first_month == 1


def _count(match: re.Match[str]) -> int:
    return _COUNTS[match["n"] or match["o"]]


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _financial(first: str, second: str) -> int | None:
    start = _year(first)
    ends = (start + 1) % 10 == int(second) if len(second) == 1 else _year(second) == start + 1
    return start if ends and 2000 <= start <= 2060 else None


def _from_months(pattern: re.Pattern[str], match: re.Match[str], first_month: int) -> set[Quarter]:
    try:
        if pattern is _RANGE:
            return _month_range(match, first_month)
        if pattern is _RANGE_IN_YEAR:
            return _months_of_year(match, first_month)
        if pattern is _DATES:
            begins, ends = _date(match, "f"), _date(match, "t")
            whole = Quarter.containing(begins, first_month)
            return {whole} if whole == Quarter.containing(ends, first_month) and (ends - begins).days > 60 else set()
        if match["iso"]:
            day = dt.date.fromisoformat(match["iso"])
        elif match["xd"]:
            day = _date(match, "x")
        elif match["ey"]:
            day = dt.date(_year(match["ey"]), _MONTHS[match["em"]], 2)
        else:
            return set()
        quarter = on_date(day, first_month, ending=True)
        return {quarter} if quarter else set()
    except ValueError:
        return set()


def _month_range(match: re.Match[str], first_month: int) -> set[Quarter]:
    begins, ends = _MONTHS[match["m1"]], _MONTHS[match["m2"]]
    year = match["r2"] or match["r1"]
    if not year or (ends - begins) % 12 != 2 or (begins - first_month) % 3:
        return set()
    last = _year(year)
    if not match["r2"] and ends < begins:
        last += 1
    if match["r1"] and match["r2"] and _year(match["r1"]) != (last if ends >= begins else last - 1):
        return set()
    return {Quarter.containing(dt.date(last, ends, 1), first_month)}


def _months_of_year(match: re.Match[str], first_month: int) -> set[Quarter]:
    """ "Jan-Mar 2025/26": the months within a year that starts in `first_month`."""
    begins, ends, start = _MONTHS[match["m1"]], _MONTHS[match["m2"]], _financial(match["y1"], match["y2"])
    if start is None or (ends - begins) % 12 != 2 or (begins - first_month) % 3:
        return set()
    return {Quarter(start, (begins - first_month) % 12 // 3 + 1, first_month)}


def _settled_by_months(said: str, number: int, year: int, first_month: int) -> set[Quarter]:
    """ "Q1 2025 (Apr-Jun)": the months say which reading is meant."""
    months = {
        _MONTHS[match["m1"]]
        for match in _RANGE.finditer(said)
        if (_MONTHS[match["m2"]] - _MONTHS[match["m1"]]) % 12 == 2
    }
    return {quarter for quarter in readings(number, year, first_month) if {quarter.starts.month} == months}


def _date(match: re.Match[str], which: str) -> dt.date:
    return dt.date(_year(match[which + "y"]), int(match[which + "m"]), int(match[which + "d"]))
