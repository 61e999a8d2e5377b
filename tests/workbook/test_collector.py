"""While workbooks are read the garbage collector rests, and afterwards it is as it was, whatever the file held."""

import gc
import threading

import pytest

from arms_analytics.workbook import read_workbook, reading
from arms_analytics.workbook.collector import resting


def test_it_rests_while_a_workbook_is_read_and_works_again_afterwards(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(reading, "open_sheets", lambda path: seen.append(gc.isenabled()) or [])
    (tmp_path / "a.xlsx").write_bytes(b"")
    read_workbook(tmp_path / "a.xlsx")
    assert seen == [False]
    assert gc.isenabled()


def test_it_works_again_though_reading_failed():
    with pytest.raises(ZeroDivisionError), resting():
        _ = 1 / 0
    assert gc.isenabled()


def test_of_several_readings_at_a_time_the_last_wakes_it():
    within, leave = threading.Event(), threading.Event()

    def longer():
        with resting():
            within.set()
            leave.wait(10)

    other = threading.Thread(target=longer)
    other.start()
    assert within.wait(10)
    with resting():
        pass
    assert not gc.isenabled(), "the other reading goes on"
    leave.set()
    other.join()
    assert gc.isenabled()


def test_what_somebody_switched_off_stays_off():
    gc.disable()
    try:
        with resting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
