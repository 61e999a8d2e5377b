"""Officers are detail for those who may see them, counts for others."""

import pytest

from arms_analytics.findings.officer_needs import count, explain, find
from arms_analytics.network import network
from tests.findings.regions import FORCES, reviews_of, store_with
from tests.findings.stores import GRADES


@pytest.fixture(scope="module")
def found(store, fit):
    return find(store, fit)


def test_plans_and_failures_are_counted_over_everything_loaded(found, region):
    assert len(found) > 1
    for row in found.itertuples():
        ranks = [
            GRADES.index(review["answers"][row.question_id])
            for review in reviews_of(region)
            if (review["force"], review["officer_ref"]) == (row.reviewed_force, row.officer_ref)
            and review["answers"][row.question_id] in GRADES
        ]
        assert (row.plans, row.failures) == (len(ranks), sum(rank < 2 for rank in ranks))
        assert row.plans >= 4 and row.probability >= 0.5


def test_only_officers_whom_the_viewer_may_see_are_found(region, fit, found):
    assert find(store_with(region, officers_of=()), fit).empty
    own = find(store_with(region, officers_of=[FORCES[0]]), fit)
    assert set(own["reviewed_force"]) <= {FORCES[0]}
    assert len(own) == (found["reviewed_force"] == FORCES[0]).sum()


def test_counts_name_nobody(fit, found):
    counts = count(fit)
    assert set(counts.columns) == {"reviewed_force", "question_id", "officers"}
    weak = found.groupby(["reviewed_force", "question_id"])["officer_ref"].nunique()
    assert counts.set_index(["reviewed_force", "question_id"])["officers"].to_dict() == weak.to_dict()


def test_the_sentence_gives_the_counts_and_no_verdict(found):
    row = found.iloc[0]
    said = explain(row, network())
    assert f"{row['failures']} of {row['plans']} plans fell below good" in said and "not a verdict" in said
