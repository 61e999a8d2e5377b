"""The history says who loaded what, and a load taken back leaves exactly what was there before."""

import pytest

from arms_analytics.store import NoStoreError, StoreError, newest_number, newest_snapshot
from arms_analytics.store.history import history, undo
from arms_analytics.vocabulary import Quarter
from tests.store.readings import current, make_reading, store


def loads(folder):
    return history(newest_snapshot(folder).cursor())


def grades(folder):
    return {(row[0], row[3]) for row in current(newest_snapshot(folder))}


def test_the_history_says_who_loaded_which_workbooks(folder):
    store(folder, make_reading(Quarter(2025, 1)), make_reading(Quarter(2025, 2)))
    (load,) = loads(folder)
    assert (load.load_id, load.action) == (1, "load")
    assert load.who
    assert [(book.name, book.reviews) for book in load.workbooks] == [("2025-26-Q1.xlsx", 8), ("2025-26-Q2.xlsx", 8)]


def test_replaced_reviews_stay_in_the_history(folder):
    store(folder, make_reading(grade="good"))
    store(folder, make_reading(grade="inadequate", forces=("Cumbria",)))
    first, second = loads(folder)
    assert (first.workbooks[0].current_reviews, first.workbooks[0].replaced_reviews) == (4, 4)
    assert second.workbooks[0].current_reviews == 4


def test_undo_brings_back_exactly_what_was_there_before(folder):
    store(folder, make_reading(grade="good"))
    before = current(newest_snapshot(folder), "*")
    store(folder, make_reading(grade="inadequate"), make_reading(Quarter(2025, 2)))
    undo(folder, 2)
    assert current(newest_snapshot(folder), "*") == before


def test_undo_is_itself_in_the_history(folder):
    store(folder, make_reading())
    undo(folder, 1, who="Chair")
    load, undoing = loads(folder)
    assert load.undone
    assert (undoing.action, undoing.who) == ("undo", "Chair")
    assert current(newest_snapshot(folder)) == []


def test_a_load_on_which_a_later_one_stands_is_taken_back_after_it(folder):
    store(folder, make_reading(grade="good"))
    store(folder, make_reading(grade="inadequate"))
    with pytest.raises(StoreError, match="Undo load 2 first"):
        undo(folder, 1)
    undo(folder, 2)
    undo(folder, 1)
    assert current(newest_snapshot(folder)) == []


def test_a_load_of_other_quarters_does_not_hinder(folder):
    store(folder, make_reading(Quarter(2025, 1), grade="good"))
    store(folder, make_reading(Quarter(2025, 2), grade="inadequate"))
    undo(folder, 1)
    assert grades(folder) == {("Cheshire", "inadequate"), ("Cumbria", "inadequate")}


def test_what_was_taken_back_can_be_loaded_again_and_taken_back_again(folder):
    store(folder, make_reading())
    undo(folder, 1)
    store(folder, make_reading())
    assert len(current(newest_snapshot(folder))) == 24
    undo(folder, 3)
    assert current(newest_snapshot(folder)) == []


def test_a_load_that_replaced_its_own_reviews_is_taken_back_whole(folder):
    store(folder, make_reading(forces=("Cheshire", "Cumbria")), make_reading(forces=("Cumbria",)))
    undo(folder, 1)
    assert current(newest_snapshot(folder)) == []


@pytest.mark.parametrize(
    ("load_id", "sentence"), [(9, "There is no load 9"), (1, "taken back already"), (2, "is no load of workbooks")]
)
def test_what_cannot_be_taken_back_says_why_and_changes_nothing(folder, load_id, sentence):
    store(folder, make_reading())
    undo(folder, 1)
    with pytest.raises(StoreError, match=sentence):
        undo(folder, load_id)
    assert newest_number(folder) == 2


def test_undo_in_an_empty_folder_says_that_nothing_was_loaded(folder):
    with pytest.raises(NoStoreError):
        undo(folder, 1)
