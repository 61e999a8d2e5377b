"""One shape for every finding: the keys that scripts rely on, and what they mean."""

import json

import pytest

from arms_analytics.findings import repeat_failures
from arms_analytics.findings.fit import work_out
from arms_analytics.findings.kinds import KINDS
from arms_analytics.findings.listing import KEYS, Asked, findings
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, FORCES
from tests.findings.stores import store_of

NOW = Quarter.from_index(FIRST + 12)
NAMED = {"force", "question_id", "officer_ref", "reviewing_force"}
KEYS_OF = {
    "repeat_failure": [{"force", "question_id"}],
    "training_need": [{"question_id"}, {"force", "question_id"}, {"force", "question_id", "officer_ref"}],
    "promising_practice": [{"force", "question_id"}],
    "improving": [{"force", "question_id"}],
    "deteriorating": [{"force", "question_id"}],
    "reviewer_severity": [{"reviewing_force"}],
}


@pytest.fixture(scope="module")
def asked(store, fit, fit_before):
    return Asked(store, network(), NOW, fit, fit_before)


@pytest.fixture(scope="module")
def found(asked):
    return findings(asked)


def test_every_finding_has_the_keys_in_order_and_is_json(found):
    assert all(tuple(finding) == KEYS for finding in found)
    assert json.loads(json.dumps(found)) == found
    assert {finding["kind"] for finding in found} == set(KINDS)


def test_the_keys_that_do_not_apply_are_none(found):
    for finding in found:
        named = {key for key in NAMED if finding[key] is not None}
        assert named in KEYS_OF[finding["kind"]]


def test_shares_are_shares_and_quarters_are_keys(found):
    for finding in found:
        assert finding["low"] <= finding["estimate"] <= finding["high"]
        assert finding["kind"] == "reviewer_severity" or (finding["low"] >= 0 and finding["high"] <= 1)
        assert finding["quarters"][-1] == NOW.key and finding["explanation"]
        assert finding["reviews"] > 0


def test_every_likely_cell_and_every_met_rule_is_listed_as_a_repeat_failure(found, asked):
    cells = repeat_failures.find(asked.cursor, asked.network, NOW, asked.fit, asked.before)
    expected = cells[(cells["probability"] >= 0.2) | cells["rule_met"] | (cells["status"] == "cleared")]
    listed = {(f["force"], f["question_id"]): f["probability"] for f in found if f["kind"] == "repeat_failure"}
    assert set(listed) == set(zip(expected["reviewed_force"], expected["question_id"], strict=True))
    for row in expected.itertuples():
        assert listed[row.reviewed_force, row.question_id] == pytest.approx(row.probability, abs=1e-4)


def test_one_kind_alone(asked, found):
    for kind in KINDS:
        assert findings(asked, kind) == [finding for finding in found if finding["kind"] == kind]


def test_where_the_model_cannot_speak_the_rule_is_listed_without_a_probability(store):
    found = findings(Asked(store, network(), NOW, None, None))
    assert found and {finding["kind"] for finding in found} == {"repeat_failure"}
    assert all(finding["probability"] is None and finding["force"] in FORCES for finding in found)


def plain(quarters=6, forces="ABC", plans=4, reviewing=None, **answers):
    """Reviews of a small rotation; `reviewing`: force → reviewing force, the same for ever."""
    return [
        {
            "force": force, "quarter": FIRST + quarter, "officer_ref": f"{force}{plan}",
            "reviewing_force": reviewing[force] if reviewing else forces[(place + 1 + quarter % 2) % len(forces)],
            "answers": answers or {"Q01": ["inadequate", "inadequate", "good"][(quarter + plan) % 3], "Q02": "good"},
        }
        for quarter in range(quarters) for place, force in enumerate(forces) for plan in range(plans)
    ]  # fmt: skip


LITTLE = {
    "nothing": [],
    "one review": plain(1, "A", 1, {"A": "B"}, Q01="inadequate"),
    "one quarter": plain(1),
    "one force": plain(6, "A", reviewing={"A": "B"}),
    "one question": plain(Q01="good"),
    "all the same": plain(Q01="inadequate", Q02="inadequate"),
    "disconnected": plain(forces="ABCD", reviewing={"A": "B", "B": "A", "C": "D", "D": "C"}),
    "nobody says who reviewed": plain(reviewing=dict.fromkeys("ABC")),
    "half is missing": plain()[::2],
    "nothing applies": plain(Q01="not_applicable", Q02=None),
}


@pytest.mark.parametrize("name", LITTLE)
def test_of_little_or_strange_data_nothing_untrue_is_said(name):
    cursor = store_of(LITTLE[name], officers_of="ABCD")
    fits = [work_out(cursor, FIRST + quarter) for quarter in (5, 4)]
    found = findings(Asked(cursor, network(), Quarter.from_index(FIRST + 5), *fits))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    for finding in found:
        assert finding["low"] is None or finding["low"] <= finding["estimate"] <= finding["high"]
        assert finding["kind"] == "repeat_failure" or finding["probability"] is not None
        assert (name in ("disconnected", "one force", "nobody says who reviewed")) == (
            "cannot be told from who reviewed whom" in finding["explanation"]
        )
    little = ("nothing", "one review", "one quarter", "one question", "nothing applies")
    assert bool(found) == (name not in little)
