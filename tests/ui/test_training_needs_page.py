"""Training needs: what fails opens the reviews it fails in; training given is recorded, and what it did is said."""

import re
from dataclasses import replace

from arms_analytics.store.records import TrainingEvent, open_records
from arms_analytics.ui import selection
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import BAD, FAILING_QUARTERS, graded, pressed, rows, said, table


def test_what_fails_everywhere_is_the_first_topic(run, failing_region):
    app = run("training_needs", database=failing_region)
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
    run, failing_region, monkeypatch
):
    monkeypatch.setattr(selection, "SIDE_BY_SIDE", 1)
    app = run("training_needs", database=failing_region, cell="Q01~North West")
    assert [head["key"] for head in table(app)["columns"]][4:] == ["North West"]
    assert table(app)["cells"][0][4][1] == "24 of 32"
    words = said(app)
    assert "North West: where it failed" in words
    assert "Ch/low" in words and "Cu/low" in words
    assert "Where it probably fails: 2 forces" in words
    assert "force=Cumbria&amp;cell=Q01~Cumbria" in words
    assert re.search(r">Cumbria</a> 12 of 16 · (over )?9\d in 100", words)
    assert "Where it probably fails" not in said(run("training_needs", database=failing_region, cell="Q05~North West"))


def test_a_topic_opens_the_feedback_of_what_failed_and_nothing_else(run, failing_region):
    words = said(run("training_needs", database=failing_region, cell="Q01~Cumbria"))
    assert "whole region: 24 of the last 32 reviews over two forces fell below good" in words
    assert words.index("Cumbria, Q01 (") < words.index("whole region: 24"), "of the chosen force first"
    assert "12 of the last 16 reviews fell below good" in words
    assert "topic sheet for whoever trains on it stands at the end of these reviews" in words
    assert "Cu/low" in words
    assert "Ch/low" not in words
    assert "Cu/very_high" not in words


def test_a_process_opens_what_failed_of_its_questions_over_the_region_or_in_one_force(run, failing_region):
    def opened(column):
        return run("training_needs", database=failing_region, view="processes", cell=f"information gathering~{column}")

    app = opened("all")
    assert rows(app)[0] == "information gathering", "what failed most stands first"
    assert [head["label"] for head in table(app)["columns"]] == ["Region", "Forces", "Cheshire", "Cumbria"]
    assert [cell[1] for cell in table(app)["cells"][0]] == ["24 of 64", "2 of 2", "12 of 32", "12 of 32"]
    whole = said(app)
    assert "24 of 64 answers to two questions about information gathering fell below good" in whole
    assert "Probably failing: Cheshire Q01; Cumbria Q01." in whole and whole.count('class="arms-review"') == 24
    one = said(opened("Cumbria"))
    assert "Cumbria: 12 of 32 answers" in one and "Ch/low" not in one and one.count('class="arms-review"') == 12


def test_a_process_is_told_of_the_group_whose_cell_was_chosen(run, failing_region, monkeypatch):
    monkeypatch.setattr(selection, "SIDE_BY_SIDE", 1)
    monkeypatch.setattr(selection, "groups", lambda forces: {"West": ("Cheshire",), "North": ("Cumbria", "Kent")})

    def opened(group):
        cell = f"information gathering~{group}"
        return said(run("training_needs", database=failing_region, view="processes", cell=cell))

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


def test_where_no_workbook_names_a_team_it_is_said(run, failing_region):
    assert "No workbook of the year names a team." in said(run("training_needs", database=failing_region, view="teams"))


def test_a_training_event_is_recorded_and_listed(run, failing_region):
    app = run("training_needs", database=failing_region, view="events")
    next(box for box in app.text_input if box.label == "Topic").input("Sources day")
    next(box for box in app.multiselect if box.label == "Questions").select("Q01")
    pressed(app, "Record event")
    [event] = open_records(failing_region).training_events.find()
    assert (event.topic, event.questions, event.forces) == ("Sources day", ("Q01",), ())
    assert [head["label"] for head in table(app)["rows"]] == ["Sources day"]
    assert not app.text_input, "the form has closed"
    app.session_state["fold_event"] = True
    assert app.run().text_input(key="event_topic").value == "", "the next form is empty"


def test_training_given_is_that_of_the_chosen_force_or_of_the_whole_region(run, failing_region):
    records = open_records(failing_region)
    for forces in (("Cumbria",), ("Cheshire", "Lancashire"), ()):
        topic = " and ".join(forces) or "Everybody"
        event = TrainingEvent(date=FAILING_QUARTERS[1].starts, topic=topic, questions=("Q01",), forces=forces)
        records.training_events.add(event, "planner")

    def listed(**parameters):
        app = run("training_needs", database=failing_region, view="events", **parameters)
        return {head["label"] for head in table(app)["rows"]}

    assert listed() == {"Cumbria", "Cheshire and Lancashire", "Everybody"}
    assert listed(force="Cheshire") == {"Cheshire and Lancashire", "Everybody"}


def test_where_training_was_given_to_others_alone_it_is_said(run, failing_region):
    event = TrainingEvent(date=FAILING_QUARTERS[1].starts, topic="Sources", questions=("Q01",), forces=("Cumbria",))
    open_records(failing_region).training_events.add(event, "planner")
    words = said(run("training_needs", database=failing_region, view="events", force="Cheshire"))
    assert "choose all forces to see the events of others" in words


def test_a_training_event_needs_a_topic_and_questions(run, failing_region):
    app = run("training_needs", database=failing_region, view="events")
    app.text_input(key="event_topic").input("Sources day")
    pressed(app, "Record event")
    assert "its topic and its questions" in app.error[0].value
    assert not open_records(failing_region).training_events.find()
    assert app.text_input(key="event_topic").value == "Sources day", "what was written stays, to be completed"


def test_the_effect_of_training_is_said_beside_the_event(run, failing_region):
    records = open_records(failing_region)
    records.training_events.add(
        TrainingEvent(date=FAILING_QUARTERS[-1].starts, topic="Late", questions=("Q01",)), "planner"
    )
    words = said(run("training_needs", database=failing_region, view="events", cell="1~Failing"))
    assert "Late: the reviews before and after it" in words and "Too early to say" in words
    late = table(run("training_needs", database=failing_region, view="events"))
    after = [head["key"] for head in late["columns"]].index("after")
    assert late["cells"][0][after][2] == "no reviews", "not none of none"


def test_of_an_event_for_one_team_it_is_said_whose_plans_are_compared(run, failing_region):
    event = TrainingEvent(
        date=FAILING_QUARTERS[1].starts, topic="Sources", questions=("Q01",), forces=("Cumbria",), team="North team"
    )
    open_records(failing_region).training_events.add(event, "planner")
    words = said(run("training_needs", database=failing_region, view="events", cell="1~Failing"))
    assert "It was given to North team alone; compared are all plans of its force." in words


def test_an_event_opens_the_reviews_on_either_side_of_it_or_on_one(run, failing_region):
    early = TrainingEvent(date=FAILING_QUARTERS[1].starts, topic="Sources", questions=("Q01",), forces=("Cumbria",))
    open_records(failing_region).training_events.add(early, "planner")

    def opened(column):
        return said(run("training_needs", database=failing_region, view="events", cell=f"1~{column}"))

    counts = {column: opened(column).count('class="arms-review"') for column in ("Given", "before", "after")}
    assert counts == {"Given": 20, "before": 8, "after": 12}, (
        "what was reviewed in the event's own quarter is on neither"
    )
    assert "Ch/low" not in opened("Given")


def test_whom_to_ask_names_a_force_that_does_not_fail_it(run, failing_region):
    app = run("training_needs", database=failing_region, cell="Q02~Cumbria")
    assert any("Cheshire" in text.value for text in app.text)
