"""Every page, in both themes and all palettes: nothing for axe-core to find, no request elsewhere, no error."""

import re

import pytest
from playwright.sync_api import expect

from arms_analytics.ui.navigation import PAGES
from tests.browser.accessibility import violations
from tests.browser.screenshots import VIEWS
from tests.browser.serving import at_rest, running

DRAWN = {"force_trends", "reviewer_consistency"}
"""Pages with a figure, which the browser paints after the page has settled."""
TWICE = {"width": 960, "height": 540}
"""What a shared screen has left at 200%."""
JUMP = 0.1
"""The share of the screen, times how far it moved, from which a jump is felt (web.dev, Cumulative Layout Shift)."""
LATE = 500
"""Milliseconds in which something may still come once all that was waited for is there."""
ALL_QUARTERS = {"present", "load_workbooks", "audit"}
"""Pages where no quarter is chosen by the control that other pages have."""
FITS = "[...document.querySelectorAll('[data-testid=stMain]')].every((main) => main.scrollWidth <= main.clientWidth)"
SCREENS = [
    {"color_scheme": "light", "viewport": {"width": 1920, "height": 1080}},
    {"color_scheme": "dark", "viewport": {"width": 1366, "height": 768}},
]


@pytest.fixture(scope="module", params=SCREENS, ids=["light, shared screen", "dark, laptop"])
def walk(request, visiting, address):
    """A visitor who goes from page to page by the links."""
    with visiting(address, **request.param) as visit:
        visit.open()
        yield visit


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
def test_a_page_can_be_read_by_all(walk, listed):
    page = walk.go(listed)
    drawn(page, listed)
    screen = page.viewport_size
    assert violations(page) == []
    assert page.evaluate(SMALL_TEXT) == [], "no text is smaller than 14 pixels"
    assert page.evaluate(FITS), "nothing is cut off sideways"
    page.set_viewport_size(TWICE)
    twice = page.evaluate(FITS)
    page.set_viewport_size(screen)
    assert twice, "nothing is cut off where it is enlarged to twice its size"
    assert walk.elsewhere == [] and walk.errors == []


FURTHER = {f"{listed.stem}, {view}": (listed, view) for listed in PAGES for view in VIEWS.get(listed.stem, ())}


@pytest.mark.parametrize("further", FURTHER)
@pytest.mark.parametrize("visit", SCREENS[1:], indirect=True, ids=["dark, laptop"])
def test_a_further_view_of_a_page_can_be_read_by_all(visit, further):
    listed, view = FURTHER[further]
    page = visit.open(listed.address, **VIEWS[listed.stem][view])
    drawn(page, listed)
    assert violations(page) == []
    assert page.evaluate(SMALL_TEXT) == [] and page.evaluate(FITS)


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
@pytest.mark.parametrize("visit", SCREENS[1:], indirect=True, ids=["dark, laptop"])
def test_nothing_jumps_while_a_page_arrives_or_another_quarter_is_chosen(visit, listed):
    """What jumps by its making jumps each time; what a busy machine painted too early, now and then."""
    visit.page.add_init_script(WATCH_SHIFTS)
    assert any(moved(visit, listed) < JUMP for _ in range(3))


def moved(visit, listed):
    """How much jumped on a visit to this page, and on the way to another quarter."""
    page = visit.open(listed.address)
    drawn(page, listed)
    page.wait_for_timeout(LATE)
    if listed.stem not in ALL_QUARTERS:
        page.get_by_role("combobox", name="Quarter").click()
        page.get_by_role("option").nth(1).click()
        page.wait_for_url(re.compile("quarter="))
        drawn(page, listed)
        page.wait_for_timeout(LATE)
    return page.evaluate("shifted")


def drawn(page, listed):
    """Wait until all of this page is there and rests."""
    page.wait_for_selector(".arms-foot")
    if listed.stem in DRAWN:
        page.wait_for_selector(".js-plotly-plot .xtick")
    at_rest(page)


def test_the_words_that_may_be_new_are_explained_on_the_page(visit):
    page = visit.open()
    page.get_by_text("What the words mean").click()
    page.get_by_text("sex offender management unit").wait_for()
    assert violations(page) == []


def test_the_choice_of_colours_is_remembered_on_the_next_visit(visit):
    page = visit.open(colours="colour-blind")
    colours = page.get_by_role("combobox", name="Grade colours")
    expect(colours).to_have_value("Safe for colour blindness")
    colours.click()
    page.get_by_role("option", name="High contrast").click()
    page.wait_for_url(lambda url: "colours" not in url)
    expect(colours).to_have_value("High contrast")
    page.wait_for_function("document.cookie.includes('arms-colours=high-contrast')")
    expect(visit.open("repeat_failures").get_by_role("combobox", name="Grade colours")).to_have_value("High contrast")


def test_the_first_visit_may_be_a_link_into_the_app(chromium, store):
    with running(store) as address:
        page = chromium.new_page()
        page.goto(f"{address}/{PAGES[-1].address}?quarter=2026-27-Q1")
        page.get_by_role("link", name=PAGES[0].title).wait_for()
        page.get_by_role("heading", name=PAGES[-1].title, level=1).wait_for()
        assert "quarter=2026-27-Q1" in page.url
        page.close()


WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
"""The browser's own measure of what moved on the screen without being asked to (Layout Instability API)."""
SMALL_TEXT = """() => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      if (!own || !element.checkVisibility?.() || ["STYLE", "SCRIPT", "CAPTION"].includes(element.tagName)) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size > 0 && size < 14) found.push(`${size}px: ${element.tagName} ${element.textContent.trim().slice(0, 40)}`);
    }
  };
  walk(document.body);
  return found;
}"""
