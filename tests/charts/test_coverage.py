"""What is in and what is missing, cell by cell."""

import pandas as pd

from arms_analytics.charts.coverage import arrived, of_coverage
from arms_analytics.charts.grid import BLANK, PRESENT
from arms_analytics.vocabulary import Quarter

QUARTERS = (Quarter(2025, 1), Quarter(2025, 2))


def test_risk_levels_add_up_and_what_is_missing_is_a_cell_too():
    found = pd.DataFrame(
        {"reviewed_force": ["Cheshire"] * 2, "quarter_index": [QUARTERS[0].index] * 2, "reviews": [1, 2]}
    )
    grid = of_coverage(found, ["Cheshire", "Cumbria"], QUARTERS)
    assert [[cell.text for cell in line] for line in grid.cells] == [["3 of 4", "none"], ["none", "none"]]


def test_a_missing_review_shows_as_an_empty_mark():
    assert arrived(3).marks == (PRESENT, PRESENT, PRESENT, BLANK)
    assert arrived(3).said == "3 of 4 reviews in"


def test_the_more_is_missing_the_stronger_the_tint():
    assert [arrived(n).heat for n in (4, 3, 1, 0)] == [0, 1, 3, "none"]


def test_more_than_expected_is_no_fault():
    assert (arrived(5).text, arrived(5).heat) == ("5 of 4", 0)
