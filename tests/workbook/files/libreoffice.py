"""LibreOffice as a judge of effective colours: its web page of a workbook shows each cell as it would be painted."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from lxml import html

SOFFICE = shutil.which("soffice")
Painted = tuple[str, str]
"""A cell's text, its white space made one, and its colour as RRGGBB; white where nothing is painted."""


def painted(workbooks: Sequence[Path], folder: Path) -> dict[Path, dict[str, list[Painted]]]:
    """Each workbook's tabs by name, the cells that hold text in reading order; one tab alone has no name there."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, "--headless", profile, "--convert-to", "html", "--outdir", str(folder), *map(str, workbooks)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {path: _tabs((folder / path.name).with_suffix(".html")) for path in workbooks}


def words(text: str) -> str:
    """The text as it is compared."""
    return " ".join(text.split())


def _tabs(page: Path) -> dict[str, list[Painted]]:
    tree = html.fromstring(page.read_bytes())
    tables = tree.xpath("//table[not(ancestor::table)]")
    names = [head.text_content() for head in tree.xpath("//h1/em")] or [""]
    return {
        name: list(filter(lambda cell: cell[0], map(_cell, table.xpath(".//td"))))
        for name, table in zip(names, tables, strict=True)
    }


def _cell(cell: html.HtmlElement) -> Painted:
    for note in cell.xpath(".//comment"):
        note.drop_tree()
    return words(cell.text_content()), cell.get("bgcolor", "#FFFFFF").lstrip("#").upper()
