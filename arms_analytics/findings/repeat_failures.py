"""What fails again: a rule anyone can check by hand, and how sure one may be, allowing for who reviewed."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.arrays import IntegerArray

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.hand_rule import Flags, judge
from arms_analytics.findings.sentences import allowing, chance, counted, guess, listed, of_last, too_few, where
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.model.statements import fails_widely, in_most_forces
from arms_analytics.network import Network
from arms_analytics.vocabulary import FLAGGED, LISTED, VERY_LIKELY, Quarter, share

TIERS = ((VERY_LIKELY, "very likely"), (FLAGGED, "probable"), (LISTED, "watch"))
FITTED = ["fails_estimate", "fails_low", "fails_high", "fails_probability", "worse_probability", "others"]


def find(
    cursor: Cursor, network: Network, quarter: Quarter, fit: Fit | None = None, before: Fit | None = None
) -> pd.DataFrame:
    """Every force and question with graded reviews in the window up to `quarter`; `listed` marks the findings.

    `fit` is the model as of that quarter, `before` as of the one before; without them only the rule speaks. Where a
    region fails widely, flags by an absolute third would mark every cell: a question that fails in most forces is said
    once, as the region's training need, and forces are flagged by how much worse than the others they are.
    Columns: reviewed_force, question_id, short; reviews_now (this quarter's); recent_reviews, recent_failures,
    recent_failed_by (last two quarters); reviews, failures, failed_by, reviewing_forces, worst_grades (last four);
    rule_met; estimate, low, high (share of plans failing now, 0 to 1), probability (nan: too few reviews to say, or no
    fit yet), third_probability (that of more than one plan in three), worse_probability and others (against the other
    forces); relative (probability is worse_probability); region_wide (the question fails in most forces); tier (very
    likely, probable, watch, rule or ""); status against the quarter before (new, continuing, cleared, watch or "");
    since (Quarter.index); worked_out (there is a fit); strictness_told (reviewing forces can be compared). The
    likeliest first.
    """
    windows = _windows(network)
    cells = _counted(cursor, quarter, windows)
    rule_met, rule_met_before, rule_since = judge(cursor, cells, quarter.index, windows)
    now = _with_fit(cells, fit)
    region_wide, relative, probability = _flagged_by(now)
    stands = _stands(probability, rule_met)
    stood = _stands(_flagged_by(_with_fit(cells, before))[-1], rule_met_before)
    tier = _tiers(probability, rule_met)
    status = np.select([stands & stood, stands, stood, tier == "watch"], ["continuing", "new", "cleared", "watch"], "")
    told = {
        "rule_met": rule_met,
        **{name: now[f"fails_{name}"] for name in ("estimate", "low", "high")},
        "probability": probability,
        "third_probability": now["fails_probability"],
        "worse_probability": now["worse_probability"],
        "others": now["others"],
        "relative": relative,
        "region_wide": region_wide,
        "tier": tier,
        "status": status,
        "since": _since(now, rule_since, fit),
        "listed": (tier != "") | (status == "cleared"),
        "worked_out": fit is not None,
        "strictness_told": fit is not None and fit.severity_connected,
    }
    found = pd.concat([cells.drop(columns="limit_reached"), pd.DataFrame(told, index=cells.index)], axis=1)
    return found.sort_values(["listed", "probability", "failures"], ascending=False, kind="stable", ignore_index=True)


def _counted(cursor: Cursor, quarter: Quarter, windows: tuple[tuple[int, int], tuple[int, int]]) -> pd.DataFrame:
    """The rows of repeat_failures.sql: what failed of what was graded, by force and question."""
    (short_window, short_limit), (long_window, long_limit) = windows
    parameters = {
        "quarter": quarter.index, "short_window": short_window, "short_limit": short_limit,
        "long_window": long_window, "long_limit": long_limit,
    }  # fmt: skip
    return ask(cursor, "repeat_failures", parameters)


def rule_in_words(network: Network) -> str:
    """`5 of the last 8 or 7 of the last 16 reviews`, of as many as are expected."""
    expected = network.reviews_expected
    each = [f"{limit} of the last {quarters * expected}" for quarters, limit in _windows(network)]
    return f"{listed(each, 'or')} reviews"


def _windows(network: Network) -> tuple[tuple[int, int], tuple[int, int]]:
    """(quarters, failures) of the shorter and the longer window."""
    windows = sorted(network.failure_thresholds.items())
    return windows[0], windows[-1]


def _with_fit(cells: pd.DataFrame, fit: Fit | None) -> pd.DataFrame:
    """The cells with what the model says of them, nan where there is too little to say it."""
    if fit is None:
        return cells.reindex(columns=[*cells.columns, *FITTED])
    keys = ["reviewed_force", "question_id"]
    return cells.merge(fit.cells[[*keys, *FITTED]], on=keys, how="left")


def _flagged_by(cells: pd.DataFrame) -> tuple[pd.Series[bool], pd.Series[bool], pd.Series[float]]:
    """Of each cell whether its question fails in most forces, whether it is compared with the others, its probability.

    Compared with the others it is where its question and most questions fail in most forces.
    """
    third = cells["fails_probability"]
    if third.isna().all():
        nowhere = pd.Series(False, index=cells.index)
        return nowhere, nowhere, third
    chances = cells.pivot(index="reviewed_force", columns="question_id", values="fails_probability")
    wide = dict(zip(chances.columns, in_most_forces(chances.to_numpy(dtype=float)), strict=True))
    region_wide = cells["question_id"].map(wide).astype(bool)
    relative = region_wide & fails_widely(chances.to_numpy(dtype=float))
    return region_wide, relative, cells["worse_probability"].where(relative, third)


def _stands(probability: pd.Series[float], rule_met: Flags) -> Flags:
    """Flagged by the model; by the rule where the model cannot speak."""
    chance = probability.to_numpy()
    return (chance >= FLAGGED) | (np.isnan(chance) & rule_met)


def _tiers(probability: pd.Series[float], rule_met: Flags) -> npt.NDArray[np.str_]:
    chance, names = probability.to_numpy(), [name for _, name in TIERS]
    return np.select([*(chance >= limit for limit, _ in TIERS), rule_met], [*names, "rule"], "")


def _since(cells: pd.DataFrame, by_rule: IntegerArray, fit: Fit | None) -> pd.Series[int]:
    """From which quarter it failed throughout: as the model sees it now, or by the rule."""
    said = pd.Series(by_rule, index=cells.index)
    if fit is None:
        return said
    keys = ["reviewed_force", "question_id"]
    clear = fit.history[fit.history["probability"] < FLAGGED].groupby(keys)["quarter_index"].max()
    begun = fit.history.groupby(keys)["quarter_index"].min()
    first = (clear + 1).reindex(begun.index).fillna(begun).reindex(pd.MultiIndex.from_frame(cells[keys]))
    modelled = pd.Series(first.to_numpy(), index=cells.index).astype("Int64")
    return modelled.where((cells["fails_probability"] >= FLAGGED).fillna(False), said)


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences that a lead could read out: what, on how many reviews, how sure, since when."""
    said = [_by_hand(row, network), _how_sure(row, network)]
    if row["rule_met"] and row["probability"] < FLAGGED:
        chance_or_strict = "but it may be chance or a strict reviewing force"
        why = "as in most forces: it is the region's training need" if row["relative"] else chance_or_strict
        said.append(f"The rule is met, {why}.")
    if row["status"] == "cleared":
        said.append("It was flagged a quarter ago and no longer is.")
    elif row["status"] in ("new", "continuing"):
        status = "New as a finding this quarter" if row["status"] == "new" else "Continuing"
        said.append(f"{status}{_since_in_words(row, network)}.")
    return " ".join(said)


def _since_in_words(row: pd.Series, network: Network) -> str:
    """Since when, and by what: a quarter in which nothing failed may lie between, for the model and for the rule."""
    if pd.isna(row["since"]):
        return ""
    what = "probably failing" if row["third_probability"] >= FLAGGED else "the rule met"
    return f"; {what} since {network.quarter_at(int(row['since'])).label}"


def next_step(row: pd.Series) -> str:
    """What to do about it."""
    if row["status"] == "cleared" and not row["reviews_now"]:
        return "Look again when its next reviews are in: none of this quarter says that it got better."
    if row["status"] == "cleared" and row["rule_met"]:
        return "The rule is still met: look again next quarter before it is called mended."
    if row["status"] == "cleared":
        return "Say what was done, so that others can copy it, and look again next quarter."
    if row["region_wide"]:
        return "Most forces fail this question: plan it as the region's training, not one force's."
    steps = {
        "very likely": "Agree an action with an owner and a date, and ask a force that is strong on it.",
        "probable": "Read the feedback of these reviews together and agree what to change.",
        "watch": "Read the feedback; wait for the next quarter's reviews before acting.",
        "rule": "Read the feedback and who gave it; wait for the next quarter's reviews before acting.",
    }
    return steps.get(row["tier"], "Nothing to do.")


def _by_hand(row: pd.Series, network: Network) -> str:
    (_, short_limit), (_, long_limit) = _windows(network)
    shorter = row["recent_failures"] >= short_limit and row["failures"] < long_limit
    prefix = "recent_" if shorter else ""
    failures, reviews, forces = (int(row[prefix + name]) for name in ("failures", "reviews", "failed_by"))
    marked = f", marked by {counted(forces, 'force')}" if failures and forces else ""
    fell = f"{of_last(failures, reviews)} fell below {network.grade_scale.pass_name}{marked}"
    stale = "" if row["reviews_now"] else " None of them is of this quarter."
    return f"{where(row)}: {fell}.{stale}"


def _how_sure(row: pd.Series, network: Network) -> str:
    if not row["worked_out"]:
        return "How sure one may be is being worked out."
    if pd.isna(row["probability"]):
        lack = too_few(row["reviews"])
        return f"The rule is met; {lack} to say how sure." if row["rule_met"] else f"{lack.capitalize()} to say more."
    there_is = f"{allowing(row, 'they')} {chance(row['probability'])}"
    if row["relative"]:
        return (
            f"Most forces fail it. {there_is} that at least one more plan in ten fails here "
            f"than in the other forces ({guess(row)}; the others {share(row['others'])})."
        )
    said = f"{there_is} that more than one plan in three would fall below {network.grade_scale.pass_name} now"
    said = f"{said} ({guess(row)})."
    if not row["region_wide"]:
        return said
    worse = f"{chance(row['worse_probability'])} that at least one more plan in ten fails here than in the other forces"
    return f"{said} Most forces fail it: there is {worse}."
