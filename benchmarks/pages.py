"""What a person waits for: pages in a real Chromium and on the server, beside an empty page and beside Dash

The region has six forces and 13 quarters, the country 43 forces and 8 quarters, 25 questions each. Pairs take turns.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page

from arms_analytics.ui.navigation import PAGES
from benchmarks.chromium import ROUNDS, Drawn, another_quarter, bytes_of, chromium, clicked, many, painted
from benchmarks.crowd import Link, visit
from benchmarks.rows import Row, as_time
from benchmarks.sessions import quarters_in, run
from benchmarks.twins.serving import dash, empty
from tests.app_server import AppServer, app_server, to_its_end

SESSIONS = 10
MEGABYTE = 2**20
HEATMAP = (".box button", ".arms-evidence article")
ELEMENTS = (
    "Once the script has run, Streamlit fetches the code of each kind of element that the page has, and that of a "
    "component. The page with one box to choose from shows what the first kind costs."
)
ANEW = (
    "The same choice on a page with nothing else is the row below. The rest is the query, and every element of the "
    "page sent and drawn anew: the links and controls beside it, then the grid."
)
SLOWEST = "What comes on top of the median is drawn for this page alone: a figure that Plotly builds, or a long list."
IN_DASH = (".nsewdrag", "#reviews article")


def measure() -> list[Row]:
    """The region in full, then what grows with the country."""
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        return _region(browser, Path(place) / "region") + _country(browser, Path(place) / "country")


def _region(browser: Browser, folder: Path) -> list[Row]:
    store, quarter = made(folder, forces=6, quarters=13)
    begun = time.perf_counter()
    with app_server(folder, store) as app:
        rows = [Row("from the command until the app answers", as_time(time.perf_counter() - begun))]
        ours = Drawn(f"{app.url}/heatmap?quarter={quarter}", *HEATMAP)
        with empty() as nothing, dash(store, quarter) as theirs:
            one_box = Drawn(f"{nothing}?choice=1", ".painted")
            rows += _beside(browser, ours, Drawn(nothing, ".painted"), one_box, Drawn(theirs, *IN_DASH))
            changed, at_least = another_quarter(browser, ours), another_quarter(browser, one_box)
        rows += [
            Row("from a quarter chosen to the heatmap painted anew", as_time(changed), "", "≤ 150 ms", why=ANEW),
            Row("from a choice in that one box to its page painted anew", as_time(at_least)),
        ]
        return [*rows, _bytes(browser, app), _memory(browser, app, ours), *_reruns(app, quarter, "region")]


def _country(browser: Browser, folder: Path) -> list[Row]:
    store, quarter = made(folder, forces=43, quarters=8)
    with app_server(folder, store) as app, empty() as nothing:
        ours = Drawn(f"{app.url}/heatmap?quarter={quarter}", *HEATMAP)
        drawn, _, ratio = painted(browser, ours, Drawn(nothing, ".painted"))
        took = clicked(browser, ours, [_cell(number) for number in range(ROUNDS)])
        return [
            Row("country: heatmap painted ÷ the empty page", f"{ratio:.2f}x ({as_time(drawn)})"),
            Row("country: from a click to the reviews", as_time(took), "≤ 400 ms", holds=took <= 0.4),
            *_reruns(app, quarter, "country"),
        ]


def _beside(browser: Browser, ours: Drawn, nothing: Drawn, one_box: Drawn, theirs: Drawn) -> list[Row]:
    drawn, blank, over_empty = painted(browser, ours, nothing)
    _, _, of_one_box = painted(browser, one_box, nothing)
    _, drawn_in_dash, over_dash = painted(browser, ours, theirs)
    took = clicked(browser, ours, [_cell(number) for number in range(ROUNDS)])
    took_in_dash = clicked(browser, theirs, [_point(number) for number in range(ROUNDS)])
    return [
        Row("an empty Streamlit page painted, from its address", as_time(blank)),
        Row("heatmap painted ÷ the empty page", f"{over_empty:.2f}x ({as_time(drawn)})", "", "≤ 1.1x", why=ELEMENTS),
        Row("a Streamlit page with one box to choose from ÷ the empty page", f"{of_one_box:.2f}x"),
        Row("heatmap painted ÷ the same in Dash", f"{over_dash:.2f}x (Dash {as_time(drawn_in_dash)})"),
        Row("from a click to the reviews behind it", as_time(took), "≤ 250 ms", holds=took <= 0.25),
        Row("the same in Dash", as_time(took_in_dash)),
    ]


def _cell(number: int) -> Callable[[Page], None]:
    return lambda page: page.locator(HEATMAP[0]).nth(3 + 8 * number).click()


def _point(number: int) -> Callable[[Page], None]:
    """A place in Dash's heatmap, each in another row and column."""
    at = {"x": 80 + 220.0 * (number % 5), "y": 60 + 90.0 * number}
    return lambda page: page.locator(IN_DASH[0]).first.click(position=at)  # type: ignore[arg-type]


def _bytes(browser: Browser, app: AppServer) -> Row:
    sent = bytes_of(browser, app.url, ".arms-foot") / MEGABYTE
    return Row("first load of the opening page, over the wire", f"{sent:.1f} MB", "≤ 3.0 MB", holds=sent <= 3)


def _memory(browser: Browser, app: AppServer, ours: Drawn) -> Row:
    server = psutil.Process(app.process.pid)
    before = server.memory_info().rss
    with many(browser, ours, SESSIONS):
        after = server.memory_info().rss
    said = f"{after // MEGABYTE} MB, {(after - before) / SESSIONS / MEGABYTE:.1f} MB a session"
    return Row(f"memory of the server, {SESSIONS} sessions open", said, "≤ 300 MB", holds=after <= 300 * MEGABYTE)


def _reruns(app: AppServer, quarter: str, name: str) -> list[Row]:
    """Each page asked for again and again by one person, the slowest named."""
    times = {listed.title: _rerun(app.url, Link(listed.address, (("quarter", quarter),))) for listed in PAGES}
    slowest = max(times, key=lambda title: times[title])
    usual, took = statistics.median(times.values()), times[slowest]
    asked = ("≤ 150 ms", "≤ 60 ms", took <= 0.15, SLOWEST if took > 0.06 else "") if name == "region" else ()
    return [
        Row(f"{name}: a page rerun on the server, median over the pages", as_time(usual)),
        Row(f"{name}: the slowest page, {slowest}", as_time(took), *asked),
    ]


def _rerun(url: str, link: Link) -> float:
    to_its_end(visit(url, link))
    return float(statistics.median(to_its_end(visit(url, link)).seconds for _ in range(ROUNDS)))


def made(folder: Path, *, forces: int, quarters: int) -> tuple[Path, str]:
    """A store with a demonstration, and its last quarter."""
    run("demo", folder / "books", "--forces", str(forces), "--quarters", str(quarters))
    run("load", folder / "books", "--database", folder / "store")
    return folder / "store", quarters_in(folder / "books")[-1]
