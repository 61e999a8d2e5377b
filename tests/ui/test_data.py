"""Which store the app opens, and that a finding is asked once per snapshot."""

import gc
import weakref

import pytest

from arms_analytics.store.erase import Erasure, erase
from arms_analytics.ui import data, folder
from arms_analytics.workbook.texts.labels import said
from tests.store.readings import QUARTER, make_reading, store


@pytest.fixture
def folders(tmp_path, monkeypatch):
    monkeypatch.delenv("ARMS_DATABASE", raising=False)
    monkeypatch.setattr(folder, "REAL", tmp_path / "store")
    monkeypatch.setattr(folder, "DEMONSTRATION", tmp_path / "demo-store")
    return tmp_path


def test_without_real_data_the_demonstration_is_opened(folders):
    assert folder.store() == folders / "demo-store"


def test_real_data_comes_first(folders):
    store(folders / "store", make_reading())
    store(folders / "demo-store", make_reading(synthetic=True))
    assert folder.store() == folders / "store"


def test_a_named_store_comes_before_both(folders, monkeypatch):
    store(folders / "store", make_reading())
    monkeypatch.setenv("ARMS_DATABASE", str(folders / "other"))
    assert folder.store() == folders / "other"


def test_a_finding_is_asked_once_until_something_is_loaded(folders, monkeypatch):
    monkeypatch.setattr(data.access, "viewer", data.access.operator)
    asked = []

    def count(cursor):
        asked.append(1)
        return cursor.execute("SELECT count(*) AS n FROM reviews").df()

    store(folders / "store", make_reading())
    data.begin()
    assert data.find(count)["n"].tolist() == data.find(count)["n"].tolist() == [8]
    assert len(asked) == 1
    assert not data.changed()
    store(folders / "store", make_reading(QUARTER.plus(1)))
    assert data.find(count)["n"].tolist() == [8], "a page run reads one state throughout"
    assert data.changed(), "so that a part of it that is drawn again asks for the whole"
    data.begin()
    assert data.find(count)["n"].tolist() == [16]
    assert len(asked) == 2


def test_what_another_program_erased_stays_neither_in_memory_nor_open(folders, monkeypatch):
    monkeypatch.setattr(data.access, "viewer", data.access.operator)
    asked = []

    def texts(cursor, *about):
        asked.append(about)
        return cursor.execute("SELECT feedback FROM answers").df()

    store(folders / "store", make_reading(feedback="before"), make_reading(QUARTER.plus(1), feedback="after"))
    before = weakref.ref(data.begin())
    data.find(texts)
    officer = said("Officer: PC 4711")
    assert said("Officer: PC 4711") is officer
    erase(folders / "store", Erasure(before=QUARTER.plus(1).index), lambda gone: None)
    data.begin()
    gc.collect()
    assert before() is None
    assert said("Officer: PC 4711") is not officer, "what a workbook said is forgotten too"
    assert not data.find(texts)["feedback"].str.contains("before").any()
    data.begin()
    data.find(texts)
    assert len(asked) == 2
