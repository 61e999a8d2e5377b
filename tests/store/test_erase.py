"""What was erased is in no file of the store, and the rest stands as it was."""

from dataclasses import replace

import pytest

from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.store import StoreError, newest_number, newest_snapshot
from arms_analytics.store.erase import Erasure, OfficerName, ReviewName, erase
from arms_analytics.store.records import Action, TrainingEvent, open_records
from arms_analytics.store.records.moderations import AnswerKey
from arms_analytics.vocabulary import Problem, Quarter, SeenQuestion, Severity
from tests.store.readings import QUARTER, current, make_reading, store

REVIEW = ReviewName("Cumbria", QUARTER.index, "Cu/high")
REVIEW_KEY = (REVIEW.force, REVIEW.quarter_index, REVIEW.review_key)


def nothing_elsewhere(gone):
    pass


def everything(folder):
    """Every value of every table of every snapshot, and the bytes of every file."""
    texts = [path.read_bytes().decode("latin-1") for path in folder.iterdir()]
    snapshot = newest_snapshot(folder)
    tables = snapshot.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    for (table,) in tables:
        texts.append(repr(snapshot.connection.execute(f'FROM "{table}"').fetchall()))
    snapshot.close()
    return "\n".join(texts)


def test_an_erased_review_is_gone_and_the_others_are_untouched(folder):
    before = current(store(folder, make_reading()), "reviewed_force, review_key, question_id, grade, feedback, cell")
    erase(folder, Erasure(reviews=[REVIEW]), nothing_elsewhere)
    after = current(newest_snapshot(folder), "reviewed_force, review_key, question_id, grade, feedback, cell")
    assert after == [row for row in before if row[1] != "Cu/high"]


def test_no_file_of_the_store_holds_a_trace_of_the_text(folder):
    store(folder, make_reading(forces=("Cumbria",), feedback="Unmistakable words"))
    store(folder, make_reading(forces=("Cumbria",), feedback="Corrected words"))
    store(folder, make_reading(Quarter(2025, 2), feedback="Other words"))
    assert "Unmistakable words" in everything(folder)
    erase(folder, Erasure(before=Quarter(2025, 2).index), nothing_elsewhere)
    left = everything(folder)
    assert "Unmistakable words" not in left
    assert "Corrected words" not in left
    assert "Other words" in left


def test_older_snapshots_go_even_when_the_erasure_was_killed_before_it_could_remove_them(folder, monkeypatch):
    store(folder, make_reading(feedback="before"))
    with monkeypatch.context() as patch:
        patch.setattr("arms_analytics.store.publish.prune", lambda *given: None)
        held = erase(folder, Erasure(reviews=[REVIEW]), nothing_elsewhere)
    assert [path.name for path in held] == ["snap-000001.duckdb"]
    store(folder, make_reading(Quarter(2025, 2)))
    assert sorted(path.name for path in folder.glob("snap-*")) == ["snap-000002.duckdb", "snap-000003.duckdb"]


def test_what_was_worked_out_from_the_reviews_goes_too(folder):
    store(folder, make_reading())
    fit = KeptFits(folder, snapshot=1).path(QUARTER.index)
    fit.parent.mkdir()
    fit.write_bytes(b"effects of officers")
    erase(folder, Erasure(reviews=[REVIEW]), nothing_elsewhere)
    assert not fit.parent.exists()


def test_replaced_versions_of_the_review_go_too_whatever_they_were_called(folder):
    first = make_reading(forces=("Cumbria",), feedback="first version")
    store(folder, first)
    renamed = make_reading(forces=("Cumbria",), feedback="second version")
    reviews = tuple(replace(each, review_ref="Cumbria/1") if each.ordinal == 3 else each for each in renamed.reviews)
    store(folder, replace(renamed, reviews=reviews))
    erase(folder, Erasure(reviews=[ReviewName("Cumbria", QUARTER.index, "Cumbria/1")]), nothing_elsewhere)
    rows = newest_snapshot(folder).connection.execute("SELECT review_key, ordinal FROM review").fetchall()
    assert ("Cu/high", 3) not in rows
    assert {row[1] for row in rows} == {1, 2, 4}


def test_an_erased_officer_is_nowhere_named_and_the_reviews_stay(folder):
    problem = Problem(Severity.WARNING, "reference", "Cumbria", "B4", "OM-Cu stands in two columns.")
    store(folder, make_reading(feedback="Well done om-cu, said OM-Cup; as", problems=(problem,)))
    assert "OM-Cu stands" in everything(folder)
    erase(folder, Erasure(officer=OfficerName("Cumbria", "OM-Cu")), nothing_elsewhere)
    rows = current(newest_snapshot(folder), "DISTINCT reviewed_force, officer_ref, left(feedback, 40)")
    assert rows == [
        ("Cheshire", "OM-Ch", "Well done om-cu, said OM-Cup; as Q01"[:40]),
        *[("Cheshire", "OM-Ch", f"Well done om-cu, said OM-Cup; as Q0{n}") for n in (2, 3)],
        *[("Cumbria", "", f"Well done [erased], said OM-Cup; as Q0{n}"[:40]) for n in (1, 2, 3)],
    ]
    assert "OM-Cu stands" not in everything(folder)


@pytest.mark.parametrize("officer", ["André", "Éowyn", "OM 12", "O'Neill (2)", "-77"])
def test_an_erased_officer_is_found_whatever_letters_and_signs_the_reference_has(folder, officer):
    said = f"{officer} {officer}/{officer.lower()}, not x{officer}s"
    reading = make_reading(feedback=said)
    reviews = tuple(replace(review, officer_ref=officer) for review in reading.reviews)
    store(folder, replace(reading, reviews=reviews))
    erase(folder, Erasure(officer=OfficerName("Cumbria", officer)), nothing_elsewhere)
    rows = current(newest_snapshot(folder), "DISTINCT reviewed_force, feedback")
    assert {force: text for force, text in rows if text.endswith("Q01")} == {
        "Cheshire": f"{said} Q01",
        "Cumbria": f"[erased] [erased]/[erased], not x{officer}s Q01",
    }


def test_an_erased_officer_goes_out_of_every_name_and_wording_and_reviews_keep_what_was_said_of_them(folder):
    officer = "ZETA-77"
    reading = make_reading(problems=(Problem(Severity.WARNING, "reference", f"Cumbria {officer}", "B4", "Twice."),))
    reviews = tuple(
        replace(
            review,
            officer_ref=officer,
            team=f"Team of {officer}",
            sheet=f"Cumbria {officer}",
            review_ref=f"{officer}/{review.ordinal}",
            answers=tuple(replace(a, question=f"{a.question} ({officer})") for a in review.answers),
        )
        if review.force == "Cumbria"
        else review
        for review in reading.reviews
    )
    seen = (SeenQuestion("Q90", f"What did {officer} do?", "", "new"),)
    store(folder, replace(reading, path=f"plans of {officer}.xlsx", reviews=reviews, questions=seen))
    records = open_records(folder)
    records.moderations.clarify(
        AnswerKey("Cumbria", QUARTER.index, f"{officer}/1", "Q02"), "good", "inadequate", f"{officer} said", who="Chair"
    )
    assert officer in everything(folder)

    def elsewhere(gone):
        records.erase([], gone.references, "Chair", str(gone))

    erase(folder, Erasure(officer=OfficerName("Cumbria", "zeta-77")), elsewhere)
    clarified = tuple(records.moderations.clarified_grades())
    records.close()
    assert officer not in everything(folder)
    with newest_snapshot(folder).cursor(clarified=clarified) as cursor:
        rows = cursor.execute("SELECT review_key, question_id FROM answers WHERE is_clarified").fetchall()
    assert rows == [("[erased]/1", "Q02")]


def test_while_another_program_keeps_the_old_pages_it_says_so_and_can_be_repeated(folder, monkeypatch):
    monkeypatch.setattr("arms_analytics.store.records.database.BUSY", 100)
    store(folder, make_reading())
    dashboard, ours = open_records(folder), open_records(folder)
    dashboard.actions.add(Action(text="Look at Cu/high"), who="Chair")

    def elsewhere(gone):
        ours.erase([REVIEW_KEY], gone.references, "Chair", str(gone))

    with dashboard.engine.connect() as reading:
        reading.exec_driver_sql("SELECT * FROM action").fetchall()
        with pytest.raises(StoreError, match="erase again"):
            erase(folder, Erasure(reviews=[REVIEW]), elsewhere)
    assert newest_number(folder) == 1
    erase(folder, Erasure(reviews=[REVIEW]), elsewhere)
    assert "Look at Cu/high" not in everything(folder)
    for records in (dashboard, ours):
        records.close()


def test_other_reviews_keep_their_names_when_one_whose_name_begins_alike_is_erased(folder):
    store(folder, make_reading())
    records = open_records(folder)
    longer = AnswerKey("Cumbria", QUARTER.index, "Cu/high-2", "Q02")
    records.moderations.clarify(longer, "good", "inadequate", "not like Cu/high", who="Chair")
    records.erase([REVIEW_KEY], ["Cu/high"], "Chair", "1 review")
    (said,) = records.moderations.latest()
    assert (said.review_key, said.reason) == ("Cu/high-2", "not like [erased]")
    records.close()


@pytest.mark.parametrize(
    "what",
    [
        Erasure(reviews=[ReviewName("Cumbria", QUARTER.index, "no such")]),
        Erasure(before=QUARTER.index),
        Erasure(officer=OfficerName("Cumbria", "OM-99")),
        Erasure(officer=OfficerName("Cumbria", "")),
    ],
)
def test_what_is_not_there_cannot_be_erased_and_nothing_changes(folder, what):
    store(folder, make_reading())
    with pytest.raises(StoreError):
        erase(folder, what, nothing_elsewhere)
    assert newest_number(folder) == 1


def test_the_history_says_that_something_was_erased_and_not_what(folder):
    store(folder, make_reading())
    erase(folder, Erasure(reviews=[REVIEW]), nothing_elsewhere, who="Chair")
    rows = newest_snapshot(folder).connection.execute("SELECT action, detail, who FROM load").fetchall()
    assert rows[-1] == ("erase", "1 review", "Chair")


def test_loads_go_on_after_an_erasure(folder):
    store(folder, make_reading(grade="good"))
    erase(folder, Erasure(reviews=[REVIEW]), nothing_elsewhere)
    store(folder, make_reading(grade="inadequate", forces=("Cumbria",)))
    assert {(row[0], row[3]) for row in current(newest_snapshot(folder))} == {
        ("Cheshire", "good"),
        ("Cumbria", "inadequate"),
    }


def test_what_people_wrote_about_it_goes_too_and_first(folder, tmp_path):
    store(folder, make_reading())
    records = open_records(folder)
    key = AnswerKey("Cumbria", QUARTER.index, "Cu/high", "Q02")
    other = AnswerKey("Cumbria", QUARTER.index, "Cu/low", "Q02")
    for said in (key, other):
        records.moderations.clarify(said, "good", "inadequate", f"about {said.review_key}", who="Chair")
    records.actions.add(Action(text="Look at Cu/high, not at Cu/higher"), who="Chair")
    event = records.training_events.add(TrainingEvent(date=QUARTER.starts, topic="Recording"), who="Chair")

    def elsewhere(gone):
        assert newest_number(folder) == 1
        keys = [(name.force, name.quarter_index, name.review_key) for name in gone.reviews]
        records.erase(keys, gone.references, "Chair", "1 review")

    erase(folder, Erasure(reviews=[REVIEW]), elsewhere)
    assert [said.review_key for said in records.moderations.latest()] == ["Cu/low"]
    assert records.actions.find()[0].text == "Look at [erased], not at Cu/higher"
    assert records.training_events.find() == [event]
    assert records.audit_log()[-1].what == "erase"
    records.close()
    assert "about Cu/high" not in everything(folder)
