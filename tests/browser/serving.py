"""The app as a person starts it, on a free port of this machine; and a Chromium that goes nowhere else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from tests.app_server import ROOT, app_server

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
ONE_PROCESS = "--process-per-site"
"""One process for all pages of the app in a context. What is measured under benchmarks/ goes without."""
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
AT_REST = """() => {
  const pressed = [...document.querySelectorAll("button, summary, a, input")];
  const places = pressed.map((it) => it.getBoundingClientRect().top);
  const now = [document.querySelector("[data-testid=stMain]")?.scrollHeight, ...places].join();
  const rest = (window.armsRest ??= {});
  if (rest.seen !== now) Object.assign(rest, { seen: now, since: performance.now(), looks: 0 });
  rest.looks += 1;
  return rest.looks > 5 && performance.now() - rest.since > 250;
}"""
"""A quarter of a second, and five looks, in which nothing that can be pressed has moved."""


def at_rest(page: Page) -> None:
    """Wait until nothing moves any more: what moves away between press and release was not pressed."""
    page.wait_for_selector(READY)
    page.wait_for_function(AT_REST)


def keep_compiled(context: BrowserContext, address: str) -> BrowserContext:
    """The context with a page that stays open: its process, and Streamlit's code compiled in it, serve all others."""
    context.new_page().goto(f"{address}/_stcore/health")
    return context


def command(*arguments: str | Path, database: Path | None = None) -> None:
    """Run `python -m arms_analytics …` and fail with what it said."""
    named = ["--database", str(database)] if database else []
    done = subprocess.run(
        [sys.executable, "-m", "arms_analytics", *map(str, arguments), *named], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr or done.stdout


def make_region(folder: Path, quarters: int = 5, *, meetings: bool = False) -> Path:
    """A store that holds a demonstration region, made by the same two commands as `make demo`.

    With `meetings` it also holds what people wrote at them.
    """
    records: list[str | Path] = ["--records", folder / "store"] if meetings else []
    command("demo", folder / "workbooks", "--quarters", str(quarters), *records)
    command("load", folder / "workbooks", database=folder / "store")
    return folder / "store"


@contextmanager
def running(store: Path) -> Iterator[str]:
    """The address of the app over this store, for as long as the block runs."""
    with tempfile.TemporaryDirectory() as work, app_server(Path(work), store) as server:
        yield server.url
