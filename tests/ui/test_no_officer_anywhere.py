"""Every page, and every file that it offers, for every role: no officer whom that role may not see, in any byte of it.

Forged addresses and a forged choice to see officers are sent along.
"""

import io
import itertools
import zipfile

import pytest
from google.protobuf.json_format import MessageToJson
from streamlit.testing.v1 import AppTest

from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.ui.navigation import PAGES
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.test_rights import CLAIMED
from tests.ui.test_take_away import person

FORCES = ("Cheshire", "Cumbria")
OFFICERS = {force: f"OM-{force[:2]}" for force in FORCES}
FORGED = {"show_officers": "true", "officers": "all", "side": "sheet", "cell": "Q01~Cumbria"}
VIEWS = {"training_needs": ("topics", "processes", "teams", "officers", "events")}
"""Of pages that speak of people in more than one view."""


@pytest.fixture(scope="module")
def failing(tmp_path_factory):
    """Both forces fail everything over four quarters, so that every kind of finding has something to say."""
    folder = tmp_path_factory.mktemp("failing") / "store"
    snapshot = store(folder, *(make_reading(QUARTER.plus(n), FORCES, "inadequate") for n in range(4)))
    KeptFits(folder, snapshot.number).work_out(snapshot.cursor(snapshot.forces), [QUARTER.plus(3).index])
    return folder


def sent(app):
    """All that the page sends to the browser."""
    return "\n".join(
        MessageToJson(part.proto, ensure_ascii=False) for part in app._tree if getattr(part, "proto", None)
    )


def text_of(content):
    """A file's text; of each of its parts where it is an archive."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(text_of(archive.read(name)) for name in archive.namelist())


def seen_by(run, files, folder, role):
    """(place, what it says) of each page and each file offered there; for a lead of another force too."""
    made = set()
    for listed in PAGES:
        forces = FORCES if role == "somu_lead" else FORCES[:1]
        for force, view in itertools.product(forces, VIEWS.get(listed.stem, ("",))):
            app = run(listed.stem, folder, person(role), **FORGED | {"force": force, "view": view})
            yield f"{listed.stem} {view} of {force}", sent(app)
            for name, make in list(files.values()):
                if name not in made:
                    yield f"{name} from {listed.stem}", name + text_of(make())
            made |= {name for name, _ in files.values()}
            files.clear()


@pytest.mark.parametrize("role", CLAIMED, ids=str)
def test_no_page_and_no_file_names_an_officer_whom_the_role_may_not_see(run, files, failing, role, monkeypatch):
    monkeypatch.setattr(AppTest, "_run", chosen_to_see_officers(AppTest._run))
    allowed = {OFFICERS["Cheshire"]} if role == "somu_lead" else set()
    named = {officer: [] for officer in OFFICERS.values()}
    for where, text in seen_by(run, files, failing, role):
        for officer in OFFICERS.values():
            if officer in text:
                named[officer].append(where)
    assert {officer for officer, places in named.items() if places} == allowed, named


def chosen_to_see_officers(ordinary):
    """A session that claims to have chosen what only the operator may choose."""

    def run(app, *given, **named):
        app.session_state["show_officers"] = True
        return ordinary(app, *given, **named)

    return run
