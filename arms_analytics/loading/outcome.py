"""What became of one workbook: the row of the report that a person, a page or a script gets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from arms_analytics.loading.files import Found
from arms_analytics.vocabulary import OpenQuestion, Problem, Quarter, Reading, Severity

Status = Literal["loaded", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One workbook: its status, what it holds, and the problems met in reading it.

    `grades` counts boxes that hold a step of the grade scale.
    """

    path: Path
    sha256: str
    status: Status
    quarters: tuple[Quarter, ...] = ()
    forces: tuple[str, ...] = ()
    reviews: int = 0
    grades: int = 0
    problems: tuple[Problem, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()

    @classmethod
    def of(cls, path: Path, reading: Reading, status: Status) -> Outcome:
        """The outcome of a workbook that was read."""
        return cls(
            path,
            reading.sha256,
            status,
            reading.quarters,
            reading.forces,
            len(reading.reviews),
            reading.grades,
            reading.problems,
            reading.open_questions,
        )

    @classmethod
    def unread(cls, found: Found) -> Outcome:
        """The outcome of a path that is no readable file."""
        assert found.problem
        return cls(found.path, "", "refused", problems=(found.problem,))

    def refused_for(self, code: str, message: str) -> Outcome:
        """The same workbook, refused as a whole for a reason that its own reading does not show."""
        problem = Problem(Severity.ERROR, code, "", "", message)
        return replace(self, status="refused", problems=(*self.problems, problem))

    def as_json(self) -> dict[str, Any]:
        """As `load --format json` and `check --format json` print it."""
        quarters = [quarter.key for quarter in self.quarters]
        return {
            "path": str(self.path),
            "sha256": self.sha256,
            "status": self.status,
            "quarter": quarters[0] if len(quarters) == 1 else None,
            "quarters": quarters,
            "forces": list(self.forces),
            "reviews": self.reviews,
            "grades": self.grades,
            "issues": [
                {
                    "severity": str(problem.severity),
                    "code": problem.code,
                    "sheet": problem.sheet,
                    "cell": problem.cell,
                    "message": problem.message,
                }
                for problem in self.problems
            ],
        }
