"""What could the reader not read for certain: the problems of the workbooks in use, by workbook, tab and cell."""

from __future__ import annotations

import pandas as pd

from arms_analytics.findings.sql import Cursor, ask
from arms_analytics.vocabulary import Selection


def unsure_of(cursor: Cursor, selection: Selection) -> pd.DataFrame:
    """One row per problem within the selection's quarter and force (the rest of it does not count here).

    workbook_id, workbook (its name), quarter_index (the latest that the workbook holds), loaded_at, severity, code,
    sheet, cell (both may be empty), message. The weightiest first.
    """
    quarter = selection.quarter.index if selection.quarter else None
    return ask(cursor, "problems", {"quarter": quarter, "force": selection.force})
