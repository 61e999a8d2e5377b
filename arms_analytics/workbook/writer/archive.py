"""Several workbooks as one file to take away."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable


def archive(books: Iterable[tuple[str, bytes]]) -> bytes:
    """The .zip file that holds these workbooks, by file name; stored as they are, for they are compressed already."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, content in books:
            file.writestr(name, content)
    return packed.getvalue()
