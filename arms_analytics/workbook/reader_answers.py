"""What a person answered to the reader's questions: a small JSON file, kept and given again with the next workbook.

    {"answers": {"bare_year": "financial", "colour/Cheshire/FFDC0A": "outstanding"}}

`check --ask FILE` writes the same file with the open questions in it, to be filled in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from arms_analytics.vocabulary import OpenQuestion


class UnusableAnswersError(ValueError):
    """The answers file cannot be used; the message is one sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class ReaderAnswers:
    """Answers by the key of their question. Equal answers have equal representations."""

    given: tuple[tuple[str, str], ...] = ()
    _by_key: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "given", tuple(sorted(dict(self.given).items())))
        object.__setattr__(self, "_by_key", dict(self.given))

    @classmethod
    def of(cls, given: Mapping[str, str]) -> ReaderAnswers:
        """From {key: answer}; empty answers are none."""
        return cls(tuple((key, answer.strip()) for key, answer in given.items() if answer.strip()))

    @classmethod
    def read(cls, path: Path) -> ReaderAnswers:
        """From a file. UnusableAnswersError when it is none."""
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UnusableAnswersError(f"The answers file {path.name} cannot be read: {error}.") from None
        given = said.get("answers") if isinstance(said, dict) else None
        if not isinstance(given, dict) or not all(isinstance(answer, str | None) for answer in given.values()):
            raise UnusableAnswersError(
                f'{path.name} is no answers file: it needs {{"answers": {{…}}}}. `check --ask FILE` writes one.'
            )
        return cls.of({str(key): answer or "" for key, answer in given.items()})

    def get(self, key: str) -> str | None:
        """The answer to this question, or None."""
        return self._by_key.get(key)

    def with_more(self, given: Mapping[str, str]) -> ReaderAnswers:
        """These and further answers; the further ones win."""
        return ReaderAnswers.of(self._by_key | dict(given))

    def write(self, path: Path, open_questions: Iterable[OpenQuestion] = ()) -> None:
        """Write the file: what is answered, and what is open with its choices and suggestion to fill in."""
        asked: dict[str, Any] = {}
        answers = dict(self.given)
        for question in open_questions:
            answers.setdefault(question.key, "")
            asked[question.key] = {
                "question": question.text,
                "where": f"{question.sheet} {question.cell}".strip(),
                "choices": list(question.choices),
                "suggestion": question.suggestion,
            }
        said = {"answers": answers} | ({"questions": asked} if asked else {})
        path.write_text(json.dumps(said, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
