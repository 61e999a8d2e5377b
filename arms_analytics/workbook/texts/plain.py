"""A text as one compares it with another."""

from __future__ import annotations

import unicodedata

from arms_analytics.remembered import remembered

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"', ord("\u00a0"): " "}


@remembered(8192)
def plain(text: str) -> str:
    """Lower case, single spaces, plain dashes and quotes: for comparing, never for storing."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_DASHES).translate(_QUOTES)
    return " ".join(text.lower().split())
