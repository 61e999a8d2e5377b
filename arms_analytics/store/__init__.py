"""What is kept: snapshots of the reviews, and the records people write. The only home of duckdb and sqlalchemy."""
