"""Words that only failing feedback uses are found; words that everybody uses are not."""

import math

import pytest

from arms_analytics.findings.telling_words import DISTINCT, PRIOR, explain, find, terms
from arms_analytics.vocabulary import Quarter, Selection
from tests.findings.regions import FIRST
from tests.findings.stores import store_of

NOW = Quarter.from_index(FIRST)


def store_with_feedback(failing, others):
    texts = [(text, "inadequate") for text in failing] + [(text, "good") for text in others]
    return store_of(
        [{"force": "A", "quarter": FIRST, "answers": {"Q01": (grade, text)}} for text, grade in texts]
        + [{"force": "A", "quarter": FIRST, "answers": {"Q02": ("inadequate", "something else entirely")}}] * 5
    )


FAILING = ["The plan has no home visit recorded"] * 8 + ["The plan is late"] * 4
OTHERS = ["The plan is clear and actions recorded"] * 20 + ["The plan is good"] * 10


@pytest.fixture(scope="module")
def found():
    return find(store_with_feedback(FAILING, OTHERS), Selection(quarter=NOW, question_id="Q01"))


def test_distinct_words_and_pairs_are_found_on_their_side(found):
    failing = set(found.loc[found["tells_failing"], "term"])
    assert {"home", "visit", "home visit", "late"} <= failing
    assert "clear" in set(found.loc[~found["tells_failing"], "term"])
    assert not {"plan", "the", "entirely"} & set(found["term"])


def test_the_statistic_is_the_one_of_the_paper(found):
    row = found.set_index("term").loc["visit"]
    assert (row["of_failing"], row["of_others"], row["failing_feedbacks"], row["other_feedbacks"]) == (8, 0, 12, 30)
    prior = PRIOR * 8 / 42
    with_term, without = (8 + prior, 0 + prior), (12 + PRIOR - 8 - prior, 30 + PRIOR - prior)
    log_odds = math.log(with_term[0] / without[0]) - math.log(with_term[1] / without[1])
    variance = 1 / with_term[0] + 1 / with_term[1] + 1 / without[0] + 1 / without[1]
    assert row["z"] == pytest.approx(log_odds / math.sqrt(variance))
    assert (found["z"].abs() >= DISTINCT).all()


def test_a_rare_word_is_no_finding():
    found = find(store_with_feedback([*FAILING, "zebra zebra", "zebra"], OTHERS), Selection(question_id="Q01"), None)
    assert "zebra" not in set(found["term"])


def test_the_sentence_counts_feedbacks(found):
    assert explain(found[found["term"] == "visit"].iloc[0]) == (
        "“visit” stands in 8 of 12 failing feedbacks and in 0 of 30 others."
    )


@pytest.mark.parametrize(("failing", "others"), [([], OTHERS), (FAILING, []), ([], [])])
def test_one_side_alone_tells_nothing(failing, others):
    assert find(store_with_feedback(failing, others), Selection(question_id="Q01"), None).empty


def test_terms_leave_out_what_carries_no_meaning():
    assert terms("The multi-agency Plan, and 12 visits; isn't it") == {
        "multi-agency",
        "plan",
        "visits",
        "isn't",
        "multi-agency plan",
    }
