"""How failures are spread over plans: counted by hand, and whether plans differ held against dealing them anew."""

from collections import defaultdict

import numpy as np
import pytest

from arms_analytics.findings.plan_by_plan import BANDS, explain, find, next_step, plans
from arms_analytics.network import network
from arms_analytics.vocabulary import BEYOND_CHANCE, WITHIN_CHANCE, Quarter
from tests.findings.regions import FIRST, FORCES, reviews_of
from tests.findings.stores import GRADES, store_of

NOW = Quarter.from_index(FIRST + 12)
YEAR_ONE = Quarter.from_index(FIRST + 3)


def last_year(region):
    return [review for review in reviews_of(region) if review["quarter"] > NOW.index - 4]


def failed(review):
    """Whether each graded box of a plan failed, by question."""
    return {q: GRADES.index(grade) < 2 for q, grade in review["answers"].items() if grade in GRADES}


def tabs_of(reviews, force):
    """The plans of each quarter, as a force sent them."""
    tabs = defaultdict(list)
    for review in reviews:
        if review["force"] == force:
            tabs[review["quarter"]].append(failed(review))
    return list(tabs.values())


def dealt(tabs, rng):
    """The failing boxes of each plan, each question's dealt anew among the plans of the quarter graded on it."""
    failures = []
    for tab in tabs:
        of_plan = np.zeros(len(tab))
        for question in {q for boxes in tab for q in boxes}:
            graded = [place for place, boxes in enumerate(tab) if question in boxes]
            for place in rng.choice(graded, sum(tab[p][question] for p in graded), replace=False):
                of_plan[place] += 1
        failures.append(of_plan)
    return failures


def apart(tabs, failures):
    """The root mean square of what each plan has failing beyond its share of each question's failures."""
    squares = []
    for tab, of_plan in zip(tabs, failures, strict=True):
        for place, boxes in enumerate(tab):
            shares = [np.mean([other[q] for other in tab if q in other]) for q in boxes]
            squares.append((of_plan[place] - sum(shares)) ** 2)
    return np.sqrt(np.mean(squares))


def test_plans_are_counted_as_by_hand(store, region):
    found = find(store, NOW).set_index("reviewed_force")
    for force in (None, *FORCES):
        own = [sum(failed(r).values()) for r in last_year(region) if force in (None, r["force"]) and failed(r)]
        row = found.loc[[force]].iloc[0]
        assert (row["plans"], row["failures"]) == (len(own), sum(own))
        bands = [sum(n == 0 for n in own), sum(0 < n < 3 for n in own), sum(3 <= n < 6 for n in own)]
        assert [row[band] for band in BANDS] == [*bands, sum(n > 5 for n in own)]
    assert list(plans(store, NOW)["failures"]) == [
        n for force in sorted(FORCES)
        for n in sorted((sum(failed(r).values()) for r in last_year(region) if r["force"] == force), reverse=True)
    ]  # fmt: skip


def test_how_far_apart_and_how_often_by_luck_are_what_dealing_anew_makes_them(store, region):
    found, rng = find(store, NOW).set_index("reviewed_force"), np.random.default_rng(1)
    for force in FORCES[:3]:
        tabs = tabs_of(last_year(region), force)
        seen = apart(tabs, [np.array([sum(boxes.values()) for boxes in tab]) for tab in tabs])
        by_luck = np.array([apart(tabs, dealt(tabs, rng)) for _ in range(400)])
        row = found.loc[force]
        assert row["apart"] == pytest.approx(seen)
        assert row["apart_by_luck"] == pytest.approx(np.sqrt(np.mean(by_luck**2)), rel=0.05)
        assert row["by_chance"] == pytest.approx(np.mean(by_luck >= seen), abs=0.07)


def a_year(failing):
    """Four plans a quarter from each of three forces on ten questions; `failing(plan, question)` says which fail."""
    return [
        {
            "force": force, "quarter": FIRST + quarter,
            "answers": {f"Q{q:02d}": "inadequate" if failing(plan, q) else "good" for q in range(10)},
        }
        for force in "ABC" for quarter in range(4) for plan in range(4)
    ]  # fmt: skip


def test_failures_on_one_plan_a_quarter_differ_and_are_said():
    found = find(store_of(a_year(lambda plan, question: plan == 0 and question < 6)), YEAR_ONE)
    assert list(found["reviewed_force"]) == [None, "A", "B", "C"]
    assert set(found["plans_differ"]) == {BEYOND_CHANCE}
    said = explain(found.iloc[1], network())
    assert said.startswith(
        "A: 16 plans in the last four quarters, 24 of 160 boxes below good; 12 had nothing below good"
    )
    assert "four had six boxes or more." in said and said.endswith("so plans differ beyond chance.")
    assert "one by one" in next_step(found.iloc[1])


def test_failures_that_every_plan_shares_are_no_difference():
    """A question that fails in all four plans says nothing of any of them; one in each plan is as even as it can be."""
    found = find(store_of(a_year(lambda plan, question: question == plan or question == 9)), YEAR_ONE)
    assert set(found["plans_differ"]) == {WITHIN_CHANCE}
    assert (found["apart"] == 0).all()
    assert "within chance" in explain(found.iloc[0], network())


def test_a_strict_quarter_makes_no_plan_differ():
    every = a_year(lambda plan, question: False)
    strict = [
        {**r, "answers": dict.fromkeys(r["answers"], "inadequate")} if r["quarter"] == FIRST else r for r in every
    ]
    found = find(store_of(strict), YEAR_ONE)
    assert (found["failures"] > 0).all() and set(found["plans_differ"]) == {""}


def test_too_few_plans_or_failures_are_not_judged():
    few = find(store_of([r for r in a_year(lambda plan, q: plan == 0) if r["quarter"] == FIRST]), YEAR_ONE)
    assert list(few["plans_differ"]) == [BEYOND_CHANCE, "", "", ""]
    assert "Too few plans to say" in explain(few.iloc[1], network())
    none = find(store_of(a_year(lambda plan, question: False)), YEAR_ONE)
    assert set(none["plans_differ"]) == {""} and none["by_chance"].isna().all()
    assert next_step(none.iloc[0]) == "Wait for more reviews."
    nothing = find(store_of([]), YEAR_ONE)
    assert nothing.empty and "plans_differ" in nothing


def test_where_plans_are_alike_hardly_any_force_is_said_to_differ():
    rng = np.random.default_rng(3)
    years = [find(store_of(a_year(lambda plan, question: rng.random() < 0.25)), YEAR_ONE) for _ in range(40)]
    assert sum((year["plans_differ"].iloc[1:] == BEYOND_CHANCE).any() for year in years) <= 9
    assert sum(year["plans_differ"].iloc[0] == BEYOND_CHANCE for year in years) <= 9
