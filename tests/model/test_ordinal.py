"""Slopes and curvatures are what numeric differentiation says they are."""

import numpy as np
import pytest

from arms_analytics.model.ordinal import expand, starting_thresholds

STEP = 1e-4


def value(cuts, grade, eta):
    """log P(grade), written the long way."""

    def below(c):
        return 0.0 if c < 0 else 1.0 if c >= len(cuts) else 1 / (1 + np.exp(-(cuts[c] - eta)))

    return np.log(below(grade) - below(grade - 1))


@pytest.mark.parametrize("cuts", [(-2.0, -0.5, 1.5), (-2.0, -1.0, 0.3, 2.0), (0.4,)])
def test_every_derivative_against_numeric_differentiation(cuts):
    cuts = np.array(cuts)
    for grade in range(len(cuts) + 1):
        for eta in (-2.3, 0.1, 1.7):
            local = expand(cuts, np.array([grade], dtype=np.int8), np.array([eta]), np.array([True]))
            assert local.value == pytest.approx(value(cuts, grade, eta))
            up, down = value(cuts, grade, eta + STEP), value(cuts, grade, eta - STEP)
            assert local.slope[0] == pytest.approx((up - down) / (2 * STEP), abs=1e-6)
            assert local.weight[0] == pytest.approx(-(up + down - 2 * local.value) / STEP**2, abs=1e-5)
            cut_slope, cut_weight = local.of_cuts()
            for k, at_k in enumerate(np.eye(len(cuts)) * STEP):
                by_cut = [value(cuts + sign * at_k, grade, eta) for sign in (1, -1)]
                assert cut_slope[k] == pytest.approx((by_cut[0] - by_cut[1]) / (2 * STEP), abs=1e-6)
                mixed = [value(cuts + s * at_k, grade, eta + t * STEP) * s * t for s in (1, -1) for t in (1, -1)]
                assert local.cross[0, k] == pytest.approx(-sum(mixed) / (4 * STEP**2), abs=1e-5)
                for m, at_m in enumerate(np.eye(len(cuts)) * STEP):
                    both = [value(cuts + s * at_k + t * at_m, grade, eta) * s * t for s in (1, -1) for t in (1, -1)]
                    assert cut_weight[k, m] == pytest.approx(-sum(both) / (4 * STEP**2), abs=1e-5)


def test_each_review_may_have_cuts_of_its_own():
    cuts = np.array([[-2.0, 0.0, 2.0], [-1.0, 0.0, 3.0]])
    grade, eta = np.array([[0, 3], [2, 3]], dtype=np.int8), np.array([[0.5, -0.2], [0.1, 1.0]])
    local = expand(cuts, grade, eta, grade >= 0)
    each = [value(cuts[r], grade[r, q], eta[r, q]) for r in range(2) for q in range(2)]
    assert local.value == pytest.approx(sum(each))
    alone = [expand(cuts[r], grade[r], eta[r], grade[r] >= 0) for r in range(2)]
    assert np.allclose(local.cut_slope.sum(axis=1), [one.cut_slope.sum(axis=0) for one in alone])


def test_what_is_not_graded_says_nothing():
    grade = np.array([[2, -1]], dtype=np.int8)
    local = expand(np.array([-2.0, 0.0, 2.0]), grade, np.zeros((1, 2)), grade >= 0)
    assert local.slope[0, 1] == local.weight[0, 1] == 0 and not local.cross[0, 1].any()
    assert local.slope[0, 0] != 0


def test_thresholds_start_where_the_counts_put_them_and_are_finite_for_a_grade_never_given():
    grade = np.repeat(np.arange(3, dtype=np.int8), [10, 70, 20])
    cuts = starting_thresholds(grade, grade >= 0, 4)
    assert np.allclose(1 / (1 + np.exp(-cuts)), np.array([10.5, 81, 101.5]) / 102)
    assert np.isfinite(starting_thresholds(grade[:0], grade[:0] >= 0, 4)).all()
