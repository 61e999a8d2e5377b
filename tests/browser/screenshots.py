"""Every page in both themes and sizes, as pictures to look at: python -m tests.browser.screenshots OUT [STORE]

Without a store a demonstration region is made for it. `--only heatmap` takes the pages whose name begins so; `--guide`
takes instead the pictures of README and of the guides, as `make pictures` does.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from arms_analytics.ui.navigation import PAGES
from tests.browser.serving import CHROMIUM, FLAGS, READY, make_region, running

FITTED = 60_000
"""Milliseconds within which the model of a region is worked out."""
SIZES = ((1920, 1080), (1366, 768))
VIEWS = {
    "this_quarter": {"cell": {"cell": "Cheshire~all"}},
    "present": {"force": {"screen": "Cheshire"}},
    "force_trends": {"cell": {"force": "Cheshire", "cell": "Q03~2025-26-Q4"}},
    "repeat_failures": {"finding": {"cell": "North Wales:Q03~Chance"}},
    "data_quality": {"force": {"force": "Cheshire"}},
    "training_needs": {
        "topic": {"cell": "Q23~Chance"},
        "processes": {"view": "processes"},
        "process": {"view": "processes", "cell": "ViSOR recording~all"},
        "teams": {"view": "teams", "cell": "Q23~Greater Manchester:0"},
        "officers": {"view": "officers"},
        "events": {"view": "events"},
        "event": {"view": "events", "cell": "1~Failing"},
    },
    "heatmap": {
        "cell": {"cell": "Q03~Cheshire"},
        "time": {"side": "time", "force": "Cheshire"},
        "question": {"side": "question", "question": "Q03"},
        "sheet": {"side": "sheet", "force": "Cheshire"},
        "colour-blind": {"colours": "colour-blind"},
        "high-contrast": {"colours": "high-contrast"},
    },
    "plan_by_plan": {"cell": {"cell": "Cheshire~many"}},
    "reviewer_consistency": {"force": {"cell": "Lancashire~Strictness"}, "quarter": {"cell": "Cumbria~2026-27-Q1"}},
    "risk_levels": {"cell": {"cell": "Q03~very_high"}, "force": {"force": "Cheshire", "cell": "Cheshire~high"}},
}
"""Further views of a page worth a picture, by stem: the parameters of their links."""

GUIDE = {
    "heatmap": ("heatmap", {"cell": "Q03~North Wales"}),
    "this-quarter": ("", {}),
    "present": ("present", {"screen": "North Wales"}),
    "force-trends": ("force_trends", {"force": "North Wales", "region": "yes"}),
    "collated-sheet": ("heatmap", {"side": "sheet", "force": "North Wales", "cell": "Q03~1"}),
    "repeat-failure": ("repeat_failures", {"force": "North Wales", "cell": "North Wales:Q03~Chance"}),
    "training-needs": ("training_needs", {"cell": "Q23~Chance"}),
    "training-given": ("training_needs", {"view": "events"}),
    "data-quality": ("data_quality", {}),
}
"""Pictures of README and the guides: where each is taken."""
GUIDE_SIZES = {"heatmap": (1920, 1080)}


def guide(browser: Browser, address: str, out: Path, only: str) -> Iterator[Path]:
    """Take the pictures of README and the guides one by one."""
    for name, (page, parameters) in GUIDE.items():
        if name.startswith(only):
            link = f"{address}/{page}?{urlencode(parameters)}"
            yield _picture(browser, link, GUIDE_SIZES.get(name, (1600, 900)), "light", out / f"{name}.png")


def pictures(browser: Browser, address: str, out: Path, only: str) -> Iterator[Path]:
    """Take them one by one."""
    for listed in (listed for listed in PAGES if listed.stem.startswith(only)):
        for view, parameters in {"": {}, **VIEWS.get(listed.stem, {})}.items():
            for width, height in SIZES:
                for theme in ("light", "dark"):
                    name = "-".join(part for part in (listed.stem, view, f"{width}", theme) if part)
                    yield _picture(
                        browser,
                        f"{address}/{listed.address}?{urlencode(parameters)}",
                        (width, height),
                        theme,
                        out / f"{name}.png",
                    )


def _picture(browser: Browser, link: str, size: tuple[int, int], theme: str, path: Path) -> Path:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=theme)
    page = context.new_page()
    page.goto(link)
    page.wait_for_selector(READY)
    page.wait_for_selector(".arms-foot", state="attached")
    page.get_by_text("is being worked out").wait_for(state="detached", timeout=FITTED)
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
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
    reader.add_argument("--guide", action="store_true", help="the pictures of README and of the guides")
    asked = reader.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        store = asked.store or make_region(Path(made), quarters=13, meetings=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        with running(store.resolve()) as address:
            take = guide if asked.guide else pictures
            for path in take(browser, address, asked.out, asked.only):
                print(path)
        browser.close()


if __name__ == "__main__":
    main()
