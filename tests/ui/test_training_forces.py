"""Which forces a topic concerns: a column each while there is room, groups of them where there is not."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from arms_analytics.network import network
from arms_analytics.ui import training_forces

ALL = tuple(force.name for force in network().known_forces)


def test_few_forces_stand_side_by_side():
    assert training_forces.columns(("Cheshire", "Cumbria")) == {"Cheshire": ("Cheshire",), "Cumbria": ("Cumbria",)}


def test_many_stand_in_their_groups_each_force_in_one():
    columns = training_forces.columns(ALL)
    assert columns["Wales"] == ("Dyfed-Powys", "Gwent", "North Wales", "South Wales")
    assert sorted(force for forces in columns.values() for force in forces) == sorted(ALL)


def test_many_that_no_group_is_known_of_are_named_beside_a_topic_alone():
    assert training_forces.columns([f"Force {place}" for place in range(20)]) == {}


def test_those_in_need_are_the_ones_that_probably_fail_the_likeliest_first():
    said = [("A", 0.1), ("B", 0.6), ("C", 0.9), ("D", np.nan), ("E", 0.8)]
    cells = pd.DataFrame(
        [(*each, "Q01") for each in said], columns=["reviewed_force", "fails_probability", "question_id"]
    )
    found = training_forces.failing(SimpleNamespace(cells=cells), "Q01", ["A", "B", "C", "D"])
    assert list(found["reviewed_force"]) == ["C", "B"]


def test_the_name_of_a_force_is_text():
    found = pd.DataFrame({"reviewed_force": ["<b>x"], "fails_probability": [0.9]})
    year = pd.DataFrame({"reviewed_force": ["<b>x"], "question_id": ["Q01"], "failures": [3], "graded": [4]})
    markup = training_forces.named(found, year, "Q01", network().quarter("2025-26-Q1"))
    assert "<b>" not in markup and "3 of 4" in markup
