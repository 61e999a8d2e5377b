"""Better or worse than a year ago, on the counts of both years."""

import numpy as np
import pytest

from arms_analytics.findings.changes import DETERIORATING, IMPROVING, explain, find
from arms_analytics.findings.fit import work_out
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, reviews_of
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)


def test_both_years_are_counted_as_by_hand(store, region, fit):
    reviews = reviews_of(region)
    for row in find(store, NOW, fit).itertuples():
        for first, last, suffix in ((NOW.index - 3, NOW.index, ""), (NOW.index - 7, NOW.index - 4, "_before")):
            fell = [
                GRADES.index(review["answers"][row.question_id]) < 2
                for review in reviews
                if review["force"] == row.reviewed_force and first <= review["quarter"] <= last
                and review["answers"][row.question_id] in GRADES
            ]  # fmt: skip
            assert getattr(row, f"reviews{suffix}") == len(fell)
            assert getattr(row, f"failures{suffix}") == sum(fell)


def two_halves(then, now, quarters=8):
    """Force A goes from one grade to another in the middle; force B stays good."""
    return [
        {
            "force": force, "quarter": FIRST + quarter, "reviewing_force": "CD"[quarter % 2],
            "answers": {"Q01": (then if quarter < quarters // 2 else now) if force == "A" else "good", "Q02": "good"},
        }
        for force in "AB" for quarter in range(quarters) for _ in range(4)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("then", "now", "kind"),
    [("requires_improvement", "good", IMPROVING), ("good", "requires_improvement", DETERIORATING)],
)
def test_the_direction_is_that_of_the_grades(then, now, kind):
    store, latest = store_of(two_halves(then, now)), Quarter.from_index(FIRST + 7)
    found = find(store, latest, work_out(store, latest.index))
    first = found.iloc[0]
    assert (first["kind"], first["reviewed_force"], first["question_id"]) == (kind, "A", "Q01")
    assert first["probability"] > 0.8 and first["listed"]
    assert ("better" if kind == IMPROVING else "worse") in explain(first, network())


@pytest.mark.parametrize(("quarters", "said"), [(5, False), (6, True)])
def test_it_takes_six_quarters(quarters, said):
    store, latest = store_of(two_halves("good", "good", quarters)), Quarter.from_index(FIRST + quarters - 1)
    found = find(store, latest, work_out(store, latest.index))
    assert found["probability"].notna().all() == said
    assert said or "Too few quarters" in explain(found.iloc[0], network())


def test_too_few_reviews_are_not_said_to_be_too_few_quarters():
    sparse = [row for row in two_halves("good", "good") if row["quarter"] < FIRST + 4] + two_halves("good", "good")[
        16::4
    ]
    store, latest = store_of(sparse), Quarter.from_index(FIRST + 7)
    row = find(store, latest, work_out(store, latest.index)).iloc[0]
    assert row["reviews"] < 8 and np.isnan(row["probability"])
    assert "Too few reviews to say more." in explain(row, network())


def test_without_a_fit_nothing_is_listed(store):
    found = find(store, NOW)
    assert not found["listed"].any() and np.isnan(found["probability"]).all()
    assert "being worked out" in explain(found.iloc[0], network())
