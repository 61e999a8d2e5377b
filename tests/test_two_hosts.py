"""Two hosts serve one region: the snapshots on a shared folder, what people write in PostgreSQL, loads meanwhile."""

import asyncio
import threading

import pytest

from arms_analytics.store.records import Action, Records
from arms_analytics.ui.navigation import PAGES
from benchmarks.crowd import Link, crowd, visit
from tests.app_server import app_server, to_its_end
from tests.store.readings import QUARTER, make_reading, store
from tests.store.records.postgres_server import running_server

pytestmark = [pytest.mark.postgres, pytest.mark.xdist_group("postgres")]
LINKS = [Link(listed.address, (("quarter", QUARTER.key), ("force", "Cheshire"))) for listed in PAGES]


@pytest.fixture
def region(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading())
    with running_server() as socket:
        yield folder, f"postgresql+psycopg://arms@/postgres?host={socket}"


def load_meanwhile(folder, over, loaded):
    while not over.wait(1):
        store(folder, make_reading(QUARTER.plus(1 + len(loaded) % 2), grade=("good", "inadequate")[len(loaded) % 2]))
        loaded.append(1)


async def both(first, second):
    visits = [crowd(url, LINKS, sessions=4, seconds=10, looks=(0.2, 1)) for url in (first.url, second.url)]
    return [rerun for reruns in await asyncio.gather(*visits) for rerun in reruns]


def read(app, page):
    return to_its_end(visit(app.url, Link(page))).text


def test_both_see_every_load_and_everything_that_is_written(region, tmp_path):
    folder, database = region
    over, loaded = threading.Event(), []
    loader = threading.Thread(target=load_meanwhile, args=(folder, over, loaded))
    hosts = {"environment": {"ARMS_RECORDS": database}}
    with app_server(tmp_path / "1", folder, **hosts) as first, app_server(tmp_path / "2", folder, **hosts) as second:
        loader.start()
        try:
            reruns = to_its_end(both(first, second))
        finally:
            over.set()
            loader.join()
        assert [rerun.trouble for rerun in reruns if rerun.trouble] == []
        assert loaded
        records = Records(database)
        records.actions.add(Action(text="Seen from both hosts", owner="Chair"), "Chair")
        for app in (first, second):
            assert f"Data version {1 + len(loaded)}" in read(app, "")
            assert "Seen from both hosts" in read(app, "actions")
        records.close()
    assert not (folder / "records.sqlite").exists()


def test_when_the_database_goes_the_grades_can_still_be_seen_and_the_page_says_so(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading())
    nowhere = f"postgresql+psycopg://arms@/postgres?host={tmp_path}"
    with app_server(tmp_path, folder, environment={"ARMS_RECORDS": nowhere}) as app:
        seen = to_its_end(visit(app.url, Link("heatmap", (("cell", "Q01~Cheshire"),))))
    assert "as asked Q01" in seen.text
    assert "Data version 1" in seen.text
    assert seen.trouble == ""
