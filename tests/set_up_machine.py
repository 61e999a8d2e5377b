"""Bring to this machine what the tests need beyond Python packages: Chromium and a PostgreSQL server.

Installed through the system's package manager when absent and allowed; otherwise the tests that need it
skip and say so. With CI=true nothing may skip, so here it is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NEEDED = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "postgresql": ("postgres", "/usr/lib/postgresql/*/bin/postgres"),
}


def absent() -> list[str]:
    """The system packages of which no command is found."""
    return [package for package, commands in NEEDED.items() if not any(map(find, commands))]


def find(command: str) -> str | None:
    """Where this command is: on the path, or at its place, which may hold wildcards (Debian hides servers)."""
    path = Path(command)
    if path.is_absolute():
        return next((str(found) for found in sorted(Path(path.anchor).glob(command.lstrip("/")), reverse=True)), None)
    return shutil.which(command)


def main() -> int:
    """Exit status 0 when all is there, or may be skipped."""
    missing = absent()
    root = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if missing and shutil.which("apt-get"):
        print(f"Installing {', '.join(missing)} …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ["apt-get", "update"],
            ["apt-get", "install", "-y", "--no-install-recommends", *missing],
        ):
            subprocess.run([*root, *command], stdout=subprocess.DEVNULL, env=environment, check=False)
        missing = absent()
    if missing and os.environ.get("CI") == "true":
        print(f"CI may skip nothing, but {', '.join(missing)} could not be installed.", file=sys.stderr)
        return 1
    if missing:
        print(f"{', '.join(missing)} is not here and may not be installed: those tests will skip and say so.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
