"""The demonstration's feedback: words of its own for each question and grade, as long and as short as people write."""

import json
import random
import re

import pytest

from arms_analytics.demonstration.feedback import BANK, STEPS, FeedbackBank
from arms_analytics.network import network

SAID = json.loads(BANK.read_text(encoding="utf-8"))


@pytest.mark.parametrize("question", network().question_set.questions, ids=lambda question: question.id)
def test_each_question_has_words_of_its_own_for_each_grade(question):
    assert min(len(set(SAID["questions"][question.id][step])) for step in STEPS) >= 3


def test_no_sentence_is_said_of_two_questions():
    sentences = [text for steps in SAID["questions"].values() for texts in steps.values() for text in texts]
    assert len(sentences) == len(set(sentences))


def test_every_slot_is_filled():
    bank = FeedbackBank(random.Random(1))
    for rank in range(4):
        assert not any(re.search(r"[{}]", bank.feedback("Q01", rank)) for _ in range(200))


def test_a_question_without_words_of_its_own_still_gets_feedback():
    bank = FeedbackBank(random.Random(1))
    assert sum(bool(bank.feedback("Q99", 0)) for _ in range(50)) > 40


def test_lengths_vary_and_good_grades_are_sometimes_left_without_words():
    bank = FeedbackBank(random.Random(1))
    lengths = [len(bank.feedback("Q01", 2)) for _ in range(200)]
    assert lengths.count(0) > 5
    assert max(lengths) > 2 * sorted(lengths)[len(lengths) // 4]
