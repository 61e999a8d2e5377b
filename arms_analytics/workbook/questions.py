"""Which question a wording is: the same, reworded, renumbered, or new; stable over tabs, workbooks and loads.

Words that many questions share ("is the rating evidenced") weigh little, the telling ones ("preoccupation") much. Two
questions of one tab never become one. What is not surely known stays a question of its own, with an id N01, N02, …
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from rapidfuzz import fuzz

from arms_analytics.remembered import remembered
from arms_analytics.vocabulary import Question, Reading, SeenQuestion
from arms_analytics.workbook.collated import Collated
from arms_analytics.workbook.grading.tab_reviews import GradedReview
from arms_analytics.workbook.tables.table import Wording
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.shapes import split_number

REWORDED = 0.62
"""From this likeness (0..1) on, two wordings are one question, if nothing else is nearly as like."""
MARGIN = 0.08
SURE = 0.97
MOST_LISTED, LONGEST_LISTED = 12, 60
_SHORT = {"rmp": "risk management plan", "rm2000": "risk matrix 2000", "om": "offender manager", "mgmt": "management",
          "docs": "documents", "&": "and", "info": "information", "intel": "intelligence", "w/": "with"}  # fmt: skip
_STOP = frozenset(
    "a an and are as at be been by do does did for from has have had how i if in into is it its of on or our so that "  # noqa: SIM905
    "the their them there these this to was were what when where which who why will with within would any all each "
    "every being not e g eg ie etc".split()
)
_PREFIX = re.compile(r"\b(pre|re|non|co|self|multi|inter|over|under)[ -](?=[a-z])")


def identify(book: Collated, graded: list[GradedReview]) -> tuple[SeenQuestion, ...]:
    """Give each box its question's id, no two boxes of a review the same. How each distinct wording was identified."""
    identity = QuestionIdentity(book.network.question_set.questions)
    known: dict[tuple[str, ...], dict[str, str]] = {}
    seen: dict[tuple[str, str], SeenQuestion] = {}
    for one in graded:
        wordings = [box.wording for box in one.tabled.boxes]
        texts = _distinct(wordings)
        if texts not in known:
            known[texts] = identity.identify(texts)
        one.ids = [known[texts][text] for text in texts]
        for question_id, wording in zip(one.ids, wordings, strict=True):
            if (question_id, wording.words) not in seen:
                how = identity.how(wording.words, wording.number, question_id)
                seen[question_id, wording.words] = SeenQuestion(question_id, wording.words, wording.number, how)
    _say_new(book, list(seen.values()))
    return tuple(seen.values())


def _distinct(wordings: list[Wording]) -> tuple[str, ...]:
    """The texts by which boxes are identified: a wording that stands twice is told apart by its number or place."""
    count = Counter[str]()
    texts = []
    for wording in wordings:
        text = wording.words
        count[word := plain(text)] += 1
        texts.append(text if count[word] == 1 else f"{text} ({wording.number or count[word]})")
    return tuple(texts)


def _say_new(book: Collated, seen: list[SeenQuestion]) -> None:
    """By their words: which id each has is told by the store, from what it knows of other quarters."""
    new = list(dict.fromkeys(question.wording for question in seen if question.how == "new"))
    if new:
        listed = "; ".join(f"“{shorten(wording, LONGEST_LISTED, placeholder='…')}”" for wording in new[:MOST_LISTED])
        more = f" and {len(new) - MOST_LISTED} more" if len(new) > MOST_LISTED else ""
        book.info("new_question", "", "", f"Not in the question set, kept as questions of their own: {listed}{more}.")


@dataclass(frozen=True, slots=True)
class Known:
    """A question that a wording may turn out to be. `own` says that workbooks use it, not only the question set."""

    id: str
    wording: str
    own: bool


class QuestionIdentity:
    """Gives wordings their ids. Called with one reading after another, it keeps ids stable over all of them.

    `known` are the questions of the question set and those that the store has met; ids N01, N02, … that a reading
    brings are provisional and replaced by known ones or by the next free ones.
    """

    def __init__(self, known: Sequence[Question]) -> None:
        self._known = [Known(question.id, question.wording, _is_new(question.id)) for question in known]
        self._last_new = max((int(question.id[1:]) for question in self._known if question.own), default=0)
        self._exact = {_core(question.wording): question.id for question in reversed(self._known)}

    def __call__(self, reading: Reading) -> Reading:
        """The reading with ids that agree with all that is known so far."""
        sheets: dict[str, dict[str, str]] = defaultdict(dict)
        for review in reading.reviews:
            for answer in review.answers:
                sheets[review.sheet].setdefault(answer.question_id, answer.question)
        if not sheets:
            return reading
        new_ids: dict[tuple[str, str], str] = {}
        merged: dict[str, str] = {}
        for sheet, wordings in sheets.items():
            fresh = {old: text for old, text in wordings.items() if old not in merged}
            taken = {merged[old] for old in wordings if old in merged}
            found = self.identify(list(fresh.values()), taken)
            merged |= {old: found[text] for old, text in fresh.items()}
            new_ids |= {(sheet, old): merged[old] for old in wordings}
        reviews = tuple(
            replace(
                review,
                answers=tuple(replace(a, question_id=new_ids[review.sheet, a.question_id]) for a in review.answers),
            )
            for review in reading.reviews
        )
        seen = tuple(replace(q, question_id=merged.get(q.question_id, q.question_id)) for q in reading.questions)
        return replace(reading, reviews=reviews, questions=seen)

    def identify(self, wordings: Sequence[str], taken: Iterable[str] = ()) -> dict[str, str]:
        """The ids of the distinct wordings of one tab, no two alike; unknown ones are known from now on."""
        used = set(taken)
        found: dict[str, str] = {}
        for text in wordings:
            known = self._exact.get(_core(text))
            if known and known not in used:
                found[text] = known
                used.add(known)
        left = [text for text in wordings if text not in found]
        for text, question_id in self._likely(left, used):
            found[text] = question_id
            self._exact.setdefault(_core(text), question_id)
        for text in wordings:
            if text not in found:
                found[text] = self._new(text)
        return found

    def how(self, wording: str, number: str, question_id: str) -> str:
        """`same`, `reworded`, `renumbered` or `new`, against the question known by that id."""
        if _is_new(question_id):
            return "new"
        known = next((question for question in self._known if question.id == question_id), None)
        if known is None or _core(known.wording) != _core(wording):
            return "reworded"
        digits = re.sub(r"\D", "", number)
        return "renumbered" if digits and int(digits) != int(re.sub(r"\D", "", question_id) or 0) else "same"

    def _new(self, text: str) -> str:
        self._last_new += 1
        question_id = f"N{self._last_new:02d}"
        self._known.append(Known(question_id, split_number(text)[1], own=True))
        self._exact.setdefault(_core(text), question_id)
        return question_id

    def _likely(self, wordings: Sequence[str], used: set[str]) -> list[tuple[str, str]]:
        """Pairs of wording and known id, likeliest first, each wording and each id once."""
        free = [known for known in self._known if known.id not in used]
        weights = _weights([_stems(text) for text in wordings] + [_stems(known.wording) for known in self._known])
        mine = [_Weighed(text, weights) for text in wordings]
        theirs = [(_Weighed(known.wording, weights), known) for known in free]
        likeness = [(_likeness(one, other, weights), one.text, known) for one in mine for other, known in theirs]
        rivals: dict[str, list[tuple[float, Known]]] = defaultdict(list)
        for score, text, known in likeness:
            rivals[text].append((score, known))
        pairs, texts, ids = [], set[str](), set[str]()
        likely = (pair for pair in likeness if pair[0] >= REWORDED)
        for score, text, known in sorted(likely, key=lambda pair: (-pair[0], not pair[2].own)):
            if text not in texts and known.id not in ids and _stands_out(score, known, rivals[text]):
                pairs.append((text, known.id))
                texts.add(text)
                ids.add(known.id)
        return pairs


def _stands_out(score: float, known: Known, rivals: list[tuple[float, Known]]) -> bool:
    """Whether no other question is nearly as like; one of the set that no workbook uses yet gives way to one in use."""
    others = (other for other, rival in rivals if rival is not known and (rival.own or not known.own))
    return score - max(others, default=0.0) >= MARGIN or score >= SURE


def _is_new(question_id: str) -> bool:
    return bool(re.fullmatch(r"N\d+", question_id))


@remembered(4096)
def _core(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", plain(split_number(text)[1])).strip()


@remembered(4096)
def _stems(text: str) -> frozenset[str]:
    words = _PREFIX.sub(r"\1", plain(split_number(text)[1]).replace("'s", ""))
    for short, full in _SHORT.items():
        words = re.sub(rf"(?<![a-z0-9]){re.escape(short)}(?![a-z0-9])", full, words)
    tokens = re.findall(r"[a-z]+|\d+", words)
    return frozenset(token.rstrip("s")[:6] for token in tokens if token not in _STOP)


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(token for tokens in texts for token in tokens)
    return {token: math.log(1 + len(texts) / count) for token, count in counts.items()}


class _Weighed:
    """A wording with its words' stems, and how much they weigh together."""

    def __init__(self, text: str, weights: dict[str, float]) -> None:
        self.text, self.stems = text, _stems(text)
        self.weight = sum(weights[token] for token in self.stems)


def _likeness(first: _Weighed, other: _Weighed, weights: dict[str, float]) -> float:
    """0..1: shared telling words, whether of both wordings or of the shorter one whole; or near equal letters."""
    shared = sum([weights[token] for token in first.stems & other.stems])
    if not shared:
        return 0.0
    jaccard = shared / (first.weight + other.weight - shared)
    within = shared / min(first.weight, other.weight)
    few = min(len(first.stems), len(other.stems)) < 2
    short = 0.0 if few and within != 1 else within * (0.7 + 0.3 * jaccard)
    letters = fuzz.ratio(_core(first.text), _core(other.text)) / 100 if jaccard > 0.5 else 0.0
    return max(jaccard, 0.95 * short, letters if letters > 0.85 else 0.0)
