"""Names of people: after titles, in capitals, beside words for a person, or plainly a first name with a surname."""

from __future__ import annotations

import re

from arms_analytics.workbook.personal_data.rules import Rule, rule
from arms_analytics.workbook.personal_data.vocabulary import (
    ALSO_SURNAMES,
    FIRST_NAMES,
    LETTERED,
    NO_SURNAMES,
    OF_PLACES,
    ORDINARY,
    is_ordinary,
    no_surname,
)

UPPER, LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
FIRST = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
_PARTICLE = r"(?:[Vv]an [Dd]er |[Vv]an |[Vv]on |[Dd]e [Ll]a |[Dd]e |[Dd]i |[Aa]p |[Aa]l-|[Ee]l-|[Bb]in )"
_CAPITALS = rf"(?:{_PARTICLE})?(?:[Oo]['’]|M[Aa]?[Cc]|[Dd]['’])?[{UPPER}][{UPPER}\-]{{2,}}(?:['’][{UPPER}]+)?"
_PLAIN = rf"(?:{_PARTICLE})?(?:O['’]|Mc|Mac|Fitz|D['’])?[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
SURNAME = rf"(?:{_PLAIN}|{_CAPITALS}|[{UPPER}]['’][{UPPER}\-]{{2,}})"
_TITLES = (
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Master", "Rev", "Prof", "Professor", "Sir", "MR", "MRS", "MS", "MISS", "DR",
    "mr", "mrs",
)  # fmt: skip
TITLE = rf"(?:{'|'.join(title for title in _TITLES if title[0].isupper())})"
_A_TITLE = re.compile(rf"\b(?:{'|'.join(_TITLES)})\b")
_TITLE_LETTERS = ("Mr", "Ms", "Mis", "Mx", "Dr", "Mas", "Rev", "Prof", "Sir", "MR", "MS", "MIS", "DR", "mr")
"""With these begins every title."""
_KIN = (
    "victim", "perpetrator", "complainant", "witness", "partner", "wife", "husband", "girlfriend", "boyfriend",
    "mother", "father", "brother", "sister", "son", "daughter", "nephew", "niece", "uncle", "aunt", "neighbour",
    "friend", "grandson", "granddaughter", "grandfather", "grandmother", "nan", "cousin", "carer", "landlord",
    "landlady", "flatmate", "housemate", "associate", "fiance", "fiancé", "fiancee", "fiancée", "child",
    "children", "sons", "daughters", "friends", "brothers", "sisters", "victims", "partners", "parents",
    "neighbours", "ex",
)  # fmt: skip
_PEOPLE = (
    *_KIN, "rso", "subject", "offender", "nominal", "aka", "alias", "known as", "named", "called", "name",
)  # fmt: skip
_PERSON = rf"(?:\b|-|(?<=step))(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _PEOPLE)}|RSO|AKA)"
_RANKS = r"PC|PS|PCSO|DC|DS|DI|DCI|CI|TDC|[Ss]gt|[Ss]ergeant|[Cc]onstable|[Ii]nsp(?:ector)?|[Ss]upt|[Ss]uperintendent"
_RANK = rf"\b(?:{_RANKS})\.?"
_ROLE = rf"\b(?:{_RANKS}|PPO|OM|SOM|[Oo]fficer|[Ss]upervisor|[Mm]anager|[Rr]eviewer|[Aa]ssessor|[Aa]uthor|[Ww]orker)\.?"
_INITIALS = rf"(?:[{UPPER}]\.? ?){{1,3}}(?<=[ .])"
_OF_A_FIRM = r"(?! (?:(?:&|and) (?:Co|Sons?|Daughters?|Partners|Bros)\b|Ltd|Limited|LLP|plc|PLC|Solicitors))"
_NUMBERING = frozenset("IQVX")
"""Letters that ask a question or count, where a line or sentence begins with them."""
_DOES = re.compile(
    r"(?:['’]s)? (?:was|is|has|had|said|says|told|states?|stated|lives|lived|den(?:ies|ied)|admit(?:s|ted)|disclosed|"
    r"attended|reported|remains|works|did|does|will|would|and)\b"
)
_GAP = " :,-("
_AFTER_A_GAP = re.compile(rf"[{UPPER}](?<=[{re.escape(_GAP)}].)")


def speaks_of_a_person(text: str) -> bool:
    """Whether a word for a person stands before a capital letter."""
    capitals = (match.start() for match in _AFTER_A_GAP.finditer(text))
    return any(text[max(0, at - 15) : at].rstrip(_GAP).lower().endswith(_PEOPLE) for at in capitals)


def has_title(text: str) -> bool:
    """Whether Mr or the like stands anywhere; the pattern is slow where most texts hold none."""
    return any(map(text.__contains__, _TITLE_LETTERS)) and _A_TITLE.search(text) is not None


def _is_name_in_capitals(match: re.Match[str]) -> bool:
    first, last = match["first"].lower(), match["last"]
    if last.upper() in NO_SURNAMES:
        return False
    if first in FIRST_NAMES and first not in ORDINARY:
        return not is_ordinary(last) or last.lower() in ALSO_SURNAMES
    if is_ordinary(last):
        return False
    return not is_ordinary(first) or first in FIRST_NAMES or _person_around(match)


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
    if first not in FIRST_NAMES or first in ORDINARY:
        return False
    return not no_surname(last) or last in ALSO_SURNAMES - OF_PLACES


def _is_listed_name(match: re.Match[str]) -> bool:
    """ "Holroyd, Darren": a surname before a first name, where a person is spoken of."""
    first = match["first"].lower()
    return first in FIRST_NAMES and first not in ORDINARY and _person_around(match) and not is_ordinary(match["last"])


def _is_named_person(match: re.Match[str]) -> bool:
    first, last = match["first"].lower().rstrip("."), match["last"].lower()
    known = first in FIRST_NAMES and first not in ORDINARY
    return (known and last.upper() not in NO_SURNAMES) or not (is_ordinary(first) or no_surname(last))


def _is_relative(match: re.Match[str]) -> bool:
    return match["first"].lower() in FIRST_NAMES and match["first"].lower() not in ORDINARY


def _is_surname(match: re.Match[str]) -> bool:
    """After Mr and the like any capitalised word is a surname; after Dr or Master one that is no ordinary word."""
    last = re.split(r"[\s.]+", match["x"].strip())[-1]
    if last.upper() in NO_SURNAMES or last.lower() in _AFTER_A_TITLE:
        return False
    return bool(re.match(r"M(?:rs?|s|x|RS?|S)\b", match["x"])) or not is_ordinary(last) or last.lower() in ALSO_SURNAMES


def _is_surname_of_initials(match: re.Match[str]) -> bool:
    last = match["last"].lower()
    return not no_surname(last) or last in ALSO_SURNAMES - OF_PLACES


def _is_initialled(match: re.Match[str]) -> bool:
    """ "J. Smith" in the midst of a sentence; no line of a list, no "appendix B. Preston"."""
    before = match.string[: match.start("x")].rstrip(" (,")
    if not _is_surname_of_initials(match):
        return False
    if before and (before[-1].isalpha() or before[-1] in "'’"):
        return before.rsplit(maxsplit=1)[-1].lower().strip("(") not in LETTERED
    if match["x"][0] in _NUMBERING or _is_in_a_list(match.string, match["x"][0]):
        return False
    return _DOES.match(match.string, match.end("x")) is not None


def _is_in_a_list(text: str, letter: str) -> bool:
    """Whether the letter before or after stands in the text as well: "A. Visits were late. B. Partners were told."."""
    beside = (chr(ord(letter) - 1), chr(ord(letter) + 1))
    return any(re.search(rf"(?<![\w.]){other}[.)] ", text) for other in beside if "A" <= other <= "Z")


def _is_of_kin(match: re.Match[str]) -> bool:
    return match["first"].lower() in FIRST_NAMES


def _is_capitals_alone(match: re.Match[str]) -> bool:
    return len(match["last"]) > 3 and not no_surname(match["last"])


def _is_shouted_name(match: re.Match[str]) -> bool:
    first = match["first"].lower()
    return (
        first in FIRST_NAMES
        and first not in ORDINARY
        and match["last"] not in NO_SURNAMES
        and (not is_ordinary(match["last"]) or match["last"].lower() in ALSO_SURNAMES)
    )


_AFTER_A_TITLE = frozenset(
    {"and", "is", "was", "has", "had", "or", "to", "the", "said", "says", "in", "of", "if", "who"}
)
NAMES: tuple[Rule, ...] = (
    rule(
        "name", "capitals", rf"\b(?P<x>(?P<last>{_CAPITALS}), ?(?P<first>{FIRST}))(?![{LOWER}])", _is_name_in_capitals
    ),
    rule("name", "two", rf"\b(?P<x>(?P<last>{_PLAIN}), ?(?P<first>{FIRST}))(?![{LOWER}])", _is_listed_name),
    rule(
        "name",
        "capitals",
        rf"\b(?P<x>(?P<first>{FIRST})(?: [{UPPER}]\.?)?(?: {FIRST})? (?P<last>{_CAPITALS}))(?![{UPPER}{LOWER}])",
        _is_name_in_capitals,
    ),
    rule(
        "name",
        "title",
        rf"\b(?P<x>{TITLE}\b\.? (?:(?:[{UPPER}]\.? ?){{1,2}}(?= ?[{UPPER}][{UPPER}{LOWER}'’]))?"
        rf"(?:(?!{_PARTICLE}){FIRST} (?={SURNAME}))?{SURNAME})"
        rf"(?![{UPPER}{LOWER}])",
        _is_surname,
    ),
    rule("name", "title", r"\b(?P<x>mrs? (?P<last>[a-z]{3,}))\b", lambda match: not is_ordinary(match["last"])),
    rule(
        "name",
        "capitals",
        rf"(?<![A-Z] )\b(?P<x>(?P<first>[{UPPER}]{{3,}}) (?P<last>{_CAPITALS}))(?![{UPPER}{LOWER}])(?! [A-Z]{{2}})",
        _is_shouted_name,
    ),
    rule(
        "name",
        "initial",
        rf"(?:{_PERSON}|{_ROLE})[ :,\-(]{{1,3}}(?P<x>{_INITIALS}(?P<last>{_PLAIN}))(?![{LOWER}]){_OF_A_FIRM}",
        _is_surname_of_initials,
    ),
    rule(
        "name",
        "rank",
        rf"{_RANK} (?P<x>(?:{FIRST} (?=[{UPPER}]))?(?P<last>{_PLAIN}))(?![{LOWER}]){_OF_A_FIRM}",
        _is_surname_of_initials,
    ),
    rule(
        "name",
        "kin",
        rf"\b(?P<x>(?P<first>{FIRST})(?: {_PLAIN})?)(?:, | \(|\()(?:his|her|their|the \w+['’]s)(?: [\w-]+){{0,2}}?"
        rf" (?:ex-|step)?(?:{'|'.join(_KIN)})\b",
        _is_of_kin,
    ),
    rule(
        "name",
        "initial",
        rf"(?<![\w.&'’])(?P<x>(?:[{UPPER}]\. ?){{1,3}}(?P<last>{_PLAIN}))(?![{LOWER}]){_OF_A_FIRM}",
        _is_initialled,
    ),
    rule(
        "name",
        "person",
        rf"{_PERSON}[ :,\-(]{{1,3}}(?P<x>(?P<first>{FIRST}|[{UPPER}]\.?) (?P<last>{_PLAIN}))\b",
        _is_named_person,
    ),
    rule(
        "name",
        "person",
        rf"{_PERSON}[ :,\-(]{{1,3}}{FIRST} (?:and|&) (?P<x>(?P<first>{FIRST}))(?![{LOWER}])",
        _is_relative,
    ),
    rule("name", "person", rf"{_PERSON}[ :,\-(]{{1,3}}(?P<x>(?P<first>{FIRST}))(?![{LOWER}])", _is_relative),
    rule(
        "name",
        "person",
        rf"{_PERSON}[ :,\-(]{{1,3}}(?P<x>(?P<last>{_CAPITALS}))(?![{UPPER}{LOWER}])",
        _is_capitals_alone,
    ),
    rule(
        "name",
        "capitals",
        rf"(?<![{UPPER}{LOWER}.])(?P<x>[B-HJ-Z]\.? (?P<last>{_CAPITALS}))(?![{UPPER}{LOWER}])",
        _is_capitals_alone,
    ),
    rule("name", "two", rf"\b(?P<x>(?P<first>{FIRST}) (?P<last>{_PLAIN}))(?![{LOWER}])", _is_plain_name),
)
