"""The main job in a real browser: see the heatmap, choose a cell by mouse or keyboard, read what was written."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from arms_analytics.ui.navigation import PAGES
from tests.browser.accessibility import violations
from tests.browser.serving import at_rest, command, running
from tests.store.readings import make_reading, store

HEATMAP = next(listed.address for listed in PAGES if listed.stem == "heatmap")
CELLS = ".box button"
PANEL = ".arms-evidence"
LAPTOP = {"viewport": {"width": 1366, "height": 768}}
SCROLLS = """() => {
  const main = document.querySelector("[data-testid=stMain]");
  const boxes = [...document.querySelectorAll("*")].flatMap((at) => at.shadowRoot?.querySelector(".box") ?? []);
  const sideways = [main, ...boxes].filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.className);
  const digest = document.querySelector(".st-key-digest")?.getBoundingClientRect().bottom;
  const below = digest ? digest > innerHeight : main.scrollHeight > main.clientHeight + 1;
  return below ? [...sideways, "down"] : sideways;
}"""
"""Tables that scroll sideways; and whether one must scroll down, on the opening page to the end of what changed."""
NAMES_CUT = """boxes => boxes.flatMap((box) => [...box.querySelectorAll("th.row, th.row .label")])
  .filter((it) => it.scrollWidth > it.clientWidth || it.scrollHeight > it.clientHeight + 1)
  .map((it) => it.textContent)"""


def cell(page, name):
    return page.get_by_role("button", name=re.compile(name))


def focused(page):
    return page.evaluate(
        "() => { let at = document.activeElement; while (at?.shadowRoot) at = at.shadowRoot.activeElement;"
        " return at?.getAttribute('aria-label') ?? ''; }"
    )


def test_a_cell_chosen_by_mouse_shows_its_reviews_and_their_origin(visit):
    page = visit.open(HEATMAP)
    cell(page, "^Cheshire, Q03 Home visit quality, ").click()
    panel = page.locator(PANEL)
    panel.get_by_role("heading", name="Q03 Home visit quality").wait_for()
    assert "Cheshire" in panel.inner_text()
    assert panel.locator("article").count() == 4
    assert re.search(r"\.xlsx › Cheshire › [A-Z]+\d+", panel.inner_text())
    assert "cell=Q03~Cheshire" in page.url.replace("%7E", "~")


def test_the_name_of_a_row_opens_what_is_told_of_the_whole_row(visit):
    page = visit.open(HEATMAP)
    page.get_by_role("rowheader", name="Home visit quality").click()
    page.locator(PANEL).get_by_role("heading", name="Q03 Home visit quality").wait_for()
    assert focused(page).startswith("All together, Q03 ")
    assert "cell=Q03~all" in page.url.replace("%7E", "~")


def test_a_table_of_a_wide_screen_is_printed_whole(visit):
    page = visit.open(HEATMAP)
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.locator(".box[data-density=full]").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.locator(".box[data-density=compact]").wait_for()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.locator(".box[data-density=full]").wait_for()


def test_a_cell_chosen_by_keyboard_alone(visit):
    page = visit.open(HEATMAP)
    page.locator(CELLS).first.wait_for()
    for _ in range(60):
        page.keyboard.press("Tab")
        if "Q01" in focused(page):
            break
    assert focused(page).startswith("Cheshire, Q01 ")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert focused(page).startswith("Greater Manchester, Q02 ")
    page.keyboard.press("End")
    assert focused(page).startswith("All together, Q02 ")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.locator(PANEL).get_by_role("heading", name="Q02").wait_for()
    assert focused(page).startswith("Cheshire, Q02 "), "choosing leaves the focus in the table"
    page.keyboard.press("Escape")
    page.locator(PANEL).wait_for(state="detached")
    assert focused(page).startswith("Cheshire, Q02 ")


def test_escape_closes_the_reviews_from_within_them_but_not_while_something_is_being_written(visit):
    page = visit.open(HEATMAP, cell="Q03~Cheshire")
    page.get_by_text("Record an action").click()
    page.get_by_label("What is to be done").fill("Agree a standard")
    page.keyboard.press("Escape")
    expect(page.get_by_label("What is to be done")).to_have_value("Agree a standard")
    page.get_by_role("button", name="Close").focus()
    page.keyboard.press("Escape")
    page.locator(PANEL).wait_for(state="detached")
    assert focused(page).startswith("Cheshire, Q03 ")


def test_arrow_keys_in_the_table_of_the_meeting_go_from_cell_to_cell_and_elsewhere_turn_its_screens(visit):
    page = visit.open("present")
    page.locator(CELLS).first.focus()
    page.keyboard.press("ArrowRight")
    assert focused(page).startswith("Greater Manchester, Q01 ")
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("ArrowRight")
    page.get_by_text("2 of 9").wait_for()


def test_the_table_is_one_tab_stop(visit):
    page = visit.open(HEATMAP)
    page.locator(CELLS).first.wait_for()
    assert page.locator(f"{CELLS}[tabindex='0']").count() == 1


def test_choosing_a_cell_sends_the_browser_that_part_of_the_page_alone(visit):
    received = []
    visit.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(frame)))
    page = visit.open(HEATMAP)
    whole = len(received)
    received.clear()
    cell(page, "^Cheshire, Q03 ").click()
    page.locator(PANEL).wait_for()
    visit.settled()
    assert 0 < len(received) < whole / 2


def test_back_and_forward_go_through_what_was_chosen(visit):
    page = visit.open(HEATMAP)
    panel = page.locator(PANEL)
    cell(page, "^Cheshire, Q01 ").click()
    panel.get_by_role("heading", name="Q01").wait_for()
    cell(page, "^Cumbria, Q04 ").click()
    panel.get_by_role("heading", name="Q04").wait_for()
    page.go_back()
    panel.get_by_role("heading", name="Q01").wait_for()
    page.go_back()
    panel.wait_for(state="detached")
    page.go_forward()
    panel.get_by_role("heading", name="Q01").wait_for()


def test_back_undoes_a_choice_in_the_sidebar(visit):
    page = visit.open(HEATMAP, side="sheet")
    page.locator(CELLS).first.wait_for()
    force = page.get_by_role("combobox", name="Force")
    force.click()
    page.get_by_role("option", name="Cumbria").click()
    page.wait_for_url(re.compile("force=Cumbria"))
    page.go_back()
    page.wait_for_url(lambda url: "force=Cumbria" not in url)
    expect(force).to_have_value("Cheshire")


def test_a_link_reproduces_the_view(visit, chromium):
    page = visit.open(HEATMAP, side="time", force="Cumbria")
    page.locator(f"{CELLS}[aria-label*='Q05']").last.click()
    page.locator(PANEL).get_by_role("heading", name="Q05").wait_for()
    fresh = chromium.new_context().new_page()
    fresh.goto(page.url)
    fresh.locator(PANEL).get_by_role("heading", name="Q05").wait_for()
    assert fresh.locator(PANEL).inner_text() == page.locator(PANEL).inner_text()
    assert fresh.locator(f"{CELLS}[aria-current=true]").get_attribute("aria-label").startswith("Q")
    fresh.context.close()


@pytest.mark.parametrize("visit", [LAPTOP], indirect=True, ids=["laptop"])
def test_a_link_leaves_the_names_of_rows_the_room_that_a_click_left_them(visit):
    page = visit.open("training_needs")
    page.locator(CELLS).first.click()
    page.locator(PANEL).wait_for()
    at_rest(page)
    clicked = page.locator(".box").evaluate("box => box.dataset.density")
    page.reload()
    page.locator(PANEL).wait_for()
    at_rest(page)
    assert page.locator(".box").evaluate("box => box.dataset.density") == clicked


@pytest.mark.parametrize(
    ("place", "link"), [(HEATMAP, {}), (HEATMAP, {"side": "sheet", "force": "Cheshire"}), ("present", {})]
)
def test_six_forces_and_all_questions_fit_a_shared_screen(visit, place, link):
    page = visit.open(place, **link)
    page.locator(CELLS).first.wait_for()
    assert page.locator(".box").evaluate(
        "box => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth"
    )
    last = page.locator(".box tbody tr").last.bounding_box()
    assert last["y"] + last["height"] <= 1080


@pytest.mark.parametrize("visit", [LAPTOP], indirect=True, ids=["laptop"])
@pytest.mark.parametrize(
    ("place", "link", "at"),
    [
        ("", {}, None),
        ("present", {"screen": "Promising practice"}, None),
        ("repeat_failures", {}, 3),
        ("training_needs", {}, 2),
    ],
)
def test_a_laptop_shows_a_page_whole_the_reviews_open_or_not(visit, place, link, at):
    """Columns that the open reviews say in words give way to them; what was chosen is marked in one that stays."""
    page = visit.open(place, **link)
    page.locator(f"{CELLS}, .arms-present").first.wait_for()
    if at:
        page.locator(CELLS).nth(at).click()
        page.locator(PANEL).wait_for()
        page.keyboard.press("ArrowRight")
        assert focused(page).startswith("Year, ")
    at_rest(page)
    assert page.evaluate(SCROLLS) == []


@pytest.mark.parametrize("visit", [LAPTOP], indirect=True, ids=["laptop"])
@pytest.mark.parametrize(
    ("place", "link"),
    [
        (HEATMAP, {}),
        ("training_needs", {"view": "teams"}),
        ("force_trends", {"force": "Cheshire"}),
        ("risk_levels", {}),
    ],
)
def test_a_laptop_shows_all_columns_and_whole_names_beside_the_open_reviews(visit, place, link):
    page = visit.open(place, **link)
    page.locator(CELLS).nth(2).click()
    page.locator(PANEL).wait_for()
    at_rest(page)
    assert "box" not in page.evaluate(SCROLLS)
    assert page.locator(".box").evaluate_all(NAMES_CUT) == []


@pytest.mark.parametrize("visit", [LAPTOP], indirect=True, ids=["laptop"])
def test_open_reviews_reach_down_a_laptops_screen_on_the_first_page(visit):
    page = visit.open("", cell="North Wales~all")
    page.locator(PANEL).wait_for()
    at_rest(page)
    panel = page.locator(".st-key-evidence").bounding_box()
    assert 700 < panel["y"] + panel["height"] <= LAPTOP["viewport"]["height"]


def test_the_teams_of_a_force_stand_under_its_name(visit):
    page = visit.open("training_needs", view="teams")
    page.locator(CELLS).first.wait_for()
    head = page.get_by_role("columnheader", name="Cheshire")
    assert head.count() == 1
    assert head.inner_text().split("\n") == ["Cheshire", "Team 1", "Team 2"]


@pytest.mark.parametrize("visit", [LAPTOP], indirect=True, ids=["laptop"])
def test_a_name_longer_than_its_room_goes_on_below_and_moves_no_column_out_of_sight(visit):
    page = visit.open(HEATMAP)
    name = page.locator("th.row .label").first
    before = name.bounding_box()["height"]
    name.evaluate("it => { it.textContent = 'Half-day with worked examples for supervisors and officers. '.repeat(2) }")
    cell(page, "^Cheshire, Q03 ").click()
    page.locator(PANEL).wait_for()
    at_rest(page)
    assert name.bounding_box()["height"] > 1.5 * before
    assert page.locator(".box").evaluate_all(NAMES_CUT) == []
    assert "box" not in page.evaluate(SCROLLS)


def test_a_long_name_of_a_wide_screen_leaves_the_columns_their_room_on_paper(visit):
    page = visit.open(HEATMAP)
    row = page.locator("th.row").first
    row.locator(".label").evaluate("it => { it.textContent = 'Half-day with worked examples. '.repeat(6) }")
    page.set_viewport_size({"width": 1900, "height": 1080})
    page.locator(".box[data-wrapped]").wait_for()
    assert row.bounding_box()["width"] > 312
    page.emulate_media(media="print")
    assert row.bounding_box()["width"] <= 312


@pytest.mark.parametrize(
    "visit", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"]
)
@pytest.mark.parametrize("colours", ["collated", "colour-blind", "high-contrast"])
def test_axe_finds_nothing_with_the_reviews_open(visit, colours):
    page = visit.open(HEATMAP, cell="Q03~Cheshire", colours=colours)
    page.locator(PANEL).wait_for()
    assert violations(page) == []


def test_garbage_in_the_address_shows_the_heatmap_all_the_same(visit):
    page = visit.open(HEATMAP, quarter="x'--", force="<b>", cell="~~", side="9", colours="%")
    page.locator(CELLS).first.wait_for()
    assert page.locator("[data-testid=stException]").count() == 0


def test_the_topics_of_many_forces_fit_from_side_to_side_the_reviews_open_or_not(visiting, chromium, tmp_path):
    command("demo", tmp_path / "books", "--forces", "43", "--quarters", "2")
    command("load", tmp_path / "books", database=tmp_path / "store")
    with running(tmp_path / "store") as address, visiting(address, **LAPTOP) as visit:
        for screen in (LAPTOP["viewport"], {"width": 1920, "height": 1080}):
            visit.page.set_viewport_size(screen)
            for asked in ({}, {"cell": "Q23~Wales"}):
                page = visit.open("training_needs", **asked)
                page.get_by_text("is being worked out").wait_for(state="detached", timeout=60_000)
                page.locator(CELLS).first.wait_for()
                at_rest(page)
                assert "box" not in page.evaluate(SCROLLS), f"{asked} at {screen}"
        page.get_by_role("columnheader", name="Wales").wait_for()


def test_an_empty_box_is_dashed_as_in_the_key_where_there_is_room_for_dashes(visiting, chromium, tmp_path):
    reading = make_reading()
    review = reading.reviews[0]
    emptied = replace(review, answers=tuple(replace(answer, grade=None) for answer in review.answers))
    store(tmp_path / "store", replace(reading, reviews=(emptied, *reading.reviews[1:])))
    with running(tmp_path / "store") as address, visiting(address) as visit:
        page = visit.open(HEATMAP)
        piece = page.locator(".strip:not(.many) [data-grade=blank]").first
        in_key = page.locator(".arms-key [data-grade=blank]")
        assert piece.evaluate("it => getComputedStyle(it).borderTopStyle") == "dashed"
        assert in_key.evaluate("it => getComputedStyle(it).outlineStyle") == "dashed"
        at_once = visit.open("").locator(".strip.many [data-grade=blank]").first
        assert at_once.evaluate("it => getComputedStyle(it).borderTopStyle") == "none"
