"""The network: its forces, grade scale, year and question set, read from the data folder.

Another region uses the tool by writing another network.json; nothing about the North West stands in code.
"""

from __future__ import annotations

import functools
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from arms_analytics.vocabulary import Grade, GradeScale, Quarter, Question

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Force:
    """A territorial force. `aliases` are what people call it on tabs and in cells."""

    name: str
    short: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A versioned list of questions. `notice` says what kind of set it is wherever it is shown."""

    name: str
    version: str
    notice: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Who reviews whom, and the conventions they share.

    `bare_year` says what "Q1 2025" means: `financial`, `calendar`, or None where it must be asked.
    `failure_thresholds` are the hand rule of repeat failures: {quarters: failures}. `retention_years` is how long a
    quarter's reviews are kept after it ended.
    """

    name: str
    members: tuple[Force, ...]
    lead: str
    known_forces: tuple[Force, ...]
    first_month: int
    bare_year: str | None
    reviews_expected: int
    protective_marking: str
    grade_scale: GradeScale
    question_set: QuestionSet
    failure_thresholds: dict[int, int]
    retention_years: int

    def quarter(self, key: str) -> Quarter:
        """Parse a quarter key in this network's convention."""
        return Quarter.parse(key, self.first_month)

    def quarter_at(self, index: int) -> Quarter:
        """The quarter with this index in this network's convention."""
        return Quarter.from_index(index, self.first_month)

    @property
    def member_names(self) -> tuple[str, ...]:
        """The names of the forces that belong, in the network's order."""
        return tuple(force.name for force in self.members)

    def force(self, name: str) -> Force:
        """The known force of that exact name. KeyError when there is none."""
        for force in self.known_forces:
            if force.name == name:
                return force
        raise KeyError(name)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def read_network(path: Path) -> Network:
    """Read a network file and the forces, scale and question set that it names, beside it or under data/."""
    said = _read(path)
    known = tuple(
        Force(entry["name"], entry.get("short", entry["name"]), tuple(entry.get("aliases", ())))
        for entry in _read(path.parent / said["forces_file"])["forces"]
    )
    by_name = {force.name: force for force in known}
    scale = _read(path.parent / said["grade_scale"])
    questions = _read(path.parent / said["question_set"])
    return Network(
        name=said["name"],
        members=tuple(by_name[name] for name in said["members"]),
        lead=said["lead"],
        known_forces=known,
        first_month=said.get("first_month", 4),
        bare_year=said.get("bare_year"),
        reviews_expected=said.get("reviews_expected", 4),
        protective_marking=said.get("protective_marking", "OFFICIAL-SENSITIVE"),
        grade_scale=GradeScale(
            scale["name"],
            tuple(
                Grade(
                    key=step["key"],
                    name=step["name"],
                    letter=step["letter"],
                    short=step["short"],
                    rank=rank,
                    failure=step["failure"],
                    colour=step["colour"],
                    ink=step["ink"],
                    spellings=tuple(step.get("spellings", ())),
                    sheet_colour=step.get("sheet_colour", step["colour"]),
                    sheet_ink=step.get("sheet_ink", step["ink"]),
                )
                for rank, step in enumerate(scale["worst_to_best"])
            ),
        ),
        question_set=QuestionSet(
            questions["name"],
            questions["version"],
            questions["notice"],
            tuple(
                Question(q["id"], q["wording"], q["short"], q["section"], tuple(q.get("processes", ())))
                for q in questions["questions"]
            ),
        ),
        failure_thresholds={int(k): v for k, v in said["repeat_failure_rule"].items()},
        retention_years=said.get("retention_years", 6),
    )


@functools.cache
def network() -> Network:
    """The network in force here: `ARMS_NETWORK` names its file, otherwise data/network.json."""
    return read_network(Path(os.environ.get("ARMS_NETWORK") or DATA / "network.json"))
