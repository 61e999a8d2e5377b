"""Readers that stand in for `read_workbook`: at module level, so that a worker process finds them too."""

import hashlib
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from arms_analytics.vocabulary import Problem, Quarter, Severity
from tests.store.readings import make_reading


def write(path, quarter="2025-26-Q1", **lines):
    """A stand-in workbook: `name=value` lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(f"{name}={value}" for name, value in {"quarter": quarter, **lines}.items()))
    return path


def read(path, answers=None):
    said = dict(line.split("=", 1) for line in path.read_text().splitlines())
    if said.get("crash") == "exception":
        raise KeyError("no such layout")
    while "after" in said and Path(said["after"]).exists():
        time.sleep(0.05)
    if said.get("crash") == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    reading = make_reading(
        Quarter.parse(said["quarter"]),
        tuple(said.get("forces", "Cheshire,Cumbria").split(",")),
        grade=said.get("grade", "good"),
        feedback=said.get("feedback", "as asked"),
        synthetic="synthetic" in said,
    )
    if answers and answers.get("grade"):
        reading = make_reading(Quarter.parse(said["quarter"]), grade=answers.get("grade"))
    if "error" in said:
        reading = replace(reading, problems=(Problem(Severity.ERROR, said["error"], "Cheshire", "B2", "No."),))
    if "empty" in said:
        reading = replace(reading, reviews=())
    return replace(reading, path=str(path), sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def same_ids(questions):
    return lambda reading: reading
