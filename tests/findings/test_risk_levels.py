"""Each risk level's share below good, beside the other levels of the same plans' force, with a range that holds."""

from collections import defaultdict

import numpy as np
import pandas as pd
import pytest

from arms_analytics.findings.ranges import beyond_chance
from arms_analytics.findings.risk_levels import explain, find, summary
from arms_analytics.network import network
from arms_analytics.simulation.simulator import simulate
from arms_analytics.vocabulary import LESS_OFTEN, MORE_OFTEN, WITHIN_CHANCE, Quarter, RiskLevel
from tests.findings.regions import FIRST, reviews_of
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)
YEAR_ONE = Quarter.from_index(FIRST + 3)


def plans_of(reviews, force, question, levels):
    """(failures, graded boxes) of each plan with any, as a person would count them; None: every force or question."""
    for review in reviews:
        if force in (None, review["force"]) and review["risk_level"] in levels:
            asked = review["answers"] if question is None else {question: review["answers"].get(question)}
            graded = [GRADES.index(grade) for grade in asked.values() if grade in GRADES]
            if graded:
                yield sum(rank < 2 for rank in graded), len(graded)


def test_each_level_is_counted_as_by_hand(store, region, fit):
    found = find(store, NOW, fit)
    last_year = [review for review in reviews_of(region) if review["quarter"] > NOW.index - 4]
    assert len(found) == len(found.drop_duplicates(["reviewed_force", "question_id", "risk_level"])) == 7 * 26 * 4
    for row in found.itertuples():
        plans = list(plans_of(last_year, row.reviewed_force, row.question_id, {row.risk_level}))
        failures, boxes = np.sum(plans, axis=0)
        assert (row.reviews, row.boxes, row.failures) == (len(plans), boxes, failures)
        assert sum(row.of_grade.values()) == boxes
        others = plans_of(last_year, row.reviewed_force, row.question_id, {*RiskLevel} - {row.risk_level})
        failures_of_others, boxes_of_others = np.sum(list(others), axis=0)
        if not np.isnan(row.share):
            assert row.share == pytest.approx(failures / boxes)
            assert 0 <= row.low <= row.share <= row.high <= 1
        if not np.isnan(row.others_share):
            assert row.others_share == pytest.approx(failures_of_others / boxes_of_others)


def test_too_few_reviews_are_not_judged(store, region, fit):
    found = find(store, NOW, fit)
    single = found[found["question_id"].notna()]
    assert (single["share"].isna() == (single["reviews"] < 8)).all()
    assert (found.loc[found["reviews"] < 4, "share"].isna()).all()
    assert (found.loc[found["share"].isna(), "compared"] == "").all()
    assert "Too few reviews to say more." in explain(found[found["share"].isna()].iloc[0], network())
    assert summary(found[found["share"].isna()], "Cheshire", network()) == "Too few reviews to say."
    assert find(store, Quarter.from_index(FIRST - 1)).empty


def a_year(failing=()):
    """A plan of each level a quarter from each of three forces, good but for these (level, question)."""
    return [
        {
            "force": force, "quarter": FIRST + quarter, "risk_level": level.value,
            "answers": {q: "inadequate" if (level, q) in failing else "good" for q in ("Q01", "Q02", "Q03")},
        }
        for force in ("A", "B", "C") for quarter in range(4) for level in RiskLevel
    ]  # fmt: skip


def of_region(found, question=None):
    rows = found[found["reviewed_force"].isna() & (found["question_id"].fillna("") == (question or ""))]
    return dict(zip(rows["risk_level"], rows["compared"], strict=True))


def test_a_level_that_fails_a_question_stands_apart_there_and_is_said():
    found = find(store_of(a_year({(RiskLevel.VERY_HIGH, "Q02")})), YEAR_ONE)
    assert of_region(found, "Q02") == {
        "low": LESS_OFTEN,
        "medium": LESS_OFTEN,
        "high": LESS_OFTEN,
        "very_high": MORE_OFTEN,
    }
    assert set(of_region(found, "Q01").values()) == {WITHIN_CHANCE}
    row = found[(found["risk_level"] == "very_high") & (found["question_id"] == "Q02")].iloc[0]
    assert explain(row, network()).startswith(
        "Whole region, Q02 (Q02 short), very high risk: 12 of 12 reviews fell below good in the last four quarters "
        "(100%; likely range for plans of that kind 82% to 100%). "
        "Beyond chance that is more often than the other levels together (0%; "
    )
    said = summary(found, None, network())
    assert "0% at low risk" in said and "33% at very high risk" in said
    assert "Plans of very high risk fail more often than those of the other levels" in said
    assert "on Q02 (Q02 short)" in said


def test_a_level_that_no_review_has_is_said_to_be_untold_and_one_alone_is_not_compared():
    alone = [review for review in a_year() if review["risk_level"] == "high"]
    found = find(store_of([*alone, {**alone[0], "risk_level": None}]), YEAR_ONE)
    assert set(found["risk_level"]) == {"high"} and set(found["compared"]) == {""}
    assert found["reviews"].max() == len(alone), "a review that states no level is left out"
    assert "too few reviews to say of low risk, medium risk and very high risk." in summary(found, None, network())
    assert "Too few reviews of the other levels to compare." in explain(found.iloc[0], network())


def one_of_each(reviews):
    """The first plan of each force, quarter and level."""
    return list({(r["force"], r["quarter"], r["risk_level"]): r for r in reversed(reviews)}.values())


def shuffled(reviews, rng):
    """The same plans, their levels dealt anew within each force's quarter, so that levels do not differ."""
    tabs = defaultdict(list)
    for review in reviews:
        tabs[review["force"], review["quarter"]].append(review)
    dealt = [rng.permutation([review["risk_level"] for review in tab]) for tab in tabs.values()]
    return [
        {**review, "risk_level": str(level)}
        for tab, levels in zip(tabs.values(), dealt, strict=True)
        for review, level in zip(tab, levels, strict=True)
    ]


def test_the_range_covers_the_share_of_all_plans_of_that_kind():
    everyone = reviews_of(simulate(1, plant=False, quarters=4, plans=80, missing=0))
    found = find(store_of(one_of_each(everyone)), YEAR_ONE)
    inside = []
    for row in found[found["share"].notna()].itertuples():
        failures, boxes = np.sum(
            list(plans_of(everyone, row.reviewed_force, row.question_id, {row.risk_level})), axis=0
        )
        inside.append(row.low <= failures / boxes <= row.high)
    assert len(inside) > 100 and np.mean(inside) > 0.88


def test_where_levels_do_not_differ_hardly_anything_is_said_to_be_beyond_chance():
    reviews, rng = reviews_of(simulate(2, plant=False, quarters=4, missing=0)), np.random.default_rng(2)
    years = [find(store_of(shuffled(reviews, rng)), YEAR_ONE) for _ in range(10)]
    assert sum(year["compared"].isin([MORE_OFTEN, LESS_OFTEN]).any() for year in years) <= 3


def test_the_more_differences_are_looked_at_the_less_is_beyond_chance():
    assert list(beyond_chance(pd.Series([0.04, 0.06]))) == [True, True]
    assert list(beyond_chance(pd.Series([0.04, 0.06, 0.5, 0.9]))) == [False] * 4
    assert list(beyond_chance(pd.Series([0.02, 0.06, 0.5, 0.9]))) == [True, False, False, False]
