"""A tab of colours alone, named for no force: a heat map, or the only reviews of a force."""

import pytest

from tests.workbook.drawn import alarms, read, tab

COLOURS = """
{title}
Risk level      | Low     | High
Ref             | {ref}-1 | {ref}-2
Sources checked | #00B050 | #FFC000
Actions dated   | #FFC000 | #FF0000
Visits made     | #FFFF00 | #00B050
"""


def forces(reading):
    return [review.force for review in reading.reviews]


@pytest.mark.parametrize("title", ["Lancashire", "Force: Lancashire", "Force | Lancashire"])
def test_the_only_tab_that_names_a_force_holds_its_reviews(title):
    own = tab("Cheshire", COLOURS.format(title="Cheshire", ref="CHE"))
    reading = read(own, tab("Sheet2", COLOURS.format(title=title, ref="LAN")))
    assert forces(reading) == ["Cheshire"] * 2 + ["Lancashire"] * 2
    assert not alarms(reading)


@pytest.mark.parametrize("title", ["Cheshire", "All plans of the region", "Cheshire and Lancashire"])
def test_any_other_is_a_summary_that_is_left_out_and_named(title):
    own = tab("Cheshire", COLOURS.format(title="Cheshire", ref="CHE"))
    reading = read(own, tab("Overview", COLOURS.format(title=title, ref="LAN")))
    assert forces(reading) == ["Cheshire"] * 2
    assert [problem.sheet for problem in reading.problems if problem.code == "summary"] == ["Overview"]
    assert not alarms(reading)


def test_an_old_tab_is_left_out_as_old():
    own = tab("Cheshire", COLOURS.format(title="Cheshire", ref="CHE"))
    reading = read(own, tab("Cheshire (old)", COLOURS.format(title="Cheshire", ref="CHE")))
    assert forces(reading) == ["Cheshire"] * 2
    assert {"old_tab"} == {problem.code for problem in reading.problems} & {"old_tab", "summary"}
