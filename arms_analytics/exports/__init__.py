"""What people take away: CSV, Parquet, Excel, PowerPoint, Word, calendar and mail files."""
