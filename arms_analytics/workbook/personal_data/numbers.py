"""Numbers and dates that belong to one person: birth, ViSOR, PNC, NHS, prison, telephone, vehicle; and e-mails."""

from __future__ import annotations

import re

from arms_analytics.workbook.personal_data.rules import Rule, rule
from arms_analytics.workbook.personal_data.vocabulary import is_ordinary

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./\-]{1,2}(?:of )?(?:\d{1,2}|"
    + _MONTH
    + r")[ ./\-,]{1,2}(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}|\d{8}(?!\d)|\d{6}(?!\d)|"
    + _MONTH
    + r" \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
)
_REF = r"(?: ?(?:ref(?:erence)?|no|number|num|id|nominal|record|urn|is))*[.:# \-]{1,3}"
_NOT_A_LOG = r"(?<!log )(?<!crime )(?<!incident )(?<!no )(?<!number )(?<![\d/])"
_VEHICLE = r"\b(?:VRM|VRN|[Rr]eg(?:istration)?|[Ii]ndex)(?: (?:no|number|plate|mark))?[.: ]{1,3}"


def _is_nhs_number(match: re.Match[str]) -> bool:
    digits = [int(digit) for digit in re.sub(r"\D", "", match["x"])]
    if match["told"]:
        return True
    if len(match["x"]) == 10:
        return False  # ten digits in a row may number anything
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def _is_registration(match: re.Match[str]) -> bool:
    return bool(match["told"]) or match["x"][:2] not in {"PC", "PS", "DC", "DS", "DI", "OM", "CI", "SO"}


def _is_user_name(match: re.Match[str]) -> bool:
    """After "username" any word that is none of the language, after "user" alone what mixes letters and figures."""
    name = match["x"]
    if match["told"] and ":" in match["gap"]:
        return not is_ordinary(name)
    return any(map(str.isdigit, name)) or "_" in name or name.startswith("@")


NUMBERS: tuple[Rule, ...] = (
    rule("e-mail", "@", r"(?P<x>[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)"),
    rule(
        "date of birth",
        "birth",
        r"(?:\bd\.?o\.?b(?![a-z])\.?|\(b\.?|\bdate of birth|\bborn(?: on)?(?: the)?|\bbirth ?date)(?: is| was)?"
        + r"[ :=\-–(]{0,4}(?P<x>"
        + _DATE
        + ")",
        flags=re.I,
    ),
    rule("date of birth", "birth", r"(?P<x>" + _DATE + r")[ ,]{0,2}\(?(?:d\.?o\.?b\b|date of birth)", flags=re.I),
    rule("ViSOR number", "visor", r"\bvisor" + _REF + r"(?P<x>\d{2}[/\-]\d{4,8}|[A-Z]{0,2}\d{6,10})\b", flags=re.I),
    rule(
        "ViSOR number", "visor", r"\bvisor (?:ref|no|number|num|id|urn|nominal)[.:# ]{1,3}(?P<x>\d{4,10})\b", flags=re.I
    ),
    rule("ViSOR number", "stroke", _NOT_A_LOG + r"(?P<x>\d{2}/\d{6})(?![\d/])", flags=re.I),
    rule("PNC number", "stroke", r"(?<![\d/])(?P<x>(?:19|20)?\d{2}/\d{3,7}[A-Za-z])\b"),
    rule("PNC number", "record", r"\bPNC(?:ID)?" + _REF + r"(?P<x>(?:19|20)?\d{2}/\d{3,7}(?: ?[A-Z])?)\b", flags=re.I),
    rule("CRO number", "record", r"\bCRO" + _REF + r"(?P<x>\d{1,6}/\d{2}[A-Z]?)\b"),
    rule(
        "NHS number",
        "digits",
        r"(?P<told>\bNHS" + _REF + r")?(?<![\d/])(?P<x>\d{3}[ \-]?\d{3}[ \-]?\d{4})(?![\d/])",
        _is_nhs_number,
        re.I,
    ),
    rule(
        "National Insurance number",
        "insured",
        r"\b(?P<x>(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?\d{2} ?\d{2} ?\d{2} ?[A-D])\b",
    ),
    rule("prison number", "prison", r"\b(?P<x>[A-Z]\d{4}[A-Z]{2})\b"),
    rule(
        "phone number",
        "digits",
        r"(?<![\d/.])(?P<x>(?:(?:\+|00)44[ \-]?(?:\(0\))?[ \-]?|\(?0)(?:\d[ \-)]{0,2}){9}\d)(?![\d/])",
    ),
    rule(
        "vehicle registration",
        "plate",
        r"(?P<told>" + _VEHICLE + r")?\b(?P<x>[A-Z]{2}\d{2} ?[A-Z]{3})\b",
        _is_registration,
    ),
    rule("vehicle registration", "vehicle", _VEHICLE + r"(?P<x>[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]?)\b"),
    rule(
        "passport number", "passport",
        r"\bpassports?(?: ?\(?(?:no|number|num|ref|is|was)\)?)*[.:# \-(]{1,3}"
        r"(?P<x>\d{9}|[A-Z]{1,2}\d{6,8})\b", flags=re.I,
    ),
    rule(
        "IP address", "internet",
        r"\bIP(?:v4)?(?: (?:address(?:es)?|no|is|was|of))*[.:# (]{1,3}"
        r"(?P<x>\d{1,3}(?:\.\d{1,3}){3})(?![\d.]*\d)", flags=re.I,
    ),
    rule(
        "user name", "user",
        r"\b[Uu](?:ser|SER)(?P<told>[ -]?(?:name|NAME|id|ID)s?)(?P<gap>(?: (?:is|was|of))?[ :=\-\"“‘'(]{1,3})"
        r"(?P<x>@?[A-Za-z][\w.\-]*\w)", _is_user_name,
    ),
    rule("user name", "user", r"\b[Uu]ser(?P<told>)(?P<gap>[ :=]{1,2})(?P<x>[A-Za-z]{1,12}[._]?\d{2,6}|\d{4,8})\b"),
)  # fmt: skip
