"""How each officer does over all questions: a description for that force's lead alone, never a flag or a ranking."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sentences import chance, counted, guess, number
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.model.enough import PLANS
from arms_analytics.network import Network

NAMES = ("reviewed_force", "officer_ref")


def find(cursor: Cursor, fit: Fit) -> pd.DataFrame:
    """One row per officer whom this cursor shows, with a graded plan; by force and reference, never by how they do.

    Columns: reviewed_force, officer_ref; plans, answers, failures (all loaded); estimate, low, high (share of the
    officer's answers that would fail now); probability (of being half a logit or more below the force's average
    officer); nan with fewer than PLANS plans.
    """
    shown = ask(cursor, "officers_overall", {"quarter": fit.quarter})
    return shown.merge(_named(fit), on=list(NAMES), how="left")


def count(fit: Fit) -> pd.DataFrame:
    """One row per force: `officers` of whom something may be said, `too_few` of whom not. Nobody is named.

    `below` is how many of them to expect to do clearly worse than colleagues: the sum of their chances.
    """
    chances = _named(fit).groupby("reviewed_force")["probability"]
    return chances.agg(officers="count", too_few=lambda each: int(each.isna().sum()), below="sum").reset_index()


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    fell = f"{row['failures']} of {row['answers']} graded answers, over {counted(row['plans'], 'plan')},"
    said = (
        f"{row['reviewed_force']}, officer {row['officer_ref']}, all questions: {fell} fell below "
        f"{network.grade_scale.pass_name}."
    )
    if pd.isna(row["probability"]):
        return f"{said} Too few reviews to say more: it takes {number(PLANS)} plans."
    return (
        f"{said} Allowing for the questions, the risk levels and who reviewed, there is {chance(row['probability'])} "
        f"that this officer does clearly worse overall than colleagues (failing now: {guess(row)})."
    )


def explain_count(row: pd.Series) -> str:
    """A row of `count` as sentences, its force said before."""
    few = f"; {number(int(row['too_few']))} with too few reviews to say" if row["too_few"] else ""
    said = f"{counted(int(row['officers']), 'officer')} with {number(PLANS)} plans or more{few}."
    said = said[0].upper() + said[1:]
    if row["officers"] < 2:
        return said  # of one officer alone it would be no count: it would be what is known of that officer
    below = round(float(row["below"]))
    about = f"about {number(below)}" if below else "fewer than one"
    return f"{said} By their chances together, {about} of them would do clearly worse overall than colleagues."


def _named(fit: Fit) -> pd.DataFrame:
    return fit.overall.astype(dict.fromkeys(NAMES, "str"))  # when empty, too
