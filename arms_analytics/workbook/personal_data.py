"""Likely personal data in feedback and references: masked before anything is stored, each kind in words.

It errs on the side of masking what names a person and leaves alone what only looks like it: dates of visits, log and
paragraph numbers, counts, place names, officers' and plans' references. It cannot catch everything, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./\-]{1,2}(?:\d{1,2}|"
    + _MONTH
    + r")[ ./\-,]{1,2}(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2})"
)
_SURNAME = r"(?:(?:O['’]|Mac|Mc|Fitz|de |van |al-|D['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?|[A-Z](?:['’][A-Z])?[A-Z\-]{2,})"
_FIRST = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_CAPITALS = r"(?:O['’]|Mc|Mac)?[A-Z][A-Z\-]{2,}(?:['’][A-Z]+)?"
_PLAIN = r"(?:O['’]|Mc|Mac)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Master|Rev|MR|MRS|MS|MISS)"
_PERSON = (
    r"(?:RSO|[Ss]ubject|[Oo]ffender|[Nn]ominal|[Vv]ictim|[Pp]erpetrator|[Cc]omplainant|[Ww]itness|[Pp]artner|[Ww]ife|"
    r"[Hh]usband|[Gg]irlfriend|[Bb]oyfriend|[Mm]other|[Ff]ather|[Bb]rother|[Ss]ister|[Ss]on|[Dd]aughter|[Nn]ephew|[Nn]iece|"
    r"[Uu]ncle|[Aa]unt|[Aa]ka|AKA|[Aa]lias|[Kk]nown as|[Nn]amed|[Cc]alled|[Nn]ame|[Nn]eighbour|[Ff]riend|[Ee]x-partner|"
    r"[Ss]tep-?son|[Ss]tep-?daughter)"
)


def _words(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / "personal_words" / f"{name}.txt").read_text(encoding="utf-8").split())


_FIRST_NAMES, _NOT_A_SURNAME, _NOT_A_NAME = _words("first_names"), _words("no_surnames"), _words("no_names")
_POSTCODE_AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|GL|GU|"
    "GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|"
    "PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|"
    "WS|WV|W|YO|ZE"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Court|Crescent|Cres|Way|Grove|Place|Terrace|Gardens|Walk|Row|Mews|"
    r"Hill|Green|Park|View|Square|Rise|Croft|Fold|Brow|Parade|Wharf|Bank|Meadow|Meadows|Heights|House|Villas|Cottages|"
    r"Buildings)"
)
_NEEDS_A_LOOK = re.compile(
    r"\d{2}|\d[A-Z]|@|[A-Z][A-Z'’\-]{2}|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Master|Rev)\b|\b[A-Z][a-z]+ [A-Z]|[Bb]orn"
    r"|\b[A-Z] [A-Z]"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of personal data: a pattern whose group `x` is masked when `holds` agrees."""

    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = lambda match: True


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with personal data masked, and which kinds were found."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Mask likely personal data: "[name removed]". A text without any comes back unchanged."""
    if not text or not _NEEDS_A_LOOK.search(text):
        return Masked(text, ())
    spans: list[tuple[int, int, str]] = []
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            start, end = match.span("x")
            if rule.holds(match) and not any(start < taken[1] and end > taken[0] for taken in spans):
                spans.append((start, end, rule.kind))
    if not spans:
        return Masked(text, ())
    spans.sort()
    pieces, done = [], 0
    for start, end, kind in spans:
        pieces += [text[done:start], f"[{kind} removed]"]
        done = end
    return Masked("".join(pieces) + text[done:], tuple(dict.fromkeys(kind for _, _, kind in spans)))


def mask_reference(text: str) -> Masked:
    """The same for a plan's reference, which may moreover be nothing but a name."""
    found = mask(text)
    if (
        not found.kinds
        and re.fullmatch(rf"\s*{_FIRST} {_SURNAME}\s*", text)
        and text.split()[0].lower() in _FIRST_NAMES
    ):
        return Masked("[name removed]", ("name",))
    return found


def _is_name_in_capitals(match: re.Match[str]) -> bool:
    first, last = match["first"], match["last"]
    if last.upper() in _NOT_A_SURNAME or first.lower() in _NOT_A_NAME:
        return False
    return first.lower() in _FIRST_NAMES or _person_around(match)


def _person_around(match: re.Match[str]) -> bool:
    """Whether the words around speak of a person: "RSO … (dob", "subject …"."""
    before, after = (
        match.string[max(0, match.start() - 16) : match.start()],
        match.string[match.end() : match.end() + 10],
    )
    return bool(
        re.search(_PERSON + r"[ :,\-(]{1,3}$", before) or re.match(r"[ ,(\-]{0,3}(?:dob|DOB|D\.O\.B|born|aged)", after)
    )


def _is_plain_name(match: re.Match[str]) -> bool:
    first, last = match["first"].lower(), match["last"].lower()
    return first in _FIRST_NAMES and last not in _NOT_A_NAME and last.upper() not in _NOT_A_SURNAME


def _is_named_person(match: re.Match[str]) -> bool:
    return match["first"].lower() not in _NOT_A_NAME and match["last"].lower() not in _NOT_A_NAME


def _is_surname(match: re.Match[str]) -> bool:
    last = re.split(r"[\s.]+", match["x"].strip())[-1]
    return last.upper() not in _NOT_A_SURNAME and last.lower() not in _NOT_A_NAME


def _is_shouted_name(match: re.Match[str]) -> bool:
    return match["first"].lower() in _FIRST_NAMES and match["last"] not in _NOT_A_SURNAME


def _is_nhs_number(match: re.Match[str]) -> bool:
    digits = [int(digit) for digit in re.sub(r"\D", "", match["x"])]
    if match["told"]:
        return True
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def _is_registration(match: re.Match[str]) -> bool:
    return bool(match["told"]) or match["x"][:2] not in {"PC", "PS", "DC", "DS", "DI", "OM", "CI", "SO"}


_REF = r"(?: (?:ref(?:erence)?|no|number|num|id|nominal|record))*[.:# \-]{1,3}"
_NOT_A_LOG = r"(?<!log )(?<!crime )(?<!incident )(?<!no )(?<!number )(?<![\d/])"
_VEHICLE = r"\b(?:VRM|VRN|[Rr]eg(?:istration)?|[Ii]ndex)(?: (?:no|number|plate|mark))?[.: ]{1,3}"


def _rule(kind: str, pattern: str, holds: Callable[[re.Match[str]], bool] = lambda match: True, flags: int = 0) -> Rule:
    return Rule(kind, re.compile(pattern, flags), holds)


RULES: tuple[Rule, ...] = (
    _rule("e-mail", r"(?P<x>[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)"),
    _rule(
        "date of birth",
        r"(?:\bd\.?o\.?b\b\.?|\bdate of birth|\bborn(?: on)?(?: the)?|\bbirth ?date)[ :=\-–(]{0,4}(?P<x>" + _DATE + ")",
        flags=re.I,
    ),
    _rule("date of birth", r"(?P<x>" + _DATE + r")[ ,]{0,2}\(?(?:d\.?o\.?b\b|date of birth)", flags=re.I),
    _rule("ViSOR number", r"\bvisor" + _REF + r"(?P<x>\d{2}/\d{4,8}|[A-Z]{0,2}\d{6,10})\b", flags=re.I),
    _rule("ViSOR number", _NOT_A_LOG + r"(?P<x>\d{2}/\d{6})(?![\d/])", flags=re.I),
    _rule("PNC number", r"(?<![\d/])(?P<x>(?:19|20)?\d{2}/\d{3,7}[A-Za-z])\b"),
    _rule("CRO number", r"\bCRO" + _REF + r"(?P<x>\d{1,6}/\d{2}[A-Z]?)\b"),
    _rule(
        "NHS number",
        r"(?P<told>\bNHS" + _REF + r")?(?<![\d/])(?P<x>\d{3}[ \-]?\d{3}[ \-]?\d{4})(?![\d/])",
        _is_nhs_number,
        re.I,
    ),
    _rule(
        "National Insurance number",
        r"\b(?P<x>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D])\b",
    ),
    _rule("phone number", r"(?<![\d/.])(?P<x>(?:\+44[ \-]?(?:\(0\))?|\(?0)(?:\d[ \-)]{0,2}){9}\d)(?![\d/])"),
    _rule("vehicle registration", r"(?P<told>" + _VEHICLE + r")?\b(?P<x>[A-Z]{2}\d{2} ?[A-Z]{3})\b", _is_registration),
    _rule("vehicle registration", _VEHICLE + r"(?P<x>[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]?)\b"),
    _rule(
        "address",
        r"(?P<x>(?:(?:[Ff]lat|[Uu]nit|[Rr]oom|[Aa]partment) \d{1,4}[A-Za-z]?,? )?"
        r"\b\d{1,4}[A-Za-z]? (?:[A-Z][a-z'’]+ ){1,3}" + _STREET + r")\b\.?",
    ),
    _rule("postcode", r"\b(?P<x>(?:" + _POSTCODE_AREAS + r")\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b"),
    _rule("name", rf"\b(?P<x>(?P<last>{_CAPITALS}), ?(?P<first>{_FIRST}))\b", _is_name_in_capitals),
    _rule(
        "name",
        rf"\b(?P<x>(?P<first>{_FIRST})(?: [A-Z]\.?)?(?: {_FIRST})? (?P<last>{_CAPITALS}))(?![A-Za-z])",
        _is_name_in_capitals,
    ),
    _rule(
        "name",
        rf"\b(?P<x>{_TITLE}\b\.? (?:(?:[A-Z]\.? ?){{1,2}}(?= ?[A-Z][A-Za-z'’]))?(?:{_FIRST} (?={_SURNAME}))?{_SURNAME})"
        r"(?![A-Za-z])",
        _is_surname,
    ),
    _rule(
        "name",
        rf"(?<![A-Z] )\b(?P<x>(?P<first>[A-Z]{{3,}}) (?P<last>{_CAPITALS}))(?![A-Za-z])(?! [A-Z]{{2}})",
        _is_shouted_name,
    ),
    _rule(
        "name", rf"{_PERSON}[ :,\-(]{{1,3}}(?P<x>(?P<first>[A-Z](?:[a-z]+|\.?)) (?P<last>{_PLAIN}))\b", _is_named_person
    ),
    _rule("name", rf"\b(?P<x>(?P<first>[A-Z][a-z]+) (?P<last>{_PLAIN}))\b", _is_plain_name),
)
