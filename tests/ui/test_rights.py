"""Every page and every role: whoever lacks the right that a page needs gets a sentence and nothing else."""

import pytest

from arms_analytics.access import Role, Viewer, may
from arms_analytics.ui.navigation import PAGES
from tests.ui.conftest import said

CLAIMED = {
    Role.VIEWER: "ARMS.Viewer",
    Role.CPD_PLANNER: "ARMS.CpdPlanner",
    Role.SOMU_LEAD: "ARMS.SomuLead",
    Role.COORDINATOR: "ARMS.Coordinator",
    Role.CHAIR: "ARMS.Chair",
}


def test_each_page_is_listed_once():
    assert len({listed.stem for listed in PAGES}) == len({listed.title for listed in PAGES}) == len(PAGES)


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
@pytest.mark.parametrize("role", CLAIMED, ids=str)
def test_a_page_opens_for_those_who_have_its_right(run, listed, role):
    user = {"name": "Jo", "email": "jo@cheshire.police.uk", "roles": [CLAIMED[role]]}
    person = Viewer("Jo", user["email"], frozenset({role}), "Cheshire")
    app = run(listed.stem, user=user)
    refused = [error.value for error in app.error if "may not" in error.value]
    drawn = f"<h1>{listed.title}</h1>" in said(app)
    assert (drawn, bool(refused)) == ((True, False) if may(person, listed.needs) else (False, True))


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
@pytest.mark.parametrize(
    "user", [{"is_logged_in": False}, {"name": "Sam", "roles": ["Payroll.Clerk"]}], ids=["out", "stranger"]
)
def test_no_page_opens_for_anybody_else(run, listed, user):
    app = run(listed.stem, user=user)
    words = said(app)
    assert f"<h1>{listed.title}</h1>" not in words
    assert not [name for name in ("Cheshire", "Cumbria", "Merseyside") if name in words]
    assert not app.get("bidi_component") or "Cheshire" not in app.get("bidi_component")[0].proto.json
