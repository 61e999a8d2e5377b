"""The running app, as a machine beside it or a page of another site would meet it."""

from urllib.error import URLError
from urllib.request import Request, urlopen

import psutil
import pytest

from arms_analytics.ui.headers import HEADERS
from arms_analytics.ui.sheet import SHEET
from benchmarks.crowd import Link, visit
from tests.app_server import app_server, to_its_end
from tests.store.readings import make_reading, store


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    folder = tmp_path_factory.mktemp("region") / "store"
    store(folder, make_reading(feedback="The plan names its dates."))
    return folder


@pytest.fixture(scope="module")
def app(region, tmp_path_factory):
    with app_server(tmp_path_factory.mktemp("served"), region) as server:
        yield server


def test_it_listens_on_loopback_alone(app):
    process = psutil.Process(app.process.pid)
    family = [process, *process.children(recursive=True)]
    listening = {
        opened.laddr.ip
        for member in family
        for opened in member.net_connections()
        if opened.status == psutil.CONN_LISTEN
    }
    assert listening == {"127.0.0.1"}


def test_no_other_address_of_the_machine_answers(app):
    with pytest.raises(URLError):
        urlopen(app.url.replace("localhost", "127.0.0.2"), timeout=5)


@pytest.mark.parametrize("path", ["", "heatmap", "_stcore/health", "no-such-page"])
def test_every_answer_forbids_other_sites_to_frame_it(app, path):
    with urlopen(f"{app.url}/{path}") as answer:
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", ["", "heatmap"])
def test_a_page_brings_its_style_sheet_whatever_the_browser_kept_of_it(app, path):
    kept = {"accept": "text/html", "accept-encoding": "gzip", "if-none-match": "*", "range": "bytes=0-9"}
    with urlopen(Request(f"{app.url}/{path}", headers=kept)) as answer:
        page = answer.read().decode()
        assert int(answer.headers["content-length"]) == len(page.encode())
        assert "etag" not in answer.headers
    assert page.endswith(f"<style>{SHEET}</style></body>\n</html>\n")


def test_what_is_no_page_goes_out_as_it_is(app):
    with urlopen(Request(f"{app.url}/_stcore/health", headers={"accept": "text/html"})) as answer:
        assert answer.read() == b"ok"


@pytest.fixture(scope="module")
def wider(region, tmp_path_factory):
    with app_server(tmp_path_factory.mktemp("wider"), region, "--server.address", "0.0.0.0") as server:
        yield server


@pytest.mark.parametrize("page", ["", "heatmap", "feedback_search", "audit"])
def test_served_wider_without_sign_in_it_sends_no_data_and_says_why(wider, page):
    seen = to_its_end(visit(wider.url, Link(page)))
    assert "set up sign-in" in seen.trouble
    assert "The plan names its dates." not in seen.text
    assert "Cheshire" not in seen.text
