from arms_analytics.exports.correction_request import correction_text, worth_correcting
from arms_analytics.network import network
from arms_analytics.vocabulary import Problem, Severity

PROBLEMS = [
    Problem(Severity.WARNING, "colour", "Cheshire", "C18", "Yellow or amber? Write the grade."),
    Problem(Severity.INFO, "missing_review", "Cumbria", "", "Three reviews."),
    Problem(Severity.ERROR, "quarter", "", "", "The workbook does not say which quarter it is."),
]  # fmt: skip


def test_what_a_force_can_put_right_gravest_first():
    assert [problem.code for problem in worth_correcting(PROBLEMS)] == ["quarter", "colour"]


def test_the_text_names_each_cell_and_what_to_do():
    text = correction_text("Q2.xlsx", worth_correcting(PROBLEMS), network())
    assert "2 places" in text
    assert "  Cheshire C18: Yellow or amber? Write the grade." in text
    assert "  The whole workbook: The workbook does not say which quarter it is." in text
