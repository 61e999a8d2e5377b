"""Only what holds a review can be chosen."""

from arms_analytics.findings.choices import available, latest_quarter
from tests.findings.stores import store_of

REVIEWS = [
    {"force": "Cheshire", "quarter": 8105, "reviewing_force": "Cumbria", "answers": {"Q2": "good", "Q1": "good"}},
    {"force": "Cumbria", "quarter": 8104, "answers": {"Q1": None}},
    {"force": "Merseyside", "quarter": 8106, "answers": {"Q3": "good"}, "replaced_by": 1},
]


def test_each_kind_lists_what_current_reviews_hold():
    found = available(store_of(REVIEWS))
    keys = {kind: list(rows.key) for kind, rows in found.groupby("kind")}
    assert keys == {
        "quarter": ["8104", "8105"],
        "force": ["Cheshire", "Cumbria"],
        "reviewing_force": ["Cumbria"],
        "question": ["Q1", "Q2"],
    }


def test_a_question_brings_its_labels():
    store = store_of(REVIEWS, sections={"Q1": "Sources", "Q2": "Plan"})
    questions = available(store).query("kind == 'question'").set_index("key")
    assert questions.loc["Q1", ["short", "section", "wording"]].tolist() == ["Q1 short", "Sources", "Is Q1 done?"]
    assert questions.loc["Q2", "section"] == "Plan"


def test_an_empty_store_offers_nothing():
    assert available(store_of([])).empty


def test_the_latest_quarter_is_the_last_with_a_review():
    assert latest_quarter(store_of(REVIEWS)) == 8105
    assert latest_quarter(store_of([])) is None
