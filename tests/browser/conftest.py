"""One app and one Chromium for all browser tests; every page is watched for requests elsewhere and for errors."""

import json
import os
import re
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser.serving import CHROMIUM, FLAGS, ONE_PROCESS, READY, keep_compiled, make_region, running

HERE = Path(__file__).parent
LOOPBACK = {"localhost", "127.0.0.1"}
LAST_LINK = ".st-key-navigation a >> nth=-1"
"""Streamlit fetches the code of each kind of element when it first needs it, after the script has run."""
STREAMLITS_PROBE = re.compile(r"/[a-z_]+/_stcore/(health|host-config)$")
"""Below a page's own address Streamlit first looks for itself there, is told 404, and then looks at the root."""
LATE = pytest.mark.flaky(reruns=2)
"""On a busy machine a browser may miss a moment: what failed is tried again, and the closing line says how often."""


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            item.add_marker(LATE)


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        message = "Chromium is not on this machine: install it with the system's packages to run the browser tests."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, ONE_PROCESS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def store(chromium, tmp_path_factory):
    """A demonstration region, or the store that ARMS_TEST_STORE names."""
    named = os.environ.get("ARMS_TEST_STORE")
    return Path(named) if named else make_region(tmp_path_factory.mktemp("region"))


@pytest.fixture(scope="session")
def address(store):
    """Where the app answers."""
    with running(store) as where:
        yield where


class Visit:
    """A page of the app before a visitor, and what it asked for and complained of on the way."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._requested)
        page.on("websocket", lambda socket: self._went(socket.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._said)

    def _said(self, message):
        if message.type == "error" and not STREAMLITS_PROBE.search(message.location["url"]):
            self.errors.append(f"{message.text} {message.location['url']}")

    def _requested(self, request):
        self._went(request.url)

    def _went(self, url):
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in LOOPBACK:
            self.elsewhere.append(url)

    def open(self, path="", **parameters):
        """Open a page of the app and wait until it is drawn."""
        self.page.goto(f"{self.address}/{path}?{urlencode(parameters)}")
        self.settled()
        self.page.locator(LAST_LINK).wait_for(state="attached")
        return self.page

    def go(self, listed):
        """Go to a page by its link, as people do; the link is out of sight while a meeting is presented."""
        self.page.locator(".st-key-navigation a").get_by_text(listed.title, exact=True).dispatch_event("click")
        self.page.get_by_role("heading", name=listed.title, level=1, exact=True).wait_for()
        return self.settled()

    def settled(self):
        """Wait until the script has run."""
        self.page.wait_for_selector(READY)
        return self.page


@pytest.fixture(scope="session")
def visiting(chromium):
    """A visitor to an address, who begins with nothing kept from the one before: no cookie, nothing stored.

    Visitors with the same options share a context.
    """
    contexts = {}

    @contextmanager
    def visitor(address, **options):
        options = {"viewport": {"width": 1920, "height": 1080}, "color_scheme": "light"} | options
        kind = json.dumps(options, sort_keys=True)
        if kind not in contexts:
            contexts[kind] = keep_compiled(chromium.new_context(**options), address)
        context = contexts[kind]
        context.set_default_timeout(20_000)
        page = context.new_page()
        visit = Visit(page, address)
        yield visit
        context.new_cdp_session(page).send(
            "Storage.clearDataForOrigin", {"origin": address, "storageTypes": "cookies,local_storage"}
        )
        page.close()
        assert visit.elsewhere == []
        assert visit.errors == []

    return visitor


@pytest.fixture
def visit(visiting, address, request):
    """A fresh visitor; the test may ask for another window or theme with `indirect` parameters of new_context."""
    with visiting(address, **getattr(request, "param", {})) as visit:
        yield visit
