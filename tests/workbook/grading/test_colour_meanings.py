"""What a colour means on one tab: by an answer, boxes with word and colour, the key, its hue, in this order."""

import pytest

from arms_analytics.network import network
from arms_analytics.workbook import ReaderAnswers
from arms_analytics.workbook.grading.colour_meanings import ENOUGH, NOT_GRADED, ColourMeanings
from arms_analytics.workbook.key.key import Key
from arms_analytics.workbook.texts.grade_words import GradeWords

GREEN, BLUE, BETWEEN = "00B050", "0070C0", "FFDF00"
WORDS = GradeWords.of(network().grade_scale)


def meanings(own=None, everywhere=None, answers=None):
    return ColourMeanings("Cheshire", WORDS, Key(own or {}), Key(everywhere or {}), ReaderAnswers.of(answers or {}))


def test_a_hue_means_the_grade_that_is_drawn_in_it():
    assert meanings().of(GREEN) == ("good", "hue")


@pytest.mark.parametrize(("colour", "why"), [(BLUE, "foreign"), (BETWEEN, "ask"), ("BFBFBF", "neutral")])
def test_a_hue_of_no_grade_means_none(colour, why):
    assert meanings().of(colour) == (None, why)


def test_a_key_says_more_than_the_hue_and_the_tabs_own_more_than_the_workbooks():
    assert meanings(everywhere={GREEN: "outstanding"}).of(GREEN) == ("outstanding", "key")
    assert meanings({GREEN: "inadequate"}, {GREEN: "outstanding"}).of(GREEN) == ("inadequate", "key")


def test_boxes_with_word_and_colour_say_more_than_a_key_when_they_are_enough():
    told = meanings({GREEN: "outstanding"})
    for boxes in range(1, ENOUGH + 1):
        told.learn(GREEN, "good")
        assert told.of(GREEN) == (("good", "words") if boxes == ENOUGH else ("outstanding", "key"))


def test_boxes_that_contradict_each_other_say_nothing():
    told = meanings()
    for grade in ("good", "outstanding") * ENOUGH:
        told.learn(BLUE, grade)
    assert told.of(BLUE) == (None, "foreign")


def test_an_answer_says_more_than_all_and_may_be_that_it_means_no_grade():
    key = meanings().question_key(GREEN)
    assert meanings({GREEN: "outstanding"}, answers={key: "inadequate"}).of(GREEN) == ("inadequate", "answer")
    assert meanings(answers={key: NOT_GRADED}).of(GREEN) == (None, "answer")


def test_an_answer_that_is_no_grade_is_none():
    key = meanings().question_key(BLUE)
    assert meanings(answers={key: "purple"}).of(BLUE) == (None, "foreign")


def test_of_two_neighbours_in_hue_the_one_that_the_tab_lacks_is_suggested():
    assert meanings({"FFC000": "requires_improvement"}).suggestion(BETWEEN) == "outstanding"
    assert meanings({"FFC000": "requires_improvement", "FFFF00": "outstanding"}).suggestion(BETWEEN) == ""
