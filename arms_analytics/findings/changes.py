"""What is getting better or worse: each force and question against a year ago."""

from __future__ import annotations

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import allowing, chance, guess, too_few, where
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import LISTED, Quarter

IMPROVING, DETERIORATING = "improving", "deteriorating"


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None) -> pd.DataFrame:
    """One row per force, question and `kind` (improving, deteriorating), the likeliest first; `listed` from LISTED.

    Columns: kind, reviewed_force, question_id, short; reviews, failures (last four quarters), reviews_before,
    failures_before (the four before); estimate, low, high (share failing now); probability (that it moved by half a
    logit or more in a year, as from 40% to 29%; nan: too few quarters, or no fit); worked_out; strictness_told; listed.
    """
    cells = ask(cursor, "changes", {"quarter": quarter.index})
    if fit is None:
        said = ["estimate", "low", "high", "better_probability", "worsened_probability"]
        cells = cells.assign(**dict.fromkeys(said, np.nan))
    else:
        keys = ["reviewed_force", "question_id"]
        now = {"fails_estimate": "estimate", "fails_low": "low", "fails_high": "high"}
        chances = ["better_probability", "worsened_probability"]
        cells = cells.merge(fit.cells[[*keys, *now, *chances]].rename(columns=now), on=keys, how="left")
    sides = ((IMPROVING, "better_probability"), (DETERIORATING, "worsened_probability"))
    both = pd.concat([cells.assign(kind=kind, probability=cells[column]) for kind, column in sides])
    both = both.drop(columns=[column for _, column in sides])
    both = both.assign(
        listed=both["probability"] >= LISTED,
        worked_out=fit is not None,
        strictness_told=fit is not None and fit.severity_connected,
    )
    return both.sort_values("probability", ascending=False, kind="stable", ignore_index=True)


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    below = f"fell below {network.grade_scale.pass_name}"
    now, then = (f"{row[f'failures{when}']} of {row[f'reviews{when}']}" for when in ("", "_before"))
    said = f"{where(row)}: {now} reviews {below} in the last four quarters, {then} in the four before."
    if not row["worked_out"]:
        return f"{said} How sure one may be is being worked out."
    if pd.isna(row["probability"]):
        return f"{said} {too_few(row['reviews']).capitalize()} to say more."
    direction = "better" if row["kind"] == IMPROVING else "worse"
    return (
        f"{said} {allowing(row)} {chance(row['probability'])} that "
        f"it is clearly {direction} than a year ago (failing now: {guess(row)})."
    )
