"""Every sentence of the listing against the reviews: each number, force, quarter and status counted as by hand.

The tests of each finding hold its rows against the reviews; here what is read out is, on regions that differ.
"""

import functools
import math
import re

import pytest

from arms_analytics.findings.fit import work_out
from arms_analytics.findings.kinds import KINDS
from arms_analytics.findings.listing import Asked, findings
from arms_analytics.findings.sentences import number
from arms_analytics.network import network
from arms_analytics.simulation.simulator import simulate
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, FORCES, reviews_of, rule_met
from tests.findings.stores import GRADES, store_of

LAST = FIRST + 7
PAIRS = {FORCES[one]: FORCES[one ^ 1] for one in range(6)}
OF_PLANS = set(KINDS) - {"reviewer_severity"}
BELOW_GOOD = {"inadequate", "requires_improvement"}
OF = r"(?P<counted>\d+) of (?:the last )?(?P<of>\d+) (?:reviews|plans)"
BEFORE = r" fell below good in the last four quarters, (?P<before>\d+) of (?P<of_before>\d+) in the four before\."
COUNTED = re.compile(rf".*?(?P<question>Q\d+).*?: {OF}(?:.*?, (?:marked|said) by (?P<by>\w+)|{BEFORE})?")
CHANCE = re.compile(r"an? (?:chance of (?P<edge>over 99|under 1) in 100|(?P<chance>\d+) in 100 chance) that ")
GUESS = re.compile(r"best estimate (\d+)%, likely range (\d+)% to (\d+)%")
STATUS = {
    (True, True): "Continuing; ",
    (True, False): "New as a finding this quarter; ",
    (False, True): "It was flagged a quarter ago and no longer is.",
    (False, False): "",
}


def pairs_for_ever(reviews):
    return [review | {"reviewing_force": PAIRS[review["force"]]} for review in reviews]


def a_force_away_of_late(reviews):
    return [review for review in reviews if (review["force"], review["quarter"] >= LAST - 1) != (FORCES[2], True)]


REGIONS = {
    "as usual": (0.16, lambda reviews: reviews),
    "half of all plans fail": (0.5, lambda reviews: reviews),
    "the same pairs for ever": (0.16, pairs_for_ever),
    "a force away of late": (0.16, a_force_away_of_late),
    "too few quarters": (0.3, lambda reviews: [review for review in reviews if review["quarter"] > LAST - 3]),
}


REVIEWERS_COMPARED = ["as usual", "half of all plans fail", "a force away of late"]
TOO_LITTLE_TO_SAY = {"a force away of late": "reviews", "too few quarters": "quarters"}


class Told:
    """A region's reviews, its fits, and all that is listed of it."""

    def __init__(self, base, changed):
        self.reviews = changed(reviews_of(simulate(11, quarters=8, questions=12, base_failure=base)))
        cursor = store_of(self.reviews, officers_of=FORCES)
        self.fits = [work_out(cursor, LAST), work_out(cursor, LAST - 1)]
        self.findings = findings(Asked(cursor, network(), Quarter.from_index(LAST), *self.fits))

    def graded(self, force, question, first, last, officer=None):
        """(grade, reviewing force) of each graded review of a force (None: all) in these quarters."""
        return [
            (review["answers"][question], review["reviewing_force"])
            for review in self.reviews
            if force in (None, review["force"])
            and officer in (None, review["officer_ref"])
            and first <= review["quarter"] <= last
            and review["answers"].get(question) in GRADES
        ]

    def counted(self, finding):
        """What the explanation counts: a year, all an officer did, two quarters where the shorter rule alone is met."""
        force, question, officer = finding["force"], finding["question_id"], finding["officer_ref"]
        recent = self.graded(force, question, LAST - 1, LAST)
        rule = finding["kind"] == "repeat_failure" or (finding["kind"] == "training_need" and force and not officer)
        if rule and finding["failures"] < 7 and sum(grade in BELOW_GOOD for grade, _ in recent) >= 5:
            return recent
        return self.graded(force, question, FIRST if officer else LAST - 3, LAST, officer)

    def of_kind(self, *kinds):
        return [finding for finding in self.findings if finding["kind"] in kinds]


@functools.cache
def told_of(region):
    return Told(*REGIONS[region])


@pytest.fixture(params=REGIONS)
def told(request):
    return told_of(request.param)


def test_the_reviews_that_are_counted_are_the_reviews(told):
    for finding in told.of_kind(*OF_PLANS):
        sentence, grades = finding["explanation"], told.counted(finding)
        said = COUNTED.match(sentence)
        meant = {"outstanding"} if finding["kind"] == "promising_practice" else BELOW_GOOD
        by = [reviewing for grade, reviewing in grades if grade in meant]
        assert said and finding["question_id"] == said["question"] and sentence.startswith(finding["force"] or "Q")
        assert (int(said["counted"]), int(said["of"])) == (len(by), len(grades)), sentence
        if said["by"]:
            assert said["by"] == number(len(set(by))), sentence
        if finding["kind"] in ("improving", "deteriorating"):
            earlier = [
                grade in BELOW_GOOD for grade, _ in told.graded(finding["force"], said["question"], LAST - 7, LAST - 4)
            ]
            assert (int(said["before"]), int(said["of_before"])) == (sum(earlier), len(earlier)), sentence


@pytest.mark.parametrize("told", REVIEWERS_COMPARED, indirect=True)
def test_the_reviews_of_a_reviewing_force_are_those_it_gave(told):
    assert len(told.of_kind("reviewer_severity")) == len(FORCES)
    for finding in told.of_kind("reviewer_severity"):
        given = sum(review["reviewing_force"] == finding["reviewing_force"] for review in told.reviews)
        assert f"over {given} reviews" in finding["explanation"]


def test_chances_and_ranges_are_those_of_the_keys(told):
    for finding in told.findings:
        sentence, probability = finding["explanation"], finding["probability"]
        said = CHANCE.search(sentence)
        assert bool(said) == (probability is not None), sentence
        if said and said["chance"]:
            assert abs(int(said["chance"]) - 100 * probability) <= 0.51, sentence
        elif said:
            assert (probability > 0.5) == (said["edge"] == "over 99"), sentence
        if guess := GUESS.search(sentence):
            shares = (finding["estimate"], finding["low"], finding["high"])
            assert all(abs(int(a) - 100 * b) <= 0.51 for a, b in zip(guess.groups(), shares, strict=True)), sentence


def test_that_strictness_is_allowed_for_is_said_where_it_can_be(told):
    paired = all(PAIRS[review["force"]] == review["reviewing_force"] for review in told.reviews)
    for finding in told.of_kind(*OF_PLANS):
        if finding["probability"] is not None and not finding["officer_ref"]:
            assert ("Allowing for how strict" in finding["explanation"]) != paired
    assert not (paired and told.of_kind("reviewer_severity"))


def test_the_status_is_against_the_quarter_before(told):
    for finding in told.of_kind("repeat_failure"):
        status = STATUS[stands(told, finding, 0), stands(told, finding, 1)]
        assert status in finding["explanation"], finding["explanation"]


def stands(told, finding, ago):
    """By the absolute third; beside the others where most questions, this one too, failed in most forces then."""
    cells = told.fits[ago].cells.set_index(["reviewed_force", "question_id"])
    fails = cells["fails_probability"].dropna() >= 0.5
    widely = fails.groupby("question_id").mean() > 0.5
    relative = widely.get(finding["question_id"], False) and widely.mean() > 0.5
    column = "worse_probability" if relative else "fails_probability"
    chance = cells.loc[(finding["force"], finding["question_id"]), column]
    met = rule_met(told.reviews, finding["force"], finding["question_id"], LAST - ago)
    return bool(met) if math.isnan(chance) else bool(chance >= 0.5)


def test_since_when_is_as_far_back_as_the_model_or_the_rule_says_it_without_a_break(told):
    for finding in told.of_kind("repeat_failure"):
        if said := re.search(r"(probably failing|the rule met) since (.+?\))\.$", finding["explanation"]):
            failing = failing_by_model(told, finding) if "probably" in said[1] else failing_by_rule(told, finding)
            (since,) = (at for at in range(FIRST, LAST + 1) if network().quarter_at(at).label == said[2])
            assert all(failing[at] for at in range(since, LAST + 1)), finding["explanation"]
            assert not failing.get(since - 1), finding["explanation"]


def failing_by_model(told, finding):
    rows = told.fits[0].history.set_index(["reviewed_force", "question_id"])
    rows = rows.loc[[(finding["force"], finding["question_id"])]]
    return dict(zip(rows["quarter_index"], rows["probability"] >= 0.5, strict=True))


def failing_by_rule(told, finding):
    place = finding["force"], finding["question_id"]
    return {quarter: rule_met(told.reviews, *place, quarter) for quarter in range(FIRST, LAST + 1)}


def test_what_has_no_review_of_the_quarter_says_so(told):
    for finding in told.of_kind("repeat_failure"):
        none = not told.graded(finding["force"], finding["question_id"], LAST, LAST)
        assert ("None of them is of this quarter." in finding["explanation"]) == none


@pytest.mark.parametrize(("told", "lacking"), TOO_LITTLE_TO_SAY.items(), indirect=["told"])
def test_what_is_said_to_lack_is_what_lacks(told, lacking):
    unsure = [finding for finding in told.findings if "too few" in finding["explanation"].lower()]
    assert unsure
    for finding in unsure:
        assert f"too few {lacking}" in finding["explanation"].lower()
        assert (finding["reviews"] >= 8) == (lacking == "quarters")
    assert (len({review["quarter"] for review in told.reviews}) < 4) == (lacking == "quarters")


def test_enough_is_said_of_the_region_for_these_tests_to_mean_something(told):
    assert len(told.of_kind("repeat_failure")) > 3
    if told.fits[0].cells["fails_probability"].notna().any():
        assert all(told.of_kind(kind) for kind in ("training_need", "promising_practice"))
