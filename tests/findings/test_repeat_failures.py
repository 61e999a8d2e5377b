"""The rule counts as a person would; the model adds how sure; each sentence is true of its row."""

from dataclasses import replace

import numpy as np
import pytest

from arms_analytics.findings.repeat_failures import explain, find, next_step, rule_in_words
from arms_analytics.findings.sentences import chance
from arms_analytics.network import network
from arms_analytics.vocabulary import FLAGGED, Quarter
from tests.findings.regions import FIRST, FORCES, graded, reviews_of, rule_met
from tests.findings.stores import store_of

NOW = Quarter.from_index(FIRST + 12)


@pytest.fixture(scope="module")
def found(store, fit, fit_before):
    return find(store, network(), NOW, fit, fit_before)


def test_every_count_and_the_rule_as_counted_by_hand(found, region):
    reviews = reviews_of(region)
    assert len(found) == 150
    for row in found.itertuples():
        recent, recent_by = graded(reviews, row.reviewed_force, row.question_id, NOW.index - 1, NOW.index)
        year, by = graded(reviews, row.reviewed_force, row.question_id, NOW.index - 3, NOW.index)
        assert (row.recent_reviews, row.recent_failures, row.recent_failed_by) == (
            len(recent),
            sum(recent),
            len(recent_by),
        )
        assert (row.reviews, row.failures, row.failed_by) == (len(year), sum(year), len(by))
        assert row.rule_met == rule_met(reviews, row.reviewed_force, row.question_id, NOW.index)
    assert found["rule_met"].sum() > 5


def test_the_status_compares_with_the_quarter_before(store, found, fit_before):
    earlier = find(store, network(), NOW.plus(-1), fit_before).set_index(["reviewed_force", "question_id"])
    for row in found.itertuples():
        was = earlier.loc[(row.reviewed_force, row.question_id)]
        stood = was["probability"] >= FLAGGED or (np.isnan(was["probability"]) and was["rule_met"])
        stands = row.probability >= FLAGGED
        expected = {(True, True): "continuing", (True, False): "new", (False, True): "cleared"}.get((stands, stood))
        assert row.status == (expected or ("watch" if row.tier == "watch" else ""))
    assert {"new", "continuing"} <= set(found["status"])


def test_tiers_and_what_is_listed(found):
    for row in found.itertuples():
        tier = "very likely" if row.probability >= 0.8 else "probable" if row.probability >= 0.5 else "watch"
        if row.probability < 0.2:
            tier = "rule" if row.rule_met else ""
        assert row.tier == tier
        assert row.listed == (tier != "" or row.status == "cleared")
    listed = found[found["listed"] & (found["tier"] != "rule")]
    assert listed["probability"].is_monotonic_decreasing


def test_planted_failures_are_flagged_with_their_estimates(found, region):
    rows = found.set_index(["reviewed_force", "question_id"])
    long = [plant for plant in region.truth.plants if plant.kind == "long_failure"]
    assert len(long) == 4
    for plant in long:
        row = rows.loc[(FORCES[plant.force], f"Q{plant.question + 1:02d}")]
        assert row["probability"] >= FLAGGED
        assert row["low"] <= region.truth.failure_rate[plant.force, plant.question, -1] <= row["high"]


def test_the_question_bad_everywhere_is_marked_region_wide(found, region):
    bad = next(plant for plant in region.truth.plants if plant.kind == "bad_everywhere")
    marked = set(found.loc[found["region_wide"], "question_id"])
    assert marked == {f"Q{bad.question + 1:02d}"}
    assert not found["relative"].any()


def some_quarters(quarters, failing, *, reviews=4, force="A", reviewing="BCDE"):
    """A force whose first `failing` plans of each quarter fail Q01, and nobody else."""
    return [
        {
            "force": force, "quarter": FIRST + quarter, "reviewing_force": reviewing[quarter % len(reviewing)],
            "answers": {"Q01": "inadequate" if plan < failing else "good", "Q02": "good"},
        }
        for quarter in range(quarters)
        for plan in range(reviews)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("quarters", "failing", "met"), [(1, 4, False), (2, 2, False), (2, 3, True), (4, 2, True), (4, 1, False)]
)
def test_the_rule_needs_two_quarters_and_its_failures(quarters, failing, met):
    store = store_of(some_quarters(quarters, failing))
    row = find(store, network(), Quarter.from_index(FIRST + quarters - 1)).set_index("question_id").loc["Q01"]
    assert row["rule_met"] == met and np.isnan(row["probability"])


@pytest.mark.parametrize(("quarters", "reviews", "enough"), [(3, 4, False), (4, 4, True), (4, 1, False), (4, 2, True)])
def test_the_model_needs_four_quarters_and_eight_graded_reviews(quarters, reviews, enough):
    from arms_analytics.findings.fit import work_out

    store = store_of(some_quarters(quarters, 1, reviews=reviews))
    now = Quarter.from_index(FIRST + quarters - 1)
    found = find(store, network(), now, work_out(store, now.index))
    assert found["probability"].notna().all() == enough


def test_a_question_that_fails_in_every_force_of_a_failing_region_is_ranked_against_the_others():
    from arms_analytics.findings.fit import work_out

    reviews = []
    for force, failing in zip("ABCDEF", (4, 2, 2, 2, 2, 2), strict=True):
        others = "ABCDEF".replace(force, "")
        reviews += some_quarters(8, failing, force=force, reviewing=others)
    for review in reviews:
        review["answers"]["Q02"] = review["answers"]["Q01"]
    store, now = store_of(reviews), Quarter.from_index(FIRST + 7)
    found = find(store, network(), now, work_out(store, now.index))
    assert found["region_wide"].all() and found["relative"].all()
    assert (found["third_probability"] >= 0.5).all()
    assert set(found.loc[found["probability"] >= FLAGGED, "reviewed_force"]) == {"A"}
    assert "than in the other forces" in explain(found.iloc[0], network())
    assert "The rule is met, as in most forces: it is the region's training need." in explain(found.iloc[-1], network())


def test_the_sentence_says_what_the_row_says(found):
    row = found.iloc[0].copy()
    row[["reviewed_force", "question_id", "short"]] = "Merseyside", "Q07", "Offence-related interests"
    row[["failures", "reviews", "failed_by", "recent_failures", "relative", "region_wide"]] = 7, 16, 4, 3, False, False
    row[["probability", "estimate", "low", "high", "status", "since"]] = 0.93, 0.48, 0.30, 0.66, "continuing", 8110
    row["third_probability"] = 0.93
    assert explain(row, network()) == (
        "Merseyside, Q07 (Offence-related interests): 7 of the last 16 reviews fell below good, marked by four forces. "
        "Allowing for how strict they are, there is a 93 in 100 chance that more than one plan in three would fall "
        "below good now (best estimate 48%, likely range 30% to 66%). "
        "Continuing; probably failing since Q3 2027/28 (Oct–Dec 2027)."
    )


def test_the_sentence_admits_what_is_not_known(found):
    row = found.iloc[0].copy()
    row["rule_met"], row["probability"] = True, 0.31
    assert "may be chance or a strict reviewing force" in explain(row, network())
    row["probability"], row["reviews"] = np.nan, 8
    assert "The rule is met; too few quarters to say how sure." in explain(row, network())
    row["reviews"] = 7
    assert "The rule is met; too few reviews to say how sure." in explain(row, network())
    row[["status", "since", "third_probability"]] = "new", 8110, np.nan
    assert "New as a finding this quarter; the rule met since Q3 2027/28" in explain(row, network())
    row["worked_out"] = False
    assert "being worked out" in explain(row, network())
    row["worked_out"], row["strictness_told"], row["probability"] = True, False, 0.9
    assert "cannot be told from who reviewed whom. There is a 90 in 100 chance" in explain(row, network())


def test_where_one_question_fails_in_most_forces_each_force_is_also_compared_with_the_others(found):
    wide = found[found["region_wide"] & (found["probability"] >= 0.5)]
    for _, row in wide.iterrows():
        said = explain(row, network())
        assert "that more than one plan in three would fall below good now" in said
        assert f"Most forces fail it: there is {chance(row['worse_probability'])} that at least one more plan" in said
    assert len(wide) > 3


def test_a_force_without_others_is_compared_with_nobody():
    from arms_analytics.findings.fit import work_out

    store, now = store_of(some_quarters(8, 4)), Quarter.from_index(FIRST + 7)
    row = find(store, network(), now, work_out(store, now.index)).iloc[0]
    assert row["probability"] > 0.9 and not row["region_wide"] and np.isnan(row["others"])
    assert "other forces" not in explain(row, network())


def test_since_when_never_lies_before_a_force_that_joined_was_first_reviewed():
    from arms_analytics.findings.fit import work_out

    reviews = some_quarters(10, 3, force="A", reviewing="BCDE")
    reviews += [{**review, "quarter": review["quarter"] + 4} for review in some_quarters(6, 4, force="B")]
    store, now = store_of(reviews), Quarter.from_index(FIRST + 9)
    rows = find(store, network(), now, work_out(store, now.index)).set_index(["reviewed_force", "question_id"])
    assert rows.loc[("A", "Q01"), "since"] == FIRST and rows.loc[("B", "Q01"), "since"] == FIRST + 4


def test_the_rule_is_said_as_it_is_configured():
    assert rule_in_words(network()) == "5 of the last 8 or 7 of the last 16 reviews"
    other = replace(network(), failure_thresholds={3: 6, 6: 11}, reviews_expected=3)
    assert rule_in_words(other) == "6 of the last 9 or 11 of the last 18 reviews"


def test_where_only_the_shorter_rule_is_met_the_shorter_count_is_said():
    store = store_of(some_quarters(1, 0) + [{**r, "quarter": r["quarter"] + 1} for r in some_quarters(2, 3)])
    row = find(store, network(), Quarter.from_index(FIRST + 2)).iloc[0]
    assert explain(row, network()).startswith("A, Q01 (Q01 short): 6 of the last 8 reviews fell below good, marked by")


def test_what_clears_without_a_review_of_the_quarter_is_no_success_to_copy():
    reviews = [{**r, "quarter": r["quarter"] + quarter} for quarter in (0, 3) for r in some_quarters(1, 4)]
    reviews += some_quarters(1, 4, force="B")
    store = store_of(reviews)
    row = find(store, network(), Quarter.from_index(FIRST + 4)).iloc[0]
    assert row["status"] == "cleared"
    assert "4 of the last 4 reviews fell below good, marked by one force. None of them is of this quarter." in explain(
        row, network()
    )
    assert next_step(row).startswith("Look again when its next reviews are in")
    reviews = [*reviews, *({**r, "quarter": FIRST + 4} for r in some_quarters(1, 0))]
    row = find(store_of(reviews), network(), Quarter.from_index(FIRST + 4)).iloc[0]
    assert "this quarter" not in explain(row, network()) and next_step(row).startswith("Say what was done")


def test_what_clears_while_the_rule_is_met_is_not_yet_mended(found):
    row = found.iloc[0].copy()
    row[["status", "reviews_now", "rule_met"]] = "cleared", 4, True
    assert next_step(row).startswith("The rule is still met")
    row["rule_met"] = False
    assert next_step(row).startswith("Say what was done")


def test_every_listed_finding_has_a_next_step(found):
    assert all(next_step(row) != "Nothing to do." for _, row in found[found["listed"]].iterrows())


def test_an_empty_store_has_no_findings():
    assert find(store_of([]), network(), NOW).empty
