"""The model fitted after a load, so that the first page that asks how sure one may be need not wait."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.commands import say_error


def fitted(folder: Path) -> None:
    """Fit the newest snapshot as of its latest quarter and the one before. What fails here the dashboard does later."""
    from arms_analytics.commands.as_of import as_of
    from arms_analytics.store import StoreError

    try:
        with as_of(folder, None):
            pass
    except (StoreError, OSError) as fault:
        say_error(f"Loaded. How sure one may be could not be worked out yet; the dashboard will. {fault}")
