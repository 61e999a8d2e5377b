"""The model fitted after a load, so that the first page that asks how sure one may be need not wait."""

from __future__ import annotations

from pathlib import Path

from arms_analytics.commands import say_error


def fitted(folder: Path) -> None:
    """Fit the newest snapshot as of its latest quarter and the one before. What fails here the dashboard does later."""
    from arms_analytics.findings.choices import latest_quarter
    from arms_analytics.findings.kept_fits import KeptFits
    from arms_analytics.store import StoreError, newest_snapshot
    from arms_analytics.store.records import open_records

    try:
        snapshot, records = newest_snapshot(folder), open_records(folder)
        try:
            version, clarified = records.version, records.moderations.clarified_grades()
        finally:
            records.close()
        with snapshot.cursor(snapshot.forces, clarified) as cursor:
            latest = latest_quarter(cursor)
            if latest is not None:
                KeptFits(folder, snapshot.number, version).work_out(cursor, [latest, latest - 1])
    except (StoreError, OSError) as fault:
        say_error(f"Loaded. How sure one may be could not be worked out yet; the dashboard will. {fault}")
