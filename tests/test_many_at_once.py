"""Many people at once, on Streamlit's own protocol, while loads run (at full size: `python -m benchmarks sessions`)."""

import threading
import time

import psutil
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from arms_analytics.ui.navigation import PAGES
from benchmarks.crowd import Link, crowd, visit
from tests.app_server import app_server, to_its_end
from tests.store.readings import QUARTER, make_reading, store

GRADES = ("inadequate", "good")
LINKS = [
    Link(listed.address, (("quarter", QUARTER.plus(number).key), ("force", force)))
    for number in range(2)
    for force in ("Cheshire", "Cumbria")
    for listed in PAGES
]
LET_GO = 200 * 2**20
"""Bytes that a crowd may leave behind: caches that it filled, room that Python keeps for the next one."""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "store"
    store(folder, *(make_reading(QUARTER.plus(number)) for number in range(4)))
    return folder


def load_meanwhile(folder, over, loaded):
    while not over.wait(0.5):
        store(folder, make_reading(QUARTER, grade=GRADES[len(loaded) % 2]))
        loaded.append(1)


def test_nobody_meets_an_error_while_loads_run(folder, tmp_path):
    over, loaded = threading.Event(), []
    loader = threading.Thread(target=load_meanwhile, args=(folder, over, loaded))
    with app_server(tmp_path, folder) as app:
        loader.start()
        try:
            reruns = to_its_end(crowd(app.url, LINKS, sessions=len(PAGES), seconds=8, looks=(0.2, 1)))
        finally:
            over.set()
            loader.join()
        newest = to_its_end(visit(app.url, Link("")))
        assert "Traceback" not in app.said
    assert [rerun.trouble for rerun in reruns if rerun.trouble] == []
    assert {rerun.link.page for rerun in reruns} == {listed.address for listed in PAGES}
    assert len(loaded) >= 2
    assert f"Data version {1 + len(loaded)}" in newest.text


def test_a_crowd_that_has_left_leaves_its_memory(folder, tmp_path):
    with app_server(tmp_path, folder, "--server.disconnectedSessionTTL", "1") as app:
        server = psutil.Process(app.process.pid)
        held = []
        for seed in range(3):
            to_its_end(crowd(app.url, LINKS, sessions=8, seconds=3, looks=(0.2, 0.5), seed=seed))
            time.sleep(2)
            held.append(server.memory_info().rss)
    assert held[-1] - held[0] < LET_GO


def test_a_stranger_to_the_protocol_is_sent_away_and_the_app_goes_on(folder, tmp_path):
    async def nonsense(url):
        async with connect(url.replace("http", "ws", 1) + "/_stcore/stream", subprotocols=["streamlit"]) as socket:
            await socket.send(b"\xff" * 1000)
            with pytest.raises(ConnectionClosed):
                while True:
                    await socket.recv()

    with app_server(tmp_path, folder) as app:
        to_its_end(nonsense(app.url))
        assert to_its_end(visit(app.url, Link(""))).trouble == ""
