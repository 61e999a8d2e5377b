"""The demonstration region: which forces and quarters, drawn from the simulator, told in words.

The same arguments give the same region: the last quarter is fixed, whatever day it is today.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from arms_analytics.demonstration.reviews import RegionInWords
from arms_analytics.network import Force, Network
from arms_analytics.simulation.recipe import CLEAR
from arms_analytics.simulation.simulator import Region, simulate
from arms_analytics.vocabulary import Quarter, Review

LAST_DAY = dt.date(2026, 9, 30)
LATE_FORCE, LATE_TAB = 2, 5
"""The tab of the third force never came, so many quarters before the last: something for the data quality page."""


@dataclass(frozen=True)
class Demonstration:
    """A synthetic region. `size` is the number of the network's members (None), or of all known forces.

    The seed was chosen for a region that shows what the tool is for: a question that fails everywhere, new,
    continuing and cleared failures, strict and lenient reviewing forces, training that worked and that did not.
    """

    network: Network
    quarters: int = 13
    size: int | None = None
    seed: int = 2025

    @property
    def forces(self) -> Sequence[Force]:
        """Those that take part. ValueError says how many there may be."""
        choices = {
            len(self.network.known_forces): self.network.known_forces,
            len(self.network.members): self.network.members,
        }
        size = len(self.network.members) if self.size is None else self.size
        if size not in choices:
            raise ValueError(f"A demonstration has {' or '.join(map(str, sorted(choices)))} forces, not {size}.")
        return choices[size]

    @functools.cached_property
    def drawn(self) -> Region:
        """The simulator's region, with its truth. ValueError where there can be none."""
        questions = len(self.network.question_set.questions)
        return simulate(self.seed, len(self.forces), questions, self.quarters, recipe=CLEAR)

    def quarter(self, place: int) -> Quarter:
        """The quarter at this place of the simulation; the last one is `quarters - 1`."""
        return Quarter.containing(LAST_DAY, self.network.first_month).plus(place + 1 - self.quarters)

    def by_quarter(self) -> Iterator[tuple[Quarter, dict[str, tuple[Review, ...]]]]:
        """Each quarter, earliest first, with what was collated for it: the reviews by force."""
        last = self.quarter(self.quarters - 1)
        for quarter, reviews in RegionInWords(self.drawn, self.network, self.forces, last, self.seed).quarters():
            if quarter == last.plus(-LATE_TAB):
                reviews.pop(self.forces[LATE_FORCE % len(self.forces)].name, None)
            yield quarter, reviews
