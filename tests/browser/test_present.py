"""The meeting's list of actions on a shared screen: large where they are few, whole where they are many."""

import pytest

from arms_analytics.store.records import Action, open_records
from tests.browser.serving import at_rest, running
from tests.store.readings import QUARTER, make_reading, store

TEXT = "Supervisors read two plans a month and report at the next meeting"


@pytest.fixture
def folder(chromium, tmp_path):
    store(tmp_path / "store", make_reading())
    return tmp_path / "store"


def test_actions_are_read_from_across_a_room_while_all_of_them_fit(visiting, folder):
    book = open_records(folder)
    with running(folder) as address, visiting(address) as visit:
        sizes = []
        for actions in (6, 4):
            for place in range(actions):
                about = {"force": "Cheshire", "question_id": f"Q0{place + 1}", "quarter_index": QUARTER.index}
                book.actions.add(Action(text=TEXT, owner="SOMU lead, Cheshire", **about), "chair")
            page = visit.open("present", screen="Actions")
            at_rest(page)
            sizes.append(
                float(
                    page.locator(".arms-actions td").first.evaluate("it => parseFloat(getComputedStyle(it).fontSize)")
                )
            )
            main = page.locator("[data-testid=stMain]")
            assert main.evaluate("it => it.scrollHeight <= it.clientHeight"), "nothing needs scrolling"
            assert page.locator(".arms-actions tbody tr").count() == sum((6, 4)[: len(sizes)])
        few, many = sizes
        assert few >= 18 > many
    book.close()
