"""A box with words besides its grade loses none of them."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab


def feedback(reading):
    return [[answer.feedback for answer in review.answers] for review in reading.reviews]


def test_a_short_remark_in_a_coloured_box_is_feedback():
    table = """
Question | Low           | High
Sources  | #00B050       | OK. #FFC000
Actions  | OK. #00B050   | #FFFF00
Visits   | #FF0000       | #00B050
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G G I", "RI O G"]
    assert feedback(reading) == [["", "OK.", ""], ["OK.", "", ""]]
    assert not alarms(reading)


def test_a_tick_or_a_number_in_a_coloured_box_is_none():
    table = """
Question | Low       | High
Sources  | ✓ #00B050 | 3 #FFC000
Actions  | #00B050   | #FFFF00
Visits   | #FF0000   | #00B050
"""
    assert feedback(read(tab("Cheshire", table))) == [["", "", ""], ["", "", ""]]


def test_the_letter_before_feedback_goes_with_the_grade_though_most_boxes_hold_nothing_but_letters():
    told = "The interview notes were raised in January and again in March; Cumbria was asked about them twice."
    table = f"Question | Low | High\nSources | G: {told} | G\nActions | RI | G\nVisits | I | RI: Thin."
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G RI I", "G G RI"]
    assert feedback(reading) == [[told, "", ""], ["", "", "Thin."]]


def test_good_with_a_full_stop_among_boxes_of_feedback_is_feedback_too():
    told = "The rationale is dated, sourced and agrees with the last one."
    table = (
        f"Question | Low | High\nSources | {told} #00B050 | {told} #FFC000\nActions | {told} #FF0000 | Good. #00B050"
    )
    table += f"\nVisits | {told} #00B050 | {told} #FFFF00"
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G I G", "RI G O"]
    assert feedback(reading)[1][1] == "Good."


@pytest.mark.parametrize("text", ["Good RI", "Good → RI", "RI to Good", "Good now RI", "Good -> Requires improvement"])
def test_two_grades_in_one_box_are_asked_about_whatever_its_colour(text):
    reading = read(tab("Cheshire", f"""
Question                          | High           | Low
Q1 Sources checked before scoring | {text} #00B050 | RI #FFC000
Q2 Static factors scored right    | Good #00B050   | RI #FFC000
"""))  # fmt: skip
    assert grades(reading) == ["- G", "RI RI"]
    assert alarms(reading) == ["unreadable_grade Cheshire B2"]


def test_a_box_may_label_its_grade_before_the_feedback():
    reading = read(
        tab(
            "Cheshire",
            """
Question        | Low                              | High
Sources checked | Grade: Good\\nAll are dated.     | Grade: RI\\nSome are not.
Actions dated   | Grade: Outstanding\\nAnd owned.  | Grade: Good\\nNearly all.
Visits made     | Grade: Inadequate\\nNone.        | Grade: Good\\nTwo of them.
""",
        )
    )
    assert grades(reading) == ["G O I", "RI G G"]
    assert [answer.feedback for answer in reading.reviews[0].answers] == ["All are dated.", "And owned.", "None."]


@pytest.mark.parametrize(
    ("boxes", "cells"),
    [
        ("#00B050 #92D050 #00B050", ["B2, B4", "B3"]),  # one of the greens may be outstanding, which has no colour here
        ("#00B050 #92D050 #FFFF00", []),
        ("#00B050 #4EA72E #00B050", []),  # hardly two greens
        ("#00B050 Good #92D050 Good #00B050", []),
        ("#C00000 #FFFF00 #FF7C80", []),  # below inadequate there is none, and the other has its colour
    ],
)
def test_two_shades_in_one_review_are_asked_about_where_a_grade_lacks_its_colour(boxes, cells):
    one, two, three = (f"{'Good' * (' Good' in boxes)} {fill}" for fill in boxes.replace(" Good", "").split())
    drawing = f"Question | High | Low\nSources | {one} | #FFC000\nActions | {two} | #FFC000\nVisits | {three} | #FF0000"
    reading = read(tab("Cheshire", drawing))
    assert alarms(reading) == [f"two_shades Cheshire {cell}" for cell in cells]
    assert [question.cell for question in reading.open_questions] == cells
    assert "-" not in " ".join(grades(reading))


def test_other_reviewers_may_have_another_green():
    drawing = (
        "Question | High | Low\nSources | #00B050 | #92D050\nActions | #00B050 | #92D050\nVisits | #FF0000 | #FFC000"
    )
    reading = read(tab("Cheshire", drawing))
    assert grades(reading) == ["G G I", "G G RI"]
    assert not alarms(reading)


@pytest.mark.parametrize(
    "prompt", ["Select grade", "Please select...", "Choose an item.", "[Select]", "<select a grade>"]
)
def test_what_a_form_shows_where_nobody_has_chosen_is_no_grade_and_no_alarm(prompt):
    reading = read(
        tab("Cheshire", f"Question | High | Low\nSources | Good | RI\nActions | {prompt} | Good\nVisits | RI | Good")
    )
    assert grades(reading) == ["G - RI", "RI G G"]
    assert not alarms(reading)


def test_a_colour_that_stands_for_two_words_is_reported_once():
    table = """
Question | Low                 | High
Sources  | Good #00B050        | Outstanding #00B050
Actions  | Outstanding #00B050 | Good #00B050
Visits   | Good #00B050        | Good #00B050
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G O G", "O G G"]
    assert alarms(reading) == ["contradiction Cheshire B3, C2"]
