"""How hard a simulated region is: what is drawn from which range, where the region's kind does not say."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Ranges are drawn from evenly. The default is for measuring: little above what can be told from chance.

    `failing`, `shining`, `bad_everywhere`: planted shares of plans that fail, or get the best grade, in a cell, or
    fail in the whole region; a failing cell lies at least `failing_margin` logits under a region that fails much
    anyway, a question bad everywhere `bad_margin`. `top` is the share of the plans not failing that get the best
    grade. `weakness`: by how many logits a weak officer is weaker. `drift`: a reviewing force's severity keeps this
    part of how far it has drifted and moves on by this sd, each quarter. `spread`: the sd of how far apart, as a
    logarithm, reviewing forces hold the grades.
    """

    failing: Range = (0.45, 0.70)
    failing_margin: Range = (1.0, 1.0)
    bad_everywhere: Range = (0.30, 0.45)
    bad_margin: Range = (0.5, 0.5)
    shining: Range = (0.40, 0.60)
    top: Range = (0.15, 0.30)
    weakness: Range = (1.5, 2.5)
    drift: Range = (1.0, 0.15)
    spread: float = 0.10


HARD = Recipe()
CLEAR = Recipe(
    failing_margin=(1.0, 1.8), bad_everywhere=(0.45, 0.70), bad_margin=(1.0, 1.8), shining=(0.45, 0.65),
    top=(0.10, 0.20), weakness=(1.4, 2.6), drift=(0.8, 0.09), spread=0.05,
)  # fmt: skip
"""For a demonstration: what is planted shows."""
