"""Every page and every role: whoever lacks the right that a page needs gets a sentence and nothing else."""

import pytest

from arms_analytics.access import Role, Viewer, may
from arms_analytics.ui.navigation import PLACES
from tests.ui.conftest import said

CLAIMED = {
    Role.VIEWER: "ARMS.Viewer",
    Role.CPD_PLANNER: "ARMS.CpdPlanner",
    Role.SOMU_LEAD: "ARMS.SomuLead",
    Role.COORDINATOR: "ARMS.Coordinator",
    Role.CHAIR: "ARMS.Chair",
}


def test_each_page_is_listed_once():
    assert len({place.stem for place in PLACES}) == len({place.title for place in PLACES}) == len(PLACES)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.stem)
@pytest.mark.parametrize("role", CLAIMED, ids=str)
def test_a_page_opens_for_those_who_have_its_right(run, place, role):
    user = {"name": "Jo", "email": "jo@cheshire.police.uk", "roles": [CLAIMED[role]]}
    person = Viewer("Jo", user["email"], frozenset({role}), "Cheshire")
    app = run(place.stem, user=user)
    refused = [error.value for error in app.error if "may not" in error.value]
    drawn = f"<h1>{place.title}</h1>" in said(app)
    assert (drawn, bool(refused)) == ((True, False) if may(person, place.needs) else (False, True))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.stem)
@pytest.mark.parametrize(
    "user", [{"is_logged_in": False}, {"name": "Sam", "roles": ["Payroll.Clerk"]}], ids=["out", "stranger"]
)
def test_no_page_opens_for_anybody_else(run, place, user):
    app = run(place.stem, user=user)
    words = said(app)
    assert f"<h1>{place.title}</h1>" not in words
    assert not [name for name in ("Cheshire", "Cumbria", "Merseyside") if name in words]
    assert not app.get("bidi_component") or "Cheshire" not in app.get("bidi_component")[0].proto.json
