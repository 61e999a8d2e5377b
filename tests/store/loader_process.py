"""A process that forks a loader on request, so that hundreds of real loaders can be killed in a short time.

One request a line, as JSON: {"folder", "version", and one of: "kill_at": step, "kill_after": seconds,
"file_size": bytes, "powerless": true}. One answer a line: {"status": exit status or minus the signal, "said": the
error's sentence}. `broken` requests use loaders that are wrong on purpose; the tests must notice.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

import duckdb

from arms_analytics.store import StoreError
from arms_analytics.store.snapshots import newest_number, path_of
from arms_analytics.vocabulary import Quarter
from tests.store.readings import make_reading, store


def main():
    for line in sys.stdin:
        request = json.loads(line)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _be_loader(request, writer)
        os.close(writer)
        if "kill_after" in request:
            time.sleep(request["kill_after"])
            os.kill(child, signal.SIGKILL)
        with os.fdopen(reader) as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        print(json.dumps({"status": os.waitstatus_to_exitcode(status), "said": said}), flush=True)


def _be_loader(request, pipe):
    status = 1
    try:
        _restrict(request)
        load = LOADERS[request.get("broken")]
        load(Path(request["folder"]), request, lambda name: _die_at(request.get("kill_at"), name))
        status = 0
    except StoreError as error:
        os.write(pipe, str(error).encode())
    except BaseException as error:
        os.write(pipe, f"{type(error).__name__}: {error}".encode())
        status = 2
    finally:
        os._exit(status)


def _restrict(request):
    if "file_size" in request:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (request["file_size"], request["file_size"]))
    if request.get("powerless") and os.geteuid() == 0:
        os.setuid(65534)


def _die_at(wanted, name):
    if wanted == name:
        os.kill(os.getpid(), signal.SIGKILL)


def reading_of(request):
    return make_reading(Quarter.parse(request.get("quarter", "2025-26-Q1")), feedback=f"version {request['version']}")


def load_well(folder, request, step):
    store(folder, reading_of(request), step=step)


def load_in_place(folder, request, step):
    """Wrong: writes into the snapshot that readers have, in two transactions."""
    with duckdb.connect(path_of(folder, newest_number(folder))) as connection:
        connection.execute("UPDATE answer SET feedback = 'half' WHERE question_id = 'Q01'")
        step("written")
        connection.execute("UPDATE answer SET feedback = ?", [f"version {request['version']}"])


def load_copied_into_place(folder, request, step):
    """Wrong: writes the next snapshot under its final name, piece by piece."""
    newest = newest_number(folder)
    store(folder, reading_of(request))
    whole = path_of(folder, newest + 1).read_bytes()
    with path_of(folder, newest + 1).open("wb") as file:
        file.write(whole[: len(whole) // 2])
        file.flush()
        step("written")
        file.write(whole[len(whole) // 2 :])


LOADERS = {None: load_well, "in place": load_in_place, "copied into place": load_copied_into_place}

if __name__ == "__main__":
    main()
