"""Which quarter the tabs of a workbook are of, where several places speak of it."""

import pytest

from arms_analytics.workbook.reader_answers import ReaderAnswers
from arms_analytics.workbook.reading import read_sheets
from tests.workbook.drawn import alarms, read, tab

TABLE = "Question | Low | High\nSources | #00B050 | #FFC000\nActions | #00B050 | #FFFF00\nVisits | #FF0000 | #00B050"


def test_a_list_of_the_tabs_does_not_name_the_quarter_of_a_cumulative_workbook():
    names = [f"{force} {months}" for months in ("Apr-Jun 2025", "Jan-Mar 2025") for force in ("Cheshire", "Cumbria")]
    contents = tab("Home", "Contents\n\n" + "\n".join(names))
    reading = read(contents, *(tab(name, TABLE) for name in names), file="ARMS collated.xlsx")
    assert [review.quarter.key for review in reading.reviews[::2]] == [
        "2025-26-Q1", "2025-26-Q1", "2024-25-Q4", "2024-25-Q4",
    ]  # fmt: skip


BLOCKS = """
Review 1: Low, Ref: CHE 10, Quarter: {one} |
Question    | Grade | Feedback
Sources     | G     | Yes.
Actions     | G     |
Visits made | RI    |

Review 2: High, Ref: CHE 11, Quarter: {other} |
Question    | Grade | Feedback
Sources     | G     | Yes.
Actions     | O     |
Visits made | I     |
"""


def test_each_block_may_name_its_own_quarter_with_its_months_in_brackets():
    drawing = BLOCKS.format(one="Q2 (Jul-Sep 2025)", other="Q1 (Apr-Jun 2025)")
    reading = read(tab("Cheshire", drawing), file="ARMS collated.xlsx")
    assert [review.quarter.key for review in reading.reviews] == ["2025-26-Q2", "2025-26-Q1"]


def quarters(reading):
    """The quarters of the reviews, in their order."""
    return [review.quarter.key for review in reading.reviews]


TITLED = "Cheshire ARMS peer review Q2 2025/26\n\n"
DOWN = "Risk level | Quarter | Sources | Actions | Visits\nLow | {one} | G | RI | G\nHigh | {other} | O | G | I"


@pytest.mark.parametrize("said", ["Q1 2025/26", "Apr-Jun 2025"])
@pytest.mark.parametrize(
    ("drawing", "cell"),
    [
        (TITLED + BLOCKS, "A4"),
        (TITLED + BLOCKS.replace(", Quarter:", ","), "A4"),
        (TITLED + DOWN, "B4"),
        (TITLED + TABLE.replace("Sources", "Quarter | {one} | {other}\nSources", 1), "B4"),
    ],
)
def test_a_review_whose_own_head_contradicts_the_tabs_heading_is_reported_by_its_cell(drawing, cell, said):
    reading = read(tab("Cheshire", drawing.format(one=said, other="Q2 2025/26")), file="ARMS collated.xlsx")
    assert alarms(reading) == [f"quarter_conflict Cheshire {cell}"]
    (problem,) = (problem for problem in reading.problems if problem.code == "quarter_conflict")
    assert f"“{said}”" in problem.message and "Q2 2025/26 (A1)" in problem.message
    assert reading.refused


def test_a_number_without_a_year_contradicts_the_heading_too():
    reading = read(tab("Cheshire", TITLED + DOWN.format(one="Q1", other="Q2")), file="ARMS collated.xlsx")
    assert alarms(reading) == ["quarter_conflict Cheshire B4"]


def test_the_tabs_name_is_contradicted_too_by_one_head_or_by_all():
    for name, one, other, cells in (
        ("Cheshire Q2 25-26", "Q1 2025/26", "Q1 2025/26", "A1, A7"),
        ("Cheshire Q2 25-26", "Q2 2025/26", "Q1 2025/26", "A7"),
        ("Cheshire Q2", "Q2 2025/26", "Q1 2025/26", "A7"),
    ):
        reading = read(tab(name, BLOCKS.format(one=one, other=other)), file="ARMS collated.xlsx")
        assert alarms(reading) == [f"quarter_conflict {name} {cells}"]


def test_one_head_that_names_a_quarter_does_not_speak_for_the_other_reviews():
    drawing = TITLED + BLOCKS.replace(", Quarter: {other}", "").format(one="Q1 2025/26")
    reading = read(tab("Cheshire", drawing), file="ARMS collated.xlsx")
    assert alarms(reading) == ["quarter_conflict Cheshire A4"]
    assert quarters(reading)[1] == "2025-26-Q2"


def test_a_person_answers_whether_the_head_or_the_tab_is_right():
    sheet = tab("Cheshire", TITLED + BLOCKS.format(one="Q1 2025/26", other="Q2 2025/26"))
    (question,) = read(sheet, file="ARMS collated.xlsx").open_questions
    assert (question.cell, question.choices) == ("A4", ("2025-26-Q1", "2025-26-Q2"))
    for answer in question.choices:
        reading = read_sheets([sheet], "ARMS collated.xlsx", answers=ReaderAnswers.of({question.key: answer}))
        assert not alarms(reading)
        assert quarters(reading) == [answer, "2025-26-Q2"]


def test_an_answer_that_is_no_quarter_is_asked_for_again():
    sheet = tab("Cheshire", TITLED + BLOCKS.format(one="Q1 2025/26", other="Q2 2025/26"))
    (question,) = read(sheet, file="ARMS collated.xlsx").open_questions
    for key in (question.key, "quarter/ARMS collated.xlsx", "quarter/ARMS collated.xlsx/cheshire"):
        reading = read_sheets([sheet], "ARMS collated.xlsx", answers=ReaderAnswers.of({key: "the first"}))
        assert [asked.key for asked in reading.open_questions] == [question.key]


def test_heads_that_agree_with_the_tab_are_not_asked_about():
    for one, other in (("Q2 2025/26", "Jul-Sep 2025"), ("Q2", "Q2 2025/26"), ("Q2", "Q2")):
        reading = read(tab("Cheshire Q2", TITLED + BLOCKS.format(one=one, other=other)), file="ARMS collated.xlsx")
        assert not alarms(reading)
        assert quarters(reading) == ["2025-26-Q2"] * 2


def test_a_labelled_cell_that_contradicts_the_heading_above_it_is_asked_about():
    drawing = TITLED.strip() + "\nQuarter: | Q1 2025/26\n\n" + TABLE
    assert alarms(read(tab("Cheshire", drawing), file="ARMS collated.xlsx")) == ["quarter_conflict"]


def test_a_number_in_the_tabs_name_that_contradicts_its_heading_is_asked_about():
    reading = read(tab("Cheshire Q1", TITLED + TABLE), file="ARMS collated.xlsx")
    assert alarms(reading) == ["quarter_conflict"]
    assert reading.open_questions[0].choices == ("2025-26-Q1", "2025-26-Q2")


def test_a_files_name_may_name_the_latest_of_the_quarters_in_its_heads_but_none_that_no_head_names():
    several = tab("Cheshire", DOWN.format(one="Q1 2025/26", other="Q2 2025/26"))
    assert not alarms(read(several, file="ARMS QA Q2 2025-26.xlsx"))
    assert alarms(read(several, file="ARMS QA Q3 2025-26.xlsx")) == [
        "quarter_conflict Cheshire B2", "quarter_conflict Cheshire B3",
    ]  # fmt: skip


def test_the_title_of_a_tab_that_gathers_several_quarters_may_name_the_latest():
    rows = ["Low | Q1 2025/26 | G | RI | G", "High | Q1 2025/26 | O | G | I"]
    rows += [row.replace("Q1", "Q2") for row in rows]
    gathered = "\n".join([TITLED + DOWN.splitlines()[0], *rows])
    reading = read(tab("Cheshire", gathered), file="ARMS collated.xlsx")
    assert not alarms(reading)
    assert quarters(reading) == ["2025-26-Q1", "2025-26-Q1", "2025-26-Q2", "2025-26-Q2"]
    slipped = gathered.replace("Q1 2025/26", "Q2 2025/26", 1)
    assert alarms(read(tab("Cheshire", slipped), file="ARMS collated.xlsx")) == ["quarter_conflict Cheshire B5"]


def test_the_tabs_may_name_the_quarter_and_the_cover_the_year():
    cover = tab("Cover", "ARMS peer review 2025/26\n\nFor the region")
    reading = read(cover, tab("Q1 Ches", TABLE), tab("Q2 Ches", TABLE), file="ARMS.xlsx")
    assert not alarms(reading)
    assert sorted(set(quarters(reading))) == ["2025-26-Q1", "2025-26-Q2"]


COLLATED = """
Cheshire
Question                    | Very high | High | Low
Q1 Sources checked          | G         | G    | RI
Q2 Static factors           | G         | O    | RI
Q3 Dynamic factors          | O         | G    | I

Cumbria
Question                    | Very high | High | Low
Q1 Sources checked          | G         | G    | RI
Q2 Static factors           | G         | O    | RI
Q3 Dynamic factors          | O         | G    | I
"""


def test_a_tab_for_each_quarter_says_more_than_the_cover_and_the_file_s_name():
    tabs = tab("Cover", "Quarter | Q2 2025/26"), tab("Q1 25-26", COLLATED), tab("Q2 25-26", COLLATED)
    reading = read(*tabs, file="ARMS QA Q2 2025-26.xlsx")
    assert [review.quarter.key for review in reading.reviews] == ["2025-26-Q1"] * 6 + ["2025-26-Q2"] * 6
    assert not alarms(reading)


def test_but_a_cover_of_a_quarter_that_no_tab_has_is_asked_about():
    tabs = tab("Cover", "Quarter | Q4 2025/26"), tab("Q1 25-26", COLLATED), tab("Q2 25-26", COLLATED)
    assert any(alarm.startswith("quarter_conflict") for alarm in alarms(read(*tabs, file="ARMS QA.xlsx")))


@pytest.mark.parametrize("name", ["Cheshire Quarter ending June 20", "Cheshire Quarter ended 30/06/20"])
def test_a_year_that_excel_cut_off_a_tabs_name_is_not_taken_for_another(name):
    assert len(name) == 31
    assert alarms(read(tab(name, TABLE), file="ARMS collated.xlsx")) == ["quarter_missing"]


@pytest.mark.parametrize("name", ["Cheshire peer review Q1 2025/26", "Cheshire Police return Q1 25-26"])
def test_a_year_that_just_fits_into_a_tabs_name_is_whole(name):
    assert len(name) == 31
    assert quarters(read(tab(name, TABLE), file="ARMS collated.xlsx")) == ["2025-26-Q1"] * 2
