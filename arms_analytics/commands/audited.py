"""The operator's commands in the audit log."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.commands import say_error


def audited(folder: Path, what: str, about: str) -> None:
    """Log what was done. Where the log cannot be written, what was done stands, and the sentence says both."""
    from arms_analytics.access import operator
    from arms_analytics.store import StoreError
    from arms_analytics.store.records import open_records

    try:
        records = open_records(folder)
        try:
            records.log(f"{operator().name} (command line)", what, about)
        finally:
            records.close()
    except StoreError as fault:
        say_error(f"Done, but not in the audit log. {fault}")
