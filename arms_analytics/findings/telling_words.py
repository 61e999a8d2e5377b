"""Which words tell failing feedback on a question from the rest: a statistic, not a word cloud.

Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn, Fightin' Words, Political Analysis
16 (2008), equations 15, 16, 19 and 22). A term counts once a feedback; the prior is its share of both sides together.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask, bound
from arms_analytics.vocabulary import YEAR, Selection

PRIOR = 20.0
"""Feedbacks that the prior weighs on each side."""
FEEDBACKS, DISTINCT = 3, 1.96
"""A term is shown from so many feedbacks and standard errors on."""
WORD = re.compile(r"[a-z0-9]+(?:[-'’][a-z0-9]+)*")
CLAUSE_END = re.compile(r"[.,;:!?()\n]+")
STOP = frozenset((
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by",
    "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "his", "how", "if", "in",
    "into", "is", "it", "its", "may", "more", "most", "no", "not", "of", "on", "or", "our", "she", "should", "so",
    "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to",
    "was", "were", "what", "when", "where", "which", "while", "who", "will", "with", "would", "you",
))  # fmt: skip


def find(cursor: Cursor, selection: Selection, quarters: int | None = YEAR) -> pd.DataFrame:
    """One row per term (a word, or two in a row) that tells the sides apart, the most distinct first.

    Columns: term; tells_failing (True: it tells failing feedback); of_failing, of_others (feedbacks with the term);
    failing_feedbacks, other_feedbacks (all of them); z (standard errors of the log-odds, above 0 for failing).
    Over the selected answers of so many `quarters`; no rows where there is too little to tell.
    """
    texts = ask(cursor, "telling_words", bound(selection, quarters))
    fell = texts["failure"].astype(bool)
    counts = _counted(texts.loc[fell, "feedback"]), _counted(texts.loc[~fell, "feedback"])
    sizes = int(fell.sum()), int((~fell).sum())
    rows = [(term, z > 0, counts[0][term], counts[1][term], *sizes, z) for term, z in _log_odds(*counts, *sizes)]
    columns = ["term", "tells_failing", "of_failing", "of_others", "failing_feedbacks", "other_feedbacks", "z"]
    found = pd.DataFrame(rows, columns=columns)
    return found.sort_values("z", key=abs, ascending=False, kind="stable", ignore_index=True)


def explain(row: pd.Series) -> str:
    """A row of `find` as a sentence."""
    return (
        f"“{row['term']}” stands in {row['of_failing']} of {row['failing_feedbacks']} failing feedbacks and in "
        f"{row['of_others']} of {row['other_feedbacks']} others."
    )


def terms(feedback: str) -> set[str]:
    """The words of a feedback that carry meaning, and the pairs of such words side by side in one clause."""
    found = set()
    for clause in CLAUSE_END.split(feedback.lower().replace("’", "'")):
        words = WORD.findall(clause)
        single = {word for word in words if word not in STOP and len(word) > 1 and not word.isdigit()}
        found |= single | {f"{a} {b}" for a, b in itertools.pairwise(words) if {a, b} <= single}
    return found


def _counted(feedbacks: pd.Series) -> Counter[str]:
    return Counter(term for feedback in feedbacks for term in terms(feedback))


def _log_odds(
    failing: Counter[str], others: Counter[str], of_failing: int, of_others: int
) -> Iterator[tuple[str, float]]:
    """Terms and their z, of those that are common and distinct enough. Each side is (with the term, without it)."""
    if not of_failing or not of_others:
        return
    for term, count in sorted((failing + others).items()):
        prior = PRIOR * count / (of_failing + of_others)
        sizes = ((failing[term], of_failing), (others[term], of_others))
        sides = [(had + prior, max(size + PRIOR - had - prior, 0.5)) for had, size in sizes]
        odds = [math.log(having / without) for having, without in sides]
        z = (odds[0] - odds[1]) / math.sqrt(sum(1 / having + 1 / without for having, without in sides))
        if count >= FEEDBACKS and abs(z) >= DISTINCT:
            yield term, z
