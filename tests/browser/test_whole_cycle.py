"""The network's year as its people live it, in a browser: allocate, remind, load, meet, act, train, see the effect.

Three earlier quarters lie in the store; two more are allocated, loaded and met about on the pages. One play, told in
steps, because each step stands on what the one before left behind.
"""

import datetime as dt
import email
import email.policy
import re
from urllib.parse import urlencode

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import expect
from pptx import Presentation

from arms_analytics.network import network
from arms_analytics.store.records import open_records
from tests.browser.serving import READY, at_rest, command, running

BEFORE, NOW, NEXT = "2025-26-Q4", "2026-27-Q1", "2026-27-Q2"
FORCE = "Cheshire"
REASON, DOUBT = "Agreed with the reviewing force", "The force sees this differently"
ACTION, LATE = "Supervisors read two plans a month", "Write to all leads"
PATIENCE = 40_000
"""Milliseconds for what a person would wait a second for: many tests may share the machine."""
STAMP = re.compile(r"Made on \d+ \w+ 20\d\d at \d\d:\d\d from data version \d+")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def books(tmp_path):
    """The workbooks of five quarters, the earliest first."""
    command("demo", tmp_path / "books", "--quarters", "5")
    return sorted((tmp_path / "books").iterdir())


@pytest.fixture
def folder(chromium, books, tmp_path):
    """The store before the play begins."""
    command("load", *books[:3], database=tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def address(folder):
    with running(folder) as where:
        yield where


class Play:
    """A person at the pages: opens, presses, fills in, takes files away."""

    def __init__(self, visit, folder):
        self.visit, self.page, self.files = visit, visit.page, folder
        self.page.set_default_timeout(PATIENCE)

    def open(self, path="", **parameters):
        self.page.goto(f"{self.visit.address}/{path}?{urlencode(parameters)}")
        self.done()

    def done(self):
        self.page.wait_for_selector(READY)
        self.page.wait_for_selector(".arms-foot", state="attached")
        at_rest(self.page)

    def press(self, name, exact=True):
        at_rest(self.page)
        self.page.get_by_role("button", name=name, exact=exact).first.click()
        self.page.wait_for_timeout(150)
        self.done()

    def unfold(self, words):
        at_rest(self.page)
        self.page.locator("summary").filter(has_text=words).first.click()

    def fill(self, label, words):
        box = self.page.get_by_label(label, exact=True).first
        box.fill(words)
        box.blur()

    def date(self, label, day):
        parts = self.page.get_by_role("group", name=label).first.get_by_role("spinbutton")
        for place, digits in enumerate((f"{day:%d}", f"{day:%m}", f"{day:%Y}")):
            parts.nth(place).focus()
            self.page.keyboard.type(digits)
        self.page.keyboard.press("Escape")
        expect(self.page.locator("#stFloatingOverlayPortal button")).to_have_count(0)

    def pick(self, label, words):
        """Choose in a box of several by typing."""
        box = self.page.get_by_role("combobox", name=label).first
        box.click()
        box.type(words)
        self.page.get_by_role("option", name=re.compile(f"^{words}")).first.click()
        self.page.keyboard.press("Escape")

    def take(self, label):
        at_rest(self.page)
        with self.page.expect_download() as waited:
            self.page.get_by_role("button", name=label).first.click()
        path = self.files / waited.value.suggested_filename
        waited.value.save_as(path)
        self.done()
        return path

    def sees(self, *words):
        for each in words:
            expect(self.page.locator("[data-testid=stMain]")).to_contain_text(each, timeout=PATIENCE)


@pytest.fixture
def play(visit, tmp_path):
    return Play(visit, tmp_path)


def allocate_and_remind(play, quarter):
    """The coordinator: who reviews whom, what is still to come, the reminder, the meeting in diaries."""
    play.open("allocation", quarter=quarter)
    play.sees("Proposed: pairs spread evenly", "linked")
    play.press("Record this allocation")
    play.sees("The allocation for", "is recorded", "awaited", "0 of 4")
    play.unfold(f"Reminder for {FORCE}")
    play.sees("Dear colleague", "four reviews are still to come")
    mail = email.message_from_bytes(play.take("Open as a mail (.eml)").read_bytes(), policy=email.policy.default)
    assert FORCE in mail["Subject"] and "four reviews are still to come" in mail.get_content()
    [event] = Calendar.from_ical(play.take("Put it into diaries (.ics)").read_bytes()).walk("VEVENT")
    assert network().quarter(quarter).label in event["summary"]


def load(play, book, quarter):
    """The coordinator: drop the workbook, see what was understood, store it; the allocation is held against it."""
    play.open("load_workbooks")
    play.page.locator("input[type=file]").set_input_files(book)
    play.sees("boxes graded")
    play.press("Load 1 workbook")
    play.sees("Stored: ")
    play.open("allocation", quarter=quarter)
    play.sees("Recorded.", "more by other forces")


def present(play):
    """The chair: screen by screen with the arrow keys, nothing to scroll."""
    names = ["The region", *network().member_names, "Promising practice", "Actions"]
    play.open("present", quarter=NOW)
    for place, name in enumerate(names, 1):
        play.sees(f"{name} · {place} of {len(names)}")
        play.done()
        tall = play.page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight - main.clientHeight")
        assert tall <= 0, f"{name} needs scrolling by {tall} pixels"
        play.page.keyboard.press("ArrowRight")
    play.page.keyboard.press("ArrowLeft")
    play.sees(f"Promising practice · {len(names) - 1} of {len(names)}")


def clarify_dispute_and_act(play):
    """On the spot: the grade that is meant, the grade that is doubted, what is to be done."""
    play.open("present", quarter=NOW, screen=FORCE)
    play.unfold("Clarify or dispute a grade")
    play.fill("Why", REASON)
    play.press("Store")
    play.sees("Findings follow the grade that now stands", "1 grade clarified: counts and findings follow it", REASON)

    play.open("heatmap", quarter=NOW, cell=f"Q01~{FORCE}")
    play.unfold("Clarify or dispute a grade")
    play.page.get_by_text("The grade is disputed", exact=True).click()
    play.fill("Why", DOUBT)
    play.press("Store")
    play.sees("1 grade disputed", DOUBT)

    play.open("present", quarter=NOW, screen=FORCE)
    act(play, ACTION, f"SOMU lead, {FORCE}")
    play.sees("1 action agreed already")
    play.open("present", quarter=NOW, screen="Actions")
    act(play, LATE, "Coordinator", dt.date.today() - dt.timedelta(days=1))
    play.sees("overdue", ACTION)


def act(play, what, who, due=None):
    play.unfold("Record an action")
    play.fill("What is to be done", what)
    play.fill("Who (a role, not a name)", who)
    if due:
        play.date("By when", due)
    play.press("Record action")
    play.sees("The action is recorded", what)


def train(play):
    """The CPD planner: one event long enough ago to be judged, one too fresh."""
    for topic, given in (("Sources day", dt.date(2026, 2, 5)), ("Refresher", dt.date(2026, 9, 1))):
        play.open("training_needs", quarter=NOW, view="events")
        play.unfold("Record a training event")
        play.fill("Topic", topic)
        play.date("Given on", given)
        play.pick("Questions", "Q01")
        play.press("Record event")
        play.sees(topic)


def share(play):
    """A strength put into the repository, asked about, adopted, found by its words."""
    play.open("promising_practice", quarter=NOW)
    play.page.locator(".box tbody button").first.click()
    play.page.locator(".arms-evidence").wait_for()
    play.unfold("Put it into the repository")
    play.fill("Title", "Interviews in pairs")
    play.fill("What they do", "Two officers plan every interview")
    play.fill("Whom to ask (a role, not a name)", "SOMU lead")
    play.press("Share it")
    play.open("promising_practice", view="repository")
    play.sees("Interviews in pairs", "To be looked at again by")
    play.press("Note it")
    play.sees("asked about it.")
    play.page.get_by_text("adopted it", exact=True).click()
    play.press("Note it")
    play.sees("adopted it.")
    play.fill("Search the repository", "horses")
    play.sees("No entry here yet")


def see_the_effect(play):
    """A quarter later: the action says whether the grades moved, the training what came of it."""
    play.open("actions")
    play.sees("1 overdue", "2 carried over", "carried over once", ACTION)
    row = play.page.locator("tr").filter(has_text=ACTION)
    expect(row).to_contain_text(
        re.compile(r"\d+ of \d+ below good in the year up to the meeting, \d+ of \d+ since"), timeout=PATIENCE
    )
    play.open("training_needs", view="events")
    fresh = play.page.locator("tr").filter(has_text="Refresher")
    expect(fresh).to_contain_text("too early", timeout=PATIENCE)
    judged = play.page.locator("tr").filter(has_text="Sources day")
    expect(judged).to_contain_text(re.compile(r"[+−]?\d+ to [+−]?\d+"), timeout=PATIENCE)
    judged.get_by_role("button", name="plans completed before").click()
    play.sees("likely range of the change", "the reviews on plans completed before it")


def take_the_meeting_away(play):
    """The pack, to edit, with its evidence; the minutes with what was agreed."""
    play.open("", quarter=NOW)
    play.page.get_by_text("Take away").click()
    pack = Presentation(play.take("Meeting pack (PowerPoint)"))
    tables = [shape.table for slide in pack.slides for shape in slide.shapes if shape.has_table]
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in pack.slides)
    assert {ACTION, LATE, "Overdue"} <= cells
    assert re.search(r"\.xlsx, .+![A-Z]+\d+\]", notes), "the notes name the cells that the evidence stands in"
    assert all(STAMP.search(slide.notes_slide.notes_text_frame.text) for slide in pack.slides)

    paper = Document(play.take("Minutes to complete (Word)"))
    written = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert {ACTION, LATE, REASON, DOUBT, "Clarified", "Disputed"} <= written
    [section] = paper.sections
    stamped = " ".join(line.text for line in [*section.header.paragraphs, *section.footer.paragraphs])
    assert STAMP.search(stamped) and network().protective_marking in stamped


def test_a_year_of_the_network(play, books, folder):
    allocate_and_remind(play, NOW)
    load(play, books[3], NOW)
    play.open("", quarter=NOW)
    play.sees("of 24 reviews in for Q1 2026/27")
    present(play)
    clarify_dispute_and_act(play)
    train(play)
    share(play)
    allocate_and_remind(play, NEXT)
    load(play, books[4], NEXT)
    see_the_effect(play)
    take_the_meeting_away(play)

    records = open_records(folder)
    kinds = {entry.what for entry in records.audit_log()}
    records.close()
    assert {"grade clarified", "grade disputed", "add action", "export"} <= kinds
