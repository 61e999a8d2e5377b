"""Force trends: one force over its quarters, with range, run and the cells behind them."""

from tests.ui.conftest import rows, said


def test_a_force_over_time_with_its_range_and_its_run(run, failing_region):
    app = run("force_trends", database=failing_region, force="Cheshire", cell="Q01~2025-26-Q1")
    assert len(app.get("plotly_chart")) == 1
    words = said(app)
    assert "of 12 boxes on four plans were good or better" in words
    assert rows(app) == ["Q01", "Q02", "Q03"]
    assert "2025-26-Q1.xlsx › Cheshire" in words
