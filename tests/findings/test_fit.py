"""The fit knows people's names, and nothing that came after its quarter."""

import numpy as np
import pandas as pd

from arms_analytics.findings.fit import work_out
from tests.findings.regions import FIRST, FORCES, reviews_of, store_with
from tests.findings.stores import store_of


def test_the_arrays_hold_each_answer_under_its_name(store, region, fit):
    design = fit.rating.design
    assert fit.forces == tuple(sorted(FORCES)) and fit.first_quarter == FIRST
    for row, review in enumerate(reviews_of(region)):
        assert fit.forces[design.force[row]] == review["force"]
        assert fit.forces[design.reviewing_force[row]] == review["reviewing_force"]
        assert design.quarter[row] + FIRST == review["quarter"]
        for place, question in enumerate(fit.questions):
            grade = region.grade[row, place]
            assert question == f"Q{place + 1:02d}"
            assert design.grade[row, place] == max(grade, -1)


def test_the_frames_have_a_row_for_each_name(fit):
    assert len(fit.cells) == 150 and len(fit.by_question) == 25 and len(fit.history) == 150 * 13
    assert set(fit.severity["reviewing_force"]) == set(FORCES) and set(fit.by_force["reviewed_force"]) == set(FORCES)
    cell = fit.cells.iloc[37]
    history = fit.history.set_index(["reviewed_force", "question_id"])
    last = history.loc[(cell["reviewed_force"], cell["question_id"])]
    assert last["quarter_index"].tolist() == list(range(FIRST, FIRST + 13))
    assert last["probability"].iloc[-1] == cell["fails_probability"]
    estimates = fit.cells.pivot(index="reviewed_force", columns="question_id", values="fails_estimate")
    assert np.allclose(estimates.mean(), fit.by_question.set_index("question_id")["estimate"])
    assert np.allclose(fit.cells["others"].iloc[3], estimates.drop(fit.cells["reviewed_force"].iloc[3])["Q04"].mean())


def test_a_view_as_of_a_quarter_knows_nothing_of_later_ones(region, fit_before):
    later = store_with(region)
    later.execute(f"UPDATE answer SET grade = 'inadequate' WHERE quarter_index = {FIRST + 12}")
    pd.testing.assert_frame_equal(work_out(later, FIRST + 11).cells, fit_before.cells)


def test_as_corrected_since_a_clarified_grade_is_what_counts():
    reviews = [{"force": "A", "quarter": FIRST, "reviewing_force": "B", "answers": {"Q01": "inadequate"}}]
    assert work_out(store_of(reviews), FIRST).rating.design.grade.tolist() == [[0]]
    assert work_out(store_of(reviews, clarified=[(0, "Q01", "good")]), FIRST).rating.design.grade.tolist() == [[2]]


def test_nothing_graded_gives_no_fit():
    assert work_out(store_of([]), FIRST) is None
    assert work_out(store_of([{"force": "A", "quarter": FIRST, "answers": {"Q01": "not_applicable"}}]), FIRST) is None


def test_reviews_without_reviewing_force_officer_or_risk_level_are_fitted():
    reviews = [{"force": force, "quarter": FIRST + q, "answers": {"Q01": "good"}} for force in "AB" for q in range(8)]
    fit = work_out(store_of([*reviews, *reviews]), FIRST + 7)
    assert fit.severity.empty and fit.officers.empty and not fit.severity_connected
    assert np.isfinite(fit.cells["fails_estimate"]).all()


def test_a_cell_is_not_spoken_of_before_there_is_enough():
    """It takes four quarters and eight grades in the last four to say anything, six quarters to say that it changed."""
    said = {}
    for quarters in (3, 4, 5, 6):
        reviews = [
            {"force": "A", "quarter": FIRST + q, "reviewing_force": "B", "answers": {"Q01": "good"}}
            for q in range(quarters)
            for _ in range(2)
        ]
        cell = work_out(store_of(reviews), FIRST + quarters - 1).cells.set_index("reviewed_force").loc["A"]
        said[quarters] = tuple(cell[["fails_probability", "top_probability", "better_probability"]].notna())
    assert said == {3: (False, False, False), 4: (True,) * 2 + (False,), 5: (True, True, False), 6: (True, True, True)}


def test_a_scale_of_five_steps_with_three_failures():
    grades = ["inadequate", "requires_improvement", "adequate", "good", "outstanding"]
    reviews = [
        {"force": force, "quarter": FIRST + quarter, "reviewing_force": "C", "answers": {"Q01": grade}}
        for force, grade in (("A", "adequate"), ("B", "good"))
        for quarter in range(6)
        for _ in range(4)
    ]
    fit = work_out(store_of(reviews, grades=grades, failures=grades[:3]), FIRST + 5)
    assert (fit.rating.design.steps, fit.rating.design.failing_steps) == (5, 3)
    assert fit.cells.set_index("reviewed_force")["fails_probability"]["A"] > 0.9
    assert fit.cells.set_index("reviewed_force")["fails_probability"]["B"] < 0.1


def test_the_history_of_a_force_begins_with_its_first_review():
    reviews = [
        {"force": force, "quarter": FIRST + q, "reviewing_force": "C", "answers": {"Q01": "inadequate"}}
        for force, first in (("A", 0), ("B", 5))
        for q in range(first, 9)
        for _ in range(4)
    ]
    history = work_out(store_of(reviews), FIRST + 8).history
    assert history.groupby("reviewed_force")["quarter_index"].min().to_dict() == {"A": FIRST, "B": FIRST + 5}


def test_of_officers_only_what_is_more_likely_than_not_is_kept_and_only_on_enough_plans(fit):
    assert len(fit.officers) and (fit.officers["probability"] >= 0.5).all() and (fit.officers["plans"] >= 4).all()


def test_a_question_over_the_region_is_not_spoken_of_before_it_was_graded_in_four_quarters():
    reviews = [
        {"force": force, "quarter": FIRST + q, "reviewing_force": "C", "answers": {"Q01": "good"} | new}
        for force in "AB"
        for q, new in enumerate([{}] * 4 + [{"Q02": "inadequate"}] * 3)
        for _ in range(4)
    ]
    region = work_out(store_of(reviews), FIRST + 6).by_question.set_index("question_id")
    assert region["probability"].notna().to_dict() == {"Q01": True, "Q02": False}
