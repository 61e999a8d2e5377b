"""What a cell says to the eye and to the ear, and how a link names it."""

from arms_analytics.charts.grid import BLANK, NO_REVIEWS, Grid, Head, cells_by_key, count_cell, grade_cell
from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE

ROWS = (Head("Q01", "Sources", "Q01 Sources"), Head("Q02", "Visits", "Q02 Visits"))
COLUMNS = (Head("Cheshire", "Cheshire", "Cheshire"),)
GRID = Grid("Grades", "Question", ROWS, COLUMNS, cells_by_key(ROWS, COLUMNS, {("Q01", "Cheshire"): grade_cell("good")}))


def test_a_cell_counts_failures_among_graded_reviews():
    cell = count_cell({"inadequate": 1, "requires_improvement": 1, "good": 2}, not_applicable=0, blank=0)
    assert (cell.text, cell.said, cell.heat) == ("2 of 4", "2 of 4 below good", 2)


def test_a_count_in_the_thousands_is_read_as_elsewhere():
    cell = count_cell({"inadequate": 1250, "good": 3000}, not_applicable=0, blank=0)
    assert (cell.text, cell.said) == ("1,250 of 4,250", "1,250 of 4,250 below good")


def test_its_marks_run_from_worst_to_best_then_what_is_no_grade():
    cell = count_cell({"outstanding": 1, "inadequate": 1}, not_applicable=1, blank=1)
    assert cell.marks == ("inadequate", "outstanding", NOT_APPLICABLE, BLANK)
    assert cell.said == "1 of 2 below good, 1 not applicable, 1 not graded"


def test_blank_not_applicable_and_no_reviews_all_differ():
    blank, unasked, nothing = count_cell({}, 0, 4), count_cell({}, 4, 0), count_cell({}, 0, 0)
    assert len({blank.text, unasked.text, nothing.text}) == 3
    assert len({blank.said, unasked.said, nothing.said}) == 3
    assert nothing == NO_REVIEWS


def test_one_failure_among_many_still_shows():
    assert count_cell({"inadequate": 1, "good": 23}, 0, 0).heat == 1
    assert count_cell({"good": 24}, 0, 0).heat == 0


def test_a_box_carries_its_word():
    assert {grade_cell(grade.key).text for grade in network().grade_scale} == {"OUT", "GOOD", "RI", "INAD"}


def test_a_link_finds_its_cell():
    row, column, cell = GRID.at("Q01~Cheshire")
    assert (row.key, column.key, cell.said) == ("Q01", "Cheshire", "good")


def test_a_link_to_no_cell_finds_nothing():
    assert [GRID.at(key) for key in (None, "", "~", "Q01", "Q01~", "Q09~Cheshire")] == [None] * 6


def test_the_version_changes_with_what_is_drawn():
    other = Grid("Grades", "Question", ROWS, COLUMNS, cells_by_key(ROWS, COLUMNS, {}))
    assert GRID.payload()["version"] == GRID.payload()["version"] != other.payload()["version"]
