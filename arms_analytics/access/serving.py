"""Whether a request comes from this very machine: only then may one look without signing in."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

PROXY_HEADERS = frozenset({"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"})
"""What proxies add to a request, in lower case; beside them everything that begins with `x-forwarded`."""


def is_loopback(host: str | None) -> bool:
    """Whether this host name or address, without port, always means the machine itself."""
    if not host:
        return False
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_local(bound: str | None, remote: str | None, headers: Iterable[tuple[str, str]]) -> bool:
    """Whether nobody but the person at this machine can have sent the request.

    `bound` is the address the server listens on (None: every address), `remote` the one that connected (None: it
    was loopback), `headers` the request's; with none at all nothing came over a network, as in a test of one page.
    The Host must name this machine too, so that a page elsewhere cannot reach in under another name (DNS rebinding).
    """
    sent = [(name.casefold(), value) for name, value in headers]
    if not sent:
        return True
    proxied = any(name in PROXY_HEADERS or name.startswith("x-forwarded") for name, _ in sent)
    hosts = [_host(value) for name, value in sent if name == "host"] or [""]
    here = is_loopback(bound) and (remote is None or is_loopback(remote)) and all(map(is_loopback, hosts))
    return here and not proxied


def _host(value: str) -> str:
    try:
        return urlsplit(f"//{value}").hostname or ""
    except ValueError:
        return ""
