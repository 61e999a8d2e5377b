"""Whom to ask: forces that are strong on the question themselves, and why."""

import pytest

from arms_analytics.findings.fit import work_out
from arms_analytics.findings.whom_to_ask import explain, find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, FORCES, reviews_of
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)


@pytest.fixture(scope="module")
def found(store, fit):
    return find(store, NOW, fit)


def test_counts_and_reasons_are_those_of_the_rows(found, region, fit):
    cells = fit.cells.set_index(["reviewed_force", "question_id"])
    for row in found.itertuples():
        ranks = [
            GRADES.index(review["answers"][row.question_id])
            for review in reviews_of(region)
            if review["force"] == row.reviewed_force and review["quarter"] > NOW.index - 4
            and review["answers"][row.question_id] in GRADES
        ]  # fmt: skip
        assert (row.reviews, row.failures, row.top) == (len(ranks), sum(r < 2 for r in ranks), ranks.count(3))
        cell = cells.loc[(row.reviewed_force, row.question_id)]
        assert cell["fails_probability"] < 0.2
        better = "improved" if cell["better_probability"] >= 0.5 else "sound"
        assert row.why == ("strong" if cell["top_probability"] >= 0.5 else better)


def test_the_strongest_is_asked_first_and_a_failing_force_never(found, region):
    firsts = found.drop_duplicates("question_id").set_index("question_id")
    strong = [plant for plant in region.truth.plants if plant.kind == "strong"]
    seen = [firsts.loc[f"Q{plant.question + 1:02d}"] for plant in strong]
    named = [first["reviewed_force"] == FORCES[plant.force] for first, plant in zip(seen, strong, strict=True)]
    assert sum(named) >= 3 and sum(first["why"] == "strong" for first in seen) >= 3
    asked = set(zip(found["reviewed_force"], found["question_id"], strict=True))
    long = [plant for plant in region.truth.plants if plant.kind == "long_failure"]
    assert not asked & {(FORCES[plant.force], f"Q{plant.question + 1:02d}") for plant in long}


def test_each_reason_is_a_sentence_with_its_counts(found):
    for why in set(found["why"]):
        row = found[found["why"] == why].iloc[0]
        said = explain(row, network())
        assert (
            said.startswith(f"{row['reviewed_force']}, {row['question_id']}")
            and f"last {row['reviews']} reviews" in said
        )


def test_one_question_alone(store, fit, found):
    one = find(store, NOW, fit, "Q03")
    assert one["reviewed_force"].tolist() == found[found["question_id"] == "Q03"]["reviewed_force"].tolist()


def test_before_the_model_may_speak_nobody_is_named(region):
    early = store_of([review for review in reviews_of(region) if review["quarter"] < FIRST + 3])
    assert find(early, Quarter.from_index(FIRST + 2), work_out(early, FIRST + 2)).empty
