"""The grades of a quarter at a glance, and the failing answers behind one of its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
from streamlit.delta_generator import DeltaGenerator

from arms_analytics.charts import this_quarter as charts
from arms_analytics.charts.heads import TOTAL
from arms_analytics.findings.evidence import failing, reviews_behind
from arms_analytics.findings.heatmap import count_by
from arms_analytics.network import network
from arms_analytics.ui import actions, choosing, data, evidence, moderation, selection
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import Quarter, Selection


def show(quarter: Quarter, forces: Sequence[str], beside: DeltaGenerator, otherwise: Callable[[], None]) -> None:
    """The table: forces by sections, and the quarter before. `otherwise` draws beside it while no cell is chosen."""
    now, before = (_counts(each) for each in (quarter, quarter.plus(-1)))
    grid = charts.glance(now, before, forces, selection.choices().questions, quarter)

    def behind(chosen: choosing.Chosen) -> None:
        if chosen is None:
            otherwise()
        else:
            _evidence(quarter, force=chosen[0].key, section=chosen[1].key)

    choosing.show(grid, "glance", beside, behind)


def _evidence(quarter: Quarter, force: str, section: str) -> None:
    """The answers below good behind a cell; `section` may also be all of them, or the quarter before."""
    of = quarter.plus(-1) if section == charts.BEFORE else quarter
    whole = section in (TOTAL.key, charts.BEFORE)
    answers = data.find(reviews_behind, Selection(quarter=of, force=force))
    if not whole:
        asked = [q.id for q in selection.choices().questions if (q.section or "Others") == section]
        answers = answers[answers["question_id"].isin(asked)]
    failed = failing(answers)
    where = ", ".join([force, *([] if whole else [section]), of.label])
    graded, below = int(answers["rank"].notna().sum()), network().grade_scale.pass_name
    said = f"{count(len(failed), 'answer')} of {graded} below {below}"

    def act() -> None:
        moderation.offer(failed)
        actions.record(Selection(quarter=of, force=force))

    evidence.panel(failed, None, where, said, below=act)


def _counts(quarter: Quarter) -> pd.DataFrame:
    return data.find(count_by, "force", "question", Selection(quarter=quarter))
