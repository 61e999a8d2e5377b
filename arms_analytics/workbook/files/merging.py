"""Which cells lie under a merged area, other than its anchor. Areas stay areas: no cell of one is ever built."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from arms_analytics.workbook.cells import Area, Place


def covered(places: Iterable[Place], areas: Iterable[Area]) -> Iterator[tuple[Place, Area]]:
    """Each place that lies in an area without being its anchor, with that area.

    `places` come in reading order. Areas of a sound sheet do not overlap; of two that do, the upper left one counts.
    One sweep down the rows over the areas open at each, so that a million cells and areas stay a sort's work.
    """
    waiting = sorted(areas, key=lambda area: (area.top, area.left), reverse=True)
    open_areas, bottom = _OpenAreas(), 0
    for place in places:
        while waiting and waiting[-1].top <= place[0]:
            bottom = max(bottom, waiting[-1].bottom)
            open_areas.add(waiting.pop())
        if place[0] > bottom:
            continue
        area = open_areas.at(place)
        if area is not None and place != (area.top, area.left):
            yield place, area


class _OpenAreas:
    """The disjoint areas that cross the current row, by their left edge; closed ones are dropped when met."""

    def __init__(self) -> None:
        self.lefts: list[int] = []
        self.areas: list[Area] = []

    def add(self, area: Area) -> None:
        at = max(bisect_right(self.lefts, area.left) - 1, 0)
        while at < len(self.areas) and self.lefts[at] <= area.right:
            other = self.areas[at]
            if other.bottom < area.top:
                del self.lefts[at], self.areas[at]
            elif other.right >= area.left:
                return
            else:
                at += 1
        self.lefts.insert(at, area.left)
        self.areas.insert(at, area)

    def at(self, place: Place) -> Area | None:
        found = bisect_right(self.lefts, place[1]) - 1
        area = self.areas[found] if found >= 0 else None
        return area if area is not None and place in area else None
