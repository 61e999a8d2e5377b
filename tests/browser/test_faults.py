"""What may befall the app while people look at it: they go on where they were, and nothing is lost."""

import signal

import pytest
from playwright.sync_api import expect

from arms_analytics.store.records import open_records
from tests.app_server import app_server, free_port
from tests.browser.conftest import Visit
from tests.browser.serving import READY
from tests.store.readings import QUARTER, make_reading, store

expect.set_options(timeout=30_000)
MEETING = {"quarter": "2025-26-Q1", "force": "Cheshire"}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading(feedback="As first loaded"))
    return folder


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1920, "height": 1080})
    yield context.new_page()
    context.close()


def record_action(page, text):
    form = page.get_by_test_id("stExpander").filter(has_text="Record an action")
    if not form.get_by_label("What is to be done").is_visible():
        form.get_by_text("Record an action", exact=True).click()
    form.get_by_label("What is to be done").fill(text)
    form.get_by_label("Who (a role, not a name)").fill("SOMU lead, Cheshire")
    form.get_by_role("button", name="Record action").click()
    expect(page.get_by_role("rowheader", name=text)).to_be_visible()


def test_a_restart_in_the_middle_of_a_meeting_loses_nothing(page, folder, tmp_path):
    port = free_port()
    with app_server(tmp_path, folder, port=port) as app:
        Visit(page, app.url).open("actions", **MEETING)
        record_action(page, "Ask Cumbria how they do it")
        app.process.send_signal(signal.SIGKILL)
        app.process.wait()
    with app_server(tmp_path, folder, port=port):
        # The page that was left open connects again by itself, to the same view.
        expect(page.locator(READY)).to_be_visible()
        record_action(page, "Tell the chair")
        assert "quarter=2025-26-Q1&force=Cheshire" in page.url
        expect(page.get_by_role("rowheader", name="Ask Cumbria how they do it")).to_be_visible()
    records = open_records(folder)
    assert [action.text for action in records.actions.find()] == ["Ask Cumbria how they do it", "Tell the chair"]
    records.close()


def test_a_browser_left_open_over_a_load_goes_on_with_what_is_newest(page, folder, tmp_path):
    with app_server(tmp_path, folder) as app:
        Visit(page, app.url).open("heatmap", quarter="2025-26-Q1", cell="Q01~Cheshire")
        expect(page.get_by_text("As first loaded Q01").first).to_be_visible()
        store(folder, make_reading(feedback="As corrected", grade="inadequate"))
        page.get_by_role("radio", name="Collated sheet").click(force=True)
        expect(page.get_by_text("Data version 2", exact=True)).to_be_visible()
        page.go_back()
        expect(page.get_by_text("As corrected Q01").first).to_be_visible()


def test_a_link_kept_to_what_was_taken_away_shows_what_there_is(page, folder, tmp_path):
    store(folder, make_reading(QUARTER.plus(1)))
    with app_server(tmp_path, folder) as app:
        visit = Visit(page, app.url)
        visit.open("", quarter="1999-00-Q1", force="Atlantis", cell="Q99~Atlantis", question="Q99")
        expect(page.get_by_text("Data version 2", exact=True)).to_be_visible()
        assert visit.errors == []
