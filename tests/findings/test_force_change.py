"""A whole force's change: counted by hand, said only when it is more than chance."""

import numpy as np

from arms_analytics.findings.fit import work_out
from arms_analytics.findings.force_change import explain, find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, reviews_of
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)


def test_the_counts_are_those_of_a_pencil(store, region, fit):
    for row in find(store, NOW, fit).itertuples():
        counts = {True: [0, 0], False: [0, 0]}
        for review in reviews_of(region):
            if review["force"] == row.reviewed_force:
                ranks = [GRADES.index(grade) for grade in review["answers"].values() if grade in GRADES]
                side = counts[review["quarter"] > NOW.index - 2]
                side[0] += len(ranks)
                side[1] += sum(rank < 2 for rank in ranks)
        assert [row.boxes, row.failures] == counts[True]
        assert [row.boxes_before, row.failures_before] == counts[False]


def fallen(region):
    """Cheshire's last two quarters: every good grade became one that requires improvement."""
    reviews = reviews_of(region)
    for review in reviews:
        if review["force"] == "Cheshire" and review["quarter"] > NOW.index - 2:
            review["answers"] = {q: "requires_improvement" if g == "good" else g for q, g in review["answers"].items()}
    return store_of(reviews)


def test_a_force_that_fell_comes_first_and_is_said_to_be_worse(region):
    store = fallen(region)
    first = find(store, NOW, work_out(store, NOW.index)).iloc[0]
    assert (first["reviewed_force"], first["direction"]) == ("Cheshire", "worse")
    assert "has become worse" in explain(first, network())


def test_within_chance_too_few_quarters_and_no_fit_are_said_so(store, region, fit):
    found = find(store, NOW, fit)
    assert "within chance" in explain(found[found["direction"] == "within chance"].iloc[0], network())
    early = store_of([review for review in reviews_of(region) if review["quarter"] < FIRST + 5])
    few = find(early, Quarter.from_index(FIRST + 4), work_out(early, FIRST + 4))
    assert few["change"].isna().all() and "Too few quarters" in explain(few.iloc[0], network())
    unfitted = find(store, NOW)
    assert np.isnan(unfitted["change"]).all() and "being worked out" in explain(unfitted.iloc[0], network())
