"""What a page offers and shows stands where those look who keep it: each failure says what to add, and where."""

import pytest

from arms_analytics.ui.navigation import PLACES
from tests.browser.screenshots import VIEWS
from tests.browser.test_every_page import DRAWN
from tests.ui.conftest import ROOT
from tests.ui.test_take_away import ASKED, OFFERED

OF_THE_PAGES_WORK = {"allocation": {"Put it into diaries (.ics)"}, "audit": {"Audit log (CSV)"}}
"""Files that go with the right to open the page, not with the right to export what it shows."""
EXPORTS = (ROOT / "docs" / "exports.md").read_text("utf-8")


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.stem)
def test_each_page_stands_where_it_is_tried_looked_at_and_told_of(run, files, place):
    app = run(place.stem, **ASKED.get(place.stem, {}))
    offers, cells, figures = (
        set(files) - OF_THE_PAGES_WORK.get(place.stem, set()),
        app.get("bidi_component"),
        app.get("plotly_chart"),
    )
    listed = set(OFFERED.get(place.stem, ()))
    assert offers == listed, f"give {place.stem} its files in OFFERED of tests/ui/test_take_away.py: {offers ^ listed}"
    assert not files or place.title in EXPORTS, f"name {place.title} beside its files in docs/exports.md"
    assert not cells or place.stem in VIEWS, (
        f"add {place.stem}, a cell chosen, to VIEWS of tests/browser/screenshots.py"
    )
    assert not figures or place.stem in DRAWN, f"add {place.stem} to DRAWN of tests/browser/test_every_page.py"


@pytest.mark.parametrize("listing", [OFFERED, VIEWS, DRAWN], ids=["OFFERED", "VIEWS", "DRAWN"])
def test_what_is_listed_is_a_page(listing):
    gone = set(listing) - {place.stem for place in PLACES}
    assert not gone, f"no page has this stem any more, take it off the list: {gone}"
