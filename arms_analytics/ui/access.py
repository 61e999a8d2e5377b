"""Who is looking. Every page asks here before anything is fetched, so that no address leads past the sign-in."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, NoReturn

import streamlit as st

from arms_analytics.access import Right, Viewer, access_rules, is_local, is_loopback, may, operator, viewer_of
from arms_analytics.ui import deep_link
from arms_analytics.ui.words import plain

LOG = logging.getLogger(__name__)
SAME_SITE_COOKIE = "_streamlit_xsrf"
"""Set by Streamlit with SameSite=strict: a browser leaves it out where another site shows the page in a frame."""
_LATELY: ContextVar[tuple[float, Viewer | None]] = ContextVar("lately", default=(0.0, None))
HOLDS = 5.0
"""Seconds for which a page run may go on without asking again who is looking."""
SERVED_WIDER = (
    "This address is reached over a network, and no identity provider is set up for it, so it shows no data. On the "
    "machine itself, open http://localhost:{port}. To serve it to others, set up sign-in: docs/deployment.md says how."
)
FRAMED = (
    "This page is shown inside another site, or the browser keeps no cookies for it, so it shows no data. Open "
    "http://localhost:{port} in a tab of its own."
)
UNSAFE_SIGN_IN = (
    "Sign-in is not set up safely, so no data is shown: cookie_secret in .streamlit/secrets.toml needs at least 32 "
    "characters drawn at random, and redirect_uri must begin with https:// unless it names this machine."
)
NO_ROLE = (
    "You are signed in as {who}, but have no role here, so no data is shown. Ask the coordinator or the chair of your "
    "network to have one given to you, then sign in again."
)
NO_RULES = (
    "The rules that say who may see what (data/access.json) cannot be read, so no data is shown. What is wrong with "
    "them is written in the terminal in which the dashboard runs."
)
NOT_YOURS = "{who} may not {right} here. Those who may: see the table of roles in docs/deployment.md."


def viewer() -> Viewer:
    """Who is looking. Where nobody may look, shows why instead, and how to sign in, and ends the run.

    Settled once in a page run, which has a thread of its own, and anew when it takes long: a page asks dozens of
    times, and where there are no secrets Streamlit looks for their files each time, while every other session waits.
    """
    settled, person = _LATELY.get()
    now = time.monotonic()
    if person is None or now - settled >= HOLDS:
        person = _looking()
        _LATELY.set((now, person))
    return person


def _looking() -> Viewer:
    if "is_logged_in" in st.user:
        return _signed_in()
    headers = [(name, value) for name in st.context.headers for value in st.context.headers.get_all(name)]
    if not is_local(st.get_option("server.address"), st.context.ip_address, headers):
        _nobody(SERVED_WIDER.format(port=st.get_option("server.port")))
    if headers and SAME_SITE_COOKIE not in st.context.cookies:
        _nobody(FRAMED.format(port=st.get_option("server.port")))
    return operator()


def still() -> Callable[[], bool]:
    """What says, at any later moment and on any thread, whether who is looking now still may all that they may now."""
    person = viewer()
    if person.signed_in == "operator":
        return lambda: True
    claims = st.user.to_dict()
    return lambda: _unexpired(claims.get("exp")) and _known(claims) == person


def require(right: Right, *forces: str | None) -> Viewer:
    """Who is looking, when they may do this; otherwise says so and ends the run. For pages behind a right."""
    person = viewer()
    if not may(person, right, *forces):
        _nobody(NOT_YOURS.format(who=plain(person.described), right=right.value))
    return person


def show_account() -> None:
    """Who is looking, with the way out; for the navigation."""
    person = viewer()
    if person.signed_in == "operator":
        st.caption(f"Local operator: {plain(person.name)}")
        return
    st.caption(plain(person.described))
    st.button("Sign out", on_click=st.logout, key="sign-out")
    deep_link.go_back()


def _signed_in() -> Viewer:
    if not _safe(st.secrets.get("auth", {})):
        _nobody(UNSAFE_SIGN_IN)
    if not st.user.is_logged_in:
        _sign_in("Please sign in.")
    if not _unexpired(st.user.get("exp")):
        _sign_in("Your sign-in has run out. Please sign in again; you will return to this view.")
    person = _known(st.user.to_dict())
    if person is None:
        _nobody(NO_RULES)
    if not person.roles:
        _nobody(NO_ROLE.format(who=plain(person.who)), sign_out=True)
    return person


def _known(claims: Mapping[str, Any]) -> Viewer | None:
    """The person of these claims by the rules as they stand now; None while the rules cannot be read."""
    try:
        return viewer_of(claims, access_rules())
    except (ValueError, OSError):
        LOG.exception("The rules of access cannot be read.")
        return None


def _unexpired(expires: Any) -> bool:
    """Whether the ID token still holds; Streamlit's own cookie would last thirty days. `expires` in Unix seconds."""
    return isinstance(expires, int | float) and time.time() < expires


def _safe(auth: Mapping[str, Any]) -> bool:
    uri = str(auth.get("redirect_uri", "https://"))
    host = uri.partition("://")[2].partition("/")[0].rpartition(":")[0] or uri
    return len(str(auth.get("cookie_secret", "x" * 32))) >= 32 and (uri.startswith("https://") or is_loopback(host))


def _sign_in(sentence: str) -> NoReturn:
    st.title("ARMS Peer Review Analytics")
    st.write(sentence)
    for provider in _providers():
        label = f"Sign in with {provider.capitalize()}" if provider else "Sign in"
        st.button(label, on_click=st.login, args=(provider,), type="primary", key=f"sign-in-{provider or 'default'}")
    deep_link.remember()
    st.stop()


def _providers() -> list[str | None]:
    """The names of the identity providers in the secrets; None is the one without a name."""
    auth = st.secrets.get("auth", {})
    named = [name for name, section in auth.items() if isinstance(section, Mapping) and "client_id" in section]
    return [None] if "client_id" in auth else list(named)


def _nobody(sentence: str, *, sign_out: bool = False) -> NoReturn:
    st.error(sentence)
    if sign_out:
        st.button("Sign out", on_click=st.logout, key="sign-out")
    st.stop()
