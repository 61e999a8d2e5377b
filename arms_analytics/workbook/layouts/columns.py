"""Reviews side by side over one run of questions: pairs, rows, one box, grades then feedback, spacers, feedback first.

Every (question, review) has a region of the grid: the question's lines by the review's columns. What stands at the
same place in all regions has the same role, told by labels or, where there are none, by what most regions hold there.
A block with one review is the same with one set of columns.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.labels import label
from arms_analytics.workbook.layouts import heads as heading
from arms_analytics.workbook.layouts.axis import Entry
from arms_analytics.workbook.layouts.blocks import ROLES, Block
from arms_analytics.workbook.layouts.heads import Head, HeadLine, Heads
from arms_analytics.workbook.layouts.natures import PROSE
from arms_analytics.workbook.layouts.table import Box, TabledReview, Wording

Spot = tuple[int, int]
"""A place within regions: how many lines below the question's first line, and the column."""

_ANCHORING = ("risk", "ref", "review", "officer", "reviewing", "team")


@dataclass(slots=True)
class Seen:
    """How often a spot holds what."""

    words: int = 0
    fills: int = 0
    filled_texts: int = 0
    prose: int = 0
    short: int = 0
    spelt: int = 0
    notes: int = 0

    def add(self, other: Seen) -> None:
        """Count what another spot holds too."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def grade_like(self) -> int:
        """Boxes without prose."""
        return self.words + self.fills

    @property
    def any(self) -> int:
        """Anything at all."""
        return self.words + self.fills + self.filled_texts + self.prose + self.short


def read(block: Block) -> list[TabledReview]:
    """The reviews of a block, in the order of its columns; boxes without a cell included."""
    heads = heading.read(block)
    by_line = _line_roles(block)
    spans = _spans(block, heads, by_line)
    seen = _alike(spans, _look(block, [column for span in spans for column in span]))
    roles = _roles(block, heads, by_line, spans, seen)
    return [_review(block, heads, span, roles) for span in spans]


def _line_roles(block: Block) -> dict[int, dict[int, str]]:
    """Roles told line by line in a column of labels ("Grade", "Feedback"): {column: {line: role}}."""
    found: dict[int, dict[int, str]] = {}
    for column in range(block.left, min(block.axis.column + 4, block.grid.last_column + 1)):
        if column == block.axis.column:
            continue
        told = {}
        for entry in block.entries:
            for line in range(entry.line, entry.last + 1):
                kind = label(block.grid.text(line, column))
                if kind in ROLES:
                    told[line] = kind
        if len(told) >= len(block.entries) and len(told) >= 2:
            found[column] = told
    return found


def _spans(block: Block, heads: Heads, by_line: dict[int, dict[int, str]]) -> list[list[int]]:
    """The columns of each review, from left to right."""
    usable = [c for c in block.columns if c not in by_line and c > max(by_line, default=0)]
    line = _anchors(heads, usable)
    if line is None or len(line) < 2:
        return _by_roles(block, heads, usable)
    starts = sorted(line)
    spans = [[c for c in usable if start <= c < after] for start, after in zip(starts, [*starts[1:], None], strict=True)
             if after is not None]  # fmt: skip
    widths = Counter(len(span) for span in spans)
    last = [c for c in usable if c >= starts[-1]]
    reach = max((head.last for found in heads.lines for head in found.heads if head.first == starts[-1]), default=0)
    wide = max(widths.most_common(1)[0][0], reach - starts[-1] + 1)
    told = [c for c in last if c in heads.roles and c < starts[-1] + wide]
    spans.append(last[: max(wide, len(told))] if not _split_in_two(heads, last, len(starts)) else last)
    before = [c for c in usable if c < starts[0]]
    if before and _leads(block, heads, before, spans):
        spans = [sorted(before[-1:] + spans[0]), *spans[1:]]
    return _paired(block, heads, line, spans)


def _anchors(heads: Heads, usable: list[int]) -> dict[int, dict[str, tuple[str, str]]] | None:
    """{first column: facts} of the head lines that tell reviews apart."""
    lines = [found for found in heads.lines if found.kind in _ANCHORING]
    if not lines:
        return None
    best = max(lines, key=lambda found: (len(_starts(found, usable)), -_ANCHORING.index(found.kind)))
    starts = _starts(best, usable)
    for found in lines:
        more = _starts(found, usable)
        if (
            found.kind in ("risk", "ref", "review")
            and len(more) == len(starts) - 0
            and min(more, default=0) < min(starts, default=0)
        ):
            starts = more
    return {start: _facts_at(heads, start) for start in starts}


def _starts(found: HeadLine, usable: list[int]) -> list[int]:
    return sorted({head.first for head in found.heads if head.first in usable})


def _facts_at(heads: Heads, column: int) -> dict[str, tuple[str, str]]:
    gathered: dict[str, tuple[str, str]] = {}
    for found in heads.lines:
        if len(found.heads) == 1 and found.kind not in ("risk", "ref", "review", "officer"):
            continue  # said of the tab, or of its only review: found as a label with its value
        for head in found.heads:
            if head.first <= column <= head.last:
                gathered |= head.said
    return gathered


def _split_in_two(heads: Heads, last: list[int], reviews: int) -> bool:
    """All grades first, then all feedback without heads of its own."""
    return sum(heads.roles.get(c) == "feedback" for c in last) == reviews and len(last) >= reviews + 1


def _leads(block: Block, heads: Heads, before: list[int], spans: list[list[int]]) -> bool:
    """Whether the column before the first head belongs to the first review: its feedback stands first."""
    column = before[-1]
    return heads.roles.get(column) in ROLES and len({len(span) for span in spans}) > 1 and bool(block.entries)


def _paired(
    block: Block, heads: Heads, anchors: dict[int, dict[str, tuple[str, str]]], spans: list[list[int]]
) -> list[list[int]]:
    """Join the two halves where all grades stand first and all feedback after them (or the other way round)."""
    count = len(spans)
    roles = [{heads.roles[c] for c in span if c in heads.roles} for span in spans]
    if count % 2 == 0 and count >= 4:
        half = count // 2
        keys = [_identity(anchors[span[0]]) if span and span[0] in anchors else None for span in spans]
        alike = keys[:half] == keys[half:] and keys[0] is not None
        if alike and not any(len(r) > 1 for r in roles) and _halves_differ(block, roles, spans, half):
            return [a + b for a, b in zip(spans[:half], spans[half:], strict=True)]
    extra = [c for c in spans[-1][1:] if heads.roles.get(c) == "feedback"] if spans else []
    if len(extra) == count and count > 1 and not any("feedback" in r for r in roles[:-1]):
        rest = [c for c in spans[-1] if c not in extra]
        return [[*span, column] for span, column in zip([*spans[:-1], rest], extra, strict=True)]
    return spans


def _identity(facts: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    return tuple(facts[kind][0].strip() for kind in ("risk", "ref", "review", "officer") if kind in facts)


def _halves_differ(block: Block, roles: list[set[str]], spans: list[list[int]], half: int) -> bool:
    first, second = set().union(*roles[:half]), set().union(*roles[half:])
    if first and second:
        return first != second
    seen = _look(block, [c for span in spans for c in span])
    graded = [sum(seen.get((0, c), Seen()).grade_like for c in span) for span in spans]
    return (sum(graded[:half]) == 0) != (sum(graded[half:]) == 0)


def _by_roles(block: Block, heads: Heads, usable: list[int]) -> list[list[int]]:
    """One review; or, where "Grade" stands several times, as many as there are of it."""
    graded = [c for c in usable if heads.roles.get(c) in ("grade", "grade and feedback")]
    if len(graded) < 2:
        told = [c for c in usable if c in heads.roles]
        return [[c for c in usable if not told or c <= max(told)]]
    first = min(c for c in usable if c in heads.roles)
    starts = graded if heads.roles.get(first) != "feedback" else [c for c in usable if heads.roles.get(c) == "feedback"]
    return [
        [c for c in usable if a <= c < (b or max(heads.roles) + 1)]
        for a, b in zip(starts, [*starts[1:], 0], strict=True)
    ]


def _look(block: Block, columns: list[int]) -> dict[Spot, Seen]:
    """What stands at each spot over all entries."""
    found: dict[Spot, Seen] = {}
    for entry in block.entries:
        for line in range(entry.line, entry.last + 1):
            for column in columns:
                cell = block.grid.at(line, column)
                if cell is not None and block.grid.anchored(line, column):
                    _count(found.setdefault((line - entry.line, column), Seen()), cell, block)
    return found


def _alike(spans: list[list[int]], seen: dict[Spot, Seen]) -> dict[Spot, Seen]:
    """Where all reviews have as many columns, what stands at the same place in them counts together."""
    if len({len(span) for span in spans}) != 1:
        return seen
    together: dict[tuple[int, int], Seen] = {}
    place = {column: at for span in spans for at, column in enumerate(span)}
    for (down, column), one in seen.items():
        together.setdefault((down, place[column]), Seen()).add(one)
    return {(down, column): together[down, place[column]] for down, column in seen}


def _count(seen: Seen, cell: Cell, block: Block) -> None:
    seen.notes += bool(cell.note)
    filled = cell.unsettled or (cell.colour and block.natures.boxy(cell.colour))
    spelt = block.natures.spells_out(cell.text)
    seen.spelt += spelt
    if not spelt and block.natures.is_word(cell):
        seen.words += 1
    elif not cell.text:
        seen.fills += bool(filled)
    elif filled and (len(cell.text) > PROSE or not cell.text.strip().isdigit()):
        seen.filled_texts += 1
    elif len(cell.text) > PROSE:
        seen.prose += 1
    else:
        seen.short += 1


def _roles(
    block: Block, heads: Heads, by_line: dict[int, dict[int, str]], spans: list[list[int]], seen: dict[Spot, Seen]
) -> dict[Spot, str]:
    """The role of each spot: `grade`, `feedback` or `both`."""
    roles: dict[Spot, str] = {}
    alternating = {
        line - entry.line: role
        for told in by_line.values()
        for entry in block.entries
        for line, role in told.items()
        if entry.line <= line <= entry.last
    }
    for span in spans:
        for spot, what in seen.items():
            if spot[1] in span:
                told = alternating.get(spot[0]) or heads.roles.get(spot[1], "")
                roles[spot] = _role(told, what)
        _settle_span(span, roles, seen)
    return {spot: role for spot, role in roles.items() if role}


def _role(told: str, seen: Seen) -> str:
    """The role that a label gives, corrected by what stands there; without a label, what most regions hold."""
    if told == "grade and feedback":
        return "both"
    if told == "grade":
        return "both" if seen.filled_texts + seen.prose > seen.grade_like + seen.short else "grade"
    if told == "feedback":
        return "feedback?" if seen.filled_texts > seen.prose and not seen.words else "feedback"
    if not seen.any:
        return ""
    if seen.spelt >= 0.8 * (seen.any - seen.words - seen.fills) > 0:
        return "both"
    if seen.filled_texts > 0.2 * seen.any and seen.filled_texts >= seen.words:
        return "both"
    if seen.grade_like >= 0.3 * seen.any and seen.grade_like >= seen.prose:
        return "grade"
    return "feedback" if seen.prose or seen.short else "grade"


def _settle_span(span: list[int], roles: dict[Spot, str], seen: dict[Spot, Seen]) -> None:
    """Where a label says feedback and no grade stands elsewhere, the coloured feedback is the box."""
    mine = [spot for spot in roles if spot[1] in span]
    graded = any(roles[spot] in ("grade", "both") and seen[spot].grade_like + seen[spot].filled_texts for spot in mine)
    for spot in mine:
        if roles[spot] == "feedback?":
            roles[spot] = "feedback" if graded else "both"
    if not graded:
        for spot in mine:
            if roles[spot] == "feedback" and seen[spot].filled_texts + seen[spot].fills:
                roles[spot] = "both"


def _review(block: Block, heads: Heads, span: list[int], roles: dict[Spot, str]) -> TabledReview:
    facts: dict[str, tuple[str, str]] = {}
    for column in reversed(span):
        facts |= _facts_at(heads, column)
    spots = [spot for spot in roles if spot[1] in span]
    review = TabledReview(
        said=facts, place=block.grid.back(block.entries[0].line, span[0] if span else block.axis.column)
    )
    for entry in block.entries:
        review.boxes.append(_box(block, entry, span, spots, roles))
    return review


def _box(block: Block, entry: Entry, span: list[int], spots: list[Spot], roles: dict[Spot, str]) -> Box:
    grid = block.grid
    graded = [spot for spot in spots if roles[spot] in ("grade", "both")]
    home = min(graded, default=(0, span[0] if span else block.axis.column + 1))
    box = Box(_wording(block, entry), grid.back(entry.line + home[0], home[1]))
    for spot in sorted(spots):
        line = entry.line + spot[0]
        cell = grid.at(line, spot[1]) if line <= entry.last else None
        if cell is None or not grid.anchored(line, spot[1]):
            continue
        if spot == home:
            box.grade = cell
            box.in_box = roles[spot] == "both"
        elif cell.text:
            box.feedback.append(cell)
    return box


def _wording(block: Block, entry: Entry) -> Wording:
    return Wording(entry.number, entry.text, block.grid.back(entry.line, block.axis.column))


def line_of_heads(heads: Heads, kind: str) -> list[Head]:
    """The heads of one kind."""
    return [head for found in heads.lines if found.kind == kind for head in found.heads]
