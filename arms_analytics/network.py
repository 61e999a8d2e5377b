"""The network: its forces, grade scale, year and question set, read from the data folder.

Another region uses the tool by writing another network.json; nothing about the North West stands in code.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterable
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
    region: str = ""


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

    def in_order(self, forces: Iterable[str]) -> tuple[str, ...]:
        """These forces each once: the members among them in the network's order, then the rest by name."""
        given = set(forces)
        members = tuple(name for name in self.member_names if name in given)
        return (*members, *sorted(given.difference(members)))

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
    known = tuple(map(_force, _read(path.parent / said["forces_file"])["forces"]))
    by_name = {force.name: force for force in known}
    return Network(
        name=said["name"],
        members=tuple(by_name[name] for name in said["members"]),
        lead=said["lead"],
        known_forces=known,
        first_month=said.get("first_month", 4),
        bare_year=said.get("bare_year"),
        reviews_expected=said.get("reviews_expected", 4),
        protective_marking=said.get("protective_marking", "OFFICIAL-SENSITIVE"),
        grade_scale=_scale(_read(path.parent / said["grade_scale"])),
        question_set=_question_set(_read(path.parent / said["question_set"])),
        failure_thresholds={int(quarters): failures for quarters, failures in said["repeat_failure_rule"].items()},
        retention_years=said.get("retention_years", 6),
    )


def _force(said: Any) -> Force:
    return Force(said["name"], said.get("short", said["name"]), tuple(said.get("aliases", ())), said.get("region", ""))


def _scale(said: Any) -> GradeScale:
    return GradeScale(said["name"], tuple(_grade(rank, step) for rank, step in enumerate(said["worst_to_best"])))


def _grade(rank: int, said: Any) -> Grade:
    """`rank` 0 is the worst. Collated sheets may be coloured otherwise than screens: `sheet_colour`, `sheet_ink`."""
    return Grade(
        key=said["key"],
        name=said["name"],
        letter=said["letter"],
        short=said["short"],
        rank=rank,
        failure=said["failure"],
        colour=said["colour"],
        ink=said["ink"],
        spellings=tuple(said.get("spellings", ())),
        sheet_colour=said.get("sheet_colour", said["colour"]),
        sheet_ink=said.get("sheet_ink", said["ink"]),
    )


def _question_set(said: Any) -> QuestionSet:
    questions = (
        Question(one["id"], one["wording"], one["short"], one["section"], tuple(one.get("processes", ())))
        for one in said["questions"]
    )
    return QuestionSet(said["name"], said["version"], said["notice"], tuple(questions))


@functools.cache
def network() -> Network:
    """The network in force here: `ARMS_NETWORK` names its file, otherwise data/network.json."""
    return read_network(Path(os.environ.get("ARMS_NETWORK") or DATA / "network.json"))
