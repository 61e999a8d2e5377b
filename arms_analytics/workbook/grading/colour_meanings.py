"""What a colour means on one tab, in the order of evidence: a person's answer, boxes with word and colour, key, hue.

A colour may mean two grades in two hands, so nothing learnt on one tab decides on another.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from arms_analytics.vocabulary import NOT_APPLICABLE
from arms_analytics.workbook.key.key import Key
from arms_analytics.workbook.reader_answers import ReaderAnswers
from arms_analytics.workbook.texts import hues
from arms_analytics.workbook.texts.grade_words import GradeWords

NOT_GRADED = "not_graded"
"""The answer that a colour means no grade."""
AGREEMENT = 0.95
ENOUGH = 3
"""So many boxes with word and colour tell what the colour means on this tab; fewer, if nothing contradicts them."""
_HUES = {"orange": "amber", "gold": "yellow"} | {
    hue: hue for hue in ("amber", "yellow", "green", "red", "blue", "purple")
}
"""The hue that a colour's name means where the scale or a key calls a grade so; its own name comes last and wins."""
Meaning = tuple[str | None, str]
"""(grade, evidence), or (None, why) where nothing says."""


class ColourMeanings:
    """What one tab's colours mean. `own` is the tab's key, `everywhere` the workbook's; `name` stands for the tab."""

    def __init__(self, name: str, words: GradeWords, own: Key, everywhere: Key, answers: ReaderAnswers) -> None:
        self._name = name
        self._keys = (own, everywhere)
        self._answers = answers
        self._choices = {NOT_APPLICABLE, NOT_GRADED, *(grade.key for grade in words.scale)}
        spellings = {spelling: grade.key for grade in words.scale for spelling in grade.spellings}
        named = _by_hue(spellings) | _by_hue(everywhere.marks) | _by_hue(own.marks)
        self._hues = {hue: grade for hue, grade in named.items() if grade}
        self._scale = [grade.key for grade in words.scale]
        self._both: dict[str, Counter[str]] = defaultdict(Counter)
        self._others: dict[tuple[str, str], Meaning] = {}

    def learn(self, colour: str, grade: str) -> None:
        """A box of this colour says this grade in words."""
        self._both[colour][grade] += 1

    def in_key(self, colour: str) -> str | None:
        """The grade that a key gives to the colour."""
        return next((key.colours[colour] for key in self._keys if colour in key.colours), None)

    def of(self, colour: str) -> Meaning:
        """What the colour means on this tab."""
        answer = self._answers.get(self.question_key(colour))
        if answer in self._choices:  # what is none of them is no answer, and is asked again
            return (None if answer == NOT_GRADED else answer), "answer"
        seen = self._both.get(colour)
        if seen:
            grade, count = seen.most_common(1)[0]
            agrees = count >= AGREEMENT * seen.total()
            if agrees and (count >= ENOUGH or self._weaker(colour)[0] in (None, grade)):
                return grade, "words"
        return self._weaker(colour)

    def by_others(self, colour: str, grade: str) -> Meaning:
        """What it means by the other boxes of that colour, one box with this grade's word left out."""
        if (colour, grade) not in self._others:
            seen = self._both[colour] - Counter([grade])
            most, count = (seen.most_common(1) or [("", 0)])[0]
            told = count >= ENOUGH and count >= 0.6 * seen.total()
            self._others[colour, grade] = (most, "words") if told else self._weaker(colour)
        return self._others[colour, grade]

    def _weaker(self, colour: str) -> Meaning:
        keyed = self.in_key(colour)
        if keyed is not None:
            return keyed, "key"
        hue = hues.named_hue(colour)
        return (self._hues[hue], "hue") if hue in self._hues else (None, hues.hue(colour))

    def shades(self, reviews: Iterable[Collection[str]]) -> dict[str, str]:
        """Colours that only their hue explains and that may be two grades: {the lighter or darker one: its grade}.

        So it is where one review has two clear shades of a hue and a grade next to it has no colour on the tab.
        """
        reviews = [set(colours) for colours in reviews]
        means = {colour: self.of(colour) for colour in set().union(*reviews)}
        present = {grade for grade, _ in means.values()} | {g for key in self._keys for g in key.colours.values()}
        alone = {grade for grade in self._scale if not present >= self._neighbours(grade)}
        found: dict[str, str] = {}
        for colours in reviews:
            for one, other in itertools.combinations(sorted(colours), 2):
                grade, by = means[one]
                if grade in alone and means[other] == (grade, by) == (grade, "hue") and hues.are_shades(one, other):
                    found |= {one: grade, other: grade}
        return found

    def _neighbours(self, grade: str) -> set[str]:
        place = self._scale.index(grade)
        return {*self._scale[max(place - 1, 0) : place], *self._scale[place + 1 : place + 2]}

    def suggestion(self, colour: str) -> str:
        """The grade whose colour on this tab is missing among its neighbours in hue; otherwise empty."""
        hue = hues.oklch(colour).hue
        if hues.hue(colour) != hues.ASK:
            return ""
        pairs = {(33, 45): ("red", "amber"), (45, 103): ("amber", "yellow"), (103, 125): ("yellow", "green")}
        low, high = next((names for (a, b), names in pairs.items() if a <= hue < b), ("amber", "yellow"))
        settled = set(self._both) | {keyed for key in self._keys for keyed in key.colours}
        present = {hues.hue(seen) for seen in settled}
        if (low in present) != (high in present):
            return self._hues.get(high if low in present else low, "")
        return ""

    def question_key(self, colour: str) -> str:
        """By what a person's answer about the colour is remembered."""
        return f"colour/{self._name}/{colour}"


def _by_hue(named: Mapping[str, str]) -> dict[str, str]:
    """{hue: grade} of {name: grade}; other names than the hues' are passed over.

    No grade is a hue's whose shades ("light green", "dark green") are given to several: {hue: ""}.
    """
    found: dict[str, str] = {}
    for name, hue in _HUES.items():
        given = {named[shade] for shade in (name, f"light {name}", f"dark {name}") if shade in named}
        if given:
            found[hue] = given.pop() if len(given) == 1 else ""
    return found
