"""Strong where others are not, and nothing else, is worth copying."""

import numpy as np
import pytest

from arms_analytics.findings.promising_practice import explain, find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, FORCES, reviews_of
from tests.findings.stores import store_of

NOW = Quarter.from_index(FIRST + 12)


@pytest.fixture(scope="module")
def found(store, fit, fit_before):
    return find(store, NOW, fit, fit_before)


def test_counts_are_those_of_a_pencil(found, region):
    for row in found.itertuples():
        year = [
            review
            for review in reviews_of(region)
            if review["force"] == row.reviewed_force and review["quarter"] > NOW.index - 4
        ]
        graded = [r for r in year if r["answers"][row.question_id] not in (None, "not_applicable")]
        top = [r for r in graded if r["answers"][row.question_id] == "outstanding"]
        assert (row.reviews, row.top) == (len(graded), len(top))
        assert row.top_by == len({r["reviewing_force"] for r in top})


def test_planted_strong_cells_come_first(found, region):
    strong = {
        (FORCES[plant.force], f"Q{plant.question + 1:02d}") for plant in region.truth.plants if plant.kind == "strong"
    }
    first = set(zip(found["reviewed_force"][:5], found["question_id"][:5], strict=True))
    assert len(first & strong) >= 4
    row = found.iloc[0]
    assert f"{row['top']} of the last {row['reviews']} reviews were outstanding" in explain(row, network())


def test_listed_means_likely_enough_and_distinct(found, fit):
    tops = fit.cells.pivot(index="reviewed_force", columns="question_id", values="top_estimate")
    for row in found.itertuples():
        assert row.others == pytest.approx(tops.drop(row.reviewed_force)[row.question_id].mean())
        assert row.distinct == (row.others < 0.30)
        assert row.listed == (row.distinct and row.probability >= 0.2)


def test_what_everybody_does_well_is_no_promising_practice():
    from arms_analytics.findings.fit import work_out

    reviews = [
        {"force": force, "quarter": FIRST + quarter, "reviewing_force": "C", "answers": {"Q01": "outstanding"}}
        for force in "AB"
        for quarter in range(6)
        for _ in range(4)
    ]
    store, now = store_of(reviews), Quarter.from_index(FIRST + 5)
    found = find(store, now, work_out(store, now.index))
    assert (found["probability"] > 0.9).all() and not found["listed"].any()


def test_without_a_fit_only_counts_are_said(store):
    found = find(store, NOW)
    assert np.isnan(found["probability"]).all() and not found["listed"].any()
    assert "being worked out" in explain(found.iloc[0], network())
