"""What the heads of reviews say: only what fits a label is taken for its value."""

import pytest

from arms_analytics.workbook.cells import Area
from tests.workbook.drawn import alarms, grades, read, tab

TURNED = """
{above}
         |        |      | 1. Were sources checked? | 2. Is the plan SMART? | 3. Were visits made?
GRE 0033 | DC1297 | HIGH | #FF0000                  | #FFC000               | #00B050
GRE 0034 | DC1298 | LOW  | #00B050                  | #00B050               | #FFFF00
"""


def test_a_label_for_the_tab_in_line_with_the_references_does_not_name_them():
    for above in ("Period ending | 30/06/2025", "Quarter | Q1 2025/26", "Reviewing force | Cumbria"):
        reading = read(tab("Cheshire", TURNED.format(above=above)))
        assert [review.review_ref for review in reading.reviews] == ["GRE 0033", "GRE 0034"], above
        assert not alarms(reading)


def test_a_quarters_end_may_be_written_in_any_way():
    for day in ("30/06/2025", "30 Jun 2025", "Jun-25", "2025-06-30"):
        reading = read(tab("Cheshire", TURNED.format(above=f"Quarter ending | {day}")), file="ARMS QA.xlsx")
        assert [review.quarter.key for review in reading.reviews] == ["2025-26-Q1"] * 2, day


def test_counts_right_below_the_risk_levels_are_no_part_of_the_heads():
    table = """
Risk level | Ref      | Sources     | Actions     | Visits
Low        | CHE 0010 | G #00B050   | RI #FFC000  | G #00B050
High       | CHE 0011 | O #FFFF00   | G #00B050   | I #FF0000
Outstanding #FFFF00 | | = | = | =
Good #00B050 | | = | = | =
Requires improvement #FFC000 | | = | = | =
Inadequate #FF0000 | | = | = | =
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G RI G", "O G I"]
    assert [review.risk_level for review in reading.reviews] == ["low", "high"]
    assert not alarms(reading)


def test_references_that_belong_to_no_review_found_are_reported():
    table = """
Plan ref: CHE 0010  | | |
Plan ref: CHE 0011  | | |
Question            | Low     | High
Were sources asked? | #00B050 | #FFC000
Is the plan SMART?  | #00B050 | #00B050
Were visits made?   | #FF0000 | #00B050
"""
    reading = read(tab("Cheshire", table))
    assert alarms(reading) == ["left_over Cheshire A1, A2"]


@pytest.mark.parametrize("first", ["Sources", "Priority level"])
def test_low_twice_right_below_the_levels_is_feedback(first):
    table = f"""
Question    | Low         | High
{first}     | Low #00B050 | Low #FFC000
Actions     | #00B050     | #FFFF00
Visits made | #FF0000     | #00B050
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G G I", "RI O G"]
    assert [review.answers[0].feedback for review in reading.reviews] == ["Low", "Low"]


def test_a_painted_corner_over_the_labels_of_lines_heads_no_review():
    table = """
Risk level #002060  | #002060       | Low #002060      | High #002060
Plan ref #002060    | #002060       | CHE 0010 #002060 | CHE 0011 #002060
Were sources asked? | HMICFRS grade | Good #00B050     | Inadequate #FF0000
                    | Feedback      | Clear.           | None was.
Is the plan SMART?  | HMICFRS grade | Good #00B050     | Good #00B050
                    | Feedback      | Owners named.    | Dates are.
Were visits made?   | HMICFRS grade | Good #00B050     | Outstanding #FFFF00
                    | Feedback      | Twice.           | All.
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G G G", "I G O"]
    assert [review.risk_level for review in reading.reviews] == ["low", "high"]
    assert not alarms(reading)


def test_a_painted_head_left_blank_is_a_review_without_a_level():
    table = """
Risk level #002060  | Low #002060      | #002060          | High #002060
Plan ref #002060    | CHE 0010 #002060 | CHE 0011 #002060 | CHE 0012 #002060
Were sources asked? | Good #00B050     | Good #00B050     | Inadequate #FF0000
Is the plan SMART?  | Good #00B050     | RI #FFC000       | Good #00B050
Were visits made?   | Good #00B050     | RI #FFC000       | Outstanding #FFFF00
"""
    reading = read(tab("Cheshire", table))
    assert grades(reading) == ["G G G", "G RI RI", "I G O"]
    assert [review.risk_level for review in reading.reviews] == ["low", None, "high"]
    assert alarms(reading) == ["no_risk_level Cheshire C3"]


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize(
    "heads",
    [
        "| Ref: | CHE 001 | Ref: | CHE 002\n| Reviewed by | Cumbria | Reviewed by | Merseyside\n| High | | Low |",
        "| High | | Low |\n| Ref | CHE 001 | Ref | CHE 002\n| Reviewer | Cumbria | Reviewer | Merseyside",
        "| Risk | High | Risk | Low\n| Ref | CHE 001 | Ref | CHE 002\n| QA by | Cumbria | QA by | Merseyside",
    ],
)
def test_labels_may_stand_in_each_review_with_their_values_beside_them(heads, merged):
    sheet = tab("Cheshire", f"""
{heads}
Question         | Grade     | Feedback | Grade      | Feedback
Sources checked? | G #00B050 | Fine.    | RI #FFC000 | Late.
Actions dated?   | O #FFFF00 | All are. | I #FF0000  | None is.
""")  # fmt: skip
    level = next(row for (row, _), cell in sheet.cells.items() if cell.text == "High")
    if merged and sheet.cells[level, 2].text == "High":
        sheet.merged = [Area(level, 2, level, 3), Area(level, 4, level, 5)]
    reading = read(sheet)
    assert grades(reading) == ["G O", "RI I"]
    told = [(r.risk_level, r.review_ref, r.reviewing_force, r.answers[0].feedback) for r in reading.reviews]
    assert told == [("high", "CHE 001", "Cumbria", "Fine."), ("low", "CHE 002", "Merseyside", "Late.")]
    assert not alarms(reading)


@pytest.mark.parametrize(
    "line",
    [
        "Force: Cheshire | | Reviewer: Cumbria | | Quarter: Q1 25/26",
        "Force | Cheshire | Reviewing force | Cumbria | Quarter: Q1 25/26",
    ],
)
def test_a_line_that_says_several_things_of_the_tab_right_above_the_heads_parts_no_review(line):
    sheet = tab("Cheshire", f"""
{line}
                 | High      |          | Low        |
Question         | Feedback  | Grade    | Feedback   | Grade
Sources checked? | Fine.     | #00B050  | Late.      | #FFC000
Actions dated?   | All are.  | #FFFF00  | None is.   | #FF0000
""")  # fmt: skip
    sheet.merged = [Area(2, 2, 2, 3), Area(2, 4, 2, 5)]
    reading = read(sheet)
    assert grades(reading) == ["G O", "RI I"]
    assert [(r.reviewing_force, r.answers[1].feedback) for r in reading.reviews] == [
        ("Cumbria", "All are."), ("Cumbria", "None is."),
    ]  # fmt: skip
    assert not alarms(reading)


def test_the_reviewers_name_before_the_reviewing_force_does_not_hide_it():
    reading = read(tab("Cheshire", """
Risk | Reviewer name | Reviewing force | Q1 Sources? | Q2 Actions?
High | DS Reviewer   | Cumbria         | Good        | RI
Low  | DS Other      | Merseyside      | RI          | Good
"""))  # fmt: skip
    assert grades(reading) == ["G RI", "RI G"]
    assert [review.reviewing_force for review in reading.reviews] == ["Cumbria", "Merseyside"]


def test_a_force_s_name_below_a_label_for_the_quarter_is_a_force_s():
    drawing = """
Quarter  | Q1 2025/26
         |       | Sources? | Visits? | Actions?
Cheshire | Grade | G        | RI      | O
Cumbria  | Grade | I        | RI      | G
"""
    reading = read(tab("High", drawing), tab("Low", drawing))
    assert [(r.force, r.risk_level) for r in reading.reviews] == [
        ("Cheshire", "high"), ("Cumbria", "high"), ("Cheshire", "low"), ("Cumbria", "low"),
    ]  # fmt: skip
    assert not alarms(reading)


LEVELS = """
{above}
Risk level      | Very high | High    | Medium  | Low
Ref             | CHE-01    | CHE-02  | CHE-03  | CHE-04
OM ref          | PC 1101   | PC 1102 | PC 1103 | PC 1104
Sources checked | #00B050   | #FFC000 | #00B050 | #FF0000
Actions dated   | #FFC000   | #00B050 | #FFFF00 | #00B050
"""


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("label", ["RM2000", "RM2000/V", "OSP/C", "OASys risk", "Previous risk level"])
def test_a_level_of_another_tool_or_of_an_earlier_time_is_not_the_plan_s(label, below):
    line = f"{label} | High | Low | Low | Medium"
    drawing = LEVELS.format(above="").replace("Sources", f"{line}\nSources") if below else LEVELS.format(above=line)
    reading = read(tab("Cheshire", drawing))
    assert [review.risk_level for review in reading.reviews] == ["very_high", "high", "medium", "low"]
    assert grades(reading) == ["G RI", "RI G", "G O", "I G"]
    assert not alarms(reading)


def test_where_no_other_level_stands_it_is_still_not_the_plan_s():
    drawing = LEVELS.replace("Risk level ", "RM2000 ").format(above="")
    reading = read(tab("Cheshire", drawing))
    assert [review.risk_level for review in reading.reviews] == [None] * 4
    assert [alarm.split()[0] for alarm in alarms(reading)] == ["no_risk_level"] * 4


@pytest.mark.parametrize(
    "line", ["Reviewer | DS 1182 | PC 2321 | DS 1182 | PC 2321", "Supervisor | PS 1 | PS 2 | PS 3 | PS 4"]
)
def test_another_officer_above_the_plan_s_is_not_the_plan_s(line):
    reading = read(tab("Cheshire", LEVELS.format(above=line)))
    assert [review.officer_ref for review in reading.reviews] == ["PC 1101", "PC 1102", "PC 1103", "PC 1104"]
    assert not alarms(reading)


def test_references_are_kept_with_single_spaces():
    reading = read(
        tab("Cheshire", LEVELS.format(above="").replace("PC 1101", "PC\u00a01101").replace("CHE-02", "CHE  02"))
    )
    assert reading.reviews[0].officer_ref == "PC 1101"
    assert reading.reviews[1].review_ref == "CHE 02"


@pytest.mark.parametrize("label", ["Gender", "Last ARMS", "Complexity", "Level of concern"])
@pytest.mark.parametrize("named", ["", "Risk level"])
@pytest.mark.parametrize("place", ["above", "below"])
def test_of_two_lines_of_levels_the_one_that_is_not_labelled_otherwise_counts(label, named, place):
    values = "M | M | M | M" if label == "Gender" else "Low | Low | High | High"
    heads = [f"{label} | {values}", f"{named} | Very high | High | Medium | Low"]
    drawing = (
        "\n".join(heads if place == "above" else heads[::-1])
        + """
Sources checked | #00B050 | #FFC000 | #00B050 | #FF0000
Actions dated   | #FFC000 | #00B050 | #FFFF00 | #00B050
"""
    )
    reading = read(tab("Cheshire", drawing))
    assert [review.risk_level for review in reading.reviews] == ["very_high", "high", "medium", "low"]
    assert grades(reading) == ["G RI", "RI G", "G O", "I G"]
    assert not alarms(reading)


@pytest.mark.parametrize("line", ["ViSOR no | 123456 | 123457 | 123458 | 123459", ""])
def test_a_number_that_the_offender_has_is_no_reference_where_the_plan_has_one(line):
    reading = read(tab("Cheshire", LEVELS.format(above=line)))
    assert [review.review_ref for review in reading.reviews] == ["CHE-01", "CHE-02", "CHE-03", "CHE-04"]
    without = "\n".join(row for row in LEVELS.format(above=line).splitlines() if not row.startswith("Ref"))
    told = [review.review_ref for review in read(tab("Cheshire", without)).reviews]
    assert told == (line.split(" | ")[1:] or [""] * 4)


def test_an_officer_may_stand_behind_the_label_within_a_head():
    heads = " | ".join(f"{risk} - CHE-0{n} - OM PC 110{n}" for n, risk in enumerate(("Very high", "High", "Low"), 1))
    reading = read(
        tab("Cheshire", f" | {heads}\nSources | #00B050 | #FFC000 | #00B050\nActions | #FFC000 | #00B050 | #FFFF00")
    )
    assert [(review.review_ref, review.officer_ref) for review in reading.reviews] == [
        ("CHE-01", "PC 1101"), ("CHE-02", "PC 1102"), ("CHE-03", "PC 1103"),
    ]  # fmt: skip
