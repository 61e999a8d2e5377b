"""Make one folder that installs and starts the dashboard on a machine without internet.

`make bundle` → bundle/: the program, a start script for Windows and one for Linux, and the wheels of every pinned
package for both. Python itself (3.11 or newer, the version named in START-HERE.txt) must be on that machine.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("app.py", "frame.py", "pages", "arms_analytics", "data", "docs", ".streamlit", "README.md")
# uv's name of the platform to resolve for, and the wheel tags that pip may take for it.
PLATFORMS = {
    "windows": ("x86_64-pc-windows-msvc", ("win_amd64",)),
    "linux": (
        "x86_64-manylinux_2_28",
        ("manylinux_2_28_x86_64", "manylinux_2_27_x86_64", "manylinux2014_x86_64", "manylinux_2_17_x86_64"),
    ),
}
SCRIPTS = {"windows": ("start.bat",), "linux": ("start.sh",)}


def copy_program(bundle: Path) -> None:
    """What git holds of the program and nothing that was loaded or written here."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--", *PROGRAM], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, tracked.split("\0")):
        target = bundle / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target)


def resolve(platform: str, python: str, bundle: Path) -> Path:
    """The pinned packages as they hold on that platform, with hashes and without conditions."""
    listed = bundle / f"requirements-{platform}-{python}.txt"
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", "-q", "--generate-hashes", "--no-header", "--no-annotate",
         "--no-emit-index-url", "--no-emit-find-links", "--python-platform", PLATFORMS[platform][0],
         "--python-version", python, "-c", "requirements.txt", "requirements.in", "-o", str(listed)],
        cwd=ROOT, check=True,
    )  # fmt: skip
    return listed


def fetch_wheels(platform: str, python: str, listed: Path, wheels: Path) -> None:
    """Download exactly those versions, checked against their hashes, as wheels for that platform."""
    tags = [option for tag in PLATFORMS[platform][1] for option in ("--platform", tag)]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--require-hashes",
         "--no-deps", "--only-binary=:all:", "--implementation", "cp", "--python-version", python, *tags,
         "--dest", str(wheels), "-r", str(listed)],
        check=True,
    )  # fmt: skip


def main() -> int:
    """Exit status 0 when the folder is complete."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--python", action="append", help="a Python version such as 3.12; may be repeated")
    parser.add_argument("--platform", action="append", choices=sorted(PLATFORMS))
    chosen = parser.parse_args()
    pythons = chosen.python or [f"{sys.version_info.major}.{sys.version_info.minor}"]
    platforms = chosen.platform or list(PLATFORMS)
    shutil.rmtree(chosen.bundle, ignore_errors=True)
    copy_program(chosen.bundle)
    for platform in platforms:
        for python in pythons:
            print(f"Fetching the packages for {platform}, Python {python} …", flush=True)
            fetch_wheels(platform, python, resolve(platform, python, chosen.bundle), chosen.bundle / "wheels")
        for script in SCRIPTS[platform]:
            shutil.copy2(ROOT / "installer" / script, chosen.bundle / script)
    words = (ROOT / "installer" / "START-HERE.txt").read_text(encoding="utf-8")
    (chosen.bundle / "START-HERE.txt").write_text(words.replace("{pythons}", " or ".join(pythons)), encoding="utf-8")
    size = sum(path.stat().st_size for path in chosen.bundle.rglob("*") if path.is_file()) / 1e6
    print(f"{chosen.bundle}: {size:.0f} MB. Copy the whole folder; START-HERE.txt says the rest.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
