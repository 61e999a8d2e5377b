"""What is written over the first of several reviews alone and said of those up to the next: a quarter, who reviewed."""

from __future__ import annotations

from itertools import pairwise

from arms_analytics.workbook.tables.table import NO_FACT, TabledReview


def carry(reviews: list[TabledReview]) -> None:
    """Say it of the others: where it stands over equally many reviews each, all of other levels.

    A force may have fewer plans than the others, where each is named once.
    """
    for kind in ("quarter", "force", "reviewing", "name"):
        starts = [place for place, review in enumerate(reviews) if kind in review.facts]
        groups = [reviews[start:end] for start, end in pairwise([*starts, len(reviews)])]
        named = {review.facts[kind].text for review in reviews if kind in review.facts}
        once = kind != "quarter" and len(named) == len(groups) > 1
        alike = len(groups) > 1 and starts[0] == 0 and (once or len(set(map(len, groups))) == 1)
        if alike and all(map(_are_of_other_levels, groups)):
            for first, *others in groups:
                for review in others:
                    review.facts[kind] = first.facts[kind]


def _are_of_other_levels(group: list[TabledReview]) -> bool:
    levels = [review.facts.get("risk", NO_FACT).text for review in group]
    return all(levels) and len(set(levels)) == len(levels)
