"""Which columns are whose: a review's begin where the heads change."""

from __future__ import annotations

from collections import Counter

from arms_analytics.workbook.labels import label
from arms_analytics.workbook.tables.body import ROLES, Region
from arms_analytics.workbook.tables.grid import Grid


def of_reviews(grid: Grid, region: Region, head: range, anchors: set[int]) -> list[list[int]]:
    """The columns of each review: a new one begins where the heads change, or "Grade" stands again.

    `anchors` are the columns in which a risk level (or the like) stands: a group without one is no review's.
    """
    groups = _trimmed(grid, _by_heads(grid, head, range(min(anchors), region.right + 1)))
    return _without_twins([group for group in groups if anchors & set(group)], anchors)


def _by_heads(grid: Grid, head: range, columns: range) -> list[list[int]]:
    """A column that says less than the one before, as feedback beside a reference often does, is the same review's."""
    groups: list[list[int]] = []
    before: tuple[str, ...] = ()
    told: set[str] = set()
    for column in columns:
        texts = [grid.text(line, column) for line in head]
        kinds = {label(text) for text in texts} & ROLES
        facts = tuple(text for text in texts if text and label(text) not in ROLES)
        if not groups or not set(facts) <= set(before) or (kinds and kinds <= told and facts):
            groups.append([])
            before, told = facts, set()
        told |= kinds
        groups[-1].append(column)
    return groups


def _without_twins(groups: list[list[int]], anchors: set[int]) -> list[list[int]]:
    """Two reviews with the same heads side by side, where every other review has one column: they are two."""
    usual = Counter(map(len, groups)).most_common(1)[0][0] if groups else 0
    found: list[list[int]] = []
    for group in groups:
        twins = usual == 1 and len(group) > 1 and anchors >= set(group)
        found += [[column] for column in group] if twins else [group]
    return found


def _trimmed(grid: Grid, groups: list[list[int]]) -> list[list[int]]:
    """The last review has no neighbour to end it: it is as wide as the others."""
    if len(groups) > 1:
        usual = Counter(len(group) for group in groups[:-1]).most_common(1)[0][0]
        if len(groups[-1]) > usual:
            rest = groups[-1][usual:]
            told = [c for c in rest if any(label(grid.text(line, c)) in ROLES for line in grid.columns.get(c, ())[:12])]
            if len(told) < len(groups):
                groups[-1] = groups[-1][:usual]
    return groups


def joined_halves(grid: Grid, head: range, groups: list[list[int]]) -> list[list[int]]:
    """All grades first and all feedback after them: each review's two columns, joined. Empty where it is not so."""
    keys = [tuple(t for line in head if label(t := grid.text(line, group[0])) not in ROLES) for group in groups]
    count = len(groups) // 2
    if len(groups) > 2 and len(groups) % 2 == 0 and keys[:count] == keys[count:]:
        return [one + other for one, other in zip(groups[:count], groups[count:], strict=True)]
    last = groups[-1]
    single = all(len(group) == 1 for group in groups[:-1])
    if len(groups) > 1 and single and len(last) == len(groups) + 1:
        return [[*group, column] for group, column in zip([*groups[:-1], last[:1]], last[1:], strict=True)]
    return []
