"""Where did reviewers write this: the feedback that holds every word looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask, bound
from arms_analytics.vocabulary import Selection

PAGE = 25
"""Feedback texts on one page of results."""


def words_of(asked: str) -> tuple[str, ...]:
    """What is looked for, in lower case: each word by itself, words in double quotes as they stand together.

    Quotes may be curly, as telephones and word processors write them.
    """
    straight = asked.lower().translate(dict.fromkeys(map(ord, "“”„"), '"'))
    found = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', straight)]
    return tuple(dict.fromkeys(" ".join(each.split()) for each in found if each.strip()))


def matching(
    cursor: Cursor, selection: Selection, words: Sequence[str] = (), grade: str | None = None, page: int = 1
) -> pd.DataFrame:
    """One page of the answers whose feedback holds all of `words` (as `words_of` gives them), newest quarter first.

    Columns as in `findings.evidence`, without rank, failure and team, and `found`: how many there are on all pages.
    A selection without a quarter searches all quarters.
    """
    parameters = bound(selection) | {"words": list(words), "grade": grade, "rows": PAGE, "skip": PAGE * (page - 1)}
    return ask(cursor, "feedback_search", parameters)
