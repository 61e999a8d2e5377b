"""Every page, in both themes and all palettes: nothing for axe-core to find, no request elsewhere, no error."""

import pytest

from arms_analytics.ui.navigation import PLACES
from tests.browser.accessibility import violations
from tests.browser.serving import running

THEMES = [{"color_scheme": "light"}, {"color_scheme": "dark"}]
LAPTOP = {"viewport": {"width": 1366, "height": 768}}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.stem)
@pytest.mark.parametrize("visit", THEMES, indirect=True, ids=["light", "dark"])
def test_axe_finds_nothing(visit, place):
    page = visit.open(place.address)
    page.wait_for_selector(".arms-foot")
    assert violations(page) == []


def test_the_first_visit_may_be_a_link_into_the_app(chromium, store):
    with running(store) as address:
        page = chromium.new_page()
        page.goto(f"{address}/{PLACES[-1].address}?quarter=2026-27-Q1")
        page.get_by_role("link", name=PLACES[0].title).wait_for()
        page.get_by_role("heading", name=PLACES[-1].title, level=1).wait_for()
        assert "quarter=2026-27-Q1" in page.url
        page.close()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.stem)
@pytest.mark.parametrize("visit", [LAPTOP], indirect=True, ids=["1366x768"])
def test_on_a_laptop_nothing_is_cut_off_sideways(visit, place):
    page = visit.open(place.address)
    page.wait_for_selector(".arms-foot")
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.stem)
def test_no_text_is_smaller_than_fourteen_pixels(visit, place):
    page = visit.open(place.address)
    page.wait_for_selector(".arms-foot")
    assert page.evaluate(SMALL_TEXT) == []


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
