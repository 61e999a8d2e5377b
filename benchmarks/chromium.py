"""A person at a real Chromium: pages opened, cells clicked, quarters changed, and how long each took, in seconds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.rows import paired
from tests.browser.serving import CHROMIUM, FLAGS

ROUNDS = 7
WINDOW: ViewportSize = {"width": 1920, "height": 1080}
LOOK = 1000
"""Milliseconds that a person looks at a page before doing something, so that it has come to rest."""
TEXTS = """(sign) => {
  const found = [];
  const walk = (root) => {
    found.push(...[...root.querySelectorAll(sign)].map((each) => each.ariaLabel ?? each.innerText));
    root.querySelectorAll("*").forEach((each) => each.shadowRoot && walk(each.shadowRoot));
  };
  walk(document);
  return found.join("|");
}"""
CHANGED = f"([sign, before]) => {{ const now = ({TEXTS})(sign); return now && now !== before; }}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page to be measured: its address, what shows that its heatmap is painted and that reviews stand beside it."""

    address: str
    sign: str
    reviews: str = ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that goes nowhere else."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def visitor(browser: Browser) -> Iterator[Page]:
    """A page in a window that has nothing kept from an earlier visit."""
    context = browser.new_context(viewport=WINDOW)
    try:
        yield context.new_page()
    finally:
        context.close()


def painted(browser: Browser, first: Drawn, second: Drawn) -> tuple[float, float, float]:
    """From the address to the heatmap painted: medians of both, and of their ratio, taken in turn."""
    return paired(lambda: _open(browser, first), lambda: _open(browser, second), ROUNDS)


def _open(browser: Browser, drawn: Drawn) -> None:
    with visitor(browser) as page:
        page.goto(drawn.address, wait_until="commit")
        page.locator(drawn.sign).first.wait_for()


def clicked(browser: Browser, drawn: Drawn, cells: Sequence[Callable[[Page], None]]) -> float:
    """From a click to the reviews behind the cell: the median over these clicks."""
    return _changed(browser, drawn, drawn.reviews, cells)


def another_quarter(browser: Browser, drawn: Drawn) -> float:
    """From a quarter chosen in the sidebar to the heatmap painted anew, the median over ROUNDS choices."""
    return _changed(browser, drawn, drawn.sign, [_choose(1 + number % 3) for number in range(ROUNDS)])


def _choose(place: int) -> Callable[[Page], None]:
    def choose(page: Page) -> None:
        page.get_by_role("option").nth(place).click()

    return choose


def _changed(browser: Browser, drawn: Drawn, sign: str, deeds: Sequence[Callable[[Page], None]]) -> float:
    times = []
    with visitor(browser) as page:
        page.goto(drawn.address)
        page.locator(drawn.sign).first.wait_for()
        for deed in deeds:
            page.wait_for_timeout(LOOK)
            if sign == drawn.sign:
                page.get_by_role("combobox", name="Quarter").click()
                page.get_by_role("option").first.wait_for()
            before = page.evaluate(TEXTS, sign)
            begun = time.perf_counter()
            deed(page)
            page.wait_for_function(CHANGED, arg=[sign, before])
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def bytes_of(browser: Browser, address: str, sign: str) -> float:
    """Bytes over the wire for the first load of a page in a browser that has nothing yet."""
    sizes: list[float] = []
    with visitor(browser) as page:
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto(address)
        page.locator(sign).first.wait_for()
        page.wait_for_timeout(LOOK)
    return sum(sizes)


@contextmanager
def many(browser: Browser, drawn: Drawn, sessions: int) -> Iterator[None]:
    """So many visitors who all have the page open while the block runs."""
    contexts = [browser.new_context(viewport=WINDOW) for _ in range(sessions)]
    for context in contexts:
        page = context.new_page()
        page.goto(drawn.address)
        page.locator(drawn.sign).first.wait_for()
    yield
    for context in contexts:
        context.close()
