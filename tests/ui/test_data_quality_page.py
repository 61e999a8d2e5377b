"""Data quality for the coordinator: whose tab is missing or short, and what could not be read, in which cell."""

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from arms_analytics.vocabulary import Problem, Severity
from tests.store.readings import QUARTER, make_reading, store
from tests.ui.conftest import said, table

UNCLEAR = Problem(Severity.WARNING, "colour_unclear", "Cheshire", "C9", "Yellow <or> amber. Write the grade's word.")


@pytest.fixture
def short(tmp_path):
    """Cheshire with its four reviews, Cumbria with three, nobody else; one box unclear."""
    whole = make_reading(QUARTER, problems=(UNCLEAR,))
    reviews = [review for review in whole.reviews if (review.force, review.ordinal) != ("Cumbria", 4)]
    folder = tmp_path / "store"
    store(folder, make_reading(QUARTER, reviews=tuple(reviews), problems=(UNCLEAR,)))
    return folder


def test_it_says_what_is_in_and_whose_tab_is_missing(run, short):
    words = said(run("data_quality", database=short))
    assert "7 of 24 reviews in for Q1 2025/26" in words
    assert "missing: Greater Manchester, North Wales, Lancashire and Merseyside" in words
    assert "fewer than 4: Cumbria (3)" in words


def test_where_something_is_still_to_come_the_reminders_are_one_step_away(run, short):
    offered = "Remind the forces whose reviews are still to come"
    assert offered in [line.value for line in run("data_quality", database=short).markdown]


def test_every_force_of_the_network_has_a_row_whether_it_sent_anything_or_not(run, short):
    shown = table(run("data_quality", database=short))
    texts = {head["key"]: line[0][1] for head, line in zip(shown["rows"], shown["cells"], strict=True)}
    assert (texts["Cheshire"], texts["Cumbria"], texts["Merseyside"]) == ("4 of 4", "3 of 4", "none")


def test_what_could_not_be_read_is_listed_with_its_cell(run, short):
    words = said(run("data_quality", database=short))
    assert "1 to look at" in words
    assert "<td>C9</td><td>Yellow &lt;or&gt; amber. Write the grade&#x27;s word.</td>" in words


def test_a_force_narrows_the_tabs_and_the_problems(run, short):
    words = said(run("data_quality", database=short, force="Cumbria"))
    assert "The reader was sure of everything it read in Q1 2025/26 (Apr–Jun 2025), Cumbria" in words
    assert '<th scope="row">Cheshire</th>' not in words


def test_garbage_in_the_address_is_as_if_it_were_not_there(run, short):
    assert "7 of 24 reviews in" in said(run("data_quality", database=short, quarter="x", force="<b>"))


def test_what_a_force_can_correct_goes_back_to_it_as_a_mail_and_as_a_workbook(run, short, files):
    run("data_quality", database=short)
    [(mail, made), (_, written)] = files.values()
    assert mail.endswith(".eml") and b"Cheshire C9: Yellow <or> amber." in made()
    sheet = load_workbook(io.BytesIO(written())).active
    assert [cell.value for cell in sheet[6]][:3] == ["Cheshire", "C9", UNCLEAR.message]


def test_two_workbooks_of_one_name_go_back_as_two_requests(run, tmp_path, files):
    names = {"Cheshire": "return.xlsx", "Cumbria": "return.xls", "Kent": "other.xlsx", "Gwent": "return.xlsx"}
    readings = [
        make_reading(QUARTER, forces=(force,), path=name, problems=(replace(UNCLEAR, sheet=force),))
        for force, name in names.items()
    ]
    store(tmp_path / "store", *readings)
    run("data_quality", database=tmp_path / "store")
    mails = {name: make() for name, make in files.values() if name.endswith(".eml")}
    assert set(mails) == {"correct other.eml", *(f"correct return ({number}).eml" for number in (1, 2, 3))}
    said = [{force for force in names if f"{force} C9".encode() in mail} for mail in mails.values()]
    assert sorted(map(sorted, said)) == [["Cheshire"], ["Cumbria"], ["Gwent"], ["Kent"]]


def test_where_nothing_is_to_correct_it_is_said(run, short, files):
    app = run("data_quality", database=short, force="Cumbria")
    assert not files and "Nothing here for a force to correct." in [line.value for line in app.markdown]
