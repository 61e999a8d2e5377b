"""From when on the model may speak; below that there are too few reviews to say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arms_analytics.model.design import NOTHING, Design

Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

QUARTERS, QUARTERS_FOR_CHANGE = 4, 6
"""In which the question was graded: to say how a force does on it; to say that it changed."""
GRADED, WINDOW = 8, 4
"""Grades on the question within the last quarters."""
PLANS = 4
"""Of one officer: graded on the question, or on any where all questions are meant."""


def enough(design: Design, quarters: int = QUARTERS) -> NDArray[np.bool_]:
    """(forces, questions): where a force was graded on the question in so many quarters, and often enough of late."""
    return _enough(_counts(design), quarters)


def enough_over_region(design: Design) -> NDArray[np.bool_]:
    """(questions,): the same of a question over all forces."""
    return _enough(_counts(design).sum(axis=0), QUARTERS)


def graded_plans(design: Design) -> tuple[Counts, Counts]:
    """(officers, questions) each: how many of an officer's plans were graded, and how many failed."""
    plans = np.zeros((design.officers, design.questions), dtype=np.int64)
    failures, known = np.zeros_like(plans), design.officer != NOTHING
    grade = design.grade[known]
    np.add.at(plans, design.officer[known], grade != NOTHING)
    np.add.at(failures, design.officer[known], (grade != NOTHING) & (grade < design.failing_steps))
    return plans, failures


def plans_of_officers(design: Design) -> Counts:
    """(officers,): how many of an officer's plans were graded on any question."""
    graded = design.officer[(design.grade != NOTHING).any(axis=1)]
    return np.bincount(graded[graded != NOTHING], minlength=design.officers).astype(np.int64)


def first_graded(design: Design) -> Counts:
    """(forces, questions): the quarter of the first grade; `quarters`, which never comes, where there is none."""
    graded = _counts(design) > 0
    return np.where(graded.any(axis=2), graded.argmax(axis=2), design.quarters)


def _counts(design: Design) -> Counts:
    """(forces, questions, quarters): grades."""
    counts = np.zeros((design.forces, design.quarters, design.questions), dtype=np.int64)
    np.add.at(counts, (design.force, design.quarter), design.grade != NOTHING)
    return counts.transpose(0, 2, 1)


def _enough(counts: Counts, quarters: int) -> NDArray[np.bool_]:
    """The last axis is that of quarters."""
    seen, recent = (counts > 0).sum(axis=-1), counts[..., -WINDOW:].sum(axis=-1)
    return np.asarray((seen >= quarters) & (recent >= GRADED))
