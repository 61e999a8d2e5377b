"""Where somebody lives: house numbers with streets, and postcodes; no courts, no counts, no ordinals."""

from __future__ import annotations

import re

from arms_analytics.workbook.personal_data.rules import Rule, rule
from arms_analytics.workbook.personal_data.vocabulary import is_ordinary

_POSTCODE_AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|E|FK|FY|GL|GU|"
    "GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|"
    "PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|"
    "WS|WV|W|YO|ZE"
)
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Crescent|Cres|Grove|Terrace|Gardens|Mews|Croft|Fold|Brow|Villas|"
    r"Cottages)"
)
_SPOT = (
    r"(?:Close|Court|Way|Place|Walk|Row|Hill|Green|Park|View|Square|Rise|Parade|Wharf|Bank|Meadow|Meadows|Heights|House|"
    r"Buildings|Crescent)"
)
"""Ends of street names that are ordinary words as well: an address only where something says so."""
in_a_street = re.compile(rf"\d[A-Za-z]?,? (?:[A-Za-z'’]+ ){{0,3}}(?i:{_STREET}|{_SPOT})").search
"""Whether a number stands before a street, however written: what comes before it costs more to look for."""
_AT = r"at|address|address is|lives|living|lived|resides|residing|home is|moved to|number"


def _is_no_court(match: re.Match[str]) -> bool:
    return not re.search(r"(?:High|Crown|Magistrates'?|County|Youth|Appeal) Court$", match["x"]) and not any(
        is_ordinary(word) for word in re.findall(r"[A-Z][a-z]+", match["x"])[:-1]
    )


def _is_no_ordinal(match: re.Match[str]) -> bool:
    return not re.search(r"\d(?:st|nd|rd|th)$", match["x"], re.I)


PLACES: tuple[Rule, ...] = (
    rule(
        "address",
        "house",
        rf"(?P<x>(?:(?:[Ff]lat|[Uu]nit|[Rr]oom|[Aa]partment) \d{{1,4}}[A-Za-z]?,? )?"
        rf"\b\d{{1,4}}(?:-\d{{1,4}})?[A-Za-z]?,? (?:(?:St\.?|[A-Z][a-z'’]+) ){{1,3}}{_STREET})\b\.?",
    ),
    rule(
        "address",
        "house",
        rf"(?P<x>(?:(?:[Ff]lat|[Uu]nit|[Rr]oom|[Aa]partment) \d{{1,4}}[A-Za-z]?,? )"
        rf"(?:\d{{1,4}}[A-Za-z]?,? )?(?:[A-Z][a-z'’]+ ){{1,3}}{_SPOT})\b",
    ),
    rule(
        "address",
        "street",
        rf"(?:\b(?i:{_AT}) )(?P<x>\d{{1,4}}[A-Za-z]?,? (?:[A-Za-z'’]+ ){{0,3}}(?i:{_STREET}|{_SPOT}))\b",
    ),
    rule(
        "address", "house", rf"(?P<x>\b\d{{1,4}}[A-Za-z]? (?:[A-Z][a-z'’]+ ){{1,3}}{_SPOT})\b(?=,|\.?$)", _is_no_court
    ),
    rule(
        "postcode", "post", r"\b(?P<x>(?:" + _POSTCODE_AREAS + r")\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", _is_no_ordinal
    ),
    rule(
        "postcode",
        "post",
        r"\b(?P<x>(?:" + _POSTCODE_AREAS.lower() + r")\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})\b",
        _is_no_ordinal,
    ),
)
