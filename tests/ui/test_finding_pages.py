"""Training needs, promising practice, reviewer consistency: what the model says, its evidence, and what people add."""

import re
from dataclasses import replace

import pytest

from arms_analytics.findings.kept_fits import KeptFits
from arms_analytics.store import newest_snapshot
from arms_analytics.store.records import PromisingPractice, TrainingEvent, open_records
from arms_analytics.ui import selection
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import graded, said, table

QUARTERS = [QUARTER.plus(step) for step in range(6)]
BAD = ["inadequate", "requires_improvement", "requires_improvement", "good"]
BEST = ["outstanding"] * 4


@pytest.fixture
def region(tmp_path):
    """Six quarters: everybody fails Q01, Cheshire excels in Q02, all else is good."""
    folder = tmp_path / "store"
    readings = []
    for quarter in QUARTERS:
        reading = make_reading(quarter)
        for force in ("Cheshire", "Cumbria"):
            reading = graded(reading, force, "Q01", BAD)
        readings.append(graded(reading, "Cheshire", "Q02", BEST))
    store(folder, *readings)
    snapshot = newest_snapshot(folder)
    KeptFits(folder, snapshot.number).work_out(snapshot.cursor(snapshot.forces), [q.index for q in QUARTERS[-2:]])
    return folder


def pressed(app, label):
    return next(button for button in app.button if button.label == label).click().run()


def fields(app):
    return {box.label: box for box in [*app.text_input, *app.text_area]}


def rows(app):
    return [head["key"] for head in table(app)["rows"]]


def test_what_fails_everywhere_is_the_first_topic(run, region):
    app = run("training_needs", database=region)
    assert rows(app)[0] == "Q01"
    assert [head["key"] for head in table(app)["columns"]][-2:] == ["Cheshire", "Cumbria"]


def test_of_one_quarter_nothing_is_said_of_how_many_forces_fail(run, tmp_path):
    folder = tmp_path / "one"
    reading = make_reading(QUARTER)
    for force in ("Cheshire", "Cumbria"):
        reading = graded(reading, force, "Q01", BAD)
    store(folder, reading)
    first = table(run("training_needs", database=folder))
    columns = [head["key"] for head in first["columns"]]
    says = {key: cell[1] for key, cell in zip(columns, first["cells"][0], strict=True)}
    assert says == {"Chance": says["Forces"], "Year": "6 of 8", "Forces": says["Forces"], "Quarters": "1 of 1"} | {
        "Cheshire": "3 of 4",
        "Cumbria": "3 of 4",
    }
    assert says["Forces"] in {"–", "…"}


def test_where_forces_have_no_room_side_by_side_a_column_is_a_group_and_its_cell_names_those_in_need(
    run, region, monkeypatch
):
    monkeypatch.setattr(selection, "SIDE_BY_SIDE", 1)
    app = run("training_needs", database=region, cell="Q01~North West")
    assert [head["key"] for head in table(app)["columns"]][4:] == ["North West"]
    assert table(app)["cells"][0][4][1] == "24 of 32"
    words = said(app)
    assert "North West: where it failed" in words
    assert "Ch/low" in words and "Cu/low" in words
    assert "Where it probably fails: 2 forces" in words
    assert "force=Cumbria&amp;cell=Q01~Cumbria" in words
    assert re.search(r">Cumbria</a> 12 of 16 · (over )?9\d in 100", words)
    assert "Where it probably fails" not in said(run("training_needs", database=region, cell="Q05~North West"))


def test_a_topic_opens_the_feedback_of_what_failed_and_nothing_else(run, region):
    words = said(run("training_needs", database=region, cell="Q01~Cumbria"))
    assert "whole region: 24 of the last 32 reviews over two forces fell below good" in words
    assert words.index("Cumbria, Q01 (") < words.index("whole region: 24"), "of the chosen force first"
    assert "12 of the last 16 reviews fell below good" in words
    assert "topic sheet for whoever trains on it stands at the end of these reviews" in words
    assert "Cu/low" in words
    assert "Ch/low" not in words
    assert "Cu/very_high" not in words


def test_a_process_opens_what_failed_of_its_questions_over_the_region_or_in_one_force(run, region):
    def opened(column):
        return run("training_needs", database=region, view="processes", cell=f"information gathering~{column}")

    app = opened("all")
    assert rows(app)[0] == "information gathering", "what failed most stands first"
    assert [head["label"] for head in table(app)["columns"]] == ["Region", "Forces", "Cheshire", "Cumbria"]
    assert [cell[1] for cell in table(app)["cells"][0]] == ["24 of 64", "2 of 2", "12 of 32", "12 of 32"]
    whole = said(app)
    assert "24 of 64 answers to two questions about information gathering fell below good" in whole
    assert "Probably failing: Cheshire Q01; Cumbria Q01." in whole and whole.count('class="arms-review"') == 24
    one = said(opened("Cumbria"))
    assert "Cumbria: 12 of 32 answers" in one and "Ch/low" not in one and one.count('class="arms-review"') == 12


def test_a_process_is_told_of_the_group_whose_cell_was_chosen(run, region, monkeypatch):
    monkeypatch.setattr(selection, "SIDE_BY_SIDE", 1)
    monkeypatch.setattr(selection, "groups", lambda forces: {"West": ("Cheshire",), "North": ("Cumbria", "Kent")})

    def opened(group):
        cell = f"information gathering~{group}"
        return said(run("training_needs", database=region, view="processes", cell=cell))

    north = opened("North")
    assert "North: 12 of 32 answers to two questions" in north and "Probably failing: Cumbria Q01." in north
    assert north.count('class="arms-review"') == 12


def test_a_team_opens_its_own_reviews_and_is_named_in_no_link(run, tmp_path):
    reading = graded(make_reading(QUARTER), "Cheshire", "Q01", BAD)
    teams = iter(["North", "South"] * len(reading.reviews))
    reading = replace(reading, reviews=tuple(replace(review, team=next(teams)) for review in reading.reviews))
    store(tmp_path / "teams", reading)
    app = run("training_needs", database=tmp_path / "teams", view="teams", cell="Q01~Cheshire:0")
    heads = table(app)["columns"]
    keys = {"Cheshire:0": "Cheshire, North", "Cheshire:1": "Cheshire, South"}
    assert [(head["key"], head["said"]) for head in heads][:2] == list(keys.items())
    assert "Cheshire, North, Q01 (" in said(app) and said(app).count('class="arms-review"') == 2


def test_an_open_team_stays_itself_or_closes_when_a_force_is_chosen(run, tmp_path):
    reading = make_reading(QUARTER)
    store(tmp_path / "teams", replace(reading, reviews=tuple(replace(each, team="North") for each in reading.reviews)))

    def opened(force):
        return said(run("training_needs", tmp_path / "teams", view="teams", cell="Q01~Cumbria:0", force=force))

    assert "Cumbria, North, Q01 (" in opened("Cumbria") and 'class="arms-review"' not in opened("Cheshire")


def test_where_no_workbook_names_a_team_it_is_said(run, region):
    assert "No workbook of the year names a team." in said(run("training_needs", database=region, view="teams"))


def test_a_training_event_is_recorded_and_listed(run, region):
    app = run("training_needs", database=region, view="events")
    next(box for box in app.text_input if box.label == "Topic").input("Sources day")
    next(box for box in app.multiselect if box.label == "Questions").select("Q01")
    pressed(app, "Record event")
    [event] = open_records(region).training_events.find()
    assert (event.topic, event.questions, event.forces) == ("Sources day", ("Q01",), ())
    assert [head["label"] for head in table(app)["rows"]] == ["Sources day"]
    assert not app.text_input, "the form has closed"
    app.session_state["fold_event"] = True
    assert app.run().text_input(key="event_topic").value == "", "the next form is empty"


def test_training_given_is_that_of_the_chosen_force_or_of_the_whole_region(run, region):
    records = open_records(region)
    for forces in (("Cumbria",), ("Cheshire", "Lancashire"), ()):
        topic = " and ".join(forces) or "Everybody"
        event = TrainingEvent(date=QUARTERS[1].starts, topic=topic, questions=("Q01",), forces=forces)
        records.training_events.add(event, "planner")

    def listed(**parameters):
        app = run("training_needs", database=region, view="events", **parameters)
        return {head["label"] for head in table(app)["rows"]}

    assert listed() == {"Cumbria", "Cheshire and Lancashire", "Everybody"}
    assert listed(force="Cheshire") == {"Cheshire and Lancashire", "Everybody"}


def test_where_training_was_given_to_others_alone_it_is_said(run, region):
    event = TrainingEvent(date=QUARTERS[1].starts, topic="Sources", questions=("Q01",), forces=("Cumbria",))
    open_records(region).training_events.add(event, "planner")
    words = said(run("training_needs", database=region, view="events", force="Cheshire"))
    assert "choose all forces to see the events of others" in words


def test_a_training_event_needs_a_topic_and_questions(run, region):
    app = run("training_needs", database=region, view="events")
    app.text_input(key="event_topic").input("Sources day")
    pressed(app, "Record event")
    assert "its topic and its questions" in app.error[0].value
    assert not open_records(region).training_events.find()
    assert app.text_input(key="event_topic").value == "Sources day", "what was written stays, to be completed"


def test_a_strong_force_is_listed_with_the_words_and_can_be_shared(run, region):
    app = run("promising_practice", database=region, cell="Cheshire:Q02~Chance")
    assert rows(app) == ["Cheshire:Q02"]
    assert "16 of the last 16 reviews were outstanding" in said(app)
    fields(app)["Title"].input("Intelligence with dates")
    pressed(app, "Share it")
    assert fields(app)["Title"].value == "Intelligence with dates", "what was written stays, to be completed"
    fields(app)["What they do"].input("Every source is dated")
    fields(app)["Whom to ask (a role, not a name)"].input("SOMU lead, Cheshire")
    pressed(app, "Share it")
    [entry] = open_records(region).practices.find()
    assert (entry.force, entry.questions) == ("Cheshire", ("Q02",))
    assert fields(app)["Title"].value == "", "the next form is empty"

    shared = run("promising_practice", database=region, view="repository")
    assert "Every source is dated" in said(shared)
    pressed(shared, "Note it")
    assert [a.force for a in open_records(region).adoptions.find()] == ["Cumbria"]
    next(box for box in shared.text_area if box.label == "What they do").input("Every source is dated and graded")
    pressed(shared, "Store")
    assert "dated and graded" in said(shared)
    pressed(shared, "Withdraw")
    assert "No entry here yet" in said(shared)
    next(toggle for toggle in shared.toggle if toggle.key == "practice_withdrawn").set_value(True).run()
    pressed(shared, "Share it again")
    assert [entry.status for entry in open_records(region).practices.find()] == ["shared"]


def test_an_entry_changed_by_somebody_else_meanwhile_keeps_both_peoples_words(run, region):
    book = open_records(region)
    entry = book.practices.add(PromisingPractice(title="Dated sources", what="Each is dated", contact="Lead"), "Jo")
    app = run("promising_practice", database=region, view="repository")
    book.practices.change(entry, "Jo", what="Each is dated and graded")
    fields(app)["Why it works"].input("A new officer can follow it")
    pressed(app, "Store")
    assert "Jo changed this" in app.warning[0].value and "Each is dated and graded" in app.warning[0].value
    assert fields(app)["Why it works"].value == "A new officer can follow it"
    pressed(app, "Store")
    stored = book.practices.get(entry.id)
    assert (stored.what, stored.why) == ("Each is dated and graded", "A new officer can follow it")


def test_nothing_that_changes_is_listed_where_nothing_changed(run, region):
    assert "Nothing stands out here" in said(run("promising_practice", database=region, view="deteriorating"))


def test_one_reviewing_force_alone_cannot_be_compared(run, region):
    app = run("reviewer_consistency", database=region)
    assert app.info[0].value
    assert rows(app) == ["Merseyside"]
    assert not app.get("plotly_chart")


def test_a_reviewing_force_opens_what_it_found_below_the_line_in_the_year_or_in_one_quarter(run, region):
    year = said(run("reviewer_consistency", database=region, cell="Merseyside~Strictness"))
    assert "Reviewed by Merseyside: what failed in the year up to" in year
    assert year.count('class="arms-review"') == 24 and "cannot be told" in year
    quarter = said(run("reviewer_consistency", database=region, cell=f"Merseyside~{QUARTERS[0].key}"))
    assert "6 of 24 below good" in quarter and quarter.count('class="arms-review"') == 6


def test_a_force_over_time_with_its_range_and_its_run(run, region):
    app = run("force_trends", database=region, force="Cheshire", cell="Q01~2025-26-Q1")
    assert len(app.get("plotly_chart")) == 1
    words = said(app)
    assert "of 12 boxes on four plans were good or better" in words
    assert rows(app) == ["Q01", "Q02", "Q03"]
    assert "2025-26-Q1.xlsx › Cheshire" in words


def test_the_effect_of_training_is_said_beside_the_event(run, region):
    records = open_records(region)
    records.training_events.add(TrainingEvent(date=QUARTERS[-1].starts, topic="Late", questions=("Q01",)), "planner")
    words = said(run("training_needs", database=region, view="events", cell="1~Failing"))
    assert "Late: the reviews before and after it" in words and "Too early to say" in words
    late = table(run("training_needs", database=region, view="events"))
    after = [head["key"] for head in late["columns"]].index("after")
    assert late["cells"][0][after][2] == "no reviews", "not none of none"


def test_of_an_event_for_one_team_it_is_said_whose_plans_are_compared(run, region):
    event = TrainingEvent(
        date=QUARTERS[1].starts, topic="Sources", questions=("Q01",), forces=("Cumbria",), team="North team"
    )
    open_records(region).training_events.add(event, "planner")
    words = said(run("training_needs", database=region, view="events", cell="1~Failing"))
    assert "It was given to North team alone; compared are all plans of its force." in words


def test_an_event_opens_the_reviews_on_either_side_of_it_or_on_one(run, region):
    early = TrainingEvent(date=QUARTERS[1].starts, topic="Sources", questions=("Q01",), forces=("Cumbria",))
    open_records(region).training_events.add(early, "planner")

    def opened(column):
        return said(run("training_needs", database=region, view="events", cell=f"1~{column}"))

    counts = {column: opened(column).count('class="arms-review"') for column in ("Given", "before", "after")}
    assert counts == {"Given": 20, "before": 8, "after": 12}, (
        "what was reviewed in the event's own quarter is on neither"
    )
    assert "Ch/low" not in opened("Given")


def test_whom_to_ask_names_a_force_that_does_not_fail_it(run, region):
    app = run("training_needs", database=region, cell="Q02~Cumbria")
    assert any("Cheshire" in text.value for text in app.text)
