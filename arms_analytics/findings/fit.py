"""How sure may one be: the rating model fitted to what was known up to one quarter, as corrected since.

Worked out off the path of any page (kept_fits.py keeps it); the findings read it beside the reviews themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.drift import Drift, drift
from arms_analytics.model.enough import (
    PLANS,
    QUARTERS_FOR_CHANGE,
    enough,
    enough_over_region,
    first_graded,
    graded_plans,
    plans_of_officers,
)
from arms_analytics.model.force_change import force_changes
from arms_analytics.model.officers import weak_officers
from arms_analytics.model.officers_overall import overall
from arms_analytics.model.rates import Shares
from arms_analytics.model.rating import Rating, rate
from arms_analytics.model.severity import connected, pieces, severities
from arms_analytics.model.statements import (
    excelling,
    failing_now,
    failing_then,
    moved,
    of_others,
    region_wide,
    worse_than_region,
)
from arms_analytics.vocabulary import FLAGGED, YEAR, RiskLevel

METHOD = 9
"""The version of model and statements. Another number means that kept fits are worked out again."""
SEPARATOR = chr(31)


@dataclass(frozen=True)
class Fit:
    """What the model says as of `quarter` (Quarter.index), as frames by the names that people use.

    Shares are of plans now, with an average reviewing force; x_estimate, x_low, x_high, x_probability belong together.

    cells        one row per force and question: fails_… (more than a third), worse_probability (than in the other
                 forces), others (their mean share failing), top_… (best grade, more than a third), others_top,
                 better_probability and worsened_probability (against a year ago); nan where there is too little
    history      one row per force, question and quarter from its first grade on: probability that more than a third
                 failed, as known now
    by_question  one row per question: estimate, low, high, probability over the region; nan where there is too little
    officers     one row per force, officer and question, with PLANS graded plans or more and a probability of
                 FLAGGED or more (of less nothing is said): plans, failures (of all loaded), estimate, low, high,
                 probability
    overall      one row per force and officer, over all questions: estimate, low, high (share of answers failing),
                 probability (of being half a logit or more below colleagues); nan with fewer than PLANS graded plans
    severity     one row per reviewing force: estimate, low, high (logits), stricter (chance), piece (of the graph)
    by_force     one row per force: change, change_se (logits, last two quarters against those before), clear
    """

    quarter: int
    first_quarter: int
    rating: Rating
    forces: tuple[str, ...]
    questions: tuple[str, ...]
    severity_connected: bool
    severity_reliability: float
    cells: pd.DataFrame
    history: pd.DataFrame
    by_question: pd.DataFrame
    officers: pd.DataFrame
    overall: pd.DataFrame
    severity: pd.DataFrame
    by_force: pd.DataFrame


def work_out(cursor: Cursor, quarter: int) -> Fit | None:
    """Fit the model to everything up to this quarter (Quarter.index); None where nothing was graded.

    The cursor must show the officer references of every force: what comes of them is filtered where it is read.
    """
    answers = ask(cursor, "fit", {"last_quarter": quarter})
    if answers.empty:
        return None
    scale = ask(cursor, "grade_steps").iloc[0]
    named = _Named(answers, quarter)
    rating = rate(named.design(answers, int(scale["steps"]), int(scale["failing_steps"])))
    return named.fit(rating, drift(rating))


class _Named:
    """The names behind the model's indices."""

    def __init__(self, answers: pd.DataFrame, quarter: int) -> None:
        reviewing = answers["reviewing_force"].dropna()
        self.forces = tuple(sorted({*answers["reviewed_force"], *reviewing}))
        self.questions = tuple(sorted(answers["question_id"].unique()))
        self.officers = tuple(sorted(answers["officer"].dropna().unique()))
        self.first, self.quarter = int(answers["quarter_index"].min()), quarter

    def design(self, answers: pd.DataFrame, steps: int, failing_steps: int) -> Design:
        """The answers as arrays, one row per review."""
        reviews = answers.drop_duplicates("review_id")
        row = pd.Index(reviews["review_id"]).get_indexer(answers["review_id"])
        grade = np.full((len(reviews), len(self.questions)), NOTHING, dtype=np.int8)
        grade[row, _places(answers["question_id"], self.questions)] = answers["rank"]
        return Design(
            force=_places(reviews["reviewed_force"], self.forces),
            quarter=reviews["quarter_index"].to_numpy(dtype=np.int64) - self.first,
            reviewing_force=_places(reviews["reviewing_force"], self.forces),
            officer=_places(reviews["officer"], self.officers),
            risk_level=_places(reviews["risk_level"], tuple(RiskLevel)),
            grade=grade,
            forces=len(self.forces),
            quarters=self.quarter - self.first + 1,
            officers=len(self.officers),
            risk_levels=len(RiskLevel),
            steps=steps,
            failing_steps=failing_steps,
        )

    def fit(self, rating: Rating, drifted: Drift) -> Fit:
        """Everything that the findings say, by name."""
        strict = severities(rating)
        return Fit(
            quarter=self.quarter,
            first_quarter=self.first,
            rating=rating,
            forces=self.forces,
            questions=self.questions,
            severity_connected=connected(rating.design),
            severity_reliability=strict.reliability,
            cells=self._cells(rating, drifted),
            history=self._history(rating, drifted),
            by_question=self._by_question(rating, drifted),
            officers=self._officers(rating, drifted),
            overall=self._overall(rating, drifted),
            severity=pd.DataFrame(
                {
                    "reviewing_force": self.forces, "estimate": strict.estimate, "low": strict.low,
                    "high": strict.high, "stricter": strict.stricter, "piece": pieces(rating.design)[1],
                }
            ).dropna(subset="estimate", ignore_index=True),
            by_force=self._by_force(rating),
        )  # fmt: skip

    def _cells(self, rating: Rating, drifted: Drift) -> pd.DataFrame:
        fails, top = failing_now(rating, drifted), excelling(rating, drifted)
        quarters, nothing = rating.design.quarters, np.full(fails.estimate.shape, np.nan)
        better, worse = moved(rating, drifted) if quarters > YEAR else (nothing, nothing)
        spoken, compared = enough(rating.design), enough(rating.design, QUARTERS_FOR_CHANGE)
        by_cell = {
            **_columns("fails_", fails),
            "worse_probability": worse_than_region(rating, drifted).probability,
            "others": of_others(fails.estimate, rating.design.reviewed),
            **_columns("top_", top),
            "others_top": of_others(top.estimate, rating.design.reviewed),
            "better_probability": better,
            "worsened_probability": worse,
        }
        for name, values in by_cell.items():
            said = compared if name in ("better_probability", "worsened_probability") else spoken
            by_cell[name] = np.where(said, values, np.nan)
        cells = pd.DataFrame({name: values.ravel() for name, values in by_cell.items()})
        names = pd.MultiIndex.from_product([self.forces, self.questions], names=["reviewed_force", "question_id"])
        return pd.concat([names.to_frame(index=False), cells], axis=1)

    def _history(self, rating: Rating, drifted: Drift) -> pd.DataFrame:
        chance = failing_then(rating, drifted)
        quarters = range(self.first, self.quarter + 1)
        names = ["reviewed_force", "question_id", "quarter_index"]
        rows = pd.MultiIndex.from_product([self.forces, self.questions, quarters], names=names).to_frame(index=False)
        begun = np.arange(rating.design.quarters) >= first_graded(rating.design)[..., None]
        return rows.assign(probability=chance.ravel())[begun.ravel()].reset_index(drop=True)

    def _by_question(self, rating: Rating, drifted: Drift) -> pd.DataFrame:
        said = enough_over_region(rating.design)
        needs = _columns("", region_wide(rating, drifted))
        needs = {name: np.where(said, values, np.nan) for name, values in needs.items()}
        return pd.DataFrame({"question_id": self.questions, **needs})

    def _officers(self, rating: Rating, drifted: Drift) -> pd.DataFrame:
        weak = weak_officers(rating, drifted)
        plans, failures = graded_plans(rating.design)
        officer, question = np.nonzero((weak.probability >= FLAGGED) & (plans >= PLANS))
        return pd.DataFrame(
            {
                **self._whose(officer),
                "question_id": [self.questions[each] for each in question],
                "plans": plans[officer, question],
                "failures": failures[officer, question],
                **{name: values[officer, question] for name, values in _columns("", weak).items()},
            }
        )

    def _overall(self, rating: Rating, drifted: Drift) -> pd.DataFrame:
        said = plans_of_officers(rating.design) >= PLANS
        shares = {
            name: np.where(said, values, np.nan) for name, values in _columns("", overall(rating, drifted)).items()
        }
        return pd.DataFrame({**self._whose(range(len(self.officers))), **shares})

    def _whose(self, officers: Iterable[int]) -> dict[str, list[str]]:
        names = [self.officers[each].split(SEPARATOR) for each in officers]
        return {"reviewed_force": [force for force, _ in names], "officer_ref": [ref for _, ref in names]}

    def _by_force(self, rating: Rating) -> pd.DataFrame:
        change = force_changes(rating)
        return pd.DataFrame(
            {
                "reviewed_force": self.forces, "change": change.estimate, "change_se": change.se, "clear": change.clear,
            }
        )  # fmt: skip


def _places(values: pd.Series, names: tuple[str, ...]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The place of each value among the names, NOTHING where there is none."""
    return np.asarray(pd.Index(names, dtype=object).get_indexer(pd.Index(values.astype(object))), dtype=np.int64)


def _columns(prefix: str, shares: Shares) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    return {
        f"{prefix}estimate": shares.estimate,
        f"{prefix}low": shares.low,
        f"{prefix}high": shares.high,
        f"{prefix}probability": shares.probability,
    }
