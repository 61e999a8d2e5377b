"""Numbers, codes, sections and prose, told by their shape."""

import pytest

from arms_analytics.workbook.cells import Cell
from arms_analytics.workbook.texts.shapes import is_code, is_number, is_prose, is_section, split_number


@pytest.mark.parametrize(
    ("text", "number", "wording"),
    [
        ("Q7. Emotional congruence", "Q7", "Emotional congruence"), ("3.1 Visits", "3.1", "Visits"),
        ("A) Sources", "A", "Sources"), ("(12) Partners", "12", "Partners"), ("Visits made", "", "Visits made"),
        ("RM2000 considered", "", "RM2000 considered"), ("A4 form", "", "A4 form"), ("12 - 14", "", "12 - 14"),
    ],
)  # fmt: skip
def test_a_number_is_parted_from_its_wording(text, number, wording):
    assert split_number(text) == (number, wording)


@pytest.mark.parametrize(("text", "told"), [("Q7", True), ("2.1", True), ("14.", True), ("Q7 Why", False)])
def test_a_number_alone(text, told):
    assert is_number(text) is told


@pytest.mark.parametrize(("text", "told"), [("CH1/25", True), ("PC 4711", True), ("Plan 3", False), ("CHE", False)])
def test_a_code_has_figures_and_no_word(text, told):
    assert is_code(text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [("Section D: Risk", True), ("Part 2", True), ("Stage IV", True), ("Sections", False), ("Part of it", False)],
)
def test_a_section_has_a_letter_or_a_figure(text, told):
    assert is_section(text) is told


def test_a_sentence_is_longer_than_any_entry_in_a_form():
    assert is_prose(Cell(1, 1, text="Each action has an owner and a date."))
    assert not is_prose(Cell(1, 1, text="Requires improvement"))
