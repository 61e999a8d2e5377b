"""Words that stand where a review would and say that there is none: "No low risk plan submitted"."""

from __future__ import annotations

import re

from arms_analytics.remembered import remembered
from arms_analytics.workbook.texts.plain import plain

_WHAT = r"(?:plans?|reviews?|cases?|submissions?|returns?|files?|records?|nominals?|offenders?|rsos?|assessments?|arms)"
_CAME = (
    r"(?:submitted|received|provided|supplied|returned|sent|available|held|sampled|selected|identified|reviewed|"
    r"completed|undertaken|conducted|due|this (?:quarter|period|time)|in (?:the|this) (?:quarter|period|sample))"
)
_NONE = re.compile(
    rf"(?:.* )?(?:no|without an?) (?:[\w/-]+ ){{0,4}}{_WHAT}(?: .*)?\b{_CAME}(?: .*)?"
    rf"|no (?:[\w/-]+ ){{0,4}}{_WHAT}(?: (?:of|at|for) this (?:risk )?level)?"
    rf"|nil (?:return|submission)|none {_CAME}(?: .*)?"
    rf"|(?:(?:.* )?{_WHAT} )?(?:is |was |were |has |have )?not(?: yet| been| be){{0,2}} {_CAME}(?: .*)?"
    rf"|(?:(?:.* )?{_WHAT} )?(?:awaited|withdrawn|pending|to follow)|awaiting (?:.* )?{_WHAT}(?: .*)?"
)


@remembered(4096)
def says_none(text: str) -> bool:
    """Whether the words say that no plan or review came. Only of a review's only words: feedback may say so too."""
    return len(text) <= 160 and bool(_NONE.fullmatch(plain(text).strip(" .!*()[]-–")))
