"""Allocation and reminders: proposed, recorded, held against what came, and whom to remind."""

import pytest

from arms_analytics.store.records import open_records
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import pressed, said


@pytest.fixture
def region(tmp_path):
    folder = tmp_path / "store"
    store(folder, make_reading(QUARTER))
    return folder


def test_it_opens_on_the_next_quarter_with_a_proposal(run, region):
    app = run("allocation", database=region)
    assert app.selectbox(key="choose_allocated").value == QUARTER.plus(1).key
    pairs = {box.label: box.value for box in app.selectbox if "is reviewed by" in box.label}
    assert len(pairs) == 6
    assert all(reviewing not in label for label, reviewing in pairs.items())
    assert any("No allocation is recorded" in info.value for info in app.info)


def test_a_recorded_allocation_is_held_against_what_came(run, region):
    app = run("allocation", database=region, quarter=QUARTER.key)
    pressed(app, "Record this allocation")
    assert "is recorded" in app.success[0].value
    rows = open_records(region).allocations.find(quarter_index=QUARTER.index)
    assert len(rows) == 6
    assert all(row.force != row.reviewing_force for row in rows)
    words = said(app)
    assert "awaited" in words
    assert {e.label for e in app.expander} >= {"Reminder for Lancashire", "Reminder for North Wales"}
    assert "Reminder for Cheshire" not in {e.label for e in app.expander}
    assert any("4 peer reviews of ARMS plans of Lancashire" in code.value for code in app.code)


def test_recording_again_replaces_it(run, region):
    for _ in range(2):
        pressed(run("allocation", database=region), "Record this allocation")
    assert len(open_records(region).allocations.find()) == 6


def test_garbage_in_the_address_gives_the_next_quarter(run, region):
    assert run("allocation", database=region, quarter="<script>").selectbox(key="choose_allocated").value
