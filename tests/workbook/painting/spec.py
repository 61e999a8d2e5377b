"""One way of making a collated workbook, drawn at random: every choice a person has, independent of the others."""

from __future__ import annotations

from dataclasses import dataclass, fields
from random import Random

from tests.workbook.painting.content import NEEDS_A_KEY, PALETTES

FAMILIES = ("pairs", "rows", "box", "halves", "notes", "spelt", "list", "stacked", "beside")


@dataclass(frozen=True)
class Spec:
    """The choices. Each field's comment says what it governs."""

    seed: int
    family: str
    turned: bool  # reviews down, questions across
    words: str  # none, names, letters, caps, lower, variants, numbers, upward
    palette: str  # none or a palette
    key: str  # none, tab (above the table), right (beside it), below, sheet, last sheet
    feedback_first: bool
    spacers: bool  # an empty column between reviews
    heads: str  # merged, first cell, one cell (several lines)
    head_order: str  # risk first or reference first
    labelled: bool  # the head lines have labels
    roles: bool  # "Grade" and "Feedback" stand above the columns (or beside the rows)
    numbering: str  # none, column, prefix, only
    wording: str  # long, short, orders
    question_label: bool
    sections: str  # none, merged, band, column
    header_colour: int
    left: int  # empty columns before
    gap: int  # empty rows above
    filled: str  # lists: down, once, merged, sorted by question
    bar: str  # blocks: pairs, bar, lines
    quarter_at: str  # title, pair, line, cover, tab, file, date
    reviewing_at: str  # line, pair, head, cover, below, absent
    risk_words: int
    aliases: int
    footers: tuple[str, ...]
    extras: tuple[str, ...]
    questions: int
    reviews: int
    blanks: float
    not_applicable: float
    no_feedback: float
    tabs: int


def draw(seed: int) -> Spec:
    """The spec with this number; the same number gives the same spec."""
    r = Random(seed)
    words = r.choice(
        ["none", "none", "none", "names", "names", "letters", "caps", "lower", "variants", "numbers", "upward"]
    )
    palette = r.choice([*PALETTES, *PALETTES, "none" if words != "none" else "standard"])
    family = r.choice(FAMILIES)
    key = r.choice(["none", "none", "tab", "right", "below", "sheet", "last sheet"])
    if words in ("numbers", "upward"):
        key = r.choice(["tab", "right", "sheet", "last sheet", "below"])
    elif r.random() < 0.15:
        palette = r.choice(list(NEEDS_A_KEY))
        key = r.choice(["tab", "right", "sheet", "last sheet", "below"])
    if family in ("box", "notes") and words != "none" and palette == "none":
        palette = "standard"
    if family == "box":
        words = "none"
    if family == "spelt":
        words, palette = r.choice(["names", "letters", "caps"]), r.choice(["none", "standard"])
    spec = {
        "seed": seed, "family": family, "turned": r.random() < 0.4, "words": words, "palette": palette, "key": key,
        "feedback_first": r.random() < 0.15, "spacers": r.random() < 0.15,
        "heads": r.choice(["merged", "merged", "first cell", "one cell"]),
        "head_order": r.choice(["risk", "risk", "ref"]), "labelled": r.random() < 0.85, "roles": r.random() < 0.8,
        "numbering": r.choice(["none", "column", "column", "prefix", "prefix"]),
        "wording": r.choice(["long", "long", "short", "orders"]), "question_label": r.random() < 0.75,
        "sections": r.choice(["none", "none", "merged", "band", "column"]), "header_colour": r.randrange(9),
        "left": r.choice([0, 0, 0, 1, 2]), "gap": r.choice([0, 0, 1, 2]),
        "filled": r.choice(["down", "down", "once", "merged", "sorted"]),
        "bar": r.choice(["pairs", "bar", "lines"]),
        "quarter_at": r.choice(["title", "title", "pair", "line", "cover", "tab", "file", "date"]),
        "reviewing_at": r.choice(["line", "line", "pair", "head", "cover", "below", "absent"]),
        "risk_words": r.randrange(5), "aliases": r.randrange(5),
        "footers": tuple(f for f in ("counts", "notes", "signoff", "fails", "average", "overall") if r.random() < 0.15),
        "extras": tuple(e for e in ("summary", "actions", "lists", "blank", "old", "trend") if r.random() < 0.2),
        "questions": r.choice([5, 8, 13, 22]), "reviews": r.choice([4, 4, 4, 4, 3, 5, 2]),
        "blanks": r.choice([0, 0, 0.05]), "not_applicable": r.choice([0, 0.03]), "no_feedback": r.choice([0.05, 0.2]),
        "tabs": r.choice([2, 3]),
    }  # fmt: skip
    return Spec(**spec)


def describe(spec: Spec) -> str:
    """The spec in one line, for failures."""
    return ", ".join(f"{f.name}={getattr(spec, f.name)!r}" for f in fields(spec))
