"""The style sheet, sent within the page itself: there before the page's parts arrive, so that nothing moves then."""

from __future__ import annotations

from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SHEET = "\n".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("theme.css", "print.css"))
END = b"</body>"
"""Where it goes: after Streamlit's own rules, whose equals it overrules."""
NOT_ASKED = {b"accept-encoding", b"if-none-match", b"if-modified-since", b"range"}
"""Left out of what the server is asked: only a whole and plain page can be added to, each time with today's sheet."""


class Styled:
    """ASGI middleware that puts `SHEET` at the end of every page (HTML) that goes out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and a page back with the sheet in it; anything else as it is."""
        if (
            scope["type"] != "http"
            or scope["method"] != "GET"
            or "text/html" not in Headers(scope=scope).get("accept", "")
        ):
            return await self._app(scope, receive, send)
        asked = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in NOT_ASKED]}
        held: list[Message] = []

        async def styled(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                held.append(message)
            elif not held:
                await send(message)
            else:
                held.append(message)
                if not message.get("more_body"):
                    for each in _with_sheet(held):
                        await send(each)

        await self._app(asked, receive, styled)


def _is_page(start: Message) -> bool:
    return MutableHeaders(scope=start).get("content-type", "").startswith("text/html")


def _with_sheet(held: list[Message]) -> tuple[Message, Message]:
    """The answer's start and its whole body with the sheet in it."""
    start, *parts = held
    body = b"".join(part.get("body", b"") for part in parts)
    body = body.replace(END, f"<style>{SHEET}</style>".encode() + END, 1)
    headers = MutableHeaders(scope=start)
    for name in ("etag", "last-modified"):
        if name in headers:
            del headers[name]
    headers["content-length"] = str(len(body))
    return start, {"type": "http.response.body", "body": body}
