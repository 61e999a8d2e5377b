"""Which columns are whose: a review's begin where the heads change."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from arms_analytics.workbook.cells import Place
from arms_analytics.workbook.tables import facts
from arms_analytics.workbook.tables.anchors import heads_a_review
from arms_analytics.workbook.tables.body import ROLES, Bounds
from arms_analytics.workbook.tables.grid import Grid
from arms_analytics.workbook.tables.natures import Natures
from arms_analytics.workbook.texts.labels import label, said
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import is_reference

_UNNAMED = re.compile(r"Column\d+")
"""So a table in Excel heads a column to which nobody gave a name."""


def of_reviews(grid: Grid, natures: Natures, bounds: Bounds, head: range, anchors: set[int]) -> list[list[int]]:
    """The columns of each review: a new one begins where the heads change, or "Grade" stands again.

    `anchors` are the columns in which a risk level (or the like) stands: a group without one is no review's.
    """
    labels = _labels_of_columns(grid, head, sorted(anchors), bounds.right)
    columns = [column for column in range(min(anchors), bounds.right + 1) if _is_used(grid, bounds, head, column)]
    within = {(line, column) for line in head for column in facts.labels_within(grid, line, columns)}
    labels |= within | {(line, column + 1) for line, column in within}
    groups = _by_heads(grid, head, columns, labels, within)
    graded = {column for column in anchors if holds_grades(grid, natures, bounds, head, column)}
    groups = [group for group in groups if anchors & set(group) or _is_second_below(grid, head, anchors, group)]
    groups = _without_strangers(grid, head, _apart(groups, anchors))
    return _without_twins(_trimmed(grid, groups, anchors), anchors, graded)


def _is_used(grid: Grid, bounds: Bounds, head: range, column: int) -> bool:
    """Whether anything stands in a column from its head on: a spacer is no column of any review."""
    lines = grid.columns.get(column, ())
    return any(head.start <= line and (line, column) in bounds for line in lines)


def _is_second_below(grid: Grid, head: range, anchors: set[int], group: list[int]) -> bool:
    """Whether one level merged over two reviews heads this group too: "Grade | Feedback" stands below it once more."""
    areas = (area for line in head if (area := grid.merged(line, group[0])) and area.left in anchors)
    first = next((area.left for area in areas if area.right >= group[-1]), 0)
    roles = [[_role(grid.text(head.stop - 1, c)) for c in range(left, left + len(group))] for left in (first, group[0])]
    return bool(first) and "grade" in roles[0] and roles[0] == roles[1]


def holds_grades(grid: Grid, natures: Natures, bounds: Bounds, head: range, column: int) -> bool:
    """Whether grades stand below a head, and hardly anything else."""
    lines = (line for line in grid.columns.get(column, ()) if head.stop <= line <= bounds.bottom)
    cells = [cell for line in lines if (cell := grid.own.get((line, column))) is not None and (line, column) in bounds]
    grades = sum(natures.is_word(cell) or (not cell.text and natures.is_box(cell)) for cell in cells)
    return grades > 1 and grades >= 0.8 * len(cells)


def _labels_of_columns(grid: Grid, head: range, anchors: list[int], right: int) -> set[Place]:
    """Where a text stands again equally far behind another anchor and says nothing of a review: "Strengths", "Owner".

    A line on which nothing stands but right below the anchors says it of the reviews; one with "Grade" and "Feedback"
    says nothing of them: what stands among these heads a column that one review alone has.
    """
    places: dict[tuple[int, str, int], list[Place]] = defaultdict(list)
    for anchor, after in pairwise([*anchors, right + 1]):
        for line in head:
            for column in range(anchor, after):
                text = grid.text(line, column)
                if text and grid.anchored(line, column) and not _says_of_a_review(text):
                    places[line, text, column - anchor].append((line, column))
    wide = {line for (line, _, off), found in places.items() if off and len(found) > 1}
    told = {line: set(map(_role, grid.texts(line, range(anchors[0], right + 1)))) for line in head}
    roles = {line for line, kinds in told.items() if {"grade", "feedback"} <= kinds}
    return {
        place
        for (line, _, _), found in places.items()
        for place in found
        if (len(found) > 1 and line in wide) or line in roles
    }


def _says_of_a_review(text: str) -> bool:
    """Whether it names a review or something of it, or begins its own questions.

    "Reviewer 2" alone, without who that is, does not.
    """
    spoken = said(text)
    if spoken.label in ("question", "number", "section"):
        return True
    code = is_reference(text)
    return heads_a_review(spoken) or bool(spoken.parts or spoken.value) or (code and not spoken)


def _role(text: str) -> str:
    """What it says of the column: "Feedback", "VH comments"."""
    return label(text) or next((part.label for part in said(text).parts if part.label in ROLES), "")


def _fact(text: str) -> str:
    """What it says of the review: itself, but the level alone where it names a level and its column."""
    if label(text) in ROLES or _UNNAMED.fullmatch(text):
        return ""
    spoken = said(text)
    roles = [part for part in spoken.parts if part.label in ROLES and not part.value]
    rest = [part for part in spoken.parts if part not in roles]
    alone = rest[0] if roles and len(rest) == 1 else spoken
    return alone.risk.value if alone.risk and not alone.parts else text


def _by_heads(grid: Grid, head: range, columns: list[int], labels: set[Place], within: set[Place]) -> list[list[int]]:
    """A column that says less than the one before, as feedback beside a reference often does, is the same review's.

    What stands at `labels` is said of columns, `within` are those with their values beside them: each review has its
    own. "Grade" once more begins a review too, "Score" beside "Grade" does not.
    """
    groups: list[list[int]] = []
    before: set[tuple[int, str]] = set()
    told: set[str] = set()
    for column in columns:
        texts = [grid.text(line, column) for line in head]
        told_of_review = [(line, text) for line, text in zip(head, texts, strict=True) if (line, column) not in labels]
        told_facts = {(line, fact) for line, text in told_of_review if (fact := _fact(text))}
        own = {plain(text) for line, text in zip(head, texts, strict=True) if (line, column) in within}
        again = bool(own & told) or (bool(told_facts) and _begins_again(grid, head, column, told))
        if not groups or again or not told_facts <= before:
            groups.append([])
            before, told = told_facts, set()
        told |= own | {*_roles(texts).keys(), *_roles(texts).values()}
        groups[-1].append(column)
    return groups


def _roles(texts: list[str]) -> dict[str, str]:
    """The heads that give a column its role: {head: role}."""
    return {plain(text): role for text in texts if (role := _role(text)) in ROLES}


def _begins_again(grid: Grid, head: range, column: int, told: set[str]) -> bool:
    """Whether a column begins a review because another of the same heads has had its like. `told`: heads and roles.

    "Grade" stands again, or another word for it and for the feedback beside it; "Score" beside "Grade" is the same's.
    """
    heads = _roles([grid.text(line, column) for line in head])
    if not heads or not set(heads.values()) <= told:
        return False
    after = _roles([grid.text(line, column + 1) for line in head])
    return heads.keys() <= told or told >= {"grade", "feedback"} <= {*heads.values(), *after.values()}


def _without_twins(groups: list[list[int]], anchors: set[int], graded: set[int]) -> list[list[int]]:
    """Reviews with the same heads side by side, where every other has one column or all hold grades: each is one."""
    usual = Counter(map(len, groups)).most_common(1)[0][0] if groups else 0
    found: list[list[int]] = []
    for group in groups:
        twins = len(group) > 1 and anchors >= set(group) and (usual == 1 or graded >= set(group))
        found += [[column] for column in group] if twins else [group]
    return found


def _apart(groups: list[list[int]], anchors: set[int]) -> list[list[int]]:
    """Neighbours of one level of which nothing else is told: it stands again as far on as the others are wide."""
    usual = Counter(map(len, groups[:-1])).most_common(1)[0][0] if len(groups) > 1 else 1
    if usual == 1:
        return groups
    found: list[list[int]] = []
    for group in groups:
        starts = [0, *(at for at in range(usual, len(group), usual) if group[at] in anchors), len(group)]
        found += [group[start:end] for start, end in pairwise(starts)]
    return found


def _without_strangers(grid: Grid, head: range, groups: list[list[int]]) -> list[list[int]]:
    """The columns that all reviews have, by their heads: one may have others too, "Grade | Checked | Feedback"."""
    heads = [[_role(text) or plain(text) for text in grid.texts(head.stop - 1, group)] for group in groups]
    common = min(heads, key=len, default=[])
    if "grade" not in common:
        return groups
    kept = [
        [column for column, told in zip(group, of_group, strict=True) if told in common]
        for group, of_group in zip(groups, heads, strict=True)
    ]
    return [own if len(own) == len(common) else group for own, group in zip(kept, groups, strict=True)]


def _trimmed(grid: Grid, groups: list[list[int]], anchors: set[int]) -> list[list[int]]:
    """The last review has no neighbour to end it: it is as wide as the others.

    Where each has one column, those with a level of their own (the last one's once more) are further reviews.
    """
    if len(groups) > 1:
        usual = Counter(len(group) for group in groups[:-1]).most_common(1)[0][0]
        if usual == 1:
            usual = max((place for place, column in enumerate(groups[-1], 1) if column in anchors), default=usual)
        if len(groups[-1]) > usual:
            rest = groups[-1][usual:]
            told = [c for c in rest if any(label(grid.text(line, c)) in ROLES for line in grid.columns.get(c, ())[:12])]
            if len(told) < len(groups):
                groups[-1] = groups[-1][:usual]
    return groups


def joined_halves(grid: Grid, head: range, groups: list[list[int]]) -> list[list[int]]:
    """All grades first and all feedback after them: each review's two columns, joined. Empty where it is not so.

    References and officers may stand over the grades alone.
    """
    keys = [{(line, fact) for line in head for c in group if (fact := _fact(grid.text(line, c)))} for group in groups]
    count = len(groups) // 2
    again = all(other and other <= one for one, other in zip(keys[:count], keys[count:], strict=False))
    if len(groups) > 2 and len(groups) % 2 == 0 and again:
        wide = Counter(map(len, groups)).most_common(1)[0][0]  # a spacer column is none of the last one's
        return [one[:wide] + other[:wide] for one, other in zip(groups[:count], groups[count:], strict=True)]
    last = groups[-1]
    single = all(len(group) == 1 for group in groups[:-1])
    if len(groups) > 1 and single and len(last) == len(groups) + 1:
        return [[*group, column] for group, column in zip([*groups[:-1], last[:1]], last[1:], strict=True)]
    return []
