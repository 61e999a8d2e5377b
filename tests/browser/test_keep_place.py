"""Load workbooks by keyboard alone: where what was pressed is taken away, the reader is told, and goes on there."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.serving import at_rest, running
from tests.ui.test_load_workbooks_page import unclear

FOCUSED = "() => document.activeElement.tagName + ': ' + document.activeElement.textContent"


class Keys:
    """A reader who has no mouse."""

    def __init__(self, page):
        self.page = page
        page.on("filechooser", lambda _: None)  # asked for now, it is there before a key is pressed

    def to(self, name, role="button"):
        """Go on with Tab to what is called so."""
        at_rest(self.page)
        wanted = self.page.get_by_role(role, name=re.compile(f"^{name}"))
        for _ in range(60):
            if wanted.count() == 1 and wanted.evaluate("it => it === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {name}; it came to {self.at}")

    def press(self, key="Enter"):
        self.page.keyboard.press(key)
        self.page.wait_for_timeout(150)
        at_rest(self.page)

    @property
    def at(self):
        """Where the focus is, as `TAG: text`."""
        return self.page.evaluate(FOCUSED)

    def upload(self, path):
        self.to("Upload")
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(path)
        expect(self.page.get_by_role("heading", name=path.name)).to_be_visible()
        at_rest(self.page)


@pytest.fixture
def keys(chromium, visiting, tmp_path):
    """The reader before a store that is empty."""
    with running(tmp_path / "store") as address, visiting(address) as visit:
        yield Keys(visit.open("load_workbooks"))


def says(page, words):
    expect(page.locator("[data-testid=stAlertContainer]:focus")).to_contain_text(words)


def test_the_place_is_kept_through_a_load_by_keyboard_alone(keys, tmp_path):
    page = keys.page
    keys.upload(unclear(tmp_path / "books" / "ARMS QA.xlsx"))
    page.wait_for_function("document.activeElement.closest('.stFileUploader')")

    keys.to("Which grade does", "combobox")
    keys.press("ArrowDown")
    page.keyboard.type("Good")
    keys.press()
    keys.to("Use these answers")
    keys.press()
    says(page, "1 answered.")

    keys.to("Load 1 workbook")
    keys.press()
    says(page, "Stored: ARMS QA.xlsx.")
    keys.press("Tab")
    assert keys.at.startswith("BUTTON") and "Upload" in keys.at, "reading goes on from where it was told"
