"""Who reviewed whom, where no review says it but the cover sheet does."""

import pytest

from tests.workbook.drawn import read, tab

PLANS = """
Question           | Low  | High
Sources checked?   | Good | RI
Is the plan SMART? | Good | RI
Were visits made?  | RI   | Good
"""


def reviewing(cover, *titles):
    reading = read(tab("Cover", cover), *(tab(name, PLANS) for name in ("Cheshire", "Cumbria")), *titles)
    return [(review.force, review.reviewing_force) for review in reading.reviews[::2]]


@pytest.mark.parametrize(
    "cover",
    [
        "Force reviewed | Reviewed by\nCheshire | Merseyside\nCumbria | Lancashire",
        "Reviewed by | Force reviewed\nMerseyside | Cheshire\nLancashire | Cumbria",
        "Force reviewed | Cheshire | Cumbria\nReviewed by | Merseyside | Lancashire",
        "Merseyside reviewed Cheshire\nLancashire reviewed Cumbria",
    ],
)
def test_columns_rows_or_sentences_say_it(cover):
    assert reviewing(cover) == [("Cheshire", "Merseyside"), ("Cumbria", "Lancashire")]


@pytest.mark.parametrize("half", ["Cumbria | to be agreed", "Cumbria |", "Cumbria reviewed their own files"])
def test_a_line_that_names_one_force_alone_says_nothing(half):
    cover = f"Force reviewed | Reviewed by\nCheshire | Merseyside\n{half}"
    assert reviewing(cover) == [("Cheshire", "Merseyside"), ("Cumbria", None)]


def test_a_cover_that_is_kept_from_before_says_nothing():
    cover = "Force reviewed | Reviewed by\nCheshire | Merseyside"
    tabs = [tab("Cover (old)", cover), tab("Cheshire", PLANS)]
    assert {review.reviewing_force for review in read(*tabs).reviews} == {None}


def test_a_force_for_which_two_lines_differ_is_left_open():
    cover = "Force reviewed | Reviewed by\nCheshire | Merseyside\nCheshire | Lancashire\nCumbria | Lancashire"
    assert reviewing(cover) == [("Cheshire", None), ("Cumbria", "Lancashire")]


def test_what_the_tab_itself_says_wins():
    cover = "Force reviewed | Reviewed by\nCheshire | Merseyside"
    reading = read(tab("Cover", cover), tab("Cheshire", f"Reviewed by: Cumbria\n{PLANS}"))
    assert {review.reviewing_force for review in reading.reviews} == {"Cumbria"}


def test_a_tabs_name_that_fails_to_name_the_reviewing_force_is_reported_where_nobody_else_does():
    codes = [
        [p.code for p in read(tab("Cheshire (by Cumbira)", head + PLANS)).problems] for head in ("", "Reviewer: GMP\n")
    ]
    assert ["unknown_reviewing_force" in found for found in codes] == [True, False]
