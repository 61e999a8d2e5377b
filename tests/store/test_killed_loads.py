"""A loader is killed at every step and at random moments: readers find what was before, or what came after."""

import itertools
import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from arms_analytics.store import StoreError, newest_number, newest_snapshot
from arms_analytics.store.lock import locked
from tests.store.readings import make_reading, store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="processes are forked and killed by signal")

STEPS = (
    "locked", "cleaned", "copied", "begun", "written", "committed", "checkpointed", "closed", "verified", "synced",
    "renamed", "folder synced", "pruned",
)  # fmt: skip
PUBLISHED = STEPS.index("renamed")


class Loaders:
    """Forks loaders, one request after the other."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.store.loader_process"],
            cwd=Path(__file__).resolve().parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, folder, version, **request):
        self.process.stdin.write(json.dumps({"folder": str(folder), "version": version, **request}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)


@pytest.fixture(scope="module")
def loaders():
    started = Loaders()
    yield started
    started.close()


@pytest.fixture
def folder(tmp_path):
    store(tmp_path / "store", make_reading(feedback="version 0"))
    return tmp_path / "store"


def versions(folder):
    """The versions that a reader sees, each with its number of rows: one version, 24 rows, when all is well."""
    snapshot = newest_snapshot(folder)
    assert not snapshot.problem, snapshot.problem
    rows = snapshot.cursor().execute("SELECT split_part(feedback, ' Q', 1), count(*) FROM answers GROUP BY ALL")
    found = dict(rows.fetchall())
    snapshot.close()
    return found


def fault(folder, before, after):
    """What is wrong after a loader died between these versions; empty when nothing is."""
    try:
        found = versions(folder)
        with locked(folder, patience=0):
            pass
    except (AssertionError, StoreError) as error:
        return str(error)
    whole = [{f"version {version}": 24} for version in (before, after)]
    return "" if found in whole else f"{found} is neither version {before} nor version {after}"


def test_the_steps_are_those_of_a_load(tmp_path):
    seen = []
    store(tmp_path / "store", make_reading(), step=seen.append)
    assert tuple(seen) == STEPS


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_the_store_is_as_before_or_as_after_and_the_next_load_works(loaders, folder, step):
    assert loaders.run(folder, 1, kill_at=step)["status"] == -9
    assert not fault(folder, 0, 1)
    assert versions(folder) == {f"version {int(STEPS.index(step) >= PUBLISHED)}": 24}
    assert loaders.run(folder, 2) == {"status": 0, "said": ""}
    assert versions(folder) == {"version 2": 24}
    assert all(path.name.startswith("snap-") or path.name == "lock" for path in folder.iterdir())


def test_killed_on_the_very_first_load_nothing_is_there_or_all_of_it(loaders, tmp_path):
    for step in ("locked", "begun", "committed", "closed", "synced", "renamed"):
        folder = tmp_path / step
        assert loaders.run(folder, 1, kill_at=step)["status"] == -9
        assert (newest_number(folder) is not None) == (STEPS.index(step) >= PUBLISHED)
        assert loaders.run(folder, 2)["status"] == 0
        assert versions(folder) == {"version 2": 24}


def kill_at_random(loaders, folder, times, seed):
    chance = random.Random(seed)
    begun = time.monotonic()
    assert loaders.run(folder, 0)["status"] == 0
    whole = time.monotonic() - begun
    last = 0
    for version in range(1, times + 1):
        status = loaders.run(folder, version, kill_after=chance.uniform(0, 1.2 * whole))["status"]
        assert status in {0, -9}
        assert not fault(folder, last, version)
        last = int(next(iter(versions(folder))).split()[1])
    assert loaders.run(folder, times + 1)["status"] == 0
    assert versions(folder) == {f"version {times + 1}": 24}


def test_killed_at_random_moments(loaders, folder):
    kill_at_random(loaders, folder, times=24, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10))
@pytest.mark.timeout(900)
def test_killed_at_random_moments_hundreds_of_times(loaders, folder, seed):
    kill_at_random(loaders, folder, times=50, seed=100 + seed)


@pytest.mark.parametrize("broken", ["in place", "copied into place"])
def test_a_loader_that_is_wrong_is_noticed(loaders, folder, broken):
    assert loaders.run(folder, 1, broken=broken, kill_at="written")["status"] == -9
    assert fault(folder, 0, 1)


def read_until(stop, folder, faults, counts):
    seen = 0
    while not stop.is_set():
        try:
            found = versions(folder)
        except Exception as error:
            faults.append(repr(error))
            return
        (version,) = found
        if found != {version: 24} or int(version.split()[1]) < seen:
            faults.append(f"{found} after version {seen}")
            return
        seen = int(version.split()[1])
        counts.append(seen)


def read_while_loading(loaders, folder, times):
    stop, faults, counts = threading.Event(), [], []
    readers = [threading.Thread(target=read_until, args=(stop, folder, faults, counts)) for _ in range(2)]
    for reader in readers:
        reader.start()
    statuses = {loaders.run(folder, version)["status"] for version in range(1, times + 1)}
    stop.set()
    for reader in readers:
        reader.join()
    assert not faults
    assert statuses == {0}
    assert len(set(counts)) > 1


def test_readers_see_whole_versions_and_never_an_older_one_while_loads_run(loaders, folder):
    read_while_loading(loaders, folder, times=6)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_readers_see_whole_versions_over_hundreds_of_loads(loaders, folder):
    read_while_loading(loaders, folder, times=150)


def test_two_loaders_at_once_both_arrive(folder):
    pair = [Loaders(), Loaders()]
    quarters = ("2025-26-Q2", "2025-26-Q3")
    threads = [
        threading.Thread(target=loader.run, args=(folder, 1), kwargs={"quarter": quarter})
        for loader, quarter in zip(pair, quarters, strict=True)
    ]
    for thread in itertools.chain(threads):
        thread.start()
    for thread in threads:
        thread.join()
    for loader in pair:
        loader.close()
    assert versions(folder) == {"version 0": 24, "version 1": 48}
    assert newest_number(folder) == 3


@pytest.mark.parametrize("size", [100_000, 1_000_000, 2_000_000, 2_500_000, 3_000_000])
def test_a_full_disk_stores_nothing_says_so_and_leaves_nothing_behind(loaders, folder, size):
    answer = loaders.run(folder, 1, file_size=size)
    if answer["status"] == 0:
        pytest.skip("a store of this size fits")
    assert answer["status"] == 1
    assert "Nothing was stored" in answer["said"]
    assert versions(folder) == {"version 0": 24}
    assert {path.name for path in folder.iterdir()} == {"snap-000001.duckdb", "lock"}


def test_a_folder_that_may_not_be_written_says_so(loaders, folder):
    for path in [folder, *folder.iterdir()]:
        path.chmod(0o555)
    for parent in folder.parents[:3]:
        parent.chmod(0o755)
    answer = loaders.run(folder, 1, powerless=True)
    folder.chmod(0o755)
    assert answer["status"] == 1
    assert "Permission denied" in answer["said"]
    assert versions(folder) == {"version 0": 24}
