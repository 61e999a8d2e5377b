"""Columns of a review that others do not have: two of feedback, two of grades, who is to act; and names that repeat."""

from dataclasses import replace

import pytest

from arms_analytics.workbook.cells import Area
from tests.workbook.drawn import alarms, grades, read, tab


def test_feedback_in_two_columns_is_all_kept():
    reading = read(tab("Cheshire", """
Question                          | Very High | Strengths       | Areas to improve | Low | Strengths | Areas to improve
Q1 Sources checked before scoring | G         | All were named. | Date them.       | RI  | Short.    | Name the sources.
Q2 Static factors scored right    | G         | It adds up.     | Show how.        | RI  | Short.    | Add it up again.
Q3 Dynamic factors explained      | I         | None found.     | Explain each.    | O   | A model.  | Share it.
"""))  # fmt: skip
    assert grades(reading) == ["G G I", "RI RI O"]
    assert reading.reviews[1].answers[2].feedback == "A model.\nShare it."
    assert not alarms(reading)


def test_who_is_to_act_and_by_when_is_no_feedback():
    reading = read(tab("Cheshire", """
Question                          | Very High | Feedback | Action | Owner   | Low | Feedback | Action | Owner
Q1 Sources checked before scoring | G         | Named.   | none   | SOMU DS | RI  | Missing. | redo   | SOMU DS
Q2 Static factors scored right    | G         | Right.   | none   | SOMU DS | RI  | Wrong.   | redo   | OM
Q3 Dynamic factors explained      | I         | None.    | redo   | OM      | O   | A model. | share  | OM
"""))  # fmt: skip
    assert grades(reading) == ["G G I", "RI RI O"]
    assert not alarms(reading)
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Missing.", "Wrong.", "A model."]


@pytest.mark.parametrize(
    ("heads", "which"),
    [
        ("Initial grade | Moderated grade", 1), ("Last quarter | This quarter", 1), ("This quarter | Last quarter", 0),
        ("Self-assessment | Peer grade", 1), ("Peer grade | Own grade", 0),
    ],
)  # fmt: skip
def test_of_two_grades_the_one_that_counts_is_read_and_the_other_reported(heads, which):
    reading = read(tab("Cheshire", f"""
                                  | Very High |      | Low |
Question                          | {heads}          | {heads}
Q1 Sources checked before scoring | G         | RI   | RI  | G
Q2 Static factors scored right    | G         | G    | RI  | G
Q3 Dynamic factors explained      | I         | O    | O   | RI
"""))  # fmt: skip
    assert grades(reading) == [["G G I", "RI RI O"], ["RI G O", "G G RI"]][which]
    told = {problem.code for problem in reading.problems} & {"left_over", "grade_aside"}
    assert told == {"grade_aside" if "Last quarter" in heads else "left_over"}


@pytest.mark.parametrize(
    "names", ["Feedback |Feedback2 |Feedback3", "Comments 1 |Comments 2|Comments 3", "|Column1|Column2"]
)
def test_heads_that_a_table_numbers_because_they_repeat_are_still_of_columns(names):
    one, two, three = names.split("|")
    reading = read(tab("Cheshire", f"""
Question                          | High | {one}  | Medium | {two}  | Low | {three}
Q1 Sources checked before scoring | G    | Named. | G      | Dated. | RI  | Missing.
Q2 Static factors scored right    | G    | Right. | G      | Right. | RI  | Wrong.
Q3 Dynamic factors explained      | I    | None.  | G      | Fine.  | O   | A model.
"""))  # fmt: skip
    assert grades(reading) == ["G G I", "G G G", "RI RI O"]
    assert [review.answers[0].feedback for review in reading.reviews] == ["Named.", "Dated.", "Missing."]
    assert not alarms(reading)


@pytest.mark.parametrize("gap", ["", "| "])
@pytest.mark.parametrize("heads", ["O | G | RI | I", "Inadequate | Requires improvement | Good | Outstanding"])
def test_columns_that_count_each_grade_are_no_reviews(heads, gap):
    reading = read(tab("Cheshire", f"""
Question                          | High | Medium | Low {gap}| {heads}
Q1 Sources checked before scoring | G    | G      | RI  {gap}| 0 | 2 | 1 | 0
Q2 Static factors scored right    | I    | G      | RI  {gap}| 0 | 1 | 1 | 1
Q3 Dynamic factors explained      | G    | O      | RI  {gap}| 1 | 1 | 1 | 0
"""))  # fmt: skip
    assert grades(reading) == ["G I G", "G G O", "RI RI RI"]
    assert not alarms(reading)


def test_a_tab_may_hold_one_review_alone():
    for heads in ("Question | Low | Feedback", "Ref | CHE 0010 |\n | Low risk | \nQuestion | Grade | Feedback"):
        reading = read(tab("Cheshire", f"""
{heads}
Sources checked before scoring | G  | All of them.
Static factors scored right    | RI | Not the last one.
Dynamic factors explained      | G  | In full.
"""))  # fmt: skip
        assert grades(reading) == ["G RI G"]
        assert [review.risk_level for review in reading.reviews] == ["low"]
        assert not alarms(reading)


@pytest.mark.parametrize(
    "heads", ["High|High|High|High", "High|High|Low|Low", "High|High|High|Low", "High|Low|High|Low"]
)
def test_each_column_of_grades_is_a_review_though_others_have_the_same_level(heads):
    reading = read(tab("Cheshire", f"""
Question                          | {heads}
Q1 Sources checked before scoring | G #00B050 | G #00B050 | G #00B050 | RI #FFC000
Q2 Static factors scored right    | G #00B050 | I #FF0000 | G #00B050 | RI #FFC000
Q3 Dynamic factors explained      | G #00B050 | G #00B050 | O #FFFF00 | RI #FFC000
"""))  # fmt: skip
    assert grades(reading) == ["G G G", "G I G", "G G O", "RI RI RI"]
    assert not alarms(reading)


@pytest.mark.parametrize(
    "heads",
    [
        "VH grade|VH comments|Low grade|Low comments",
        "Very High|Very High feedback|Low|Low feedback",
    ],
)
def test_a_head_may_name_the_level_and_the_column(heads):
    reading = read(tab("Cheshire", f"""
Question                          | {heads}
Q1 Sources checked before scoring | G | Named.      | RI | Missing.
Q2 Static factors scored right    | G | It adds up. | RI | Wrong.
Q3 Dynamic factors explained      | I | None.       | O  | A model.
"""))  # fmt: skip
    assert grades(reading) == ["G G I", "RI RI O"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Missing.", "Wrong.", "A model."]
    assert [review.risk_level for review in reading.reviews] == ["very_high", "low"]
    assert not alarms(reading)


@pytest.mark.parametrize("spacer", ["", "| "])
def test_feedback_may_stand_after_all_grades_under_heads_that_say_so(spacer):
    reading = read(tab("Cheshire", f"""
Question                          | High | Medium | Low {spacer}| High feedback | Medium feedback | Low feedback
Q1 Sources checked before scoring | G    | G      | RI  {spacer}| Named.        | Dated.          | Missing.
Q2 Static factors scored right    | G    | G      | RI  {spacer}| Right.        | Right.          | Wrong.
Q3 Dynamic factors explained      | I    | G      | O   {spacer}| None.         | Fine.           | A model.
"""))  # fmt: skip
    assert grades(reading) == ["G G I", "G G G", "RI RI O"]
    assert [review.answers[2].feedback for review in reading.reviews] == ["None.", "Fine.", "A model."]


def test_one_column_of_prose_for_all_reviews_is_reported():
    reading = read(tab("Cheshire", """
Question                          | High | Low | Themes
Q1 Sources checked before scoring | G    | RI  | Sources are named in the first plan, not in the last.
Q2 Static factors scored right    | G    | RI  | The total adds up in the first plan, not in the last.
Q3 Dynamic factors explained      | I    | O   | Explained in words of the officer's own in the last.
"""))  # fmt: skip
    assert grades(reading) == ["G G I", "RI RI O"]
    assert alarms(reading) == ["left_over Cheshire D2, D3, D4"]


def test_a_score_behind_the_level_is_no_reference():
    reading = read(tab("Cheshire", """
Question                          | Very High (5) | Low (2)
Q1 Sources checked before scoring | G             | RI
Q2 Static factors scored right    | G             | RI
"""))  # fmt: skip
    assert [(review.risk_level, review.review_ref) for review in reading.reviews] == [("very_high", ""), ("low", "")]


@pytest.mark.parametrize("key", ["", "\nKey\n1 = Outstanding\n2 = Good\n3 = Requires improvement\n4 = Inadequate"])
def test_a_score_beside_the_coloured_box_is_the_same_grade(key):
    reading = read(tab("Cheshire", f"""
                | Low   |         |              | High  |         |
Question        | Score | RAG     | Comments     | Score | RAG     | Comments
Sources checked | 2     | #00B050 | All of them. | 3     | #FFC000 | Some.
Actions dated   | 1     | #FFFF00 | And owned.   | 2     | #00B050 | Nearly all.
Visits made     | 4     | #FF0000 | None.        | 2     | #00B050 | Two.
{key}"""))  # fmt: skip
    assert grades(reading) == ["G O I", "RI G G"]
    assert [answer.feedback for answer in reading.reviews[0].answers] == ["All of them.", "And owned.", "None."]
    assert not alarms(reading)


def test_a_score_that_contradicts_the_coloured_box_beside_it_is_reported():
    reading = read(
        tab(
            "Cheshire",
            """
                | Low   |         |              | High  |         |
Question        | Grade | RAG     | Comments     | Grade | RAG     | Comments
Sources checked | G     | #00B050 | All of them. | RI    | #FFC000 | Some.
Actions dated   | O     | #FF0000 | And owned.   | G     | #00B050 | Nearly all.
Visits made     | I     | #FF0000 | None.        | G     | #00B050 | Two.
""",
        )
    )
    assert grades(reading) == ["G O I", "RI G G"]
    assert alarms(reading) == ["contradiction Cheshire B4"]


@pytest.mark.parametrize("again", ["Grade | Feedback   ", "Rating | Comments  "])
def test_a_level_merged_over_two_reviews_heads_both(again):
    sheet = tab("Cheshire", f"""
                | High  |              |       |             | Low   |             |       |
Question        | Grade | Feedback     | {again}             | Grade | Feedback    | {again}
Sources checked | G     | All of them. | RI    | Some.       | O     | Every one.  | G     | Most.
Actions dated   | O     | And owned.   | G     | Nearly all. | I     | Not one is. | G     | All but one.
""")  # fmt: skip
    sheet.merged = [Area(1, 2, 1, 5), Area(1, 6, 1, 9)]
    reading = read(sheet)
    assert grades(reading) == ["G O", "RI G", "O I", "G G"]
    assert [review.risk_level for review in reading.reviews] == ["high", "high", "low", "low"]
    assert not alarms(reading)


def test_one_review_may_have_its_feedback_before_its_boxes():
    reading = read(
        tab(
            "Cheshire",
            """
                | High    |              | Low                   |         | Medium  |
Question        | Grade   | Feedback     | Grade                 | Feedback | Grade  | Feedback
Sources checked | #00B050 | All of them. | Some are not dated.   | #FFC000 | #00B050 | Yes, all.
Actions dated   | #FFFF00 | And owned.   | Nearly all of them.   | #00B050 | #00B050 | Most are.
Visits made     | #FF0000 | None.        | Two, without notice.  | #00B050 | #FFC000 | One only.
""",
        )
    )
    assert grades(reading) == ["G O I", "RI G G", "G G RI"]
    assert reading.reviews[1].answers[0].feedback == "Some are not dated."
    assert not alarms(reading)


@pytest.mark.parametrize("heads", ["Grade | Score | Feedback", "Score | Grade | Feedback", "Grade | Feedback | Score"])
def test_a_score_beside_the_grade_under_one_merged_level_is_the_same_reviews(heads):
    places = {name.strip(): place for place, name in enumerate(heads.split("|"))}
    rows = [("G", "3", "All of them.", "RI", "2", "Some."), ("O", "4", "And owned.", "G", "3", "Nearly all.")]
    lines = [
        [
            row[at + ("Grade", "Score", "Feedback").index(name)]
            for at in (0, 3)
            for name in sorted(places, key=places.get)
        ]
        for row in rows
    ]
    sheet = tab("Cheshire", f"""
                | High | | | Low | |
Question        | {heads} | {heads}
Sources checked | {" | ".join(lines[0])}
Actions dated   | {" | ".join(lines[1])}
""")  # fmt: skip
    sheet.merged = [Area(1, 2, 1, 4), Area(1, 5, 1, 7)]
    reading = read(sheet)
    assert grades(reading) == ["G O", "RI G"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Some.", "Nearly all."]
    assert not alarms(reading)


def test_numbers_without_a_label_are_no_feedback():
    reading = read(tab("Cheshire", """
                 | High   |     |              | Low    |     |
Question         | Rating | Max | Comments     | Rating | Max | Comments
Sources checked? | G      | 4   | All of them. | RI     | 4   | Some.
Actions dated?   | O      | 4   | And owned.   | G      | 4   | Nearly all.
"""))  # fmt: skip
    assert grades(reading) == ["G O", "RI G"]
    assert [answer.feedback for answer in reading.reviews[1].answers] == ["Some.", "Nearly all."]
    assert not alarms(reading)


def test_four_reviews_with_the_same_labels_within_are_no_halves_of_two():
    reading = read(tab("Cheshire", """
                 | Risk:  | Very high | Risk: | High  | Risk: | Medium  | Risk: | Low
Question         | Grade  | Feedback  | Grade | Feedback | Grade | Feedback | Grade | Feedback
Sources checked? | G      | All.      | RI    | Some. | G     | Enough. | I     | None.
Actions dated?   | O      | Owned.    | G     | Most. | RI    | Few.    | G     | Well.
"""))  # fmt: skip
    assert grades(reading) == ["G O", "RI G", "G RI", "I G"]
    assert [review.risk_level for review in reading.reviews] == ["very_high", "high", "medium", "low"]
    assert [review.answers[0].feedback for review in reading.reviews] == ["All.", "Some.", "Enough.", "None."]
    assert not alarms(reading)


def test_references_may_stand_over_the_grades_alone_where_feedback_follows_all_of_them():
    drawing = """
Question | Low   | High  | Low      | High
Ref      | CHE 1 | CHE 2 |          |
         | Grade | Grade | Feedback | Feedback
Sources? | G     | RI    | Clear.   | Late.
Visits?  | O     | I     | Both.    | None.
"""
    reading = read(tab("Cheshire", drawing))
    assert [(r.risk_level, r.review_ref) for r in reading.reviews] == [("low", "CHE 1"), ("high", "CHE 2")]
    assert [[a.feedback for a in r.answers] for r in reading.reviews] == [["Clear.", "Both."], ["Late.", "None."]]
    assert grades(reading) == ["G O", "RI I"]


def test_a_column_that_sums_up_and_a_key_beside_it_do_not_widen_the_last_review():
    drawing = """
         |       |       |  |             |  | Key
Question | Low   | High  |  |             |  | 4 | Outstanding
Officer  | OM101 | OM102 |  | Overall RAG |  | 3 | Good
Sources? | 3     | 2     |  | Good        |  | 2 | Requires improvement
Visits?  | 4     | 1     |  | Good        |  | 1 | Inadequate
Actions? | 4     | 1     |  | Good        |  |   |
"""
    assert grades(read(tab("Cheshire", drawing))) == ["G O O", "RI I I"]


def test_two_forces_that_reviewed_each_other_are_two_columns():
    drawing = """
Force       | Cheshire | Cumbria  | Merseyside | Lancashire
Reviewed by | Cumbria  | Cheshire | Lancashire | Merseyside
Sources?    | G        | RI       | O          | I
Visits?     | O        | I        | G          | G
Actions?    | O        | I        | RI         | G
"""
    reading = read(tab("High", drawing), tab("Low", drawing))
    assert grades(reading) == ["G O O", "RI I I", "O G RI", "I G G"] * 2
    assert [r.reviewing_force for r in reading.reviews] == ["Cumbria", "Cheshire", "Lancashire", "Merseyside"] * 2


@pytest.mark.parametrize("key", ["A | Outstanding | B | Good | C | Requires improvement | D | Inadequate", ""])
def test_last_quarter_s_grade_before_each_grade_is_no_question(key):
    marks = "ABCD" if key else ("O", "G", "RI", "I")
    drawing = f"""
Key
{key}
Question | High               |       |          | Low                |       |
         | Grade last quarter | Grade | Feedback | Grade last quarter | Grade | Feedback
Sources? | {marks[0]}         | {marks[1]} | Clear. | {marks[2]} | {marks[3]} | None.
Visits?  | {marks[1]}         | {marks[2]} | Late.  | {marks[3]} | {marks[1]} | Both.
Actions? | {marks[2]}         | {marks[0]} | All.   | {marks[0]} | {marks[1]} | Some.
"""
    reading = read(tab("Cheshire", drawing))
    assert grades(reading) == ["G RI O", "I G G"]
    assert not alarms(reading)


def test_a_further_table_may_hold_one_review_alone():
    heads = "Question | {} |\n | Grade | Feedback{}\n"
    lines = "\nSources? | G | Clear. | {0}\nVisits? | O | Both. | {0}\nActions? | RI | Late. | {0}\n"
    first = heads.format("High |  | Medium", " | Grade | Feedback") + lines.format("I | None.")
    reading = read(tab("Cheshire", first + "\n" + heads.format("Low", "") + lines.format("")))
    assert [review.risk_level for review in reading.reviews] == ["high", "medium", "low"]
    assert grades(reading) == ["G O RI", "I I I", "G O RI"]
    assert not alarms(reading)


@pytest.mark.parametrize("aside", ["", "| | No. of fails"])
def test_the_last_two_reviews_may_be_of_one_level_without_a_reference(aside):
    drawing = f"""
Question | High | Medium | Low | Low {aside}
Sources? | G    | RI     | O   | I   {aside and "| | 2"}
Visits?  | O    | I      | G   | RI  {aside and "| | 2"}
Actions? | G    | G      | G   | O   {aside and "| | 0"}
"""
    assert grades(read(tab("Cheshire", drawing))) == ["G O G", "RI I G", "O G G", "I RI O"]


@pytest.mark.parametrize("levels", ["High Medium Low Low", "High Medium Medium Low", "High High Medium Low"])
def test_two_plans_of_one_level_side_by_side_are_two_though_nothing_stands_above_their_columns(levels):
    line = "{} | Grade | {}\n | Feedback | Clear and dated throughout. | Late again, and without a reason. | Fine.\n\n"
    grades_of = ("G | O | RI", "RI | I | G", "O | G | G", "I | RI | O")
    drawing = "Question | | Sources? | Visits? | Actions?\n" + "".join(map(line.format, levels.split(), grades_of))
    reading = read(tab("Cheshire", drawing))
    assert grades(reading) == ["G O RI", "RI I G", "O G G", "I RI O"]
    assert not alarms(reading)


APART = """
Risk level      | Low     |             | High    |            |
Ref             | CHE-01  |             | CHE-02  |            |
Question        | Grade   | Feedback    | Grade   | {head}     | Feedback
Sources checked | #00B050 | All of them | #FFC000 | {}         | Only two of them
Actions dated   | #FFC000 | Not all     | #00B050 | {}         | And owned
Visits made     | #00B050 | Monthly     | #FFFF00 | {}         | Unannounced ones too
"""


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("head", "marks"), [("", ("", "", "")), ("Evidence seen?", ("Y", "", "Yes")), ("Checked", ("y", "y", "n"))]
)
def test_a_column_between_grade_and_feedback_of_one_review_takes_neither(head, marks, turned):
    sheet = tab("Cheshire", APART.format(*marks, head=head))
    if turned:
        sheet.cells = {
            (column, row): replace(cell, row=column, column=row) for (row, column), cell in sheet.cells.items()
        }
    reading = read(sheet)
    assert grades(reading) == ["G RI G", "RI G O"]
    told = [[answer.feedback for answer in review.answers] for review in reading.reviews]
    assert told == [
        ["All of them", "Not all", "Monthly"], ["Only two of them", "And owned", "Unannounced ones too"],
    ]  # fmt: skip
    assert not alarms(reading)


@pytest.mark.parametrize("written", ["Nothing on the file.", "n/a", "RI"])
def test_feedback_under_grade_and_boxes_under_feedback_are_exchanged_though_some_are_grey_or_blank(written):
    reading = read(tab("Cheshire", f"""
Risk level      | Low             |          | High       |
Question        | Grade           | Feedback | Grade      | Feedback
Sources checked | All of them.    | #00B050  | Only two.  | #FFC000
Actions dated   | {written}       | #D9D9D9  | And owned. | #00B050
Visits made     | Monthly.        | #00B050  | Too few.   | #FF0000
Supervised      | Every month.    | #00B050  | Weekly.    | #FFFF00
Victims named   |                 | #FFC000  | All.       | #00B050
Triggers named  | Two of them.    | #FFFF00  | All.       |
"""))  # fmt: skip
    assert grades(reading) == ["G - G G RI O", "RI G I O G -"]
    assert [answer.feedback for answer in reading.reviews[0].answers][1] == written
    assert not alarms(reading)


@pytest.mark.parametrize("below", ["", "Overall grade | Good | | | RI"])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("head", "values", "told"),
    [
        ("Page", ("12", "14", "3"), False),
        ("Evidence", ("Log", "Visit sheet", "RMP"), True),
        ("Done", ("Y", "Y", "N"), False),
    ],
)
def test_a_column_that_says_the_same_of_each_review_does_not_word_the_questions(head, values, told, turned, below):
    one, two, three = values
    sheet = tab("Cheshire", f"""
Risk level               | Low     |              |        | High    |              |
Question                 | Grade   | Feedback     | {head} | Grade   | Feedback     | {head}
Are all sources checked? | #00B050 | All of them. | {one}  | #FFC000 | Not one.     | {one}
Are the actions dated?   | #FFC000 | Only two.    | {two}  | #00B050 | And owned.   | {two}
Were visits made?        | #FF0000 | None at all. | {three} | #FFFF00 | Twelve were. | {three}
{below}
""")  # fmt: skip
    if turned:
        sheet.cells = {(c, r): replace(cell, row=c, column=r) for (r, c), cell in sheet.cells.items()}
    reading = read(sheet)
    assert grades(reading) == ["G RI I", "RI G O"]
    assert reading.reviews[0].answers[0].question == "Are all sources checked?"
    words = [answer.feedback for answer in reading.reviews[0].answers]
    assert words == [
        f"{own}\n{value}" if told else own
        for own, value in zip(("All of them.", "Only two.", "None at all."), values, strict=True)
    ]
    assert not alarms(reading)
