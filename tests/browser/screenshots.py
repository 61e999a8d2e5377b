"""Every page in both themes and sizes, as pictures to look at: python -m tests.browser.screenshots OUT [STORE]

Without a store a demonstration region is made for it. `--only heatmap` takes the pages whose name begins so.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from arms_analytics.ui.navigation import PLACES
from tests.browser.serving import CHROMIUM, FLAGS, READY, make_region, running

SIZES = ((1920, 1080), (1366, 768))
VIEWS = {
    "heatmap": {
        "cell": {"cell": "Q03~Cheshire"},
        "time": {"side": "time", "force": "Cheshire"},
        "question": {"side": "question", "question": "Q03"},
        "sheet": {"side": "sheet", "force": "Cheshire"},
        "colour-blind": {"colours": "colour-blind"},
        "high-contrast": {"colours": "high-contrast"},
    },
    "risk_levels": {"cell": {"cell": "Q03~very_high"}, "force": {"force": "Cheshire", "cell": "Cheshire~high"}},
}
"""Further views of a page worth a picture, by stem: the parameters of their links."""


def pictures(browser: Browser, address: str, out: Path, only: str) -> Iterator[Path]:
    """Take them one by one."""
    for place in (place for place in PLACES if place.stem.startswith(only)):
        for view, parameters in {"": {}, **VIEWS.get(place.stem, {})}.items():
            for width, height in SIZES:
                for theme in ("light", "dark"):
                    name = "-".join(part for part in (place.stem, view, f"{width}", theme) if part)
                    yield _picture(
                        browser,
                        f"{address}/{place.address}?{urlencode(parameters)}",
                        (width, height),
                        theme,
                        out / f"{name}.png",
                    )


def _picture(browser: Browser, link: str, size: tuple[int, int], theme: str, path: Path) -> Path:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)
    page = context.new_page()
    page.goto(link)
    page.wait_for_selector(READY)
    page.wait_for_selector(".arms-foot")
    page.wait_for_timeout(500)  # charts and tables are drawn after the script has run
    page.screenshot(path=path)
    context.close()
    return path


def main() -> None:
    """Take the pictures and name each as it is taken."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("out", type=Path)
    reader.add_argument("store", type=Path, nargs="?")
    reader.add_argument("--only", default="", help="pages whose name begins so")
    asked = reader.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        store = asked.store or make_region(Path(made), quarters=13)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        with running(store.resolve()) as address:
            for path in pictures(browser, address, asked.out, asked.only):
                print(path)
        browser.close()


if __name__ == "__main__":
    main()
