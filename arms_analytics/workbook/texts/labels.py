"""What the labels around a table mean: reference, officer, reviewed by, risk level, grade, feedback, quarter.

`said` reads one cell's text once: a label alone ("Plan ref"), a label with its value ("Reviewed by: Cumbria"), a risk
level, or several of these in one cell (a heading of three lines, a bar with strokes between).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from arms_analytics.remembered import remembered
from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.risk_levels import risk_level

LONGEST_LABEL = 60
KEPT = 2**18
"""Texts whose meaning is remembered: a tab is gone through several times, the largest must not be read anew each."""
LONGEST_HEADING = 320


def _phrase(before: str, core: str, after: str = "", alone: str = "") -> re.Pattern[str]:
    """Any words of `before`, then one of `core`, then any words of `after`; or one of `alone`, nothing around it."""
    ahead = rf"(?:(?:{before}) )*" if before else ""
    behind = rf"(?: (?:{after}))*" if after else ""
    return re.compile(rf"{ahead}(?:{core}){behind}" + (f"|{alone}" if alone else ""))


_PLANS = (
    "arms|plan|review|peer review|peer|case|file|qa|qa tool|record|assessment|nominal|offender|rso|rmp|audit|sample"
)
_NUMBER = "no|number|num|nos|id|code|#"
_GRADED_BY = (
    "review(?:ed)?|qa(?:'?d|ed)?|audit(?:ed)?|assess(?:ed)?|grad(?:ed|ing)|mark(?:ed)?|moderat(?:ed|ing)|scor(?:ed|ing)|"
    "quality assured|dip sampled|examined|inspected"
)
_GRADING = "reviewing|reviewer|reviewers|reviewer's|review|qa|auditing|assessing|grading|marking|moderating|scoring"
_LABEL: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("elsewhere", _phrase(
        "static|actuarial|offender|nominal|rso|police|probation|current|latest",
        r"rm ?2000(?: ?[/-] ?[vsc])?|rm2k|risk matrix(?: 2000)?|oasys|rosh|risk of serious harm|"
        r"osp(?: ?[/-] ?[a-z]{1,3})?|ogrs ?[34]?|rsr|mappa|sarn|static(?:-| )?99|stable(?:-| )?2007",
        "risk|score|level|band|rating|category|cat",
        alone="(?:previous|prior|last|earlier|former|initial) (?:arms|(?:arms )?(?:risk|priority|level|risk level))|"
        "gender|sex|m ?/ ?f")),
    ("risk", _phrase(
        "offender|offender's|nominal|rso|arms|plan|case|assessed|overall|current|final",
        "level of risk|risk|risk level|risk category|risk band|risk rating|risk status|risk grade|risk ?/ ?priority|"
        "level|lvl|priority|priority level",
        "of harm|level|of plan|of offender|of case|of the plan|of the offender")),
    ("ref", _phrase(
        _PLANS + "|visor|unique|your|force|our",
        "refs?|references?|identifier|urn|id",
        _NUMBER,
        alone=rf"(?:(?:{_PLANS}) )*(?:plan|review|case|file|record|assessment|rso|nominal|sample|crn|visor|arms)"
        rf" ?(?:{_NUMBER})|crn|plan|case|plan reviewed|case reviewed")),
    ("officer", _phrase(
        "plan|arms|offender|som|the|case|managing|responsible",
        "om|oms|officer|officer's|offender manager|manager|author|som|vlo|practitioner|case officer|owner|oic|assessor|"
        "om ?/ ?officer|officer ?/ ?om|collar|shoulder",
        f"ref|reference|collar|shoulder|name|initials|responsible|details|in the case|{_NUMBER}",
        alone=r"completed by \(om\)|plan written by|written by|managed by|pc")),
    ("reviewing", _phrase(
        "peer|plans?|cases?|arms|was|were",
        f"(?:{_GRADED_BY})(?: (?:carried out|completed|undertaken|conducted|done))? by"
        f"|(?:{_GRADING}) (?:force|police force|constabulary|area)|reviewers?",
        "force|the force|name|police",
        alone="force (?:reviewing|that reviewed|(?:conducting|completing|doing) (?:the )?review)|who reviewed")),
    ("force", _phrase(
        "the|police|home|owning|submitting|reviewed|subject|plan|originating|host|own|audited|returning|name of",
        "force|constabulary",
        "area|name|reviewed|under review|being reviewed|audited|of plan|submitting|owning",
        alone="plans? (?:from|of|submitted by)|whose plan|plans reviewed")),
    ("team", _phrase(
        "police|somu|mosovo|managing|local|officer's|offender management|public protection|area",
        "team|unit|somu|mosovo|hub|district|division|bcu|borough|base|lpa|lpu",
        "name|area")),
    ("quarter", _phrase(
        "review|reporting|audit|qa|return|peer review|financial|the|for|collation|sample|fy|date",
        r"quarter|qtr|period|quarter ?/ ?year|time period|months?|date range|dates covered|quarter \(fy\)",
        "covered|ending|ended|end|reviewed|from|date")),
    ("grade", _phrase(
        "hmicfrs|hmic|qa|overall|peer|reviewer|reviewers|final|arms|given|force|peel|awarded|colour|rag|assessment",
        "grades?|grading|gradings|graded|rag|ratings?|scores?|scoring|judge?ments?|marks?|colou?r|outcome|result|box",
        r"rating|status|grade|awarded|given|achieved|\(?colou?r(?:ed)?(?: box)?\)?|\(?rag\)?|\(?hmicfrs\)?|"
        r"\(?o ?/ ?g ?/ ?ri ?/ ?i\)?|\(?1(?:-| to )[45]\)?")),
    ("feedback", _phrase(
        "qa|reviewer|reviewers|reviewer's|reviewers'|individual|peer|peer review|qa tool|force|narrative|written|"
        "detailed|supporting|free text|grade|learning|arms",
        "feedback|feed back|comments?|rationale|notes?|observations?|narrative|remarks|findings|commentary|reasons?|"
        "justification|explanation|evidence|free text|text",
        r"(?:/|and|&) ?(?:rationale|feedback|comments?|evidence|learning|observations?|narrative|notes|reasons?)|"
        "/ ?rationale|from qa tool|for (?:the )?(?:grade|grading|officer|om|question)|from (?:reviewer|qa)|"
        "to (?:officer|force)|given",
        alone="(?:feedback|comments?|rationale|evidence)/(?:rationale|feedback|comments?|evidence)")),
    ("grade and feedback", _phrase(
        "hmicfrs|qa",
        r"(?:grade|rag|colour|rating)s? ?(?:/|and|&|\+|with) ?(?:qa |reviewer )?(?:feedback|comments?|rationale)|"
        r"(?:feedback|comments?) ?(?:/|and|&|\+|with|in) ?(?:grade|rag|colour|coloured box)")),
    ("question", _phrase(
        "qa|qa tool|arms|review|audit|peer review|quality|tool|inspection|assessment",
        "questions?|criteria|criterion|wording|standards?|areas?|area reviewed|question ?/ ?area|area ?/ ?question|"
        "themes?|topics?|elements?|items?|aspects?|measures?|what we looked at|requirements?|statements?|prompts?|"
        "factors?|heading|category|line of enquiry|areas? of (?:review|practice)",
        "reviewed|text|wording|asked|description|assessed|examined|under review")),
    ("number", _phrase(
        "q|question|item|row|line|serial|qu", "#|no|number|num|nos|id", alone="q|q's|qs|q ?#|q?no|item|s/n|sr|sn")),
    ("section", _phrase("", "section|domain|part|group|chapter|stage", "heading|name")),
    ("date", _phrase(
        "the|arms|plan|review|assessment|qa|peer|visit|sign off|due|next|last|previous|completion|target",
        "date|dated|reviewed on|completed on|completed|finished|deadline|version|returned|submitted|completion",
        ".{1,20}")),
    ("status", _phrase(
        "force|om|officer|action|follow up|supervisor",
        "status|actions?|(?:reviewing|moderating) (?:officer|supervisor|sergeant)|"
        "owner|due|by when|progress|response|update|initials|signature|signed|signed off|countersigned|"
        "approved|collated|completed|prepared|contact|spoc|lead|supervisor|sergeant|ds|di|done",
        "required|by|for .{1,20}|by .{1,20}|taken|date")),
)  # fmt: skip
_REVIEW = re.compile(
    r"(?:(?:arms|peer|plan|qa) )*(?:review|plan|case|file|sample|record|assessment|nominal|offender|rso)s? ?"
    r"(?:no\.? ?|number ?|#)?(\d{1,2}|[a-h]|one|two|three|four|five|six)(?: of \d+)?"
)
_NUMBERED_LABEL = re.compile(
    r"(?P<alone>[a-z][a-z /&]*?[a-z]) ?(?:(?:for|on|to)? ?(?:the )?(?:q|question) ?)?\d{1,2}"
    r"|(?:q|question) ?\d{1,2}[ .:)-]+(?P<after>[a-z][a-z /&]*[a-z])"
)
_FILLER = re.compile(r"[\s.:;*#?_\-=]+$|^[\s.:;*_\-=]+")
_LABELLED = re.compile(r"\s*([^:=\n]{2,48}?)\s*(?::\s*[-–]?|=|\s[-–—]\s)\s*(\S.*?)\s*$", re.S)
_PARTS = re.compile(r"\s*(?:[|¦•·\n\r\t]|\s{3,}|\s//\s)+\s*")
_LESSER_PARTS = re.compile(r"\s*(?:\)\s*[-–—]\s|[;,()]|\s[-–—]\s|(?<=^\d)[.)]\s|(?<=\d)\.\s)\s*")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_ENDS_IN_MONTH = re.compile(rf"\b{_MONTH}(?: \d{{2,4}})?$", re.I)
_ENDS_IN_QUARTER = re.compile(r"\b(?:q|qtr|quarter) ?[1-4]$", re.I)
_BEGINS_WITH_MONTH = re.compile(rf"(?:\d{{1,2}} )?{_MONTH}\b", re.I)
_SPOKEN = re.compile(
    r"\s*((?:peer[- ])?(?:reviewed|graded|assessed|qa'?d|audited|marked) by)\s+(?:the\s+)?(\S.{1,40})$", re.I
)
_REFERENCE = re.compile(
    r"\s*(?:(?:plan|review|case|arms|file) )?(?:ref|reference|urn)(?: no\.?| number)?\.? "
    r"(?=\S*\d)([A-Z\d][\w/.\-]*)\s*$",
    re.I,
)
"""A reference behind its label without a colon: "Ref CHE/0010"."""
_OFFICER = re.compile(r"\s*(?:om|som|oic|officer|offender manager|author)\.?\s+([A-Z]{2,3}[ -]?\d{2,6})\s*$", re.I)
"""An officer behind the label without a colon: "OM PC 1101"."""
_HEAD = r"(?P<head>[A-Z]{2,}[-/_][A-Z\d/_-]*\d[A-Z\d/_-]*|(?i:review|plan|case) \d{1,2})"
_HEAD_AND_LEVEL = (
    re.compile(rf"\s*{_HEAD}\s*[:/]?\s+(?P<level>[A-Za-z ]{{1,24}}?)\s*"),
    re.compile(rf"\s*(?P<level>[A-Za-z ]{{1,24}}?)\s*[:/]?\s+{_HEAD}\s*"),
)
"""A plan's reference or the number of a review with its level and hardly anything between: "CHE-0101 High"."""
_SMALL_WORDS = re.compile(r"(?<!\S)[a-z]+").findall
OF_A_SENTENCE = 4
"""So many words begin small in a sentence, and not in what a heading says besides its facts."""
_WITH_VALUES = {"ref", "officer", "reviewing", "force", "team", "quarter", "number", "date", "status"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says. `label` is a kind of label or empty; `value` what stands behind it in the same cell.

    `risk` is set where the text (or the value of a risk label) names a level; `parts` where one cell says several.
    """

    label: str = ""
    value: str = ""
    risk: RiskLevel | None = None
    parts: tuple[Said, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.label or self.risk or self.parts)

    def flat(self) -> tuple[Said, ...]:
        """Its parts, or itself."""
        return self.parts or (self,)


NOTHING = Said()


@remembered(KEPT)
def label(text: str) -> str:
    """The kind of label that the whole text is, or empty."""
    if len(text) > LONGEST_LABEL:
        return ""
    bare = _bare(text)
    if not bare:
        return "number" if text.strip() == "#" else ""
    if _REVIEW.fullmatch(bare):
        return "review"
    for kind, pattern in _LABEL:
        if pattern.fullmatch(bare):
            return kind
    return _with_a_number(bare)


def _with_a_number(bare: str) -> str:
    """ "Feedback2", as a table in Excel names its second; "Q4 comments", "Feedback for question 4", "Grade 3"."""
    match = _NUMBERED_LABEL.fullmatch(bare)
    if match is None:
        return ""
    told = next((kind for kind, pattern in _LABEL if pattern.fullmatch(match["after"] or match["alone"])), "")
    return told if told == "feedback" or (told == "grade" and match["alone"]) else ""


@remembered(KEPT)
def said(text: str) -> Said:
    """What this cell's text says to someone who looks for labels; NOTHING for prose and plain values."""
    if not text or len(text) > LONGEST_HEADING:
        return NOTHING
    if text.count(":") > 1:
        return _several(text) or _one(text)  # "Ref: CHE-01; Risk level: High"
    return _one(text) or _several(text)


def _one(text: str) -> Said:
    level = risk_level(text)
    if level:
        return Said("", "", level)
    kind = label(text)
    if kind:
        return Said(kind)
    if len(text) > 160 or _PARTS.search(text.strip()):
        return NOTHING
    labelled = _LABELLED.match(text)
    if labelled:
        kind = label(labelled[1])
        if kind == "risk":
            return Said("risk", labelled[2], risk_level(labelled[2])) if risk_level(labelled[2]) else NOTHING
        if kind == "review":
            inner = said(labelled[2])
            return Said(parts=(Said("review", labelled[1].strip()), *inner.flat())) if inner else NOTHING
        if kind in _WITH_VALUES:
            return Said("ref" if kind == "number" else kind, labelled[2])
    spoken = _SPOKEN.match(text)
    if spoken:
        return Said("reviewing", spoken[2].strip())
    managing = _OFFICER.match(text)
    if managing:
        return Said("officer", managing[1])
    referred = _REFERENCE.match(text)
    return Said("ref", referred[1]) if referred else _with_its_level(text) or _column_of_a_review(text)


def _with_its_level(text: str) -> Said:
    for pattern in _HEAD_AND_LEVEL:
        match = pattern.fullmatch(text)
        level = risk_level(match["level"]) if match else None
        if match and level:
            numbered = _REVIEW.fullmatch(plain(match["head"]))
            return Said(parts=(Said("review" if numbered else "", match["head"]), Said(risk=level)))
    return NOTHING


def _column_of_a_review(text: str) -> Said:
    """ "VH comments", "Very high grade": a level and what stands in the column."""
    words = text.split()
    for cut in range(1, len(words) if len(words) <= 5 else 0):
        level, kind = risk_level(" ".join(words[:cut]).rstrip(" -:")), label(" ".join(words[cut:]))
        if level and kind in ("grade", "feedback"):
            return Said(parts=(Said(risk=level), Said(kind)))
    return NOTHING


def _several(text: str) -> Said:
    if "?" in text:
        return NOTHING  # "Low, medium or high?"
    for cut in (_PARTS, _LESSER_PARTS):
        pieces = _with_months_joined([piece for piece in cut.split(text.strip()) if piece])
        if not 2 <= len(pieces) <= 12:
            continue
        found = tuple(inner for piece in pieces for inner in (_one(piece) or Said(value=piece)).flat())
        if len({part.risk for part in found if part.risk}) > 1:
            continue  # "Is the priority (low, medium, high) justified?"
        if any(len(_SMALL_WORDS(part.value)) >= OF_A_SENTENCE for part in found if not part):
            continue  # "Share this practice with the other teams; medium risk plan."
        if all(part.risk and not part.label and not part.value for part in found):
            return found[0]  # "Very high risk (VH)"
        telling = sum(bool(part.value and part.label) or part.label == "review" for part in found)
        if telling >= 2 or (any(part.risk for part in found) and (cut is _PARTS or len(text) <= 120)):
            return Said(parts=found)
    return NOTHING


def _with_months_joined(pieces: list[str]) -> list[str]:
    """Put "Period: October", "December 2024" together again, and "Quarter: Q2", "Jul-Sep 2026": one text each."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _ENDS_IN_QUARTER.search(joined[-1]) and _BEGINS_WITH_MONTH.match(piece):
            joined[-1] += f" ({piece})"
        elif joined and _ENDS_IN_MONTH.search(joined[-1]) and _BEGINS_WITH_MONTH.match(piece):
            joined[-1] += f" - {piece}"
        else:
            joined.append(piece)
    return joined


def _bare(text: str) -> str:
    bare = plain(text)
    previous = None
    while bare != previous:
        previous = bare
        bare = _FILLER.sub("", bare)
    return bare.replace(".", "")
