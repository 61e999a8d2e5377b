"""Who somebody is follows from the rules and from what the provider has verified; a mere likeness opens nothing."""

import json

import pytest

from arms_analytics.access import Role, access_rules, read_access_rules, viewer_of
from arms_analytics.network import network

CLAIMS = {
    "iss": "https://sign-in.example",
    "sub": "0001",
    "name": "Jo Example",
    "email": "Jo@Cheshire.police.uk",
    "roles": ["ARMS.SomuLead"],
}


@pytest.fixture
def rules(tmp_path):
    def write(**said):
        path = tmp_path / "access.json"
        path.write_text(json.dumps(said), encoding="utf-8")
        return read_access_rules(path)

    return write


def test_the_rules_shipped_know_every_member_and_give_every_role_but_the_operators():
    shipped = access_rules()
    assert set(shipped.forces.values()) == set(network().member_names)
    assert set(shipped.roles.values()) == set(Role) - {Role.OPERATOR}
    assert not shipped.people


def test_a_lead_leads_the_force_of_the_e_mail_domain():
    lead = viewer_of(CLAIMS, access_rules())
    assert (lead.roles, lead.force, lead.who) == ({Role.SOMU_LEAD}, "Cheshire", "jo@cheshire.police.uk")
    assert lead.described == "Jo Example, SOMU lead (Cheshire)"


@pytest.mark.parametrize("email", ["jo@cheshire.police.uk.example", "jo@notcheshire.police.uk", "cheshire.police.uk@x"])
def test_a_domain_that_merely_looks_like_a_forces_is_not_it(email):
    assert viewer_of(CLAIMS | {"email": email}, access_rules()).force is None


@pytest.mark.parametrize("roles", [None, [], ["ARMS.Admin"], "arms.chair", ["operator"], {"ARMS.Chair": True}, 7])
def test_who_has_no_configured_role_has_none(roles):
    assert viewer_of(CLAIMS | {"roles": roles}, access_rules()).roles == frozenset()


def test_groups_are_read_like_roles_and_one_may_come_as_text():
    assert viewer_of(CLAIMS | {"roles": None, "groups": "ARMS.Chair"}, access_rules()).roles == {Role.CHAIR}


def test_an_address_the_provider_has_not_verified_gives_no_force():
    assert viewer_of(CLAIMS | {"email_verified": False}, access_rules()).force is None


def test_people_may_be_named_by_address(rules):
    named = rules(people={"jo@Cheshire.police.uk": ["coordinator", "viewer"]})
    assert viewer_of(CLAIMS, named).roles == {Role.COORDINATOR, Role.VIEWER}
    assert viewer_of(CLAIMS | {"email": "al@cheshire.police.uk"}, named).roles == frozenset()
    assert viewer_of(CLAIMS | {"email_verified": False}, named).roles == frozenset()


def test_an_issuer_vouches_for_its_own_domains_only(rules):
    named = rules(
        issuers={"https://sign-in.example": ["cheshire.police.uk"]},
        forces={"cheshire.police.uk": "Cheshire", "gmp.police.uk": "Greater Manchester"},
        roles={"ARMS.SomuLead": "somu_lead"},
    )
    assert viewer_of(CLAIMS, named).force == "Cheshire"
    assert viewer_of(CLAIMS | {"email": "jo@gmp.police.uk"}, named).force is None
    assert viewer_of(CLAIMS | {"iss": "https://elsewhere.example"}, named).roles == frozenset()


def test_a_role_that_does_not_exist_is_refused(rules):
    with pytest.raises(ValueError, match="'admin' is no role"):
        rules(roles={"ARMS.Admin": "admin"})


def test_nobody_is_made_operator_by_configuration(rules):
    with pytest.raises(ValueError, match="'operator' is no role"):
        rules(people={"jo@cheshire.police.uk": ["operator"]})


def test_a_force_that_does_not_exist_is_refused(rules):
    with pytest.raises(ValueError, match="Cheshre is no force"):
        rules(forces={"cheshire.police.uk": "Cheshre"})
