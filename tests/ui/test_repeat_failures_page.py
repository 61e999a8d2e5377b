"""Repeat failures: listed by rule before the model has spoken and by chance after; rows open sentence and reviews."""

import pytest

from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.store import newest_snapshot
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import graded, rows, said

QUARTERS = [QUARTER.plus(step) for step in range(5)]


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    """Five quarters in which Cheshire fails Q01 every time and all else is good."""
    folder = tmp_path_factory.mktemp("failing") / "store"
    bad = ["inadequate", "requires_improvement", "requires_improvement", "good"]
    store(folder, *[graded(make_reading(quarter), "Cheshire", "Q01", bad) for quarter in QUARTERS])
    return folder


def test_before_the_model_has_spoken_the_rule_stands(run, region, monkeypatch):
    monkeypatch.setattr(KeptFits, "work_out", lambda *asked: None)
    app = run("repeat_failures", database=region)
    assert rows(app) == ["Cheshire:Q01"]
    assert any("being worked out" in line.value for line in app.markdown)


def test_with_the_model_a_row_opens_its_sentence_and_the_reviews(run, region):
    snapshot = newest_snapshot(region)
    fits = KeptFits(region, snapshot.number)
    fits.work_out(snapshot.cursor(snapshot.forces), [quarter.index for quarter in QUARTERS[-2:]])
    app = run("repeat_failures", database=region, cell="Cheshire:Q01~Chance")
    words = said(app)
    assert "Cheshire, Q01 (Sources searched): 12 of the last 16 reviews fell below good" in words
    assert "more than one plan in three" in words
    assert "Worth asking: Cumbria" in words, "named before the reviews, not only after them"
    assert "2025-26-Q1.xlsx" not in words
    assert f"{QUARTERS[-1]}.xlsx" in words


def test_a_quarters_cell_shows_that_quarter_alone(run, region):
    words = said(run("repeat_failures", database=region, cell=f"Cheshire:Q01~{QUARTERS[1]}"))
    assert f"{QUARTERS[1]}.xlsx" in words
    assert f"{QUARTERS[-1]}.xlsx" not in words


def test_a_force_without_findings_says_so(run, region):
    assert "Nothing here fails again" in said(run("repeat_failures", database=region, force="Cumbria"))


def test_as_of_the_first_quarter_it_is_too_early_to_say(run, region):
    assert "Too early to say" in said(run("repeat_failures", database=region, quarter=str(QUARTERS[0])))
    assert "Too early to say" not in said(run("repeat_failures", database=region, quarter=str(QUARTERS[1])))
