"""Stage one finds the mode of the written-out posterior, its curvature, and what was planted."""

import numpy as np
import pytest
from scipy.optimize import minimize

from arms_analytics.model.design import NOTHING, Design
from arms_analytics.model.facets import STARTING_SD, TOGETHER
from arms_analytics.model.rating import HALF_A_REVIEW, rate
from arms_analytics.simulation.simulator import simulate
from tests.model.designs import design_of, small_design

FACETS = (*TOGETHER, "force_quarter", "review")


def places(design):
    """Every effect by name, in one long vector after the thresholds."""
    names = [("question", q) for q in range(design.questions)]
    names += [("cell", f, q) for f in range(design.forces) for q in range(design.questions)]
    names += [("force", f) for f in range(design.forces)] + [("officer", o) for o in range(design.officers)]
    names += [("risk_level", level) for level in range(design.risk_levels)]
    names += [("quarter", t) for t in range(design.quarters)] + [("severity", f) for f in range(design.forces)]
    names += [("region_trend", 0)] + [("force_trend", f) for f in range(design.forces)]
    names += [("force_quarter", f, t) for f in range(design.forces) for t in range(design.quarters)]
    names += [("review", r) for r in range(design.reviews)]
    return {name: place + design.steps - 1 for place, name in enumerate(names)}


def written_out(design):
    """(rows, grades, by): each answer as a row of coefficients, one by one, its grade, and which force gave it."""
    place = places(design)
    rows, grades, by = [], [], []
    for r in range(design.reviews):
        f, t = design.force[r], design.quarter[r]
        for q in range(design.questions):
            if design.grade[r, q] == NOTHING:
                continue
            years = (t - design.quarters + 1) / 4
            terms = {("question", q): 1, ("cell", f, q): 1, ("force", f): 1, ("quarter", t): 1, ("review", r): 1}
            terms |= {("force_quarter", f, t): 1, ("region_trend", 0): years, ("force_trend", f): years}
            for name, level, sign in (
                ("officer", design.officer[r], 1),
                ("risk_level", design.risk_level[r], 1),
                ("severity", design.reviewing_force[r], -1),
            ):
                if level != NOTHING:
                    terms[name, level] = sign
            row = np.zeros(len(place) + design.steps - 1)
            for name, coefficient in terms.items():
                row[place[name]] = coefficient
            rows.append(row)
            grades.append(design.grade[r, q])
            by.append(design.reviewing_force[r])
    return np.array(rows), np.array(grades), by


def log_posterior(design, rating):
    rows, grades, by = written_out(design)
    cuts = design.steps - 1
    own = np.array([np.zeros(cuts) if force == NOTHING else rating.own_cuts[force] for force in by])
    own = np.vstack([own, np.zeros((design.steps, cuts))])
    precision = np.zeros(rows.shape[1])
    weight = np.append(np.ones(len(rows)), np.full(design.steps, HALF_A_REVIEW))
    rows = np.vstack([rows, np.zeros((design.steps, rows.shape[1]))])
    grades = np.append(grades, np.arange(design.steps))
    for name, place in places(design).items():
        precision[place] = rating.sd[name[0]] ** -2

    def value(vector):
        ends = np.hstack([np.full((len(rows), 1), -50.0), vector[:cuts] + own, np.full((len(rows), 1), 50.0)])
        eta, each = rows @ vector, np.arange(len(rows))
        share = 1 / (1 + np.exp(eta - ends[each, grades + 1])) - 1 / (1 + np.exp(eta - ends[each, grades]))
        if (share <= 0).any():
            return -np.inf
        return (weight * np.log(share)).sum() - (precision * vector**2).sum() / 2

    return value


def in_one_vector(rating, effects):
    return np.concatenate([np.ravel(getattr(effects, name)) for name in FACETS])


@pytest.mark.parametrize(
    "changes",
    [{}, {"reviewing_force": "some unknown"}, {"steps": 5, "failing_steps": 3}],
    ids=["as simulated", "unknown reviewing forces and officers", "five steps"],
)
def test_the_mode_and_the_variances_are_those_of_the_posterior_written_out(changes):
    design = small_design()
    if "reviewing_force" in changes:
        unknown = np.arange(design.reviews) % 5 == 0
        design = small_design(
            reviewing_force=np.where(unknown, NOTHING, design.reviewing_force),
            officer=np.where(unknown, NOTHING, design.officer),
        )
    elif changes:
        design = small_design(grade=np.where(design.grade == 3, 4, design.grade).astype(np.int8), **changes)
    rating = rate(design)
    value = log_posterior(design, rating)
    mode = np.concatenate([rating.thresholds, in_one_vector(rating, rating.mean)])
    variance = np.concatenate([np.zeros(design.steps - 1), in_one_vector(rating, rating.variance)])

    rng = np.random.default_rng(0)
    assert all(value(mode + rng.normal(0, 0.05, mode.size)) < value(mode) for _ in range(50))
    curvature = numeric_curvature(value, mode)
    assert np.allclose(np.diag(np.linalg.inv(curvature))[design.steps - 1 :], variance[design.steps - 1 :], rtol=0.02)
    slope = numeric_slope(value, mode)
    assert np.abs(np.linalg.solve(curvature, slope)).max() < 0.01


def numeric_slope(value, at, step=1e-4):
    return np.array([(value(at + d) - value(at - d)) / (2 * step) for d in np.eye(at.size) * step])


def numeric_curvature(value, at, step=1e-3):
    rows = [numeric_slope(value, at + d, step) - numeric_slope(value, at - d, step) for d in np.eye(at.size) * step]
    return -np.array(rows) / (2 * step)


def test_the_severity_covariance_has_the_variances_on_its_diagonal():
    rating = rate(small_design())
    assert np.allclose(np.diag(rating.severity_covariance), rating.variance.severity)


def test_planted_effects_are_recovered():
    region = simulate(11, quarters=20)
    rating, truth = rate(design_of(region)), region.truth
    severity = truth.severity.mean(axis=1)
    assert np.corrcoef(rating.mean.severity, severity)[0, 1] > 0.95
    assert 0.7 < np.polyfit(severity, rating.mean.severity, 1)[0] < 1.3
    assert np.corrcoef(rating.mean.officer, truth.officer_effect)[0, 1] > 0.45
    assert np.corrcoef(rating.mean.force_quarter.ravel(), truth.force_quarter.ravel())[0, 1] > 0.3
    rate_of_question = truth.failure_rate.mean(axis=(0, 2))
    assert np.corrcoef(rating.mean.question, rate_of_question)[0, 1] < -0.9


def test_shuffled_quarters_lose_what_happened_in_them():
    region = simulate(11, quarters=20)
    rng = np.random.default_rng(0)
    shuffled = rate(design_of(region, quarter=rng.permutation(region.quarter)))
    truth = region.truth.force_quarter.ravel()
    assert abs(np.corrcoef(shuffled.mean.force_quarter.ravel(), truth)[0, 1]) < 0.25


def test_a_wider_spread_in_the_data_is_found():
    narrow = rate(design_of(simulate(2, base_failure=0.3, plant=False)))
    wide = rate(design_of(simulate(2, base_failure=0.3)))
    assert wide.sd["cell"] > 1.5 * narrow.sd["cell"]


def nothing_graded():
    return small_design(grade=np.full_like(small_design().grade, NOTHING))


def one_quarter():
    return design_of(simulate(1, forces=6, questions=5, quarters=1))


def all_the_same_grade():
    return small_design(grade=np.full_like(small_design().grade, 2))


def one_force():
    design = small_design()
    return Design(
        force=np.zeros(design.reviews, dtype=int), quarter=design.quarter,
        reviewing_force=np.full(design.reviews, NOTHING), officer=np.full(design.reviews, NOTHING),
        risk_level=np.full(design.reviews, NOTHING), grade=design.grade, forces=1, quarters=4, officers=0,
    )  # fmt: skip


def no_reviews():
    design = small_design()
    return design.only(np.zeros(design.reviews, dtype=bool))


DEGENERATE = [nothing_graded, one_quarter, all_the_same_grade, one_force, no_reviews]


@pytest.mark.parametrize("make", DEGENERATE)
def test_degenerate_input_gives_finite_answers(make):
    rating = rate(make())
    assert np.isfinite(rating.thresholds).all() and np.all(np.diff(rating.thresholds) > 0)
    for name in FACETS:
        mean, variance = getattr(rating.mean, name), getattr(rating.variance, name)
        assert np.isfinite(mean).all() and np.abs(mean).max(initial=0) < 5
        assert (variance >= 0).all() and (variance <= rating.sd[name] ** 2 * 1.001).all()


def test_with_nothing_graded_the_prior_comes_back():
    rating = rate(nothing_graded())
    assert rating.sd == STARTING_SD and not in_one_vector(rating, rating.mean).any()


def test_an_independent_optimiser_finds_no_higher_point():
    design = small_design()
    rating = rate(design)
    value = log_posterior(design, rating)
    mode = np.concatenate([rating.thresholds, in_one_vector(rating, rating.mean)])
    start = np.concatenate([rating.thresholds, np.zeros(mode.size - 3)])
    found = minimize(lambda v: -value(v), start, method="L-BFGS-B", options={"maxfun": 60_000})
    assert -found.fun < value(mode) + 0.01
