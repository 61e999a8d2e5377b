"""Where LibreOffice can judge, a cell has the colour that it paints: theme and tint, index, style, conditional."""

from difflib import SequenceMatcher

import pytest

from arms_analytics.workbook import open_sheets
from tests.workbook.files.libreoffice import SOFFICE, painted, words
from tests.workbook.wild.draw import draw
from tests.workbook.wild.writers import write

WITHIN = 3
"""Of 255, in each of red, green and blue: both round a tint, each in its own way."""
BOOKS = 60


def near(ours, theirs):
    channels = ((int(ours[at : at + 2], 16), int(theirs[at : at + 2], 16)) for at in (0, 2, 4))
    return all(abs(own - other) <= WITHIN for own, other in channels)


def of_ours(sheet):
    """The same of a tab as we read it; a merged area speaks at its first cell."""
    visible = (
        cell
        for place, cell in sorted(sheet.cells.items())
        if cell.text.strip() and place[0] not in sheet.hidden_rows and place[1] not in sheet.hidden_columns
    )
    return [(words(cell.text), cell) for cell in visible]


def both(sheet, theirs):
    """(our cell, the colour it is painted in) wherever the two agree about the text."""
    ours = of_ours(sheet)
    same = SequenceMatcher(None, [text for text, _ in ours], [text for text, _ in theirs], autojunk=False)
    for here, there, length in same.get_matching_blocks():
        for at in range(length):
            yield ours[here + at][1], theirs[there + at][1]


def written(folder):
    """Books as .xlsx by two writers, each in a folder of its own until it has a name of its own."""
    for seed in range(500_000, 500_000 + BOOKS):
        book = draw(seed, "", "")
        if book.kind == "xlsx":
            (folder / str(seed)).mkdir()
            yield write(book, folder / str(seed)).rename(folder / f"{seed}.xlsx")


@pytest.mark.soak
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine")
@pytest.mark.timeout(900)
def test_every_settled_cell_has_the_colour_that_libreoffice_paints(tmp_path):
    wrong, seen = [], 0
    for path, tabs in painted(list(written(tmp_path)), tmp_path).items():
        sheets = open_sheets(path)
        for sheet in sheets:
            for cell, colour in both(sheet, tabs.get(sheet.name if len(sheets) > 1 else "", [])):
                seen += not cell.unsettled
                if not cell.unsettled and not near(cell.colour or "FFFFFF", colour):
                    wrong.append((path.name, sheet.name, cell.address, cell.text[:20], cell.colour, colour))
    assert seen > 20_000
    assert not wrong
