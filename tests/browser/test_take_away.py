"""Files taken away from the pages, as they land in a person's downloads."""

import csv
import io

import pytest
from docx import Document
from playwright.sync_api import expect

from arms_analytics.store.records import open_records
from arms_analytics.ui.navigation import PAGES
from arms_analytics.workbook import read_workbook
from tests.browser.accessibility import violations
from tests.browser.serving import at_rest

ADDRESS = {listed.stem: listed.address for listed in PAGES}


def downloaded(page, label, folder):
    """The file behind this button."""
    at_rest(page)
    with page.expect_download(timeout=60_000) as waited:
        page.get_by_role("button", name=label).click()
    path = folder / waited.value.suggested_filename
    waited.value.save_as(path)
    return path


def test_reviews_go_out_as_rows_and_as_a_workbook_that_loads_again(visit, store, tmp_path):
    page = visit.open(ADDRESS["heatmap"], side="sheet", force="Cheshire", quarter="2026-27-Q1")
    page.get_by_text("Take away").click()
    workbook = downloaded(page, "Excel, as a collated workbook", tmp_path)
    reading = read_workbook(workbook)
    assert reading.forces == ("Cheshire",) and reading.synthetic and not reading.refused
    rows = list(csv.DictReader(io.StringIO(downloaded(page, "CSV, a row a box", tmp_path).read_text("utf-8-sig"))))
    boxes = {(review.review_ref, a.question_id, a.feedback) for review in reading.reviews for a in review.answers}
    assert {(row["review_ref"], row["question_id"], row["feedback"]) for row in rows} == boxes
    assert all(said in workbook.name for said in ("Cheshire", "Q1 2026-27", "data version 1", "OFFICIAL-SENSITIVE"))
    assert {row["officer_ref"] for row in rows} == {""}
    records = open_records(store)
    taken = [entry.about for entry in records.audit_log() if entry.what == "export"]
    records.close()
    assert workbook.name in taken and len(taken) >= 2


def test_what_can_be_taken_can_be_read_by_all(visit):
    page = visit.open("")
    page.get_by_text("Take away").click()
    page.get_by_role("button", name="Meeting pack (PowerPoint)").wait_for()
    assert violations(page) == []


def test_what_can_be_taken_is_the_next_stop_of_tab_and_escape_leads_back(visit):
    page = visit.open("")
    opens = page.get_by_role("button", name="Take away")
    opens.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog").get_by_role("button")
    box.first.wait_for()
    at_rest(page)
    page.keyboard.press("Tab")
    expect(box.first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(opens).to_be_focused()
    for _ in range(box.count()):
        page.keyboard.press("Tab")
    expect(box.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(opens).to_be_focused()


@pytest.mark.parametrize(
    ("stem", "asked", "label", "title"),
    [
        ("force_trends", {"force": "Cheshire"}, "Report on Cheshire", "Cheshire: ARMS peer review report"),
        ("training_needs", {"cell": "Q23~Chance"}, "Topic sheet on Q23", "Topic sheet: Q23 Actions updated"),
    ],
)
def test_papers_are_made_when_asked_for(stem, asked, label, title, visit, tmp_path):
    page = visit.open(ADDRESS[stem], **asked)
    if stem == "force_trends":
        page.get_by_text("Take away").click()
    paper = Document(downloaded(page, label, tmp_path))
    assert paper.paragraphs[0].text.startswith(title)
