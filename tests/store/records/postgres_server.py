"""A real PostgreSQL server of the tests' own: made in a temporary folder, reached through a socket in it, then gone."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.set_up_machine import NEEDED, find

UNPRIVILEGED = 65534
"""PostgreSQL refuses to run as root; root lends it the account `nobody`."""


def binaries():
    """The folder of PostgreSQL's programs; skips where there is none, but never in continuous integration."""
    server = next(filter(None, map(find, NEEDED["postgresql"])), None)
    if server:
        return Path(server).resolve().parent
    if os.environ.get("CI") == "true":
        pytest.fail("PostgreSQL is not here, and continuous integration may skip nothing")
    pytest.skip("PostgreSQL is not installed here: its tests are left out (Debian: apt-get install postgresql)")


@contextmanager
def running_server():
    """The folder of the socket of a server that runs meanwhile. It keeps nothing, so it need not flush to disk."""
    programs = binaries()
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    user = {"user": UNPRIVILEGED} if os.name != "nt" and os.geteuid() == 0 else {}
    if user:
        os.chown(folder, UNPRIVILEGED, -1)
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder, **user}
    data = folder / "data"
    try:
        make = [programs / "initdb", "-D", data, "-U", "arms", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(make, **quiet)
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
        control = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
        subprocess.run([*control, "-o", options, "start"], **quiet)
        try:
            yield folder
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
