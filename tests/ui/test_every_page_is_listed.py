"""What a page offers and shows stands where those look who keep it; a failure says all that lacks, and where."""

import pytest

from arms_analytics.ui.navigation import PAGES
from tests.browser.screenshots import VIEWS
from tests.browser.test_every_page import DRAWN
from tests.ui.conftest import ROOT
from tests.ui.test_take_away import ASKED, OFFERED

OF_THE_PAGES_WORK = {"allocation": {"Put it into diaries (.ics)"}, "audit": {"Audit log (CSV)"}}
"""Files that go with the right to open the page, not with the right to export what it shows."""
EXPORTS = (ROOT / "docs" / "exports.md").read_text("utf-8")


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
def test_each_page_stands_where_it_is_tried_looked_at_and_told_of(run, files, listed):
    stem = listed.stem
    app = run(stem, **ASKED.get(stem, {}))
    cells, figures = app.get("bidi_component"), app.get("plotly_chart")
    unlike = (set(files) - OF_THE_PAGES_WORK.get(stem, set())) ^ set(OFFERED.get(stem, ()))
    to_do = {
        f"OFFERED of tests/ui/test_take_away.py: its files, {unlike}": unlike,
        f"docs/exports.md: {listed.title} beside its files": files and listed.title not in EXPORTS,
        "VIEWS of tests/browser/screenshots.py: the page, a cell chosen": cells and stem not in VIEWS,
        "DRAWN of tests/browser/test_every_page.py: the page": figures and stem not in DRAWN,
    }
    assert not [what for what, lacks in to_do.items() if lacks]


@pytest.mark.parametrize("listing", [OFFERED, VIEWS, DRAWN], ids=["OFFERED", "VIEWS", "DRAWN"])
def test_what_is_listed_is_a_page(listing):
    gone = set(listing) - {listed.stem for listed in PAGES}
    assert not gone, f"no page has this stem any more, take it off the list: {gone}"
