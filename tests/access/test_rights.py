"""Every cell of the table of rights, written out once more as people read it in docs/deployment.md."""

import itertools

import pytest

from arms_analytics.access import Right, Role, Viewer, may, officers_shown, operator
from arms_analytics.network import network

YES, OWN, NO = "yes", "own force", "no"
TABLE = {
    Right.SEE: (YES, YES, YES, YES, YES),
    Right.SEE_OFFICERS: (NO, NO, OWN, NO, NO),
    Right.COUNT_OFFICERS: (NO, YES, OWN, NO, NO),
    Right.RECORD: (NO, YES, OWN, YES, YES),
    Right.CLARIFY: (NO, NO, OWN, YES, YES),
    Right.LOAD: (NO, NO, NO, YES, YES),
    Right.EXPORT: (YES, YES, YES, YES, YES),
    Right.GOVERN: (NO, NO, NO, NO, YES),
}
SIGNED_IN = (Role.VIEWER, Role.CPD_PLANNER, Role.SOMU_LEAD, Role.COORDINATOR, Role.CHAIR)
CELLS = [(right, role, said) for right, row in TABLE.items() for role, said in zip(SIGNED_IN, row, strict=True)]


def person(*roles, force="Cheshire"):
    return Viewer("Jo", "jo@cheshire.example", frozenset(roles), force)


@pytest.mark.parametrize(("right", "role", "said"), CELLS, ids=lambda value: getattr(value, "name", value))
def test_each_cell_of_the_table(right, role, said):
    viewer = person(role)
    assert may(viewer, right, "Cheshire") is (said != NO)
    assert may(viewer, right, "Merseyside") is (said == YES)
    assert may(viewer, right) is (said == YES)


def test_the_table_has_a_row_for_every_right():
    assert TABLE.keys() == set(Right)


@pytest.mark.parametrize("right", Right)
def test_who_has_no_role_may_nothing(right):
    assert not may(person(), right, "Cheshire")


@pytest.mark.parametrize("right", Right)
def test_the_operator_may_everything(right):
    assert may(operator(), right)
    assert operator().signed_in == "operator"
    assert operator().who


def test_a_person_is_described_by_role_and_force_where_there_are_any():
    assert person(Role.SOMU_LEAD).described.endswith(", SOMU lead (Cheshire)")
    assert person(force=None).described.endswith(", no role")


@pytest.mark.parametrize("right", [Right.SEE_OFFICERS, Right.RECORD, Right.CLARIFY])
def test_a_lead_whose_force_is_not_known_has_no_own_force(right):
    lead = person(Role.SOMU_LEAD, force=None)
    assert not may(lead, right, "Cheshire")
    assert not may(lead, right, None)


def test_a_lead_clarifies_a_review_by_or_of_the_own_force():
    lead = person(Role.SOMU_LEAD)
    assert may(lead, Right.CLARIFY, "Cheshire", "Cumbria")
    assert may(lead, Right.CLARIFY, "Cumbria", "Cheshire")
    assert not may(lead, Right.CLARIFY, "Cumbria", None)


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(SIGNED_IN, 2)), ids=str)
def test_two_roles_give_what_either_gives(one, other):
    for right in Right:
        for force in ("Cheshire", "Merseyside"):
            either = may(person(one), right, force) or may(person(other), right, force)
            assert may(person(one, other), right, force) is either


def test_officers_are_shown_to_their_lead_alone():
    shown = {role: officers_shown(person(role)) for role in SIGNED_IN}
    assert shown.pop(Role.SOMU_LEAD) == {"Cheshire"}
    assert set(shown.values()) == {frozenset()}


def test_the_operator_sees_officers_only_when_chosen():
    assert officers_shown(operator(), chosen=False) == frozenset()
    assert officers_shown(operator(), chosen=True) == {force.name for force in network().known_forces}


@pytest.mark.parametrize("viewer", [operator(), person(Role.SOMU_LEAD)], ids=["operator", "lead"])
def test_nobody_sees_officers_while_presenting(viewer):
    assert officers_shown(viewer, chosen=True, presenting=True) == frozenset()
