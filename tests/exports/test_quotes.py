"""Which words of the reviewers a pack reads out: the worst and fullest first, none too short or too long."""

import pandas as pd

from arms_analytics.exports.quotes import LONGEST, worth_reading_out

LONG = "so many words that somebody may want to hear them "


def answer(question_id, rank, words, ordinal=1):
    return {"question_id": question_id, "rank": rank, "failure": rank < 2, "feedback": words, "ordinal": ordinal}


def chosen(*answers, flagged=(), most=3):
    frame = pd.DataFrame(answers).astype({"rank": "Int8", "failure": "boolean"})
    return [(row.question_id, row.rank) for row in worth_reading_out(frame, flagged, most).itertuples()]


def test_the_worst_comes_first_and_praise_comes_last():
    assert chosen(answer("Q01", 3, LONG), answer("Q02", 1, LONG), answer("Q03", 0, LONG)) == [
        ("Q03", 0), ("Q02", 1), ("Q01", 3),
    ]  # fmt: skip


def test_flagged_questions_speak_before_worse_grades_elsewhere():
    assert chosen(answer("Q02", 1, LONG), answer("Q03", 0, LONG), flagged=["Q02"])[0] == ("Q02", 1)


def test_a_question_speaks_once_with_its_fullest_words():
    assert chosen(answer("Q02", 0, LONG), answer("Q02", 0, LONG * 2, 2)) == [("Q02", 0)]


def test_words_too_short_or_too_long_to_read_out_are_left_to_the_evidence():
    assert chosen(answer("Q01", 0, "No."), answer("Q02", 0, "x" * (LONGEST + 1))) == []


def test_at_most_so_many():
    many = [answer(f"Q{n:02d}", n % 4, LONG) for n in range(20)]
    assert len(chosen(*many)) == 3
