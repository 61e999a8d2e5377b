"""What is kept: snapshots of the reviews, and the records people write. The only home of duckdb and sqlalchemy."""

from arms_analytics.store.errors import NoStoreError, StoreError
from arms_analytics.store.newest import newest_snapshot
from arms_analytics.store.snapshots import ClarifiedGrade, Snapshot, newest_number

__all__ = ["ClarifiedGrade", "NoStoreError", "Snapshot", "StoreError", "newest_number", "newest_snapshot"]
