"""Which of the workbooks just read may be stored, decided together, against the store as it now is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from arms_analytics.loading.outcome import Outcome
from arms_analytics.store import schema
from arms_analytics.store.draft import Draft, Entry
from arms_analytics.store.hardened import Connection
from arms_analytics.store.incoming import Incoming, Pair, content, pairs_of
from arms_analytics.store.insert import add_workbooks, known_questions
from arms_analytics.store.standing import standing
from arms_analytics.vocabulary import Question, Reading, Review

Stable = Callable[[Reading], Reading]
Identify = Callable[[Sequence[Question]], Stable]
"""Given the questions known to the store: what gives each reading's new questions ids that stay theirs."""


@dataclass(slots=True)
class Candidate:
    """A workbook that was read, on its way into the store, with what became of it so far."""

    incoming: Incoming
    outcome: Outcome

    @property
    def reading(self) -> Reading:
        """What was read."""
        return self.incoming.reading

    @property
    def open(self) -> bool:
        """Whether nothing speaks against storing it yet."""
        return self.outcome.status == "loaded"

    def take(self, reading: Reading) -> None:
        """Go on with this reading in place of the one so far."""
        self.incoming = replace(self.incoming, reading=reading)
        self.outcome = Outcome.of(self.outcome.path, reading, "loaded")

    def refuse(self, code: str, message: str) -> None:
        """It stays out, and says why."""
        self.outcome = self.outcome.refused_for(code, message)


def settle(draft: Draft, candidates: Sequence[Candidate], identify: Identify, who: str) -> Entry | None:
    """Store in the draft what may be stored; each candidate's outcome says what became of it."""
    judge(draft.connection, candidates, identify)
    return add_workbooks(draft, [candidate.incoming for candidate in candidates if candidate.open], who)


def judge(connection: Connection, candidates: Sequence[Candidate], identify: Identify) -> None:
    """Settle the questions' ids, then refuse or leave what may not or need not be stored. Reads the store, no more."""
    stable = identify(known_questions(connection))
    for candidate in candidates:
        if candidate.open:
            candidate.take(stable(candidate.reading))
    _refuse_empty(candidates)
    _keep_kinds_apart(connection, candidates)
    _leave_what_stands(connection, candidates)
    _refuse_rivals(candidates)


def _refuse_empty(candidates: Sequence[Candidate]) -> None:
    for candidate in candidates:
        if candidate.open and not candidate.reading.reviews:
            candidate.refuse(
                "no_reviews", f"No review was found in {candidate.incoming.name}. Check that it is collated."
            )


def _keep_kinds_apart(connection: Connection, candidates: Sequence[Candidate]) -> None:
    """The store's kind is kept; where it has none yet, real workbooks go before synthetic ones."""
    kind = schema.meta(connection).get("kind")
    if kind is None and not all(candidate.reading.synthetic for candidate in candidates if candidate.open):
        kind = "real"
    for candidate in candidates:
        name = candidate.incoming.name
        if candidate.open and kind == "real" and candidate.reading.synthetic:
            candidate.refuse(
                "synthetic_among_real",
                f"{name} is demonstration data and this store is for real reviews; the two are never mixed. "
                "Load it into a store of its own with --database.",
            )
        if candidate.open and kind == "demonstration" and not candidate.reading.synthetic:
            candidate.refuse(
                "real_among_synthetic",
                f"{name} holds real reviews and this store holds the demonstration; the two are never mixed. "
                "Load it into a store of its own with --database.",
            )


def _leave_what_stands(connection: Connection, candidates: Sequence[Candidate]) -> None:
    """What says the same as a workbook stored in the meantime, or as one before it in this load, changes nothing."""
    digests = {id(candidate): content(candidate.reading) for candidate in candidates if candidate.open}
    seen = {
        found.content
        for found in standing(connection, contents=set(digests.values()))
        if found.current_reviews == found.reviews
    }
    for candidate in candidates:
        if candidate.open:
            if digests[id(candidate)] in seen:
                candidate.outcome = replace(candidate.outcome, status="unchanged")
            seen.add(digests[id(candidate)])


def _refuse_rivals(candidates: Sequence[Candidate]) -> None:
    """Two workbooks of one load that say different things of one force and quarter: nobody can tell which holds."""
    holders: defaultdict[Pair, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.open:
            for pair in sorted(pairs_of(candidate.reading)):
                holders[pair].append(candidate)
    for pair, rivals in holders.items():
        if len({_substance(rival.reading, pair) for rival in rivals}) > 1:
            for rival in rivals:
                if rival.open:
                    _refuse_beside(rival, [other for other in rivals if other is not rival], pair)


def _refuse_beside(candidate: Candidate, others: Sequence[Candidate], pair: Pair) -> None:
    quarter = next(quarter for quarter in candidate.reading.quarters if quarter.index == pair[0])
    candidate.refuse(
        "pair_twice",
        f"{pair[1]} in {quarter.label} stands with other content in {', '.join(o.incoming.name for o in others)} too. "
        "Load only the right one; or one after the other, the one that holds last.",
    )


def _substance(reading: Reading, pair: Pair) -> tuple[object, ...]:
    """What the reviews of this force and quarter say, wherever in the workbook they say it."""
    return tuple(sorted((_said(r) for r in reading.reviews if (r.quarter.index, r.force) == pair), key=repr))


def _said(review: Review) -> tuple[object, ...]:
    answers = tuple(sorted((a.question_id, a.grade or "", a.feedback) for a in review.answers))
    return (review.risk_level, review.reviewing_force, review.review_ref, review.officer_ref, review.team, answers)
