"""Files made to do harm are refused in a sentence, or read, without costing memory. Time is bounded by what is counted.

Each is read in a process of its own, whose peak of memory is read from the system; the test's timeout is generous.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbook.files.hostile import FILES, SLOW_TO_MAKE

OPEN = """
import json, sys
from pathlib import Path
from arms_analytics.workbook import read_workbook
from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError
read_workbook(Path(sys.argv[1]))
try:
    sheets = open_sheets(Path(sys.argv[1]))
    said = {"code": "read", "cells": sum(len(sheet.cells) for sheet in sheets)}
except UnreadableWorkbookError as refusal:
    said = {"code": refusal.code, "sentence": str(refusal)}
peak = next((line for line in open("/proc/self/status") if line.startswith("VmHWM")), "0 0").split()[1]
print(json.dumps(said | {"peak": int(peak) // 1024}))
"""
READ = {
    "merged_areas_over_everything", "a_slow_formula", "a_nested_formula", "a_wildcard_that_runs_wild",
    "a_million_bordered_rows", "a_million_painted_rows", "a_million_hidden_rows", "a_million_formatted_rows",
    "whole_columns_painted", "a_word_at_the_far_corner", "ods_cyclic_styles", "ods_repeated_paint",
    "ods_painted_runs_over_words", "endless_relations",
}  # fmt: skip
"""Those that are only odd: their few words are read."""
MOST_MEGABYTES = 250
ROOT = Path(__file__).resolve().parents[3]


def opened(path):
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)], cwd=ROOT, capture_output=True, text=True, timeout=120, check=True
    )
    return json.loads(done.stdout)


def assert_harmless(name, folder):
    path = folder / (name + (".ods" if name.startswith("ods_") else ".xlsx"))
    FILES[name](path)
    said = opened(path)
    assert said["peak"] < MOST_MEGABYTES
    if name in READ:
        assert said["code"] == "read"
    else:
        assert said["code"] in {"too_large", "corrupt"}
        assert said["sentence"].startswith("The workbook is ") and said["sentence"].count(".") < 4


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
@pytest.mark.parametrize("name", sorted(FILES.keys() - SLOW_TO_MAKE))
def test_a_hostile_file_costs_little(name, tmp_path):
    assert_harmless(name, tmp_path)


@pytest.mark.soak
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is read from /proc")
@pytest.mark.parametrize("name", sorted(SLOW_TO_MAKE))
def test_a_large_hostile_file_costs_little(name, tmp_path):
    assert_harmless(name, tmp_path)
