"""The network as shipped: the North West's forces and their names, the grade scale, questions marked illustrative."""

from arms_analytics.network import network


def test_the_network_shipped_is_the_north_west():
    region = network()
    assert len(region.members) == 6
    assert region.lead in region.member_names
    assert len(region.known_forces) == 43


def test_members_stand_in_the_networks_order_and_guests_follow_by_name():
    first, second, *_ = network().member_names
    assert network().in_order(["Kent", second, "Essex", first, second]) == (first, second, "Essex", "Kent")
    assert network().in_order([]) == ()


def test_no_alias_names_two_forces():
    names = [name.casefold() for force in network().known_forces for name in {force.name, *force.aliases}]
    assert len(names) == len(set(names))


def test_the_scale_runs_from_worst_to_best_and_fails_below_good():
    scale = network().grade_scale
    assert [grade.key for grade in scale] == ["inadequate", "requires_improvement", "good", "outstanding"]
    assert [grade.failure for grade in scale] == [True, True, False, False]
    assert scale.pass_name == "good"


def test_the_question_set_says_that_it_is_illustrative():
    questions = network().question_set
    assert "not public" in questions.notice
    assert [question.id for question in questions.questions] == [f"Q{n:02d}" for n in range(1, 26)]
