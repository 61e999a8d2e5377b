"""A tab's key, a list for a drop-down and lines that count are told from boxes that happen to hold every grade once."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

BLOCKS = """
Review 1
Level of risk: Low
Ref: CHE 0010
Question                 | Grade | Feedback
1. Were sources checked? | Good  | Clear.
2. Is the plan SMART?    | Good  | Clear.
3. Were visits made?     | Good  | Clear.
4. Were partners asked?  | RI    | Not all.

Review 2
Level of risk: High
Ref: CHE 0011
Question                 | Grade | Feedback
1. Were sources checked? | {}    | Thin.
2. Is the plan SMART?    | {}    | Fine.
3. Were visits made?     | {}    | Late.
4. Were partners asked?  | {}    | Exemplary.
"""
TURNED = """
Risk level | Ref      | Sources     | Actions     | Visits
Low        | CHE 0010 | G #00B050   | RI #FFC000  | G #00B050
High       | CHE 0011 | O #FFFF00   | G #00B050   | I #FF0000
"""


def test_a_block_that_holds_every_grade_once_is_no_key():
    reading = read(tab("Cheshire", BLOCKS.format("Inadequate", "Good", "Outstanding", "Requires improvement")))
    assert grades(reading) == ["G G G RI", "I G O RI"]


def test_nor_when_its_grades_go_down_the_scale():
    reading = read(tab("Cheshire", BLOCKS.format("Outstanding", "Good", "Requires improvement", "Inadequate")))
    assert grades(reading) == ["G G G RI", "O G RI I"]
    assert not alarms(reading)


def test_a_list_for_a_drop_down_below_the_risk_levels_is_a_key_with_its_not_applicable():
    listed = TURNED + "\nInadequate\nRequires improvement\nGood\nOutstanding\nN/A\n"
    reading = read(tab("Cheshire", listed))
    assert grades(reading) == ["G RI G", "O G I"]
    assert not alarms(reading)


def test_a_key_of_three_columns_below_the_risk_levels_is_one():
    key = """
1 | Outstanding          | #FFFF00
2 | Good                 | #00B050
3 | Requires improvement | #FFC000
4 | Inadequate           | #FF0000
"""
    reading = read(tab("Cheshire", TURNED + key))
    assert grades(reading) == ["G RI G", "O G I"]
    assert not alarms(reading)


def test_lines_that_count_grades_right_below_the_questions_are_no_key():
    table = """
Question             |  | Low        |  | High
Were sources checked |  | G #00B050  |  | RI #FFC000
Is the plan SMART    |  | O #FFFF00  |  | G #00B050
Were visits made     |  | I #FF0000  |  | G #00B050
Outstanding          |  | 1          |  | 0
Good                 |  | 1          |  | 2
Requires improvement |  | 0          |  | 1
Inadequate           |  | 1          |  | 0
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G O I", "RI G G"]
    assert not alarms(reading)


def test_a_key_gives_its_colours_to_boxes_that_no_hue_tells():
    table = """
Question             | Low     | High
Were sources checked | #4472C4 | #7030A0
Is the plan SMART    | #00A3A3 | #404040
Were visits made     | #00A3A3 | #7030A0

Key
Outstanding          | #4472C4
Good                 | #00A3A3
Requires improvement | #7030A0
Inadequate           | #404040
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["O G G", "RI I RI"]
    assert not alarms(reading)


def test_three_grades_in_order_and_key_points_beside_them_are_no_key():
    table = """
Question             | Low                  | Feedback          | High               | Feedback
Were sources checked | Good                 | All of them were. | Good               | All of them were.
A. Risk factors      |                      |                   |                    |
Is the plan SMART    | Outstanding          | Key points missed | Requires improvement |
Were visits made     | Good                 |                   | Good               |
Were partners asked  | Requires improvement |                   | Good               |
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G O G RI", "G RI G G"]


def test_boxes_that_say_the_same_short_word_behind_each_grade_are_no_key():
    table = """
Risk level | Ref      | Sources              | Actions   | Visits           | Partners
Low        | CHE 0010 | Good: Clear and kept | RI: Late  | Good: Fine       | RI: Thin
Medium     | CHE 0011 | RI: Not all          | Good: Low | Outstanding: Low | Inadequate: Low
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G RI G RI", "RI G O I"]
    assert [answer.feedback for answer in reading.reviews[1].answers][1:] == ["Low", "Low", "Low"]


def test_a_matrix_of_overall_grades_is_no_key_for_the_workbook():
    matrix = """
Force    | Low                  | Medium       | High               | Very high
Cheshire | Requires improvement #FFC000 | Good #00B050 | Inadequate #FF0000 | Outstanding #7030A0
"""
    table = (
        "Question | Low | High\nSources | #00B050 | #7030A0\nActions | #FFC000 | #FF0000\nVisits | #FF0000 | #00B050"
    )
    reading = read(tab("Cheshire", table), tab("Summary", matrix))
    assert [alarm.split()[0] for alarm in alarms(reading)] == ["ambiguous_colour"]


TABLE = """
Question | Low     | High
Sources  | #00B050 | #FFC000
Actions  | #00B050 | #FFFF00
Visits   | #FF0000 | #00B050
"""


@pytest.mark.parametrize(
    "key",
    [
        "Key\nOutstanding #FFFF00\nGood #00B050\n\nRequires improvement #FFC000\nInadequate #FF0000",
        "#FFFF00 | Outstanding\n#00B050 | Good\n\n#FFC000 | Requires improvement\n#FF0000 | Inadequate\n\n | N/A",
        "Outstanding #FFFF00\n\nGood #00B050\n\nRequires improvement #FFC000\n\nInadequate #FF0000",
        "Key | Outstanding #FFFF00 | Good #00B050 | Requires improvement #FFC000 | Inadequate #FF0000",
        "Key | Outstanding #FFFF00 | Good #00B050 | | Requires improvement #FFC000 | Inadequate #FF0000",
    ],
)
def test_a_key_may_be_split_by_blank_lines_or_run_along_a_row(key):
    reading = read(tab("Cheshire", TABLE + "\n" + key))
    assert grades(reading) == ["G G I", "RI O G"]
    assert not alarms(reading)


IN_ORDER = ("Outstanding", "Good", "Requires improvement", "Inadequate")
ASKED = {
    "questions in words": ("Were sources checked?", "Is the plan SMART?", "Were visits made?", "Were partners asked?"),
    "numbered questions": ("Q1 Sources", "Q2 Actions", "Q3 Visits", "Q4 Partners"),
    "bare statements": ("Sources checked", "Actions are SMART", "Visits were made", "Partners asked"),
}


def block(head, questions, given=IN_ORDER):
    """A block without labels: a heading, then each question with its grade beside it."""
    return f"{head}\n" + "\n".join(f"{question} | {grade}" for question, grade in zip(questions, given, strict=True))


@pytest.mark.parametrize("questions", ASKED.values(), ids=ASKED)
def test_the_only_reviews_grades_in_the_scales_order_are_boxes(questions):
    reading = read(tab("Cheshire", block("Review 1: Low, Ref: CHE 0010", questions)))
    assert grades(reading) == ["O G RI I"]
    assert not alarms(reading)


def test_so_are_those_of_a_second_block_or_section_that_asks_other_things():
    first, second = ASKED["bare statements"], ("Rating agreed", "Dates given", "Risks named", "Supervision seen")
    mixed = ("Good", "Good", "Outstanding", "Good")
    blocks = block("Review 1: Low, Ref: CHE 10", first, mixed) + "\n\n" + block("Review 2: High, Ref: CHE 11", second)
    assert grades(read(tab("Cheshire", blocks))) == ["G G O G", "O G RI I"]
    sections = block("Review 1: Low, Ref: CHE 10\nSection A", first) + "\n" + block("Section B", second, mixed)
    assert grades(read(tab("Cheshire", sections))) == ["O G RI I G G O G"]


def test_a_text_that_stands_beside_another_grade_on_another_tab_explains_none():
    codes = ("Red flags", "Gold standard", "Level 3", "Colour coding")
    one = tab("Cheshire", block("Review 1: Low, Ref: CHE 10", codes))
    other = tab("Cumbria", block("Review 1: Low, Ref: CUM 10", codes, ("Good", "Inadequate", "Outstanding", "Good")))
    assert grades(read(one, other)) == ["O G RI I", "G I O G"]


@pytest.mark.parametrize(
    "key",
    [
        "Yellow | Outstanding\nGreen | Good\nAmber | Requires improvement\nRed | Inadequate",
        "Grade 1 | Outstanding\nGrade 2 | Good\nGrade 3 | Requires improvement\nGrade 4 | Inadequate",
        "Outstanding | Beyond what is asked\nGood | As asked\nRequires improvement | In part\nInadequate | Not at all",
        "Key\nBeyond it all | Outstanding\nAs asked | Good\nIn part | Requires improvement\nNot at all | Inadequate",
    ],
)
def test_a_key_has_marks_and_colours_before_its_grades_and_explains_them_behind(key):
    sheets = tab("Cheshire", TABLE + "\n" + key), tab("Cumbria", TABLE + "\n" + key)
    assert grades(read(*sheets)) == ["G G I", "RI O G"] * 2
    assert not alarms(read(*sheets))


@pytest.mark.parametrize("head", ["", "Cheshire ARMS QA\n", "Question"])
def test_grades_that_no_head_gives_to_a_review_are_not_an_empty_tab(head):
    for given in (IN_ORDER, ("Good", "Good", "Outstanding", "Good"), ("#00B050", "#FFFF00", "#00B050", "#FF0000")):
        lost = tab("Cheshire", block(head, ASKED["bare statements"], given))
        assert alarms(read(lost, tab("Cumbria", TABLE))) == ["no_grades Cheshire"]


@pytest.mark.parametrize(
    "key",
    [
        "Key: Blue - Outstanding, Green - Good, Yellow - Requires Improvement, Red - Inadequate",
        "O = Blue, G = Green, RI = Yellow, I = Red",
        "Blue = O; Green = G; Yellow = RI; Red = I",
        "Outstanding (blue), Good (green), Requires improvement (yellow), Inadequate (red)",
        "Green = Good #00B050\nYellow = RI #FFFF00\nRed = Inadequate #FF0000",
    ],
)
def test_a_key_may_name_its_colours_in_words(key):
    reading = read(tab("Cheshire", f"""
{key}

Question                          | High    | Low
Q1 Sources checked before scoring | #00B050 | #FFFF00
Q2 Static factors scored right    | #FF0000 | #FFFF00
Q3 Dynamic factors explained      | #00B050 | #00B050
"""))  # fmt: skip
    assert grades(reading) == ["G I G", "RI RI G"]
    assert not alarms(reading)


@pytest.mark.parametrize(
    "key",
    [
        "1 = Outstanding, 2 = Good, 3 = Requires Improvement, 4 = Inadequate",
        "Key: 1 = Outstanding; 2 = Good; 3 = RI; 4 = Inadequate",
        "Cheshire peer review (1 = Outstanding, 2 = Good, 3 = Requires Improvement, 4 = Inadequate)",
        "Cheshire - 1 = Outstanding, 2 = Good, 3 = Requires Improvement, 4 = Inadequate",
        "Outstanding = 1 / Good = 2 / Requires improvement = 3 / Inadequate = 4",
    ],
)
def test_a_key_may_be_one_sentence(key):
    reading = read(tab("Cheshire", f"""
{key}
Question                          | High | Low
Q1 Sources checked before scoring | 2    | 3
Q2 Static factors scored right    | 4    | 3
Q3 Dynamic factors explained      | 1    | 2
"""))  # fmt: skip
    assert grades(reading) == ["G I O", "RI RI G"]
    assert not alarms(reading)


@pytest.mark.parametrize(("name", "colours"), [("Blue", "0070C0 9FC5E8"), ("Purple", "7030A0 8064A2")])
def test_a_key_in_words_may_name_a_hue_of_no_grade(name, colours):
    one, other = colours.split()
    reading = read(tab("Cheshire", f"""
{name} = Outstanding, Green = Good, Amber = Requires improvement, Red = Inadequate
Question                          | High    | Low
Q1 Sources checked before scoring | #{one}  | #FFC000
Q2 Static factors scored right    | #FF0000 | #{other}
"""))  # fmt: skip
    assert grades(reading) == ["O I", "RI O"]
    assert not alarms(reading)


def test_a_key_that_gives_two_grades_shades_of_one_hue_leaves_that_hue_open():
    reading = read(tab("Cheshire", """
Dark green = Outstanding, Light green = Good, Amber = Requires improvement, Red = Inadequate
Question                          | High    | Low
Q1 Sources checked before scoring | #00B050 | #FFC000
Q2 Static factors scored right    | #FF0000 | #92D050
"""))  # fmt: skip
    assert grades(reading) == ["- I", "RI -"]
    assert alarms(reading) == ["ambiguous_colour Cheshire B3", "ambiguous_colour Cheshire C4"]


def test_a_number_that_a_key_of_numbers_lacks_is_reported_whatever_its_colour():
    reading = read(tab("Cheshire", """
1 = Outstanding, 2 = Good, 3 = Requires Improvement, 4 = Inadequate
Question                          | High      | Low
Q1 Sources checked before scoring | 2 #00B050 | 3 #FFC000
Q2 Static factors scored right    | 5 #00B050 | 1 #FFFF00
"""))  # fmt: skip
    assert grades(reading) == ["G -", "RI O"]
    assert alarms(reading) == ["unreadable_grade Cheshire B4"]


def test_a_key_may_shorten_one_of_its_grades():
    reading = read(
        tab(
            "Cheshire",
            """
Key:            | Outstanding #E2EFDA | Good #00B050 | RI #FFC000 | Inadequate #FF0000
Risk level      | Low     | High
Sources checked | #E2EFDA | #00B050
Actions dated   | #00B050 | #FFC000
Visits made     | #FF0000 | #E2EFDA
""",
        )
    )
    assert grades(reading) == ["O G I", "G RI O"]
    assert not alarms(reading)


def test_a_tab_called_a_force_s_grades_is_no_key():
    drawn = """
Question        | Low          | Medium | High                 | Very high
Sources checked | Inadequate   | Good   | Requires improvement | Outstanding
Actions dated   | Good         | Good   | Good                 | Inadequate
Visits made     | Good         | Good   | Outstanding          | Outstanding
"""
    assert grades(read(tab("Cheshire grades", drawn))) == ["I G G", "G G G", "RI G O", "O I O"]


ACROSS = """
Key:
{}
Question | Low | High | Medium | Very high
Sources? | {} | {} | {} | {}
Visits?  | {} | {} | {} | {}
"""
GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("marks", [("4", "3", "2", "1"), ("A", "B", "C", "D"), ("O", "G", "RI", "I")])
def test_a_key_along_a_row_may_have_its_marks_between_the_names(marks, behind):
    pairs = [(grade, mark) if behind else (mark, grade) for mark, grade in zip(marks, GRADES, strict=True)]
    line = " | ".join(part for pair in pairs for part in pair)
    reading = read(tab("Cheshire", ACROSS.format(line, *marks, *marks[::-1])))
    assert grades(reading) == ["O I", "G RI", "RI G", "I O"]
    assert not alarms(reading)


@pytest.mark.parametrize("behind", [False, True])
def test_or_its_colours(behind):
    colours = ("#0070C0", "#7030A0", "#FFFF00", "#FF0000")
    pairs = [(grade, fill) if behind else (fill, grade) for fill, grade in zip(colours, GRADES, strict=True)]
    line = " | ".join(part for pair in pairs for part in pair)
    reading = read(tab("Cheshire", ACROSS.format(line, *colours, *colours[::-1])))
    assert grades(reading) == ["O I", "G RI", "RI G", "I O"]


def test_what_stands_right_below_a_key_may_begin_the_table():
    key = "Key\n4 | Outstanding\n3 | Good\n2 | Requires improvement\n1 | Inadequate\n"
    table = (
        " | High | | Low |\nOfficer | OM1 | | OM2 |\n | Grade | Note | Grade | Note\nSources? | 3 | Fine. | 2 | Late.\n"
    )
    reading = read(tab("Cheshire", key + table + "Visits? | 4 | Two. | 1 | None."))
    assert [(r.risk_level, r.officer_ref) for r in reading.reviews] == [("high", "OM1"), ("low", "OM2")]
    assert grades(reading) == ["G O", "RI I"]
