"""Forces by name, alias and tab."""

import pytest

from arms_analytics.network import network
from arms_analytics.workbook.texts.forces import Forces

FORCES = Forces(network())


@pytest.mark.parametrize(
    ("tab", "force"),
    [
        ("Cheshire", "Cheshire"), (" GMP", "Greater Manchester"), ("North  Wales", "North Wales"),
        ("Lancs ", "Lancashire"),
        ("Merseyside Police ", "Merseyside"), ("cumbria police ", "Cumbria"), ("Cheshire Constabulary", "Cheshire"),
        ("Copy of GMP", "Greater Manchester"), ("Cheshire (2)", "Cheshire"), ("Merseyside Q1", "Merseyside"),
        ("1. Cheshire", "Cheshire"), ("West Midlands", "West Midlands"),
    ],
)  # fmt: skip
def test_the_force_of_a_tab(tab, force):
    assert FORCES.of_tab(tab).force == force


@pytest.mark.parametrize("tab", ["Northshire Police", "Key", "Sheet1", "Summary", "Cumbria and GMP"])
def test_tabs_that_name_no_single_known_force(tab):
    assert FORCES.of_tab(tab).force is None


def test_an_old_copy_says_so():
    assert FORCES.of_tab("Cheshire (old)").old
    assert not FORCES.of_tab("Cheshire").old


def test_forces_within_a_title():
    assert FORCES.within("ARMS Plan Peer Review – Cheshire – Q3 24-25") == ("Cheshire",)
    assert FORCES.only_one_within("DS Smith (Cumbria)") == "Cumbria"


@pytest.mark.parametrize(
    ("tab", "by", "whom"),
    [
        ("Lancashire - reviewed by North W", "North Wales", None),
        ("Greater Manchester (rev by Mers", "Merseyside", None),
        ("Cheshire Police reviewed by North", None, "north"), ("Greater Manchester (reviewed by", None, ""),
        ("Cumbria reviewing Cheshire", "Cumbria", None), ("Cheshire - Reviewing force Cumbria", "Cumbria", None),
        ("Cumbria review of Cheshire Q1", "Cumbria", None),
        ("Cheshire (by Cumbira)", None, "cumbira)"), ("Cheshire (by Mers", None, "mers"), ("Cheshire", None, None),
    ],
)  # fmt: skip
def test_who_reviewed_is_told_from_a_name_cut_off_where_it_can_only_be_one(tab, by, whom):
    told = FORCES.of_tab(tab)
    assert (told.by, told.by_whom) == (by, whom)
    assert told.force and told.force != told.by


def test_the_initials_of_a_region_are_no_force_s():
    assert FORCES.named("NW Police") == "North Wales"
    assert FORCES.named("NW") is None
