"""A page on paper: what is read stands there, with its stamp; what is worked with, and what was just said, does not."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.serving import running
from tests.store.readings import make_reading, store


@pytest.fixture
def page(chromium, visiting, tmp_path):
    """The actions of a small region, one of them just recorded."""
    store(tmp_path / "store", make_reading())
    with running(tmp_path / "store") as address, visiting(address) as visit:
        page = visit.open("actions")
        page.get_by_text("Record an action", exact=True).click()
        page.get_by_label("What is to be done").fill("Read two plans a month")
        page.get_by_label("Who (a role, not a name)").fill("SOMU lead")
        page.get_by_role("button", name="Record action").click()
        expect(page.get_by_role("rowheader", name="Read two plans a month")).to_be_visible()
        yield page


def test_what_was_just_said_is_not_on_paper_and_what_it_is_about_is(page):
    message = page.get_by_text("The action is recorded")
    stamp = page.get_by_text(re.compile(r"Made on \d+ \w+ 20\d\d at \d\d:\d\d from data version 1"))
    expect(message).to_be_visible()
    expect(stamp).to_be_hidden()

    page.emulate_media(media="print")
    expect(message).to_be_hidden()
    expect(page.get_by_role("rowheader", name="Read two plans a month")).to_be_visible()
    expect(stamp).to_be_visible()
    for worked_with in ("[data-testid=stSidebar]", ".stForm", ".stPopover", ".arms-words"):
        expect(page.locator(worked_with).first).to_be_hidden()

    page.emulate_media(media="screen")
    expect(message).to_be_visible()
