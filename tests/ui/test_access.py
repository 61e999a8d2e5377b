"""Who is let in, and what is said to those who are not. The journey through a real provider is in tests/browser."""

import json
import time

import pytest
from streamlit.testing.v1 import AppTest

from arms_analytics.ui import access

SECRET = "a-cookie-secret-of-thirty-two-characters-and-more"
SAFE = {"redirect_uri": "https://arms.example/oauth2callback", "cookie_secret": SECRET, "client_id": "arms"}
CHAIR = {"name": "Jo Example", "email": "jo@cheshire.police.uk", "roles": ["ARMS.Chair"]}


def page():
    import streamlit as st

    from arms_analytics.access import Right
    from arms_analytics.ui import access

    person = access.viewer()
    st.write(f"grades for {person.described}")
    access.require(Right.LOAD)
    st.write("a way to load")


def shown(user=None, auth=SAFE):
    app = AppTest.from_function(page)
    if user is not None:
        app.user = {"is_logged_in": True, "exp": time.time() + 3600} | user
        app.secrets["auth"] = auth
    app.run()
    assert not app.exception
    return app


def words(app):
    return " ".join(element.value for element in [*app.title, *app.markdown, *app.error])


def test_the_local_operator_needs_no_sign_in():
    assert "Operator" in words(shown())
    assert "a way to load" in words(shown())


def test_served_wider_without_sign_in_shows_no_data_and_says_why(monkeypatch):
    monkeypatch.setattr(access, "is_local", lambda *_: False)
    said = words(shown())
    assert "grades" not in said
    assert "no identity provider is set up" in said


def test_somebody_signed_in_is_known_by_role():
    said = words(shown(CHAIR))
    assert "grades for Jo Example, Chair (Cheshire)" in said
    assert "a way to load" in said


def test_a_page_behind_a_right_says_so_to_those_who_lack_it():
    said = words(shown(CHAIR | {"roles": ["ARMS.Viewer"]}))
    assert "grades for Jo Example, Viewer (Cheshire)" in said
    assert "a way to load" not in said
    assert "may not load" in said


@pytest.mark.parametrize("user", [{"is_logged_in": False}, {**CHAIR, "exp": 1.0}, {**CHAIR, "exp": None}], ids=str)
def test_without_a_sign_in_that_still_holds_one_is_asked_to_sign_in(user):
    app = shown(user)
    assert "grades" not in words(app)
    assert [button.label for button in app.button] == ["Sign in"]


def test_several_identity_providers_have_a_button_each():
    auth = {key: value for key, value in SAFE.items() if key != "client_id"}
    app = shown({"is_logged_in": False}, auth | {"microsoft": {"client_id": "a"}, "other": {"client_id": "b"}})
    assert [button.label for button in app.button] == ["Sign in with Microsoft", "Sign in with Other"]


def test_somebody_without_a_role_sees_nothing_and_is_told_whom_to_ask():
    said = words(shown(CHAIR | {"roles": ["Something.Else"]}))
    assert "grades" not in said
    assert "have no role here" in said


@pytest.mark.parametrize("spoilt", ["{", "[]", '{"people": {"jo@x": ["admin"]}}', '{"roles": 3}'])
def test_rules_that_cannot_be_read_let_nobody_in_and_say_where_to_look(spoilt, tmp_path, monkeypatch):
    rules = tmp_path / "access.json"
    monkeypatch.setenv("ARMS_ACCESS", str(rules))
    rules.write_text(spoilt, encoding="utf-8")
    said = words(shown(CHAIR))
    assert "grades" not in said
    assert "data/access.json" in said


def test_a_role_that_was_taken_away_is_gone_at_the_next_click(tmp_path, monkeypatch):
    rules = tmp_path / "access.json"
    monkeypatch.setenv("ARMS_ACCESS", str(rules))
    for people, seen in (({"jo@cheshire.police.uk": ["chair"]}, True), ({}, False)):
        rules.write_text(json.dumps({"people": people}), encoding="utf-8")
        assert ("grades for Jo Example" in words(shown(CHAIR))) is seen


@pytest.mark.parametrize(
    "unsafe",
    [
        {"cookie_secret": "short"},
        {"cookie_secret": ""},
        {"redirect_uri": "http://arms.example/oauth2callback"},
        {"redirect_uri": "http://localhost.example:8501/oauth2callback"},
    ],
    ids=str,
)
def test_sign_in_that_is_not_set_up_safely_shows_nothing(unsafe):
    said = words(shown(CHAIR, SAFE | unsafe))
    assert "grades" not in said
    assert "not set up safely" in said


@pytest.mark.parametrize("uri", ["http://localhost:8501/oauth2callback", "http://127.0.0.1:8501/oauth2callback"])
def test_sign_in_may_be_tried_on_the_machine_itself_without_https(uri):
    assert "grades" in words(shown(CHAIR, SAFE | {"redirect_uri": uri}))
