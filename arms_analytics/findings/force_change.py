"""Did a whole force change: its last two quarters against everything before, allowing for who reviewed it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import Fit
from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.network import Network
from arms_analytics.vocabulary import Quarter, share


def find(cursor: Cursor, quarter: Quarter, fit: Fit | None = None) -> pd.DataFrame:
    """One row per force: boxes, failures (last two quarters), boxes_before, failures_before (all earlier ones).

    change, change_se (logits, better above 0; nan with fewer than two recent or four earlier quarters, or no fit);
    direction (better, worse, within chance, or "" where nothing can be said); worked_out. The clearest first.
    """
    forces = ask(cursor, "force_change", {"quarter": quarter.index})
    if fit is None:
        return forces.assign(change=np.nan, change_se=np.nan, direction="", worked_out=False)
    forces = forces.merge(fit.by_force, on="reviewed_force", how="left")
    clear = forces.pop("clear").fillna(False).astype(bool)
    moved = np.where(forces["change"] > 0, "better", "worse")
    forces["direction"] = np.select([forces["change"].isna(), clear], ["", moved], "within chance")
    forces["worked_out"] = True
    clearness = (forces["change"] / forces["change_se"]).abs()
    return forces.iloc[clearness.sort_values(ascending=False, kind="stable", na_position="last").index]


def explain(row: pd.Series, network: Network) -> str:
    """A row of `find` as sentences."""
    fell = (
        f"{row['failures']} of {row['boxes']} boxes fell below {network.grade_scale.pass_name} in the last two quarters"
    )
    before = (
        f"{share(row['failures_before'] / row['boxes_before'])} in those before"
        if row["boxes_before"]
        else "none came before"
    )
    said = f"{row['reviewed_force']} as a whole: {fell} ({share(row['failures'] / row['boxes'])}; {before})."
    if not row["worked_out"]:
        return f"{said} Whether that is more than chance is being worked out."
    if row["direction"] == "":
        return f"{said} Too few quarters to say more: it takes two recent and four earlier ones."
    if row["direction"] == "within chance":
        return f"{said} Allowing for who reviewed it, that is within chance."
    return f"{said} Allowing for who reviewed it, the force has become {row['direction']}, by more than chance would."
