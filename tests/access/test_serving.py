"""The local operator is somebody at this machine itself, whatever a browser, a proxy or another name claims."""

import pytest

from arms_analytics.access.serving import is_local, is_loopback

BROWSER = [("Host", "localhost:8501"), ("User-Agent", "Mozilla/5.0")]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "::1"])
def test_these_always_mean_the_machine_itself(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", [None, "", "0.0.0.0", "::", "10.0.0.7", "localhost.example", "127.0.0.1.example"])
def test_these_do_not(host):
    assert not is_loopback(host)


def test_a_browser_on_this_machine_is_local():
    assert is_local("127.0.0.1", None, BROWSER)
    assert is_local("::1", "::1", [("host", "[::1]:8501")])


@pytest.mark.parametrize("bound", [None, "", "0.0.0.0", "::", "10.0.0.7", "arms.example"])
def test_a_server_that_listens_wider_is_not_local(bound):
    assert not is_local(bound, None, BROWSER)


def test_a_request_from_another_machine_is_not_local():
    assert not is_local("127.0.0.1", "10.0.0.7", BROWSER)


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "Forwarded", "Via", "X-Real-IP", "CF-Connecting-IP"],
)
def test_a_request_through_a_proxy_is_not_local_whatever_the_proxy_claims(header):
    assert not is_local("127.0.0.1", None, [*BROWSER, (header, "127.0.0.1")])


@pytest.mark.parametrize("host", ["arms.example", "attacker.example:8501", "localhost.attacker.example", "", "["])
def test_a_page_elsewhere_cannot_reach_in_under_another_name(host):
    assert not is_local("127.0.0.1", None, [("Host", host)])


def test_a_request_that_names_no_host_is_not_local():
    assert not is_local("127.0.0.1", None, [("User-Agent", "curl")])
