"""A table of cells taken away: its heads and cells in the words that are read out, whatever people wrote in them."""

import csv
import io

from arms_analytics.charts.grid import Cell, Grid, Head
from arms_analytics.exports.table_csv import table_csv

ROWS = (Head("a", "Q01", "Q01 Sources"), Head("b", "Q02", "=cmd|' /C calc'!A1"))
COLUMNS = (Head("x", "Chesh", "Cheshire, North"), Head("y", "Cumb", 'Cumbria "West"'))
CELLS = (
    (Cell(("good",), "0 of 1", "0 of 1 below good", 0), Cell((), "", "no reviews", "none")),
    (Cell((), "−4 to +2", "-4 to +2 in 100", "none"), Cell((), "n/a", "not applicable", "none")),
)


def test_each_row_and_cell_is_said_in_full_and_none_is_taken_for_a_formula():
    made = table_csv(Grid("Teams", "Question", ROWS, COLUMNS, CELLS))
    assert list(csv.reader(io.StringIO(made))) == [
        ["Question", "Cheshire, North", 'Cumbria "West"'],
        ["Q01 Sources", "0 of 1 below good", "no reviews"],
        ["'=cmd|' /C calc'!A1", "'-4 to +2 in 100", "not applicable"],
    ]
