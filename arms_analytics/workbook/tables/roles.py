"""What each column (and line) of a review's part of a table holds: the grade, the feedback, or both in one box."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from dataclasses import dataclass

from arms_analytics.workbook.tables.body import ROLES, Body
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.earlier import is_earlier
from arms_analytics.workbook.texts.labels import label, said
from arms_analytics.workbook.texts.shapes import PROSE

Spot = tuple[int, int]
"""How many lines below a question's first, and which column of a review's columns, from 0."""
LONGEST_MARK = 3
"""A coloured box may hold a number or sign of so many letters that no key explains."""
OF_ACTIONS = {"status", "date", "officer", "team"}
"""Labels of columns beside grade and feedback that are neither: who is to act, and by when."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How often a spot holds what: `none` of these is an empty cell with a fill that is no grade's.

    `marks` are those without a fill that no key explains: scores, their maximum, ticks ("Y").
    """

    words: int = 0
    fills: int = 0
    filled_texts: int = 0
    prose: int = 0
    short: int = 0
    marks: int = 0
    none: int = 0

    @property
    def grades(self) -> int:
        """Grade words, and grades' colours without words."""
        return self.words + self.fills

    @property
    def tells(self) -> bool:
        """Whether it holds words rather than grades: a second grade beside the first is no feedback."""
        return self.filled_texts + self.prose + self.short > self.grades

    @property
    def all(self) -> int:
        """Anything."""
        return self.words + self.fills + self.filled_texts + self.prose + self.short + self.marks


def settle(body: Body, heads: range) -> dict[Spot, str]:
    """The role of each spot, the same for every review: `grade`, `feedback` or `both`; spots without one are empty."""
    seen = _look(body)
    heads = range(heads.start, max(heads.stop, body.questions[0].line))
    beside = {line: _beside(body, line) for line in {line for line, _ in seen}}
    told = {(line, place): beside[line] or _over(body, heads, place) for line, place in seen}
    if not any(kind in ("grade", "grade and feedback") for kind in told.values()):
        told = {spot: kind for spot, kind in told.items() if kind != "feedback" or seen[spot].filled_texts == 0} | {
            spot: "" for spot, kind in told.items() if kind == "feedback" and seen[spot].filled_texts
        }
    roles = {spot: _role(told.get(spot, ""), what) for spot, what in seen.items()}
    return _one_grade(roles, seen, told)


def _look(body: Body) -> dict[Spot, Seen]:
    found: dict[Spot, list[str]] = defaultdict(list)
    holds = functools.cache(functools.partial(_holds, body.natures))
    for asked in body.questions:
        for line in range(asked.line, asked.last + 1):
            for group in body.groups:
                for place, column in enumerate(group):
                    cell = body.own.get((line, column))
                    if cell is not None:
                        found[line - asked.line, place].append(holds(cell.text, cell.colour, bool(cell.unsettled)))
    return {spot: Seen(**Counter(kinds)) for spot, kinds in found.items()}


def _holds(natures: Natures, text: str, colour: str | None, unsettled: bool) -> str:
    """What a cell counts as, by the names of `Seen`."""
    filled = unsettled or bool(colour and natures.boxy(colour))
    if natures.spells_out(text):
        return "filled_texts"
    if natures.reads_as_word(text):
        return "words"
    if not text or (filled and len(text.strip()) <= LONGEST_MARK):
        return "fills" if filled else "none"
    if not filled and (text.strip().isdigit() or len(text.strip()) <= LONGEST_MARK):
        return "marks"
    return "filled_texts" if filled else "prose" if len(text) > PROSE else "short"


def _beside(body: Body, below: int) -> str:
    """The role that labels beside the lines give to all that stands so far below the questions."""
    votes = Counter[str]()
    for asked in body.questions:
        line = asked.line + below
        columns = body.labels if line <= asked.last else ()
        kinds = (label(body.grid.text(line, column)) for column in columns if below or column != body.question)
        votes.update(kind for kind in kinds if kind in ROLES)
    kind, often = votes.most_common(1)[0] if votes else ("", 0)
    return kind if often >= 0.6 * len(body.questions) else ""


def _over(body: Body, heads: range, place: int) -> str:
    """The role that labels above the columns give to this column of each review."""
    kinds = (_above(body, heads, group[place]) for group in body.groups if place < len(group))
    votes = Counter(filter(None, kinds))
    return votes.most_common(1)[0][0] if votes else ""


def _above(body: Body, heads: range, column: int) -> str:
    for line in reversed(heads):
        text = body.grid.text(line, column)
        kind = label(text) if text else ""
        if kind in ROLES:
            return kind
        if kind in OF_ACTIONS and any(label(body.grid.text(line, beside)) in ROLES for beside in body.columns):
            return "aside"
        if is_earlier(text):
            return "earlier"
        within = next((part.label for part in said(text).parts if part.label in ROLES), "") if text else ""
        if within:
            return within
    return ""


def _role(told: str, seen: Seen) -> str:
    if told == "aside":
        return ""
    if told == "grade and feedback":
        return "both"
    if told == "grade":
        return "both" if seen.filled_texts + seen.prose > seen.grades + seen.short + seen.marks else "grade"
    if told == "feedback":
        return "feedback"
    if not seen.all:
        return ""
    if seen.filled_texts > 0.2 * seen.all and seen.filled_texts >= seen.words:
        return "both"
    if seen.grades >= 0.3 * seen.all and seen.grades >= seen.prose:
        return "grade"
    return "feedback" if seen.prose or seen.short else "grade"


def _likelihood(told: str) -> int:
    """How likely a column with this head holds the grade that counts, where several hold grades."""
    return 2 if told.startswith("grade") else 0 if told == "earlier" else 1


def _beside_the_grade(told: str, what: Seen, grade: Seen) -> str:
    """The role of a second column of grades: feedback where it tells, the fills of grades that are worded or numbered.

    "Score" over figures that no key explains says nothing.
    """
    if told == "feedback" or (what.tells and not (told == "grade" and not what.prose)):
        return "feedback"
    return "colour" if what.fills and not what.words and not grade.fills else ""


def _one_grade(roles: dict[Spot, str], seen: dict[Spot, Seen], told: dict[Spot, str]) -> dict[Spot, str]:
    """One box a question: where several spots could hold it, the one that a label names, or that holds most grades."""
    graded = [spot for spot, role in roles.items() if role in ("grade", "both")]
    if not graded:
        filled = [spot for spot in roles if seen[spot].filled_texts + seen[spot].grades]
        graded = sorted(filled, key=lambda spot: -(seen[spot].filled_texts + seen[spot].grades))[:1]
        roles |= dict.fromkeys(graded, "both")
    if len(graded) > 1:
        best = max(graded, key=lambda s: (_likelihood(told.get(s, "")), seen[s].words, seen[s].grades, s[::-1]))
        for spot in graded:
            if spot != best:
                roles[spot] = _beside_the_grade(told.get(spot, ""), seen[spot], seen[best])
        if roles[best] == "both" and any(role == "feedback" for role in roles.values()) and seen[best].grades:
            roles[best] = "grade" if seen[best].filled_texts <= seen[best].grades else "both"
    return {spot: role for spot, role in roles.items() if role}
