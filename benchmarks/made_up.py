"""Large stores made up by SQL: 43 forces over 160 quarters, 25 answers a review."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.network import network
from arms_analytics.store import schema
from arms_analytics.store.draft import Draft, Entry
from arms_analytics.store.publish import publish
from arms_analytics.vocabulary import Quarter

HERE = Path(__file__).parent
LAST = Quarter.from_index(7159)
"""The last of the quarters made up."""


def made_up(folder: Path, answers: int) -> Path:
    """A store in this folder with so many answers, and the folder."""
    publish(folder, lambda draft: _fill(draft, answers // 25))
    return folder


def _fill(draft: Draft, reviews: int) -> Entry:
    forces = [force.name for force in network().known_forces]
    schema.set_meta(draft.connection, "kind", "demonstration")
    draft.connection.execute("INSERT INTO workbook VALUES (0, 1, 'made up', '', 0, '', '')")
    said = {"reviews": reviews, "forces": forces}
    draft.connection.execute((HERE / "many_reviews.sql").read_text(encoding="utf-8"), said)
    draft.connection.execute((HERE / "many_answers.sql").read_text(encoding="utf-8"))
    return Entry("load", "made up")
