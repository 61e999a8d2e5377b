"""The region's topics: counted as by hand, ranked by breadth, persistence and severity."""

import numpy as np
import pytest

from arms_analytics.findings.training_needs import explain, find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, reviews_of
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)


@pytest.fixture(scope="module")
def found(store, fit):
    return find(store, NOW, fit)


def test_each_topic_is_counted_and_scored_as_by_hand(found, region, fit):
    reviews = [review for review in reviews_of(region) if review["quarter"] > NOW.index - 4]
    assert len(found) == 25
    for row in found.itertuples():
        ranks = [
            (review["force"], review["quarter"], GRADES.index(grade))
            for review in reviews
            if (grade := review["answers"][row.question_id]) in GRADES
        ]
        failing = [each for each in ranks if each[2] < 2]
        assert (row.reviews, row.failures) == (len(ranks), len(failing))
        assert row.worst_grades == sum(rank == 0 for _, _, rank in ranks)
        assert row.forces_with_failures == len({force for force, _, _ in failing})
        bad = 0
        for quarter in range(NOW.index - 3, NOW.index + 1):
            there = [rank < 2 for _, at, rank in ranks if at == quarter]
            bad += sum(there) * 3 >= len(there)
        cells = fit.cells[fit.cells["question_id"] == row.question_id]
        broad = (cells["fails_probability"] >= 0.5).sum() / 6
        assert (row.quarters_failing, row.breadth) == (bad, broad)
        severity = (len(failing) + row.worst_grades) / (2 * len(ranks))
        assert row.score == pytest.approx(broad * bad / 4 * severity)


def test_the_question_bad_everywhere_comes_first_with_its_certainty(found, region):
    bad = next(plant for plant in region.truth.plants if plant.kind == "bad_everywhere")
    first = found.iloc[0]
    assert first["question_id"] == f"Q{bad.question + 1:02d}" and first["probability"] > 0.9
    assert first["low"] < region.truth.failure_rate[:, bad.question, -1].mean() < first["high"]
    assert "whole region: " in explain(first, network()) and "six forces" in explain(first, network())


def test_the_sentence_of_a_topic_can_be_read_out(found):
    assert "more than one plan in three of the whole region would fall below good now (best" in explain(
        found.iloc[0], network()
    )


def test_too_little_is_said_to_be_too_little(store, region, fit):
    early = store_of([review for review in reviews_of(region) if review["quarter"] < FIRST + 3])
    from arms_analytics.findings.fit import work_out

    found = find(early, Quarter.from_index(FIRST + 2), work_out(early, FIRST + 2))
    assert found["probability"].isna().all()
    assert "Too few quarters to say more." in explain(found.iloc[0], network())
    unfitted = find(store, NOW)
    assert "being worked out" in explain(unfitted.iloc[0], network())
    assert np.allclose(unfitted["breadth"], unfitted["forces_with_failures"] / 6)
