"""Conditional formats: what each kind of rule paints, in which order, and when it cannot be told."""

import pytest

from arms_analytics.workbook.cells import Area, Cell, Sheet
from arms_analytics.workbook.files.conditional.painting import paint
from arms_analytics.workbook.files.conditional.rules import Rule, Stop
from arms_analytics.workbook.files.fills import NO_FILL, Fill

GREEN, AMBER, RED = Fill("00B050"), Fill("FFC000"), Fill("FF0000")
COLUMN = (Area(1, 1, 10, 1),)


def tab(*values, name="Cheshire", colour=None):
    """A sheet with these values down column A."""
    cells = {(row, 1): Cell(row, 1, value, str(value or ""), colour) for row, value in enumerate(values, 1)}
    return Sheet(name, cells=cells)


def rule(kind, *formulas, fill=GREEN, priority=1, areas=COLUMN, stop=False, **options):
    return Rule(kind, priority, areas, fill, stop, list(formulas), options=options)


def colours(sheet, *rules, others=()):
    """The colours down column A once these rules are painted; a question mark where it cannot be told."""
    paint([(sheet, list(rules)), *((other, []) for other in others)])
    last = max(row for row, _ in sheet.cells)
    cells = [sheet.cells.get((row, 1)) for row in range(1, last + 1)]
    return ["?" if cell and cell.unsettled else cell and cell.colour for cell in cells]


def holds(sheet, *rules, **more):
    """Which rows of column A are painted."""
    return [row for row, colour in enumerate(colours(sheet, *rules, **more), 1) if colour]


@pytest.mark.parametrize(
    ("operator", "formulas", "rows"),
    [
        ("equal", ['"good"'], [1]), ("notEqual", ['"Good"'], [2, 3, 4]), ("greaterThan", ["2"], [1, 2, 4]),
        ("lessThan", ["2"], [3]), ("between", ["1", "3"], [3, 4]), ("notBetween", ["3", "1"], [1, 2]),
        ("greaterThanOrEqual", ["3"], [1, 2, 4]), ("lessThanOrEqual", ["3"], [3, 4]), ("equal", ["1+2"], [4]),
    ],
)  # fmt: skip
def test_a_cell_is_compared_with_constants(operator, formulas, rows):
    sheet = tab("Good", "Bad", 1.0, 3.0)
    assert holds(sheet, rule("cellIs", *formulas, operator=operator)) == rows


@pytest.mark.parametrize(
    ("formula", "rows"),
    [
        ('$A1="Good"', [1]), ('A1="good"', [1]), ('EXACT(A1,"good")', []), ('OR(A1="Good",A1="Fair good")', [1, 2]),
        ('AND(LEN(A1)>3,A1<>"Good")', [2, 3]), ('ISNUMBER(SEARCH("good",A1))', [1, 2]),
        ('NOT(ISERROR(SEARCH("good",A1)))', [1, 2]), ('LEFT(A1,4)="Fair"', [2]), ('LEFT(A1)="G"', [1]),
        ('RIGHT(TRIM(A1),4)="good"', [1, 2]), ('MID(A1,6,4)="good"', [2]), ("LEN(TRIM(A1))=0", []),
        ("ISNUMBER(A1)", [4]), ("ISTEXT(A1)", [1, 2, 3]), ("A1>=2", [1, 2, 3, 4]), ("MOD(ROW(),2)=0", [2, 4]),
        ('IF(A1="Good",TRUE,FALSE)', [1]), ('COUNTIF($A$1:$A$4,A1)=1', [1, 2, 3, 4]),
        ('COUNTIF($A:$A,"*good*")=2', [1, 2, 3, 4]), ("SUM($A$1:$A$4)=2", [1, 2, 3, 4]), ("A1=2%*100", [4]),
        ('UPPER(A1)="GOOD"', [1]), ('A1&""="2"', [4]), ("-A1=-2", [4]), ('A$1="Good"', [1, 2, 3, 4]),
        ("TRUE", [1, 2, 3, 4]), ("FALSE", []), ("1/0", []), ('"text"', []), ("AVERAGE($A$1:$A$4)=2", [1, 2, 3, 4]),
        ('SUBSTITUTE(A1," ","")="Fairgood"', [2]), ('IFERROR(SEARCH("air",A1),0)>0', [2]), ("A1=A2", []),
    ],
)  # fmt: skip
def test_an_expression_is_worked_out_for_each_cell(formula, rows):
    sheet = tab("Good", "Fair good", "Poor", 2.0)
    assert holds(sheet, rule("expression", formula)) == rows


@pytest.mark.parametrize(
    ("kind", "rows"), [("containsText", [1, 2]), ("notContainsText", [3, 4]), ("beginsWith", [1]), ("endsWith", [1, 2])]
)
def test_text_is_looked_for_without_regard_to_case(kind, rows):
    assert holds(tab("Good", "Fair good", "Poor", 2.0), rule(kind, text="good")) == rows


def test_blanks_and_errors_are_told():
    sheet = tab("Good", " ", "#N/A")
    assert holds(sheet, rule("containsBlanks")) == [2]
    assert holds(tab("Good", " ", "#N/A"), rule("notContainsBlanks")) == [1, 3]
    assert holds(tab("Good", " ", "#N/A"), rule("containsErrors")) == [3]
    assert holds(tab("Good", " ", "#N/A"), rule("notContainsErrors")) == [1, 2]


def test_duplicates_and_singles_are_told():
    assert holds(tab("Good", "Poor", "good", 1.0), rule("duplicateValues")) == [1, 3]
    assert holds(tab("Good", "Poor", "good", 1.0), rule("uniqueValues")) == [2, 4]


@pytest.mark.parametrize(
    ("kind", "options", "rows"),
    [
        ("top10", {"rank": "2"}, [3, 4]), ("top10", {"rank": "2", "bottom": "1"}, [1, 2]),
        ("top10", {"rank": "25", "percent": "1"}, [4]), ("aboveAverage", {}, [3, 4]),
        ("aboveAverage", {"aboveAverage": "0"}, [1, 2]), ("aboveAverage", {"stdDev": "1"}, [1, 2, 3, 4]),
    ],
)  # fmt: skip
def test_ranks_and_averages_are_worked_out_over_the_rules_cells(kind, options, rows):
    assert holds(tab(1.0, 2.0, 3.0, 4.0), rule(kind, **options)) == rows


def test_a_colour_scale_mixes_its_colours_by_share():
    scale = Rule("colorScale", 1, COLUMN, scale=[Stop("min", colour=RED), Stop("max", colour=GREEN)])
    assert colours(tab(0.0, 5.0, 10.0, "word"), scale) == ["FF0000", "805828", "00B050", None]
    middle = Stop("percentile", "50", AMBER)
    scale = Rule("colorScale", 1, COLUMN, scale=[Stop("num", "1", RED), middle, Stop("num", "4", GREEN)])
    assert colours(tab(1.0, 2.0, 2.0, 4.0), scale) == ["FF0000", "FFC000", "FFC000", "00B050"]


def test_the_first_rule_in_order_of_priority_paints():
    sheet = tab("Good")
    later, sooner = rule("notContainsBlanks", priority=2), rule("notContainsBlanks", fill=AMBER, priority=1)
    assert colours(sheet, later, sooner) == ["FFC000"]


def test_stop_if_true_keeps_later_rules_away():
    stop = rule("notContainsBlanks", fill=None, stop=True)
    assert colours(tab("Good"), stop, rule("notContainsBlanks", fill=AMBER, priority=2)) == [None]
    assert colours(tab("Good"), rule("notContainsBlanks", fill=None), rule("containsText", text="Good")) == ["00B050"]


def test_rules_of_other_areas_over_one_cell_keep_their_order():
    wide = rule("notContainsBlanks", fill=AMBER, priority=2, areas=(Area(1, 1, 20, 5),))
    assert colours(tab("Good", "Poor"), wide, rule("containsText", text="Good")) == ["00B050", "FFC000"]


@pytest.mark.parametrize(
    "unknown",
    [
        rule("timePeriod"), rule("expression", "TODAY()>1"), rule("expression", "VLOOKUP(A1,B1:C2,2)"),
        rule("expression", "MyName"), rule("expression", "[1]Sheet1!A1=1"), rule("expression", "A1={1}"),
        rule("expression"), rule("cellIs", operator="equal"), rule("cellIs", "1", operator="odd"),
        rule("expression", "Other!A1=1"), rule("expression", "A1:A2=1"), rule("expression", "A1="),
        rule("expression", "(" * 400 + "1" + ")" * 400), rule("expression", "+".join(["A1"] * 400)),
        Rule("dataBar", 1, COLUMN), rule("somethingNew"), rule("top10", rank="x"), rule("containsText"),
    ],
)  # fmt: skip
def test_what_cannot_be_worked_out_is_never_the_fill_beneath(unknown):
    sheet = tab(1.0, colour="FFFF00")
    assert colours(sheet, unknown) == ["?"]
    assert sheet.cells[1, 1].unsettled.startswith(("a ", "more "))


def test_a_rule_that_cannot_be_told_is_nothing_where_it_makes_no_difference():
    unknown = rule("timePeriod", fill=AMBER, priority=1)
    assert colours(tab("Good"), unknown, rule("containsText", text="Good", fill=AMBER, priority=2)) == ["FFC000"]
    assert colours(tab("Good", colour="FFFF00"), rule("timePeriod", fill=None)) == ["FFFF00"]
    sooner = rule("containsText", text="Good", priority=0)
    assert colours(tab("Good"), sooner, unknown) == ["00B050"]


def test_a_formula_without_its_value_leaves_what_depends_on_it_open():
    sheet = tab("Good")
    sheet.cells[1, 1] = Cell(1, 1, formula_without_value=True)
    assert colours(sheet, rule("containsText", text="Good")) == ["?"]


def test_a_rule_may_look_to_another_tab():
    key = tab("Good", name="Key to grades")
    assert holds(tab("Good", "Poor"), rule("expression", "A1='Key to grades'!$A$1"), others=[key]) == [1]


def test_blank_cells_among_the_words_are_painted_and_those_beyond_are_not():
    sheet = tab("Good", None, "Poor")
    del sheet.cells[2, 1]
    paint([(sheet, [rule("containsBlanks", areas=(Area(1, 1, 1_048_576, 16_384),))])])
    assert {place for place, cell in sheet.cells.items() if cell.colour} == set()
    sheet.cells[2, 2] = Cell(2, 2, "note", "note")
    paint([(sheet, [rule("containsBlanks", areas=(Area(1, 1, 1_048_576, 16_384),))])])
    assert {place for place, cell in sheet.cells.items() if cell.colour} == {(1, 2), (2, 1), (3, 2)}
    assert list(sheet.cells) == sorted(sheet.cells)


def test_cells_under_a_merged_area_stay_unseen():
    sheet = tab("Good", "Poor")
    sheet.cells[1, 2] = Cell(1, 2, "x", "x")
    sheet.merged = [Area(2, 1, 2, 2)]
    paint([(sheet, [rule("containsBlanks", areas=(Area(1, 1, 5, 5),))])])
    assert (2, 2) not in sheet.cells


def test_an_explicit_none_takes_the_fill_away():
    assert colours(tab("Good", colour="FFFF00"), rule("notContainsBlanks", fill=NO_FILL)) == [None]


def test_relative_references_count_from_the_upper_left_of_the_areas():
    areas = (Area(2, 1, 3, 1), Area(5, 1, 6, 1))
    sheet = tab("a", "Good", "x", "y", "Good")
    assert holds(sheet, rule("expression", 'A2="Good"', areas=areas)) == [2, 5]


def test_areas_whose_corner_two_programs_read_differently_are_asked_about():
    areas = (Area(5, 1, 6, 1), Area(2, 1, 3, 1))
    sheet = tab("a", "Good", "x", "y", "Good")
    assert "?" in colours(sheet, rule("expression", 'A2="Good"', areas=areas))
