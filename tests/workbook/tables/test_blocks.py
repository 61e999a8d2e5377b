"""A block for each review: its heading, its columns and its questions are told whichever way it lies."""

from tests.workbook.drawn import alarms, grades, read, tab


def test_questions_numbered_one_to_five_are_no_grades_though_the_key_numbers_the_grades():
    drawing = """
Key
1 = Outstanding
2 = Good
3 = Requires improvement
4 = Inadequate

Review 1: low {bar} Ref: CHE 0010 |                   |   |
1 | Priority level                | 4 | Weak.
2 | Actions are SMART             | 3 | Some are.
3 | Actions meet priority factors | 2 | They do.
4 | Actions on ViSOR              | 1 | All of them.
5 | Earlier actions reviewed      | 2 | Yes.

Review 2: high {bar} Ref: CHE 0011 |                  |   |
1 | Priority level                | 2 | Sound.
2 | Actions are SMART             | 2 | Yes.
3 | Actions meet priority factors | 3 | Not all.
4 | Actions on ViSOR              | 2 | Yes.
5 | Earlier actions reviewed      | 4 | None.
""".replace("{bar}", "-")
    reading = read(tab("Cheshire", drawing))
    assert grades(reading) == ["I RI G O G", "G G RI G I"]
    assert not alarms(reading)


def test_blocks_that_lie_turned_keep_questions_apart_from_feedback():
    block = """
Review {n} - {risk} - Ref: CHE 00{n} | Question | Were sources checked in full?  | Is the plan SMART throughout?
                                     | Feedback | {one}                          | {two}
                                     | Grade    | good                           | {three}
"""
    drawing = block.format(n=1, risk="Low", one="All were, and dated.", two="Owners are missing.", three="good")
    drawing += block.format(n=2, risk="High", one="Partners were not asked.", two="It is.", three="inadequate")
    reading = read(tab("Cheshire", drawing))
    assert [answer.question for review in reading.reviews for answer in review.answers] == [
        "Were sources checked in full?", "Is the plan SMART throughout?",
    ] * 2  # fmt: skip
    assert reading.reviews[1].answers[0].feedback == "Partners were not asked."


def test_the_question_priority_level_answered_low_is_no_heading():
    drawing = """
Review 1
Risk level: Very High
Reference: LAN/023
Officer: OM-1207
Question            | Feedback   | Grade
Were sources asked? | All.       | Good
Priority level      | Low        | Good
Is the plan SMART?  | Not quite. | RI

Review 2
Risk level: High
Reference: LAN/024
Officer: OM-1208
Question            | Feedback   | Grade
Were sources asked? | Half.      | RI
Priority level      | Wrong.     | Inadequate
Is the plan SMART?  | It is.     | Good
"""
    reading = read(tab("Lancashire", drawing))
    assert [(r.risk_level, r.review_ref, r.officer_ref) for r in reading.reviews] == [
        ("very_high", "LAN/023", "OM-1207"), ("high", "LAN/024", "OM-1208"),
    ]  # fmt: skip
    assert grades(reading) == ["G G RI", "RI I G"]


def test_the_question_priority_level_right_behind_a_heading_is_part_of_no_heading():
    drawing = """
Review 1: LOW, Ref: CHE 0036  | Priority level | Sources | Actions
                              | #00B050        | #FFFF00 | #FFC000
                              | Well recorded. | Some.   | None yet.
Review 2: HIGH, Ref: CHE 0037 | Priority level | Sources | Actions
                              | #FF0000        | #00B050 | #00B050
                              | Low            | All.    | Clear.
"""
    reading = read(tab("Cheshire", drawing))
    assert [r.risk_level for r in reading.reviews] == ["low", "high"]
    assert grades(reading) == ["G O RI", "I G G"]


def test_all_blocks_of_a_tab_are_read_in_one_way_though_one_touches_the_counts():
    block = """
Risk level: | {risk}
Plan ref: | CHE {n}
Q | 1.1 | 1.2 | 2.1
QA question | Were sources checked? | Is the plan SMART? | Were visits made?
Grade | ri | g | g
Feedback | Not all of the sources were. | |
"""
    drawing = block.format(risk="Low", n=10) + block.format(risk="High", n=11).rstrip()
    drawing += "\nOutstanding | 2\nGood | 10\nRequires improvement | 2\nInadequate | 0\n"
    reading = read(tab("Cheshire", drawing))
    assert [[answer.feedback for answer in review.answers] for review in reading.reviews] == [
        ["Not all of the sources were.", "", ""]
    ] * 2
    assert grades(reading) == ["RI G G", "RI G G"]


def test_what_stands_below_a_turned_block_is_none_of_its_feedback():
    told = "The rationale is dated, sourced and agrees with the last one."
    block = f"""
Review {{n}}: {{risk}} - Ref: CHE {{n}} |
Sources checked | Plan SMART | Visits made
{told} #00B050 | {told} #FFC000 | {told} #FF0000
"""
    drawing = block.format(n=10, risk="Low") + block.format(n=11, risk="High") + "\n\nSigned off by: T/DI Roberts"
    reading = read(tab("Cheshire", drawing))
    assert {answer.feedback for review in reading.reviews for answer in review.answers} == {told}
    assert grades(reading) == ["G RI I", "G RI I"]


def test_feedback_before_the_boxes_is_told_from_questions_which_each_block_asks_again():
    reading = read(tab("Cheshire", """
High risk
Sources checked before scoring | Half of them. | RI
Static factors scored right    | All of them.  | Good

Low risk
Sources checked before scoring | All named.    | Good
Static factors scored right    | One is wrong. | RI
"""))  # fmt: skip
    assert grades(reading) == ["RI G", "G RI"] and not alarms(reading)
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["All named.", "One is wrong."]
    assert {answer.question for answer in reading.reviews[0].answers} == {
        "Sources checked before scoring", "Static factors scored right",
    }  # fmt: skip
