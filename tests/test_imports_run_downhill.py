"""The one table of who may import whom; and the rooms in which each outside library lives."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "arms_analytics"

MAY_IMPORT = {
    "vocabulary": set(),
    "remembered": set(),
    "finding_rows": set(),
    "network": {"vocabulary"},
    "access": {"network"},
    "workbook": {"remembered", "vocabulary", "network"},
    "store": {"vocabulary", "network", "access"},
    "model": {"vocabulary"},
    "simulation": set(),
    "loading": {"vocabulary", "network", "workbook", "store"},
    "demonstration": {"vocabulary", "network", "workbook", "simulation", "store"},
    "findings": {"finding_rows", "vocabulary", "network", "store", "model"},
    "charts": {"finding_rows", "vocabulary", "network"},
    "exports": {"finding_rows", "vocabulary", "network", "store", "workbook", "findings", "charts"},
    "commands": {
        "vocabulary", "network", "access", "workbook", "store", "loading", "demonstration", "findings", "exports",
    },
    "__main__": {"commands"},
    "__init__": set(),
    "ui": {
        "remembered", "finding_rows", "vocabulary", "network", "access", "workbook", "store", "loading", "findings",
        "charts", "exports",
    },
    "pages": {"vocabulary", "network", "findings", "charts", "ui"},
}  # fmt: skip
LIVES_IN = {
    "openpyxl": {"workbook"}, "xlrd": {"workbook"}, "zipfile": {"workbook"},
    "duckdb": {"store"}, "sqlalchemy": {"store"}, "psycopg": {"store"},
    "plotly": {"charts"}, "streamlit": {"ui", "pages"}, "starlette": {"ui", "pages"},
    "pptx": {"exports"}, "docx": {"exports"}, "icalendar": {"exports"},
}  # fmt: skip
WITHIN_THE_WORKBOOK = {
    "cells": set(),
    "texts": {"cells"},
    "personal_data": set(),
    "files": {"cells", "personal_data"},
    "key": {"cells", "texts"},
    "tables": {"cells", "texts"},
    "reader_answers": set(),
    "collector": set(),
    "collated": {"reader_answers", "cells", "texts", "key", "tables"},
    "tabs": {"cells", "texts", "key", "tables", "collated"},
    "settling": {"cells", "texts", "tables", "collated"},
    "missing": {"cells", "texts", "key", "collated"},
    "grading": {"reader_answers", "cells", "texts", "key", "tables", "collated", "settling"},
    "questions": {"texts", "tables", "collated", "grading"},
    "reviews": {"cells", "texts", "personal_data", "tables", "collated", "settling", "grading"},
    "reading": {
        "reader_answers",
        "collector",
        "cells",
        "files",
        "texts",
        "collated",
        "tabs",
        "settling",
        "missing",
        "grading",
        "questions",
        "reviews",
    },
    "__init__": {"reader_answers", "files", "reading"},
    "writer": set(),
}
"""The same inside `workbook`: from cells to a reading, a step at a time."""
FILES = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py", ROOT / "frame.py"])
STEPS = sorted((PACKAGE / "workbook").rglob("*.py"))


def room(path: Path) -> str:
    if PACKAGE not in path.parents:
        return "pages"
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def step(path: Path) -> str:
    return path.relative_to(PACKAGE / "workbook").with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute here"
            assert node.module
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def others(path: Path, here: str, package: str) -> set[str]:
    """The other rooms of this package that the module imports from."""
    names = {name.removeprefix(package).split(".")[0] for name in imported(path) if name.startswith(package)}
    return names - {here, "__version__"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_downhill(path):
    assert others(path, room(path), "arms_analytics.") <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_the_steps_of_reading_run_downhill_too(path):
    assert others(path, step(path), "arms_analytics.workbook.") <= WITHIN_THE_WORKBOOK[step(path)]


def test_each_line_of_the_tables_is_made_use_of():
    """A room that is gone, or that another no longer asks for, has no place in them: they are read as the plan."""
    rooms, steps = {name: set() for name in map(room, FILES)}, {name: set() for name in map(step, STEPS)}
    for path in FILES:
        rooms[room(path)] |= others(path, room(path), "arms_analytics.")
    for path in STEPS:
        steps[step(path)] |= others(path, step(path), "arms_analytics.workbook.")
    assert rooms == MAY_IMPORT
    assert steps == WITHIN_THE_WORKBOOK


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_library_has_one_home(path):
    outside = {name.split(".")[0] for name in imported(path)}
    assert not {library for library in outside & LIVES_IN.keys() if room(path) not in LIVES_IN[library]}


@pytest.mark.parametrize("table", [MAY_IMPORT, WITHIN_THE_WORKBOOK], ids=["rooms", "workbook"])
def test_the_table_has_no_circle(table):
    def below(name, seen=()):
        assert name not in seen, f"circle through {name}"
        return table[name] | {deep for other in table[name] for deep in below(other, (*seen, name))}

    for name in table:
        below(name)
