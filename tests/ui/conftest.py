"""A small region in a store of its own, and pages run on it one at a time."""

import functools
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.store import newest_snapshot
from tests.store.readings import QUARTER, make_reading, store

ROOT = Path(__file__).resolve().parents[2]
FOLDS = ("action", "present_action", "moderation", "telling", "whom", "curate", "event")
"""What is drawn only while somebody has opened it; here it is always open."""
FAILING_QUARTERS = [QUARTER.plus(step) for step in range(6)]
BAD = ["inadequate", "requires_improvement", "requires_improvement", "good"]
HOSTILE = '<img src=x onerror=alert(1)> & "quoted"'


@pytest.fixture(scope="session", autouse=True)
def components_scanned_once():
    """AppTest reads anew for each page what every installed package says of itself: most of the time of a run."""
    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        yield


def graded(reading, force, question, grades, feedback=None):
    """The reading with these grades for one force's question, in the order of its reviews."""
    grades = iter(grades)
    reviews = []
    for review in reading.reviews:
        if review.force == force:
            grade = next(grades)
            words = {} if feedback is None else {"feedback": feedback}
            answers = [replace(a, grade=grade, **words) if a.question_id == question else a for a in review.answers]
            review = replace(review, answers=tuple(answers))
        reviews.append(review)
    return replace(reading, reviews=tuple(reviews))


@pytest.fixture(scope="session")
def region(tmp_path_factory):
    """Cheshire and Cumbria over three quarters, good throughout but for Cheshire's Q01 in the latest."""
    folder = tmp_path_factory.mktemp("region") / "store"
    latest = make_reading(QUARTER.plus(2))
    latest = graded(latest, "Cheshire", "Q01", ["inadequate", "requires_improvement", "not_applicable", None], HOSTILE)
    store(folder, make_reading(QUARTER), make_reading(QUARTER.plus(1)), latest)
    return folder


@pytest.fixture
def failing_region(tmp_path):
    """Six quarters and their fits: both forces fail Q01, Cheshire excels in Q02, all else is good. To write to."""
    folder = tmp_path / "store"
    readings = []
    for quarter in FAILING_QUARTERS:
        reading = make_reading(quarter)
        for force in ("Cheshire", "Cumbria"):
            reading = graded(reading, force, "Q01", BAD)
        readings.append(graded(reading, "Cheshire", "Q02", ["outstanding"] * 4))
    store(folder, *readings)
    snapshot = newest_snapshot(folder)
    fits = KeptFits(folder, snapshot.number)
    fits.work_out(snapshot.cursor(snapshot.forces), [quarter.index for quarter in FAILING_QUARTERS[-2:]])
    return folder


@pytest.fixture
def run(region, monkeypatch):
    """Run one page on the region (or another store) with these parameters in the address.

    `user`: the claims of somebody signed in; without it the local operator looks.
    """

    def run(stem, database=region, user=None, **parameters):
        monkeypatch.setenv("ARMS_DATABASE", str(database))
        app = AppTest.from_file(str(ROOT / "pages" / f"{stem}.py"), default_timeout=20)
        if user is not None:
            app.user = {"is_logged_in": True, "exp": time.time() + 3600, **user}
            app.secrets["auth"] = {"cookie_secret": "x" * 40, "client_id": "arms"}
        for name, value in parameters.items():
            app.query_params[name] = value
        for fold in FOLDS:
            app.session_state[f"fold_{fold}"] = True
        app.run()
        assert not app.exception
        return app

    return run


@pytest.fixture
def files(monkeypatch):
    """What is offered on the page that ran last: label → (file name, what makes the file)."""
    offered = {}

    def download_button(label, data, file_name, *_, **__):
        offered[label] = (file_name, data if callable(data) else lambda: data)

    monkeypatch.setattr(st, "download_button", download_button)
    return offered


def said(app):
    """All that the page says outside its components, as one text."""
    parts = [element.proto.body for element in app.get("html")]
    parts += [
        element.value for element in [*app.markdown, *app.error, *app.info, *app.caption, *app.title, *app.header]
    ]
    return "\n".join(parts)


def table(app):
    """What the heatmap was given."""
    return json.loads(app.get("bidi_component")[0].proto.json)


def rows(app):
    """The keys of the lines of the page's table of cells."""
    return [head["key"] for head in table(app)["rows"]]


def button(app, label):
    return next(button for button in app.button if button.label == label)


def pressed(app, label):
    return button(app, label).click().run()


def fields(app):
    """What can be written into, by its label."""
    return {box.label: box for box in [*app.text_input, *app.text_area]}
