"""Reviewer consistency: what cannot be compared is not, and a reviewing force opens what it found below good."""

from tests.ui.conftest import FAILING_QUARTERS, rows, said


def test_one_reviewing_force_alone_cannot_be_compared(run, failing_region):
    app = run("reviewer_consistency", database=failing_region)
    assert app.info[0].value
    assert rows(app) == ["Merseyside"]
    assert not app.get("plotly_chart")


def test_a_reviewing_force_opens_what_it_found_below_the_line_in_the_year_or_in_one_quarter(run, failing_region):
    year = said(run("reviewer_consistency", database=failing_region, cell="Merseyside~Strictness"))
    assert "Reviewed by Merseyside: what failed in the year up to" in year
    assert year.count('class="arms-review"') == 24 and "cannot be told" in year
    quarter = said(run("reviewer_consistency", database=failing_region, cell=f"Merseyside~{FAILING_QUARTERS[0].key}"))
    assert "6 of 24 below good" in quarter and quarter.count('class="arms-review"') == 6
