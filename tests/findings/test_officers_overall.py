"""An officer over all questions: described to those who may see, counted for others, too few reviews said so."""

import pytest

from arms_analytics.findings.fit import work_out
from arms_analytics.findings.officers_overall import count, explain, explain_count, find
from arms_analytics.network import network
from tests.findings.regions import FIRST, FORCES, reviews_of, store_with
from tests.findings.stores import GRADES, store_of


@pytest.fixture(scope="module")
def found(store, fit):
    return find(store, fit)


def graded(region):
    """(force, officer) → the ranks of each plan with a grade, by a loop over plain rows."""
    plans = {}
    for review in reviews_of(region):
        if ranks := [GRADES.index(grade) for grade in review["answers"].values() if grade in GRADES]:
            plans.setdefault((review["force"], review["officer_ref"]), []).append(ranks)
    return plans


def test_plans_answers_and_failures_are_those_of_a_pencil_and_no_officer_is_left_out(found, region):
    plans = graded(region)
    assert len(found) == len(plans)
    for row in found.itertuples():
        mine = plans[row.reviewed_force, row.officer_ref]
        failures = sum(rank < 2 for ranks in mine for rank in ranks)
        assert (row.plans, row.answers, row.failures) == (len(mine), sum(map(len, mine)), failures)


def test_fewer_than_four_plans_say_nothing_and_four_do(found, region):
    assert (found["probability"].notna() == (found["plans"] >= 4)).all()
    first = [review for review in reviews_of(region) if review["quarter"] < FIRST + 4]
    store = store_of(first, officers_of=FORCES)
    early = find(store, work_out(store, FIRST + 3))
    assert set(early["plans"] >= 4) == {True, False}
    assert (early["probability"].notna() == (early["plans"] >= 4)).all()
    said = explain(early[early["plans"] < 4].iloc[0], network())
    assert "Too few reviews to say more: it takes four plans." in said and "chance" not in said


def test_they_stand_by_reference_never_by_how_they_do(found):
    names = list(zip(found["reviewed_force"], found["officer_ref"], strict=True))
    assert names == sorted(names)


def test_only_officers_whom_the_viewer_may_see_are_found(region, fit, found):
    assert find(store_with(region, officers_of=()), fit).empty
    own = find(store_with(region, officers_of=[FORCES[0]]), fit)
    assert set(own["reviewed_force"]) == {FORCES[0]}
    assert len(own) == (found["reviewed_force"] == FORCES[0]).sum()


def test_counts_name_nobody_and_add_up(fit, found):
    counts = count(fit)
    assert set(counts.columns) == {"reviewed_force", "officers", "too_few", "below"}
    for row in counts.itertuples():
        mine = found[found["reviewed_force"] == row.reviewed_force]
        assert row.officers == (mine["plans"] >= 4).sum() and row.officers + row.too_few == len(mine)
        assert row.below == pytest.approx(mine["probability"].sum())


def test_the_sentence_is_true_of_its_row(found):
    row = found[found["probability"].notna()].iloc[0]
    said = explain(row, network())
    assert f"officer {row['officer_ref']}, all questions: {row['failures']} of {row['answers']} graded answers" in said
    assert f"a{'n' * (said.split(' in 100')[0].split()[-2] == 'an')} {row['probability'] * 100:.0f} in 100" in said or (
        "under 1 in 100" in said
    )
    assert f"best estimate {row['estimate'] * 100:.0f}%" in said


def test_a_count_is_said_as_it_is():
    row = {"reviewed_force": "Cheshire", "officers": 7, "too_few": 2, "below": 1.4}
    said = explain_count(row)
    assert said.startswith("Seven officers with four plans or more; two with too few reviews to say.")
    assert "about one of them" in said
    assert "fewer than one of them" in explain_count(row | {"too_few": 0, "below": 0.3})
    assert explain_count(row | {"officers": 0, "below": 0.0}).endswith(
        "No officers with four plans or more; two with too few reviews to say."
    )


def test_a_count_of_one_officer_does_not_say_how_that_officer_does():
    row = {"reviewed_force": "Cheshire", "officers": 1, "too_few": 0, "below": 0.9}
    assert explain_count(row) == "One officer with four plans or more."


def test_a_region_without_references_has_nobody_to_describe(region):
    nameless = store_of([review | {"officer_ref": ""} for review in reviews_of(region)], officers_of=FORCES)
    fit = work_out(nameless, FIRST + 12)
    assert find(nameless, fit).empty and count(fit).empty
