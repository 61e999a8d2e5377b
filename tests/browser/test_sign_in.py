"""The whole way through sign-in in a real browser, against a real OpenID Connect provider on this machine.

The provider answers at 127.0.0.1 and the app at localhost: to a browser two different sites, as in life.
"""

import os
from datetime import timedelta

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import expect

from arms_analytics.access import Role, Viewer, may
from arms_analytics.ui.navigation import PAGES
from tests.app_server import app_server, free_port
from tests.browser.serving import keep_compiled
from tests.store.readings import make_reading, store

expect.set_options(timeout=20_000)
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

PEOPLE = {
    "chair": {"name": "Chris Chair", "email": "chris@cheshire.police.uk", "roles": ["ARMS.Chair"]},
    "coordinator": {"name": "Cora Coordinator", "email": "cora@cumbria.police.uk", "roles": ["ARMS.Coordinator"]},
    "lead": {"name": "Lee Lead", "email": "lee@cheshire.police.uk", "roles": ["ARMS.SomuLead"]},
    "planner": {"name": "Pat Planner", "email": "pat@gmp.police.uk", "roles": ["ARMS.CpdPlanner"]},
    "viewer": {"name": "Val Viewer", "email": "val@cumbria.police.uk", "roles": ["ARMS.Viewer"]},
    "stranger": {"name": "Sam Stranger", "email": "sam@cheshire.police.uk", "roles": ["Payroll.Clerk"]},
}
DESCRIBED = {
    "chair": "Chris Chair, Chair (Cheshire)",
    "coordinator": "Cora Coordinator, Coordinator (Cumbria)",
    "lead": "Lee Lead, SOMU lead (Cheshire)",
    "planner": "Pat Planner, CPD planner (Greater Manchester)",
    "viewer": "Val Viewer, Viewer (Cumbria)",
}
SECRETS = """
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "drawn at random for this test and for no other use"
client_id = "arms"
client_secret = "a secret of this test"
server_metadata_url = "http://127.0.0.1:{provider}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def provider():
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # the provider speaks plain http, on loopback
    users = [User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]
    with run_server_in_thread(user_claims=users, require_nonce=True) as server:
        yield server.server_port


@pytest.fixture(scope="module")
def app(provider, tmp_path_factory):
    work = tmp_path_factory.mktemp("signed-in")
    store(work / "store", make_reading(feedback="The plan names its dates."))
    port = free_port()
    secrets = SECRETS.format(port=port, provider=provider)
    with app_server(work, work / "store", port=port, secrets=secrets) as server:
        yield server


@pytest.fixture(scope="module")
def context(chromium, app):
    context = keep_compiled(chromium.new_context(locale="en-GB"), app.url)
    # The provider's own pages take a style sheet from elsewhere; what our pages ask for is another test's business.
    context.route(lambda url: "localhost" not in url and "127.0.0.1" not in url, lambda route: route.abort())
    yield context
    context.close()


@pytest.fixture
def page(context):
    """A page before somebody of whom neither the app nor the provider knows: what they keep is kept in cookies."""
    page = context.new_page()
    yield page
    page.close()
    context.clear_cookies()


def sign_in(page, sub):
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=sub, exact=True).click()


@pytest.fixture
def received(page):
    """What the app's socket has sent to the page."""
    frames = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))
    return frames


@pytest.mark.parametrize("sub", DESCRIBED)
def test_each_role_signs_in_and_finds_the_pages_it_may_open(app, page, sub):
    page.goto(app.url)
    sign_in(page, sub)
    expect(page.get_by_text(DESCRIBED[sub])).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    role = Role({"planner": "cpd_planner", "lead": "somu_lead"}.get(sub, sub))
    person = Viewer(sub, "", frozenset({role}))
    for listed in PAGES:
        expect(page.get_by_role("link", name=listed.title)).to_have_count(1 if may(person, listed.needs) else 0)


def test_a_page_that_is_not_listed_for_somebody_stays_closed_at_its_address(app, page, received):
    page.goto(app.url + "/audit")
    sign_in(page, "coordinator")
    expect(page.get_by_text("may not erase, retention, audit log, backup here")).to_be_visible()
    assert not [frame for frame in received if b"stands as it was written" in frame]


def test_a_stranger_is_let_in_to_nothing(app, page, received):
    page.goto(app.url)
    sign_in(page, "stranger")
    expect(page.get_by_text("have no role here")).to_be_visible()
    assert received
    assert not [frame for frame in received if b"The plan names its dates" in frame]


def test_before_sign_in_no_data_is_sent_whatever_the_address(app, page, received):
    page.goto(app.url + "/?quarter=2025-26-Q1&force=Cheshire")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert received
    assert not [frame for frame in received if b"Cheshire" in frame or b"names its dates" in frame]


def test_a_link_is_kept_over_sign_in(app, page):
    page.goto(app.url + "/?quarter=2025-26-Q1&force=Cheshire")
    sign_in(page, "viewer")
    page.wait_for_url("**/?quarter=2025-26-Q1&force=Cheshire")
    expect(page.get_by_text(DESCRIBED["viewer"])).to_be_visible()


def test_signing_out_ends_it(app, page):
    page.goto(app.url)
    sign_in(page, "chair")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    page.goto(app.url)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_a_forged_cookie_signs_nobody_in(app, page):
    page.goto(app.url)
    page.context.add_cookies(
        [{"name": "_streamlit_user", "value": "2|1:0|10:1795310000|15:_streamlit_user|4:e30=|00", "url": app.url}]
    )
    page.goto(app.url)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_a_sign_in_that_has_run_out_is_asked_for_again(tmp_path, page):
    users = [User(sub="chair", claims=PEOPLE["chair"])]
    store(tmp_path / "store", make_reading())
    port = free_port()
    with run_server_in_thread(user_claims=users, access_token_max_age=timedelta(seconds=8)) as server:
        secrets = SECRETS.format(port=port, provider=server.server_port)
        with app_server(tmp_path, tmp_path / "store", port=port, secrets=secrets) as app:
            page.goto(app.url)
            sign_in(page, "chair")
            expect(page.get_by_text(DESCRIBED["chair"])).to_be_visible()
            page.wait_for_timeout(8000)
            page.reload()
            expect(page.get_by_text("Your sign-in has run out")).to_be_visible()
