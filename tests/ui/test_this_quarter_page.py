"""This quarter for the chair: what is in, the grades at a glance, what changed, who does what by when."""

import datetime as dt

import pandas as pd
import pytest

from arms_analytics.findings import repeat_failures
from arms_analytics.store.records import Action, open_records
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import graded, said, table

FAILING = ["inadequate"] * 4


@pytest.fixture
def failing(tmp_path):
    """Two forces over three quarters; Cumbria's Q02 fails throughout the last two, Cheshire's Q01 in the latest."""
    folder = tmp_path / "store"
    second = graded(make_reading(QUARTER.plus(1)), "Cumbria", "Q02", FAILING)
    third = graded(graded(make_reading(QUARTER.plus(2)), "Cumbria", "Q02", FAILING), "Cheshire", "Q01", FAILING)
    store(folder, make_reading(QUARTER), second, third)
    return folder


def test_it_says_what_is_in(run, failing):
    words = said(run("this_quarter", database=failing))
    assert "8 of 24 reviews in for Q3 2025/26" in words
    assert "missing: Greater Manchester" in words


def test_the_grades_of_each_force_stand_beside_the_quarter_before(run, failing):
    shown = table(run("this_quarter", database=failing))
    columns = [head["key"] for head in shown["columns"]]
    assert columns[-2:] == ["all", "before"]
    assert shown["corner"] == "Force (boxes below good)", "what a bare 4 of 12 counts"
    texts = {head["key"]: [cell[1] for cell in line] for head, line in zip(shown["rows"], shown["cells"], strict=True)}
    assert texts["Cheshire"][-2:] == ["4 of 12", "0 of 12"]
    assert texts["Cumbria"][-2:] == ["4 of 12", "4 of 12"]


def test_what_fails_again_is_named_and_told_new_from_continuing(run, failing):
    words = said(run("this_quarter", database=failing))
    assert "New repeat failures <span>1</span>" in words
    assert r"Cumbria, Q02" in words
    assert "8 of 12 below good" in words
    later = said(run("this_quarter", database=failing, quarter="2025-26-Q2"))
    assert "New repeat failures <span>0</span>" in later
    assert "Too early to say" not in later
    assert "None for Cheshire" in said(run("this_quarter", database=failing, quarter="2025-26-Q2", force="Cheshire"))
    assert "Too early to say" in said(run("this_quarter", database=failing, quarter="2025-26-Q1"))


def test_what_is_cleared_though_the_rule_is_met_says_so(run, failing, monkeypatch):
    cleared = pd.DataFrame(
        [
            {
                "reviewed_force": "Cumbria", "question_id": "Q02", "short": "Home visits", "status": "cleared",
                "failures": 8, "reviews": 12, "probability": 0.4, "rule_met": met, "tier": "watch", "relative": False,
                "worked_out": True, "strictness_told": met,
            }
            for met in (True, False)
        ]
    )  # fmt: skip
    monkeypatch.setattr(repeat_failures, "find", lambda *asked: cleared)
    words = said(run("this_quarter", database=failing))
    assert words.count("rule\N{NO-BREAK SPACE}still\N{NO-BREAK SPACE}met") == 1
    assert "How strict the reviewing forces are cannot be told" in words


def test_a_cell_opens_what_fell_below_good(run, failing):
    app = run("this_quarter", database=failing, cell="Cheshire~all")
    words = said(app)
    assert "4 answers of 12 below good" in words
    assert words.count('<article class="arms-review">') == 4
    app.button(key="close_evidence").click().run()
    assert "Open actions" in said(app)


def test_open_actions_are_listed_those_overdue_first(run, failing):
    book = open_records(failing)
    for text, due in (("Later", dt.date(2999, 1, 1)), ("Long ago", dt.date(2020, 1, 31))):
        book.actions.add(Action(text=text, owner="SOMU lead", force="Cumbria", due=due), "chair")
    words = said(run("this_quarter", database=failing))
    assert "Open actions <span>2, 1 overdue</span>" in words
    assert words.index("Long ago") < words.index("Later")
    assert r"by 31 January 2020 (overdue)" in words


@pytest.mark.parametrize("cell", ["~", "Cheshire~nowhere", "Nowhere~all", "<b>"])
def test_garbage_in_the_address_is_as_if_it_were_not_there(run, failing, cell):
    assert "Open actions" in said(run("this_quarter", database=failing, cell=cell, quarter="x"))


def test_a_grade_is_clarified_where_it_is_seen_and_everybody_is_told(run, failing):
    app = run("this_quarter", database=failing, cell="Cheshire~all")
    app.text_input(key="moderation_reason").input("Agreed at the meeting").run()
    next(button for button in app.button if button.label == "Store").click().run()
    assert open_records(failing).moderations.latest()[0].force == "Cheshire"
    viewer = {"name": "Val", "email": "val@cumbria.police.uk", "roles": ["ARMS.Viewer"]}
    shown = run("heatmap", database=failing, user=viewer, cell="Q01~Cheshire")
    assert "1 grade clarified: counts and findings follow it." in said(shown)
    assert any("Agreed at the meeting" in text.value for text in shown.text)


def test_a_printed_page_says_what_was_chosen_and_how_it_is_to_be_handled(run, failing):
    words = said(run("this_quarter", database=failing, force="Cheshire"))
    printed = words[words.index("arms-printed") :]
    assert "OFFICIAL-SENSITIVE" in printed
    assert "Cheshire, Q3 2025/26 (Oct–Dec 2025). Made on" in printed
    assert "from data version 1" in printed
