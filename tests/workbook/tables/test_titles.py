"""Tables one under another: a quarter's or a force's name between them is said of the reviews below it."""

import pytest

from tests.workbook.drawn import alarms, grades, read, tab

FIRST = """
Question                          | Very High | High | Medium | Low
Q1 Sources checked before scoring | G         | G    | G      | RI
Q2 Static factors scored right    | G         | G    | G      | RI
Q3 Dynamic factors explained      | G         | G    | G      | RI
"""
SECOND = FIRST.replace("G  ", "I  ")


@pytest.mark.parametrize("file", ["ARMS QA.xlsx", "ARMS QA Q1 2025-26.xlsx", "ARMS QA Q2 2025-26.xlsx"])
@pytest.mark.parametrize("titles", [("Q1 2025/26", "Q2 2025/26"), ("Apr-Jun 25", "Jul-Sep 25")])
def test_each_table_has_the_quarter_of_the_title_above_it(file, titles):
    reading = read(tab("Cheshire", f"{titles[0]}\n{FIRST}\n{titles[1]}\n{SECOND}"), file=file)
    assert [review.quarter.key for review in reading.reviews] == ["2025-26-Q1"] * 4 + ["2025-26-Q2"] * 4
    assert not alarms(reading)


def test_last_quarters_table_below_this_ones_is_last_quarters():
    reading = read(tab("Cheshire", f"Q1 2025/26\n{FIRST}\nPrevious quarter (Q4 2024/25)\n{SECOND}"))
    assert [review.quarter.key for review in reading.reviews] == ["2025-26-Q1"] * 4 + ["2024-25-Q4"] * 4


def test_a_title_between_tables_says_nothing_of_those_above_it():
    drawing = f"{FIRST}\nQ2 2025/26\n{SECOND}"
    assert alarms(read(tab("Cheshire", drawing), file="ARMS QA.xlsx")) == ["quarter_missing"]
    assert alarms(read(tab("Cheshire", drawing), file="ARMS QA Q1 2025-26.xlsx")) == ["quarter_conflict Cheshire A6"]


@pytest.mark.parametrize(
    "titles",
    [
        ("Cheshire", "Cumbria"), ("Force: Cheshire", "Force: Cumbria"), ("Cheshire ARMS plans", "Cumbria ARMS plans"),
        ("Plans of Cheshire", "Plans of Cumbria"), ("ARMS peer review: Cheshire", "ARMS peer review: Cumbria"),
    ],
)  # fmt: skip
def test_tables_of_several_forces_on_one_tab_are_each_its_force_s(titles):
    reading = read(tab("Collated", f"{titles[0]}\n{FIRST}\n{titles[1]}\n{SECOND}"))
    assert [review.force for review in reading.reviews] == ["Cheshire"] * 4 + ["Cumbria"] * 4
    assert not alarms(reading)


@pytest.mark.parametrize(
    "titles",
    [
        ("Cheshire - reviewed by {}", "Cumbria - reviewed by {}"),
        ("{} reviewed Cheshire's plans", "{} reviewed Cumbria's plans"),
        ("Cheshire\nReviewed by | {}", "Cumbria\nReviewed by | {}"),
        ("Cheshire ARMS plans\nReviewed by: {}", "Cumbria ARMS plans\nReviewed by: {}"),
    ],
)
@pytest.mark.parametrize("by", [("Merseyside", "Lancashire"), ("Merseyside", "Merseyside")])
def test_the_title_of_each_table_says_who_reviewed(titles, by):
    first, second = (title.format(name) for title, name in zip(titles, by, strict=True))
    reading = read(tab("Collated", f"{first}\n{FIRST}\n{second}\n{SECOND}"))
    told = [(review.force, review.reviewing_force) for review in reading.reviews]
    assert told == [("Cheshire", by[0])] * 4 + [("Cumbria", by[1])] * 4
    assert not alarms(reading)


def test_a_remark_between_tables_that_names_a_force_is_no_title():
    remark = "Moderated together with Cumbria, who agreed with the grades of the first."
    reading = read(tab("Cheshire", f"Q1 2025/26\n{FIRST}\n{remark}\n\nQ2 2025/26\n{SECOND}"), file="ARMS QA.xlsx")
    assert {(review.force, review.reviewing_force) for review in reading.reviews} == {("Cheshire", None)}
    assert not alarms(reading)


def test_on_a_force_s_own_tab_another_force_between_its_tables_is_asked_about():
    reading = read(tab("Cheshire", f"Cheshire\n{FIRST}\nCumbria\n{SECOND}"))
    assert {review.force for review in reading.reviews} == {"Cheshire"}
    assert alarms(reading) == ["force_in_title Cheshire A8"]


def test_a_section_s_own_heads_name_no_quarter():
    more = SECOND.replace("Q1 Sources", "Q4 Plans").replace("Q2 Static", "Q5 Dates").replace("Q3 Dynamic", "Q6 Owners")
    reading = read(tab("Cheshire", f"Section A\n{FIRST}\nSection B\n{more}"))
    assert len(reading.reviews) == 4
    assert grades(reading)[0] == "G G G I I I"


@pytest.mark.parametrize(
    ("title", "quarter"),
    [("Q2 2025/26", "2025-26-Q2"), ("Previous quarter (for comparison)", "2024-25-Q4"), ("Last Quarter", "2024-25-Q4")],
)
@pytest.mark.parametrize("heads", ["", "Question | Low | High"])
def test_the_same_questions_under_another_quarter_s_title_are_other_reviews(title, quarter, heads):
    reading = read(tab("Cheshire", f"""
Question        | Low | High
Sources checked | G   | RI
Actions dated   | O   | I
Visits made     | G   | G
{title}
{heads}
Sources checked | RI  | O
Actions dated   | G   | RI
Visits made     | I   | G
"""))  # fmt: skip
    assert grades(reading) == ["G O G", "RI I G", "RI G I", "O RI G"]
    assert [str(review.quarter) for review in reading.reviews] == ["2025-26-Q1"] * 2 + [quarter] * 2
    assert not [alarm for alarm in alarms(reading) if "quarter" not in alarm]


def test_a_key_beside_the_first_force_s_name_does_not_hide_it():
    drawing = f"Cheshire |  |  |  |  |  | Key\n{FIRST}\nCumbria\n{SECOND}"
    reading = read(tab("Collated", drawing))
    assert [review.force for review in reading.reviews] == ["Cheshire"] * 4 + ["Cumbria"] * 4
    assert not alarms(reading)


def test_a_force_s_name_between_tables_is_believed_though_the_first_has_none():
    reading = read(tab("Collated", f"Reviews of Cheshire\n{FIRST}\nCumbria\n{SECOND}\nMerseyside\n{FIRST}"))
    assert [review.force for review in reading.reviews] == ["Cheshire"] * 4 + ["Cumbria"] * 4 + ["Merseyside"] * 4


def test_another_force_s_like_grades_without_feedback_are_no_heat_map():
    lines = "Question | High | | Low |\n | Grade | Feedback | Grade | Feedback\n"
    lines += "\n".join(
        f"Q{n} {text} | G | {{0}} | O | {{0}}" for n, text in enumerate(("Sources", "Visits", "Actions"), 1)
    )
    reading = read(tab("Collated", f"Cheshire\n{lines.format('Clear.')}\n\nCumbria\n{lines.format('')}"))
    assert [review.force for review in reading.reviews] == ["Cheshire"] * 2 + ["Cumbria"] * 2
    assert not alarms(reading)
