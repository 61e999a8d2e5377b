"""A simulated region in words: indices become forces, quarters, references, grades and feedback."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from arms_analytics.demonstration.feedback import STEPS, FeedbackBank
from arms_analytics.network import Force, Network
from arms_analytics.simulation.simulator import NOT_APPLICABLE as DOES_NOT_APPLY
from arms_analytics.simulation.simulator import Region
from arms_analytics.vocabulary import NOT_APPLICABLE, Answer, Quarter, Question, Review, RiskLevel

TEAMS = ("Team 1", "Team 2")


class RegionInWords:
    """The reviews of a simulated region, its last quarter being `last`; words are drawn with the seed.

    ValueError where the network's grade scale has other than four steps: the simulator knows only such.
    """

    def __init__(self, region: Region, network: Network, forces: Sequence[Force], last: Quarter, seed: int) -> None:
        self._grades = [grade.key for grade in network.grade_scale]
        if len(self._grades) != len(STEPS):
            raise ValueError(
                f"The demonstration needs a grade scale of {len(STEPS)} steps; this network's has {len(self._grades)}."
            )
        self._region, self._forces = region, forces
        self._questions = network.question_set.questions
        self._first = last.plus(1 - region.quarters)
        self._bank = FeedbackBank(random.Random(seed))

    def quarters(self) -> Iterator[tuple[Quarter, dict[str, tuple[Review, ...]]]]:
        """Each quarter, earliest first, and its reviews by force."""
        for place in range(self._region.quarters):
            rows = map(int, np.flatnonzero(self._region.quarter == place))
            by_force = groupby(rows, key=lambda row: self._forces[int(self._region.force[row])])
            quarter = self._first.plus(place)
            yield (
                quarter,
                {
                    force.name: tuple(self._review(row, force, quarter, ordinal) for ordinal, row in enumerate(own, 1))
                    for force, own in by_force
                },
            )

    def _review(self, row: int, force: Force, quarter: Quarter, ordinal: int) -> Review:
        region, officer, code = self._region, int(self._region.officer[row]), _code(force)
        return Review(
            force=force.name,
            quarter=quarter,
            risk_level=list(RiskLevel)[region.risk_level[row]],
            reviewing_force=self._forces[region.reviewing_force[row]].name,
            review_ref=f"{code}-{quarter.year % 100}Q{quarter.number}-{ordinal}",
            officer_ref=f"{code}-OM{officer:02d}",
            team=TEAMS[officer % len(TEAMS)],
            sheet=force.name,
            ordinal=ordinal,
            answers=tuple(map(self._answer, self._questions, map(int, region.grade[row]))),
        )

    def _answer(self, question: Question, drawn: int) -> Answer:
        if drawn >= 0:
            feedback = self._bank.feedback(question.id, drawn)
            return Answer(question.id, question.wording, self._grades[drawn], feedback, "", "")
        grade = NOT_APPLICABLE if drawn == DOES_NOT_APPLY else None
        return Answer(question.id, question.wording, grade, "", "", "")


def _code(force: Force) -> str:
    """`CHE` for Cheshire, `GRMA` for Greater Manchester: how the demonstration's references begin."""
    words = [word for word in force.name.replace("-", " ").split() if word[0].isupper()]
    return "".join(word[: 3 if len(words) == 1 else 2] for word in words).upper()
