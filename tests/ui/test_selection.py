"""What a link asks for, as far as it can be had; and what follows a person from page to page."""

import pandas as pd
import pytest

from arms_analytics.network import network
from arms_analytics.ui.selection import choices_of, groups, read
from arms_analytics.vocabulary import Quarter, RiskLevel

OFFERED = choices_of(
    pd.DataFrame(
        [
            ("quarter", str(Quarter(2025, 1).index), "", "", ""),
            ("quarter", str(Quarter(2025, 2).index), "", "", ""),
            ("force", "Essex", "", "", ""),
            ("force", "Cumbria", "", "", ""),
            ("force", "Cheshire", "", "", ""),
            ("question", "Q01", "Sources", "Information", "Were all sources searched?"),
        ],
        columns=["kind", "key", "short", "section", "wording"],
    )
)


def test_members_come_in_the_networks_order_and_others_after_them():
    assert OFFERED.forces == ("Cheshire", "Cumbria", "Essex")


def test_a_link_without_anything_asks_for_the_latest_quarter_of_all():
    asked = read({}, OFFERED)
    assert asked.quarter == Quarter(2025, 2)
    assert (asked.force, asked.question_id, asked.risk_levels) == (None, None, ())


def test_a_full_link_is_read_in_full():
    asked = read({"quarter": "2025-26-Q1", "force": "Essex", "question": "Q01", "risk": "very_high"}, OFFERED)
    assert (asked.quarter, asked.force, asked.question_id) == (Quarter(2025, 1), "Essex", "Q01")
    assert asked.risk_levels == (RiskLevel.VERY_HIGH,)


@pytest.mark.parametrize("garbage", ["", "2025-26-Q9", "nowhere", "Q1; DROP TABLE review", "très haut"])
def test_what_is_not_there_is_as_if_it_were_not_named(garbage):
    names = ("quarter", "force", "question", "risk", "reviewing")
    assert read(dict.fromkeys(names, garbage), OFFERED) == read({}, OFFERED)


def test_an_empty_snapshot_offers_nothing():
    nothing = choices_of(pd.DataFrame(columns=["kind", "key", "short", "section", "wording"]))
    assert read({"quarter": "2025-26-Q1"}, nothing).quarter is None


def test_many_forces_may_be_looked_at_in_groups_and_few_need_none():
    everyone = tuple(force.name for force in network().known_forces)
    found = groups(everyone)
    assert next(iter(found)) == network().name
    assert found[network().name] == network().member_names
    assert found["Wales"] == ("Dyfed-Powys", "Gwent", "North Wales", "South Wales")
    assert sorted(name for region, names in found.items() if region != network().name for name in names) == sorted(
        everyone
    )
    assert groups(network().member_names) == {}
