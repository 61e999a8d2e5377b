"""Plausible feedback for a grade: sentences of data/demonstration/feedback.json, put together at random."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path

BANK = Path(__file__).resolve().parent.parent.parent / "data" / "demonstration" / "feedback.json"
STEPS = ("inadequate", "requires_improvement", "good", "outstanding")
"""What the bank calls the four steps of a scale, worst to best."""

SHARE_WITHOUT_WORDS = {"inadequate": 0.01, "requires_improvement": 0.02, "good": 0.12, "outstanding": 0.03}
SHARE_OPENED, SHARE_CONTINUED, SHARE_CLOSED = 0.35, 0.4, 0.4


class FeedbackBank:
    """Draws feedback; each sentence of a pile comes up once before any comes up again."""

    def __init__(self, rng: random.Random) -> None:
        self._said = json.loads(BANK.read_text(encoding="utf-8"))
        self._rng = rng
        self._piles: defaultdict[Hashable, list[str]] = defaultdict(list)

    def feedback(self, question_id: str, rank: int) -> str:
        """What a reviewing force writes beside a grade of this rank (0 the worst … 3); sometimes nothing."""
        step, chance = STEPS[rank], self._rng.random
        if chance() < SHARE_WITHOUT_WORDS[step]:
            return ""
        sentences = [self._draw("openings", step)] if chance() < SHARE_OPENED else []
        if question_id in self._said["questions"]:
            sentences.append(self._draw("questions", question_id, step))
        if chance() < SHARE_CONTINUED or not sentences:
            sentences.append(self._sourced(self._draw("bodies", step)))
        if chance() < SHARE_CLOSED:
            sentences.append(self._draw("closings", step))
        return " ".join(sentences)

    @staticmethod
    def praise(question_id: str) -> str:
        """What is said of the best work on a question; empty where the bank knows none."""
        steps = json.loads(BANK.read_text(encoding="utf-8"))["questions"].get(question_id, {})
        return next(iter(steps.get(STEPS[-1], ())), "")

    def _draw(self, *path: str) -> str:
        pile = self._piles[path]
        if not pile:
            pile += self._sentences(path)
            self._rng.shuffle(pile)
        return pile.pop()

    def _sentences(self, path: Sequence[str]) -> list[str]:
        found = self._said
        for step in path:
            found = found[step]
        return list(found)

    def _sourced(self, sentence: str) -> str:
        source = self._rng.choice(self._said["sources"])
        return sentence.replace("{source}", source).replace("{Source}", source[:1].upper() + source[1:])
