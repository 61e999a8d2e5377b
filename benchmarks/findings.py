"""Findings against planted truth, beside the naive rules, on regions that nothing was tuned on

`python -m benchmarks.findings` prints the same of the regions that the model was developed on.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from arms_analytics.simulation.recipe import Recipe
from arms_analytics.simulation.simulator import simulate
from benchmarks.planted import Score, design_of, mean, pooled, standard_error
from benchmarks.region_scores import said, scored
from benchmarks.rows import Row, as_time, seconds

REGIONS, HARDER_REGIONS = 200, 20
"""Of the usual kind, and of each harder kind. The mean of 20 regions, or of 60, moves by more than bars lie apart."""
DEVELOPMENT, REPORTED = 3_000_000, 8_000_000
"""The first seeds of two sets without a seed in common: the model was made on the one, the other is reported."""
APART = 10_000
"""Between the first seeds of two kinds of region."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A kind of region, the beginnings of the scores that are shown of it (none: all), and how many are drawn."""

    name: str
    region: Mapping[str, Any] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    regions: int = HARDER_REGIONS


CELLS = ("repeat failure", "the hand rule", "promising practice", "severity")
RELATIVE = ("worse than the region", "repeat failure: flagged", "repeat failure: calibration", "region-wide need")
USUAL = Setting("13 quarters, varied rotation, base failure .13 to .20", regions=REGIONS)
HARDER = (
    Setting("4 quarters", {"quarters": 4}, CELLS),
    Setting("8 quarters", {"quarters": 8}, CELLS),
    Setting("20 quarters", {"quarters": 20}, CELLS),
    Setting("fixed rotation", {"rotation": "fixed"}, CELLS),
    Setting("rotation in threes", {"rotation": "triads"}, CELLS),
    Setting("base failure .3", {"base_failure": 0.3}, CELLS),
    Setting("base failure .5", {"base_failure": 0.5}, RELATIVE),
    Setting("base failure .7", {"base_failure": 0.7}, RELATIVE),
    Setting("weak officers weak by 1.0 to 2.2", {"recipe": Recipe(weakness=(1.0, 2.2))}, ("officer",)),
)
BARS = {
    "repeat failure: average precision as listed": (0.80, 1),
    "repeat failure: precision": (0.75, 1),
    "repeat failure: recall": (0.70, 1),
    "repeat failure: truly above a third at p ≥ .8": (0.92, 1),
    "repeat failure: calibration error": (0, 0.04),
    "repeat failure: interval coverage": (0.86, 0.94),
    "promising practice: average precision": (0.73, 1),
    "region-wide need: average precision": (0.90, 1),
    "deteriorating: precision": (0.75, 1),
    "improving: precision": (0.65, 1),
    "officer x question: precision": (0.85, 1),
    "officer x question: recall": (0.12, 1),
    "severity: correlation": (0.91, 1),
    "severity: interval coverage": (0.85, 0.95),
}
WHY = {
    "repeat failure: calibration error": "By tenths of the cells, from the least likely to the likeliest.",
    "repeat failure: calibration error by tenths of the chance": (
        "Most such tenths hold a few of a region's 150 cells, and luck alone makes an error of them: chances that are "
        "exactly right stand in the row below, an oracle that is told all but the cells further down. So no bar is set."
    ),
}
"""Score → what its figure needs beside it."""
NEVER = {"severity: listed when disconnected": (0, 0)}


def measure(first_seed: int = REPORTED) -> list[Row]:
    """Every score, as a mean over regions, beside its bar; the naive rules; harder kinds of region; the fit's time."""
    with ProcessPoolExecutor() as workers:
        usual = _over(USUAL, first_seed, workers)
        rows = [_row(name, usual[name], *limits) for name, limits in BARS.items() if name in usual]
        rows += [_row(name, scores) for name, scores in usual.items() if name not in BARS]
        for place, setting in enumerate(HARDER, 1):
            scores = _over(setting, first_seed + place * APART, workers)
            shown = [name for name in scores if name.startswith(setting.shown)]
            rows += [_row(f"{setting.name}: {name}", scores[name], *NEVER.get(name, ())) for name in shown]
    return [*rows, _time({}, "6 x 25 x 13", 1.0), _time({"forces": 43, "quarters": 40}, "43 x 25 x 40", 10.0)]


def _over(setting: Setting, first_seed: int, workers: ProcessPoolExecutor) -> dict[str, list[Score]]:
    """Each score of each region that has it."""
    by_name: dict[str, list[Score]] = {}
    seeds = range(first_seed, first_seed + setting.regions)
    for scores in workers.map(scored, seeds, [dict(setting.region)] * setting.regions):
        for name, score in scores.items():
            by_name.setdefault(name, []).append(score)
    return by_name


def _row(name: str, scores: list[Score], low: float | None = None, high: float | None = None) -> Row:
    """The mean over regions ± its standard error; a share also as of all together: some regions hardly count one."""
    value, together = mean(scores), pooled(scores)
    figure = f"{value:.3f} ± {standard_error(scores):.3f}"
    figure += f" (together {together:.3f})" if together is not None else ""
    why = WHY.get(name, "")
    if low is None or high is None:
        return Row(name, figure, why=why)
    bar = f"{low:.2f} to {high:.2f}" if low and high < 1 else f"≥ {low:.2f}" if low else f"≤ {high:.2f}"
    holds = low <= round(value, 3) <= high
    return Row(name, figure, must=bar, holds=holds, why=why)


def _time(kind: Mapping[str, Any], size: str, limit: float) -> Row:
    """By the clock on the wall, one core: the median of three, after one that is not counted; and of the processor."""
    design = design_of(simulate(REPORTED, **kind))
    value = seconds(lambda: said(design), repeat=3)
    start = time.process_time()
    said(design)
    busy = time.process_time() - start
    figure = f"{as_time(value)} ({as_time(busy)} of the processor)"
    return Row(f"fit and flags, {size}", figure, must=f"< {as_time(limit)}", holds=value < limit)


if __name__ == "__main__":
    from benchmarks.__main__ import table

    print(table(measure(DEVELOPMENT)))
