"""A reminder says whose reviews are missing, how many and by when, as people write."""

import datetime as dt
import email
import email.policy

from arms_analytics.exports.reminder import Late, reminder
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter

QUARTER = Quarter(2026, 2)


def said(received=2, reviewing_force="Cumbria"):
    late = Late("Cheshire", reviewing_force, received, 4)
    return reminder(late, QUARTER, network(), due=dt.date(2026, 11, 27))


def test_it_says_whose_reviews_are_missing_how_many_and_who_was_to_write_them():
    text = said().text
    assert "expects 4 peer reviews of ARMS plans of Cheshire" in text
    assert "2 of 4 have reached us, so two reviews are still to come. Cumbria was to write them." in text


def test_one_missing_and_none_received_read_as_people_write():
    assert "3 of 4 have reached us, so one review is still to come. Cumbria was to write it." in said(3).text
    assert "None has reached us, so four reviews are still to come." in said(0, None).text


def test_it_says_by_when():
    assert "Please send the tab for Cheshire in the collated workbook by 27 November 2026, graded" in said().text


def test_the_mail_opens_as_a_draft_with_marking_and_text():
    mail = email.message_from_bytes(said().mail(), policy=email.policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == "[OFFICIAL-SENSITIVE] ARMS peer reviews of Cheshire, Q2 26/27: 2 still to come"
    assert mail.get_content().splitlines() == said().text.splitlines()
