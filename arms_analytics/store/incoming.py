"""A workbook on its way into the store, and what it is told by: its pairs, its content, the names of its reviews."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from arms_analytics.vocabulary import Reading, Review

Pair = tuple[int, str]
"""A quarter's index and a force: the unit in which a later workbook replaces an earlier one."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A workbook to store: its reading, name, size, and a digest of what its reading depended on besides its bytes."""

    reading: Reading
    name: str
    size: int
    read_with: str


def pairs_of(reading: Reading) -> set[Pair]:
    """The (quarter, force) pairs that this workbook holds."""
    return {(review.quarter.index, review.force) for review in reading.reviews}


def content(reading: Reading) -> str:
    """A digest of what was read, whatever the file is called."""
    return hashlib.sha256(repr(replace(reading, path="", sha256="")).encode()).hexdigest()


def review_keys(reviews: Sequence[Review]) -> list[str]:
    """A name for each review among those of its force and quarter, the same when the workbook is loaded again.

    The reference where there is one; otherwise the risk level and the review's order at that level.
    """
    seen: Counter[tuple[Pair, str]] = Counter()
    keys = []
    for review in reviews:
        base = review.review_ref or review.risk_level or "no risk level"
        place = ((review.quarter.index, review.force), base)
        seen[place] += 1
        keys.append(base if review.review_ref and seen[place] == 1 else f"{base} #{seen[place]}")
    return keys
