"""Many people at once: sessions that speak Streamlit's own protocol and move from page to page.

A session here does what a browser does after it has loaded: one websocket, one rerun for each page or choice. What a
page then sends is read to its end, and whatever a person would see as an error counts as trouble.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from urllib.request import urlopen

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

STREAMLIT = Subprotocol("streamlit")
PATIENCE = 60.0
"""Seconds after which a rerun that has not ended counts as trouble."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page's address within the app, and what stands behind its question mark."""

    page: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rerun:
    """One page answered: seconds from asking to its end, the HTML and text it sent, what went wrong, if anything."""

    link: Link
    seconds: float
    text: str
    trouble: str


async def crowd(
    url: str,
    links: Sequence[Link],
    *,
    sessions: int,
    seconds: float,
    looks: tuple[float, float] = (2, 8),
    seed: int = 0,
) -> list[Rerun]:
    """`sessions` people at `url` (http://host:port), each opening one of `links` after another for `seconds`.

    Each begins at a link of their own, goes on at random, and looks at a page for so many seconds, from the least to
    the most, before opening the next.
    """
    until = time.monotonic() + seconds
    cookie = await asyncio.to_thread(_cookie, url)
    chances = (random.Random(f"{seed}-{number}") for number in range(sessions))
    people = (
        _person(url, cookie, links, links[number % len(links)], until, looks, rng) for number, rng in enumerate(chances)
    )
    return [rerun for reruns in await asyncio.gather(*people) for rerun in reruns]


async def visit(url: str, link: Link) -> Rerun:
    """One person who opens one page and goes."""
    async with _session(url, await asyncio.to_thread(_cookie, url)) as socket:
        return await _open(socket, link)


def _cookie(url: str) -> str:
    """What a browser keeps of the first answer and sends from then on."""
    with urlopen(url + "/_stcore/health") as answer:
        return str(answer.headers["Set-Cookie"]).partition(";")[0]


def _session(url: str, cookie: str) -> connect:
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    headers = {"Cookie": cookie}
    return connect(address, subprotocols=[STREAMLIT], additional_headers=headers, max_size=None, ping_interval=None)


async def _person(
    url: str,
    cookie: str,
    links: Sequence[Link],
    link: Link,
    until: float,
    looks: tuple[float, float],
    rng: random.Random,
) -> list[Rerun]:
    await asyncio.sleep(rng.uniform(0, looks[1]))
    reruns: list[Rerun] = []
    async with _session(url, cookie) as socket:
        while not reruns or time.monotonic() < until:
            reruns.append(await _open(socket, link))
            await asyncio.sleep(rng.uniform(*looks))
            link = rng.choice(links)
    return reruns


async def _open(socket: ClientConnection, link: Link) -> Rerun:
    asked = BackMsg()
    asked.rerun_script.page_name = link.page
    asked.rerun_script.query_string = urlencode(link.parameters)
    begun = time.perf_counter()
    await socket.send(asked.SerializeToString())
    try:
        text, trouble = await asyncio.wait_for(_ended(socket), PATIENCE)
    except TimeoutError:
        text, trouble = "", f"no answer within {PATIENCE:.0f} s"
    return Rerun(link, time.perf_counter() - begun, text, trouble)


async def _ended(socket: ClientConnection) -> tuple[str, str]:
    """Read to the end of the run: the text that was sent, and what a person would have seen as an error."""
    texts, troubles = [], []
    while True:
        message = ForwardMsg.FromString(await socket.recv(decode=False))
        kind = message.WhichOneof("type")
        if kind == "delta":
            texts.append(_text(message))
            troubles.append(_trouble(message))
        elif kind == "page_not_found":
            troubles.append("page not found")
        elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                troubles.append("the page does not compile")
            return "\n".join(filter(None, texts)), "; ".join(filter(None, troubles))


def _text(message: ForwardMsg) -> str:
    element = message.delta.new_element
    shown = element.WhichOneof("type")
    return element.html.body if shown == "html" else element.markdown.body if shown == "markdown" else ""


def _trouble(message: ForwardMsg) -> str:
    element = message.delta.new_element
    shown = element.WhichOneof("type")
    if shown == "exception":
        return f"{element.exception.type}: {element.exception.message}"
    if shown == "alert" and element.alert.format == Alert.ERROR:
        return element.alert.body
    return ""
