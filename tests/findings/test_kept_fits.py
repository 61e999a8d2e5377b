"""A fit is kept whole, read back as it was, and never for another state of the data."""

import numpy as np
import pandas as pd
import pytest

from arms_analytics.findings import kept_fits, packed_fit
from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.store.snapshots import path_of
from tests.findings.regions import FIRST
from tests.findings.stores import store_of

REVIEWS = [
    {"force": force, "quarter": FIRST + quarter, "reviewing_force": "C", "officer_ref": "x", "answers": {"Q01": "good"}}
    for force in "AB"
    for quarter in range(2)
]


@pytest.fixture
def place(tmp_path):
    """A store's folder, of which only the names of the snapshots count here."""
    for number in range(1, 6):
        path_of(tmp_path, number).touch()
    return tmp_path


def test_a_fit_comes_back_as_it_was_kept(tmp_path, fit):
    path = tmp_path / "fit.npz"
    np.savez_compressed(path, **packed_fit.packed(fit))
    back = packed_fit.unpacked(dict(np.load(path)))
    for name in packed_fit.FRAMES:
        pd.testing.assert_frame_equal(getattr(back, name), getattr(fit, name), check_dtype=False)
    for name in packed_fit.PLAIN:
        assert getattr(back, name) == getattr(fit, name) and type(getattr(back, name)) is type(getattr(fit, name))
    assert back.rating.sd == fit.rating.sd and back.rating.design.failing_steps == 2
    assert np.array_equal(back.rating.mean.eta(back.rating.design), fit.rating.mean.eta(fit.rating.design))


def test_what_is_absent_is_none_until_it_is_worked_out(place):
    fits = KeptFits(place, snapshot=3, records=2)
    assert fits.read(FIRST) is None and not fits.has(FIRST)
    fits.work_out(store_of(REVIEWS, officers_of="AB"), [FIRST + 1, FIRST])
    assert fits.read(FIRST).quarter == FIRST and fits.read(FIRST + 1).rating.design.quarters == 2


@pytest.mark.parametrize("other", [{"snapshot": 4, "records": 2}, {"snapshot": 3, "records": 3}])
def test_another_snapshot_or_records_version_has_fits_of_its_own(place, other):
    KeptFits(place, snapshot=3, records=2).work_out(store_of(REVIEWS), [FIRST])
    assert not KeptFits(place, **other).has(FIRST)


def test_another_method_has_fits_of_its_own(place, monkeypatch):
    KeptFits(place, 3).work_out(store_of(REVIEWS), [FIRST])
    monkeypatch.setattr(kept_fits, "METHOD", kept_fits.METHOD + 1)
    assert not KeptFits(place, 3).has(FIRST)


def test_what_is_there_is_not_worked_out_again(place, monkeypatch):
    fits, store = KeptFits(place, 3), store_of(REVIEWS)
    fits.work_out(store, [FIRST])
    monkeypatch.setattr(kept_fits, "work_out", lambda *_: pytest.fail("worked out twice"))
    fits.work_out(store, [FIRST])


def test_where_nothing_was_graded_that_is_kept_too(place):
    fits = KeptFits(place, 3)
    fits.work_out(store_of([]), [FIRST])
    assert fits.has(FIRST) and fits.read(FIRST) is None


def test_a_write_that_is_broken_off_leaves_no_fit_and_no_rubbish(place, monkeypatch):
    fits = KeptFits(place, 3)

    def full_disk(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept_fits.np, "savez_compressed", full_disk)
    with pytest.raises(OSError, match="No space"):
        fits.work_out(store_of(REVIEWS), [FIRST])
    assert not fits.has(FIRST) and not any((place / "fits").iterdir())


def test_fits_of_old_snapshots_are_forgotten(place):
    for snapshot in range(1, 6):
        KeptFits(place, snapshot).work_out(store_of(REVIEWS), [FIRST])
    assert [KeptFits(place, snapshot).has(FIRST) for snapshot in range(1, 6)] == [False, False, True, True, True]


def test_nothing_is_kept_of_a_snapshot_that_was_taken_away_meanwhile(place):
    path_of(place, 3).unlink()
    fits = KeptFits(place, 3)
    assert fits.worked_out(store_of(REVIEWS), FIRST).quarter == FIRST
    assert not any((place / "fits").iterdir())
