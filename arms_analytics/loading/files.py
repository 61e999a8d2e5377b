"""Which files are meant by the paths a person gives: workbooks, and folders of workbooks however deep."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from arms_analytics.vocabulary import Problem, Severity

STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What is no text, or would steer a terminal or turn the writing round, in the name of a file or of a tab."""
MOST_BYTES = 256 * 2**20
"""A larger file is no collated workbook; not even its digest is worth the time."""
SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class Found:
    """One file to read, with its size in bytes and its digest; or a path that cannot be, and why."""

    path: Path
    size: int = 0
    sha256: str = ""
    problem: Problem | None = None


def printable(text: str) -> str:
    """The name of a file, or text from within it, as it may be stored, logged and printed."""
    return STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def find_workbooks(paths: Iterable[Path]) -> list[Found]:
    """Every file named, and the workbooks in every folder named, each once, in the order given and then by name.

    Left out in folders: other kinds of files, hidden ones, and the `~$` files by which Office locks a workbook.
    """
    found: dict[Path, Found] = {}
    for path in paths:
        inside = _inside(path) if path.is_dir() else [path]
        for file in inside:
            found.setdefault(file.resolve(), _look_at(file))
        if not inside:
            found[path.resolve()] = _refused(path, "no_workbooks", f"There is no workbook in the folder {path}.")
    return list(found.values())


def _inside(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not path.name.startswith("~$")
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def _look_at(path: Path) -> Found:
    try:
        if path.exists() and not path.is_file():
            return _refused(path, "not_a_file", f"{path} is no file but a device or a pipe. Name the workbook itself.")
        if path.stat().st_size > MOST_BYTES:
            limit = f"{MOST_BYTES // 2**20} MB"
            return _refused(
                path, "too_large", f"{path} is larger than {limit}: no collated workbook is. Check the file."
            )
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return Found(path, file.tell(), digest)
    except FileNotFoundError:
        return _refused(path, "not_found", f"There is no file {path}. Check the name.")
    except OSError as fault:
        why = fault.strerror or "the system refuses"
        return _refused(
            path, "not_readable", f"{path} cannot be opened ({why}). Close it elsewhere, or ask for access."
        )


def _refused(path: Path, code: str, message: str) -> Found:
    return Found(path, problem=Problem(Severity.ERROR, code, "", "", message))
