"""What goes back to a force: what it can put right, each with its cell, as a mail that opens as a draft."""

import email
import email.policy

from arms_analytics.exports.correction_request import correction_request, worth_correcting
from arms_analytics.network import network
from arms_analytics.vocabulary import SYNTHETIC_MARK, Problem, Severity

PROBLEMS = [
    Problem(Severity.ERROR, "quarter", "", "", "The workbook does not say which quarter it is."),
    Problem(Severity.WARNING, "colour", "Cheshire", "C18", "Yellow or amber? Write the grade."),
    Problem(Severity.INFO, "missing_review", "Cumbria", "", "Three reviews."),
]  # fmt: skip


def test_what_a_force_can_put_right_is_asked_for_and_nothing_else():
    assert [problem.code for problem in worth_correcting(PROBLEMS)] == ["quarter", "colour"]


def test_the_mail_names_each_cell_and_what_to_do():
    request = correction_request("Q2.xlsx", worth_correcting(PROBLEMS), network())
    assert "2 places in it need a look: what we could not read for certain, and what should not stand" in request.text
    assert "  Cheshire C18: Yellow or amber? Write the grade." in request.text
    assert "  The whole workbook: The workbook does not say which quarter it is." in request.text
    mail = email.message_from_bytes(request.mail(), policy=email.policy.default)
    assert mail["Subject"] == "[OFFICIAL-SENSITIVE] Please correct: Q2.xlsx"


def test_a_request_about_demonstration_data_says_that_it_is():
    told = [
        SYNTHETIC_MARK in correction_request("Q2.xlsx", PROBLEMS, network(), synthetic=of).text for of in (True, False)
    ]
    assert told == [True, False]
