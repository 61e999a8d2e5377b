"""The command line: one small module a command. To add one, write its module and name it in COMMANDS.

A command module has its help as docstring, `arguments(parser)` and `run(given) -> exit status`; it imports what it
works with inside `run`, so that every other command starts without it.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

COMMANDS = (
    "load", "check", "export", "findings", "pack", "minutes", "template", "demo", "history", "undo", "erase", "backup",
    "restore",
)  # fmt: skip
FAILED, STOPPED = 1, 130


class CommandError(Exception):
    """The command cannot do what was asked; its message is the sentence that says why and what to do."""


def parser() -> argparse.ArgumentParser:
    """The whole command line, as `--help` shows it."""
    top = argparse.ArgumentParser(
        prog="python -m arms_analytics",
        description="Reads collated ARMS peer review workbooks, keeps them, and says what they say again and again.",
        epilog="Each command explains itself: python -m arms_analytics load --help",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = importlib.import_module(f"{__name__}.{name}")
        assert module.__doc__
        summary = module.__doc__.split("\n", 1)[0]
        each = commands.add_parser(
            name, help=summary, description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        module.arguments(each)
        each.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Its exit status: 0 done, 1 refused or failed, 2 not understood, 130 stopped by Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):  # Windows would write its old code page into pipes
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = parser().parse_args(argv)
    try:
        status: int = given.run(given)
        return status
    except KeyboardInterrupt:
        return say_error("Stopped. What was complete stands; nothing is half done.", STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of our output went away
        return FAILED
    except Exception as fault:
        if os.environ.get("ARMS_TRACEBACK"):
            raise
        return say_error(_sentence(fault))


def say_error(sentence: str, status: int = FAILED) -> int:
    """One line on standard error; the exit status to return."""
    print(" ".join(sentence.split()), file=sys.stderr)
    return status


def _sentence(fault: Exception) -> str:
    from arms_analytics.store.errors import StoreError

    if isinstance(fault, StoreError | CommandError):
        return str(fault)
    if isinstance(fault, OSError) and fault.strerror:
        return f"{fault.strerror}: {fault.filename}" if fault.filename else fault.strerror
    return (
        f"This program failed, which is a fault of the program ({type(fault).__name__}: {fault}). "
        "Set ARMS_TRACEBACK=1 to see where, and report it."
    )
