"""Run the benchmarks named, or all of them; `--write` puts each into its place in docs/benchmarks.md."""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import os
import pkgutil
import platform
import re
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import benchmarks
from benchmarks.rows import Row

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
COMMAND = re.compile(r"^`python -m benchmarks (\w+)`$", re.M)
PACKAGES = ("streamlit", "duckdb", "pandas", "numpy", "scipy", "plotly", "openpyxl")


def stems() -> list[str]:
    """The modules here that measure something."""
    names = (module.name for module in pkgutil.iter_modules(benchmarks.__path__) if not module.name.startswith("_"))
    return [name for name in sorted(names) if hasattr(load(name), "measure")]


def load(stem: str) -> ModuleType:
    """The benchmark of that stem."""
    return importlib.import_module(f"benchmarks.{stem}")


def table(rows: list[Row]) -> str:
    """Rows as a Markdown table, and below it why some are not as hoped."""
    marks = {True: "holds", False: "**does not hold**", None: ""}
    lines = ["| work | measured | must | aim | |", "|---|---|---|---|---|"]
    lines += [f"| {row.work} | {row.figure} | {row.must} | {row.aim} | {marks[row.holds]} |" for row in rows]
    reasons = [f"- *{row.work}*: {row.why}" for row in rows if row.why]
    return "\n".join([*lines, *(["", *reasons] if reasons else [])])


def section(stem: str) -> str:
    """One benchmark run and written up: its docstring, the command that repeats it, its table and picture."""
    module = load(stem)
    title, _, about = (module.__doc__ or stem).strip().partition("\n")
    parts = [f"## {title}", about.strip(), f"`python -m benchmarks {stem}`", table(module.measure())]
    if picture := getattr(module, "PICTURE", None):
        parts.append(f"![{title}]({picture.relative_to(DOCUMENT.parent)})")
    return "\n\n".join(part for part in parts if part) + "\n"


def machine() -> str:
    """Where and when this was measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    day = dt.date.today()
    return (
        f"Measured on {day.day} {day:%B %Y} on {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}, {packages}. `make bench` repeats all of it and writes this page."
    )


def main() -> int:
    """Exit status 1 when a `must` does not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("stem", nargs="*", choices=[[], *stems()], help="which (all of them when none is named)")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    held = True
    for stem in chosen.stem or stems():
        written = section(stem)
        held &= "**does not hold**" not in written
        print(written, flush=True)
        if chosen.write:
            write(stem, written)
    return 0 if held else 1


def write(stem: str, written: str) -> None:
    """Put one section in its place in the document, beside what was measured before."""
    page = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    there = {found[1]: f"## {each}" for each in page.split("\n## ")[1:] if (found := COMMAND.search(each))}
    there[stem] = written
    sections = [there[each].rstrip() + "\n" for each in stems() if each in there]
    DOCUMENT.write_text("\n".join(["# Benchmarks\n", machine() + "\n", *sections]), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
