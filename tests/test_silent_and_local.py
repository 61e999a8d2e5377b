"""The app listens on this machine alone, and nothing it says or asks leaves it."""

import tomllib
from pathlib import Path

import pytest
from streamlit import config

from arms_analytics.access import is_loopback

ROOT = Path(__file__).resolve().parent.parent
SAID = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
MUST = {
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.xsrfCookieSameSite": "strict",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.showSidebarNavigation": False,
    "runner.postScriptGC": False,
}
NEVER = ("server.trustedUserHeaders", "server.enableAgentApi", "server.enableStaticServing", "global.developmentMode")


def said(option):
    section, _, name = option.partition(".")
    return SAID.get(section, {}).get(name)


@pytest.mark.parametrize("option", MUST)
def test_the_safe_choice_is_written_down(option):
    assert said(option) == MUST[option]


@pytest.mark.parametrize("option", NEVER)
def test_what_would_open_another_way_in_is_left_off(option):
    assert said(option) is None
    assert not config.get_options_for_section(option.partition(".")[0])[option.partition(".")[2]]


def test_the_app_listens_on_loopback_and_answers_to_its_names_only():
    assert is_loopback(said("server.address"))
    assert is_loopback(said("browser.serverAddress"))
    assert said("server.allowedHosts")
    assert all(map(is_loopback, said("server.allowedHosts")))


def test_every_option_written_down_exists():
    written = {f"{section}.{name}" for section, options in SAID.items() for name in options if section != "theme"}
    known = {f"{section}.{name}" for section in SAID for name in config.get_options_for_section(section)}
    assert written <= known
