"""The parts of an Office package by their relations: which part is the workbook, a tab, its notes."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import join, normpath, split

from arms_analytics.workbook.files import markup
from arms_analytics.workbook.files.budgets import TagBudget
from arms_analytics.workbook.files.container import Container
from arms_analytics.workbook.files.markup import Attributes
from arms_analytics.workbook.files.spreadsheetml.namespaces import RELATIONS


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of the relation's type (`worksheet`, `comments`); `target` the part's full name."""

    id: str
    kind: str
    target: str


def relations(container: Container, part: str, tags: TagBudget) -> list[Relation]:
    """What a part points to inside the package; nothing when it has no relations. `part` is "" for the package."""
    folder, name = split(part)
    listing = join(folder, "_rels", f"{name}.rels")
    found: list[Relation] = []

    def relation(attributes: Attributes) -> None:
        if attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            found.append(Relation(attributes.get("Id", ""), kind, _resolved(folder, attributes.get("Target", ""))))

    if listing in container:
        markup.read(container.chunks(listing), tags, markup.named({"Relationship": relation}, RELATIONS), part=listing)
    return found


def _resolved(folder: str, target: str) -> str:
    """A relation's target as the name of a part; one that climbs out of the package is the name of none."""
    target = target.replace("\\", "/")
    return normpath(target if target.startswith("/") else join(folder, target)).lstrip("/")
