"""What cannot be read at all: each refusal is one sentence that says what is wrong and what to do."""

from __future__ import annotations

AGAIN = "open it in Excel, save a copy as .xlsx, and load that copy"
LOCKED = (
    "The workbook is protected by a password or a rights label; open it in Excel, remove that "
    "(File, Info, Protect Workbook, Encrypt with Password, and clear it), save, and load it again."
)
CLEAR_RULES = (
    "clear them in Excel (Home, Conditional Formatting, Clear Rules) after copying the colours, and load it again"
)
NEW_WORKBOOK = "copy the tabs with the reviews into a new workbook and load that"
LONGEST_SENTENCE = 400
"""A hostile file's names for its parts may be of any length; the sentence that quotes one is not."""


class UnreadableWorkbookError(Exception):
    """The file cannot be read at all; its message is the one sentence that says what and what to do.

    `code` goes into the problem: `encrypted`, `not_a_workbook`, `too_large`, `corrupt`, and so on.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(" ".join(message.split())[:LONGEST_SENTENCE])
        self.code = code


def corrupt(what: str) -> UnreadableWorkbookError:
    """The refusal of a damaged workbook; `what` is wrong with it."""
    return UnreadableWorkbookError("corrupt", f"The workbook is damaged ({what}); {AGAIN}.")


def too_large(what: str, remedy: str = NEW_WORKBOOK) -> UnreadableWorkbookError:
    """The refusal of what exceeds a limit; `what` does."""
    return UnreadableWorkbookError("too_large", f"The workbook is too large for a collated review ({what}); {remedy}.")


def too_many_rules(tab: str = "", remedy: str = NEW_WORKBOOK) -> UnreadableWorkbookError:
    """The refusal of a tab, named where its name is known, with more conditional formats than people make."""
    return too_large(f"{f'tab {tab!r}' if tab else 'a tab'} has tens of thousands of conditional formats", remedy)


def too_many_cells(most: int) -> UnreadableWorkbookError:
    """The refusal of a workbook with more than so many cells that say something."""
    return too_large(f"it has more than {most:,} filled cells")


def no_sheets(kind: str = "worksheets") -> UnreadableWorkbookError:
    """The refusal of a workbook without a tab that holds cells."""
    return UnreadableWorkbookError(
        "no_sheets", f"The workbook has no {kind}; check that it is the collated reviews, and load those."
    )


def no_workbook(what: str) -> UnreadableWorkbookError:
    """The refusal of a file that is something else: `what`, and what to do."""
    return UnreadableWorkbookError("not_a_workbook", f"The file is no workbook but {what}.")


def encrypted() -> UnreadableWorkbookError:
    """The refusal of a workbook under a password."""
    return UnreadableWorkbookError("encrypted", LOCKED)
