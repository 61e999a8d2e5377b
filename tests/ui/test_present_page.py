"""Present: screens in turn, what each force needs said, and grades clarified on the spot."""

import pytest

from arms_analytics.store.records import Action, open_records
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import HOSTILE, graded, pressed, said

BAD = ["inadequate", "requires_improvement", "requires_improvement", "good"]
LONG = "The plan names each risk and says in two sentences what will be done about it."


@pytest.fixture
def region(tmp_path):
    """Three quarters in which Cheshire fails Q01."""
    folder = tmp_path / "store"
    store(folder, *[graded(make_reading(QUARTER.plus(n)), "Cheshire", "Q01", BAD, LONG) for n in range(3)])
    return folder


def test_the_screens_follow_each_other(run, region):
    app = run("present", database=region)
    assert "<strong>The region</strong> · 1 of 9" in said(app)
    pressed(app, "Next")
    assert "<strong>Cheshire</strong> · 2 of 9" in said(app)
    pressed(app, "Previous")
    assert next(b for b in app.button if b.label == "Previous").disabled


def test_a_force_with_its_reviews_its_flags_and_words(run, region):
    words = said(run("present", database=region, screen="Cheshire"))
    assert "4 reviews, by Merseyside" in words
    assert "<strong>Continuing</strong>: Q01 Sources searched" in words
    assert LONG in words


def test_a_force_whose_tab_is_missing_says_so(run, region):
    assert "No review of Q3 2025/26 (Oct–Dec 2025) has come yet" in said(
        run("present", database=region, screen="Lancashire")
    )


def test_a_grade_is_clarified_on_the_spot(run, region):
    app = run("present", database=region, screen="Cheshire")
    app.text_input(key="moderation_reason").input("Agreed at the meeting").run()
    pressed(app, "Store")
    assert open_records(region).moderations.latest()[0].force == "Cheshire"


def test_actions_are_text_and_officers_never_show(run, region):
    open_records(region).actions.add(Action(text=HOSTILE, owner="SOMU lead"), "chair")
    words = said(run("present", database=region, screen="Actions"))
    assert "<img" not in words
    assert "&lt;img" in words
    assert "OM-" not in said(run("present", database=region, screen="Cheshire"))


def test_a_screen_that_is_not_there_is_the_first(run, region):
    assert "The region" in said(run("present", database=region, screen="<script>"))
