""".xls, and the container that it shares with encrypted workbooks."""
