"""Grade words: names, letters, abbreviations, slips of the pen, and what follows them."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from arms_analytics.remembered import remembered
from arms_analytics.vocabulary import NOT_APPLICABLE, Grade, GradeScale
from arms_analytics.workbook.texts.plain import plain

LONGEST_WORD = 80
"""No grade's word with its remark is longer; longer text is prose."""

_NOT_APPLICABLE = {
    "n/a", "na", "n.a", "n.a.", "n\\a", "n / a", "n-a", "not applicable", "not app", "non applicable", "not relevant",
    "n/applicable", "does not apply", "not applic", "n/app", "notapplicable", "n/r",
}  # fmt: skip
_NOT_GRADED = {
    "-", "--", "---", "–", "—", ".", "..", "...", "blank", "none", "nil", "not graded", "ungraded", "no grade",
    "not assessed", "not scored", "not marked", "not rated", "not reviewed", "not completed", "/", "?",
    "tbc", "tba", "tbd", "pending", "awaited", "awaiting", "to follow", "to be confirmed", "x", "outstanding?",
}  # fmt: skip
_PROMPT = re.compile(
    r"[\[<(]?(?:please |click (?:here )?to |click or tap to )?(?:select|choose|pick|enter)"
    r"(?: (?:an?|the|one|your|from|of|drop[ -]?down|list|hmicfrs|grade|grading|rating|rag|item|option|value|here))*"
    r"[ .…:>\])]*"
)
"""What a form shows where nobody has chosen yet: "Select grade", "Choose an item."."""
_BEFORE_GRADE = re.compile(
    r"^(?:(?:hmicfrs |overall |final |peer )?(?:grade|grading|graded|rag|rating|judge?ment|colour)\s*[:=\-]?\s+"
    r"|\(?\d\)?\s*[-:.=]\s*(?=[a-z]))"
)
_LEADING = re.compile(r"\s*([A-Za-z/.]++(?: [A-Za-z.]++){0,2}+)[ \t]*(?::|[ \t][-–—]|[-–—]\s|\n|\|)\s*(\S.*)$", re.S)
_GRADE_LABEL = re.compile(r"\s*(?:grade|grading|rating|rag|judge?ment)\s*[:=\-–]\s*", re.I)
_CUT = re.compile(r"[ \t][-–—/>=]+\s*|[-–—]+\s+|[:;,(\[\n*/]\s*|\.\s+|\s+(?=see\b)")
"""Where a remark may begin after a grade word: "RI - see feedback", "Good (p. 4)"."""
BRACKETS = ("(", "[")
_JOINT = re.compile(r"\s*(?:[→⇒>&+]|[-=]+>|\b(?:or|and|to|then|now|was|but)\b)\s*|\s+")
_BETWEEN = re.compile(r"[^a-z0-9]+").sub
_WORDS = re.compile(r"[a-z]+").findall
_FIGURE = re.compile(r"\d").search
_NO_SLIP = re.compile(r"[:;,/|\d]").search
"""A grade's name with a slip of the pen in it holds none of these."""
MOST_SLIPS = 3


@dataclass(frozen=True, slots=True)
class GradeWord:
    """What a box's text says. `grade` is a key, NOT_APPLICABLE, or None where it says that nothing was graded.

    `rest` is what follows the word, as written; `doubtful` says why the word cannot simply be believed.
    """

    grade: str | None
    rest: str = ""
    doubtful: str = ""


class GradeWords:
    """The spellings of one grade scale, and the numbers or letters that a workbook's key adds."""

    def __init__(self, scale: GradeScale, keyed: dict[str, str] | None = None) -> None:
        self.scale = scale
        self.keyed = {plain(mark): grade for mark, grade in (keyed or {}).items()}
        self._names = [(grade.key, _letters(grade.name), _WORDS(grade.name.lower())) for grade in scale]
        self._marks = {_letters(grade.letter) for grade in scale}
        self._exact: dict[str, str] = {}
        for grade in scale:
            for spelling in (*grade.spellings, grade.short, grade.name, grade.key.replace("_", " ")):
                self._exact.setdefault(_letters(spelling), grade.key)
        for grade in scale:
            self._exact[_letters(grade.letter)] = grade.key
        self._exact |= {_letters(mark): grade for mark, grade in self.keyed.items()}
        spelt = [*self._exact, *map(_letters, _NOT_APPLICABLE), *(name for _, name, _ in self._names)]
        self._initials = frozenset(word[0] for word in spelt if word)
        self._longest = max(map(len, spelt)) + MOST_SLIPS
        self._read = functools.lru_cache(2**16)(self._read_fresh)
        self.named = functools.lru_cache(4096)(self._named)

    @property
    def numbered(self) -> bool:
        """Whether the workbook's key gives the grades numbers."""
        return any(map(str.isdigit, self.keyed))

    @staticmethod
    def of(scale: GradeScale) -> GradeWords:
        """The spellings of a scale; what they are in a text is remembered from one workbook to the next."""
        return _kept(scale, ())

    def with_key(self, keyed: dict[str, str]) -> GradeWords:
        """The same words and these marks of a workbook's own key besides."""
        return _kept(self.scale, tuple((self.keyed | keyed).items())) if keyed else self

    def read(self, text: str) -> GradeWord | None:
        """What a box with exactly this text says; None when it is no grade word (prose, a number without a key)."""
        if len(text) > LONGEST_WORD or not text:
            return None
        return self._read(text)

    def leading(self, text: str) -> GradeWord | None:
        """A grade's name or letters set before the feedback itself: "Good: clear rationale", "RI\nNo dates"."""
        labelled = _GRADE_LABEL.match(text)
        match = _LEADING.match(text, labelled.end() if labelled else 0)
        grade = self._one(plain(match[1])) if match else None
        return GradeWord(grade, match[2].strip()) if match and grade else self.read(text)

    def _read_fresh(self, text: str) -> GradeWord | None:
        said = plain(text).strip()
        if said in _NOT_GRADED or _PROMPT.fullmatch(said):
            return GradeWord(None)
        whole = self._one(said)
        if whole is not None:
            return GradeWord(whole)
        return self._behind(said) or self._with_rest(text) or self._two(said)

    def _two(self, said: str) -> GradeWord | None:
        """Two grades and nothing else: one struck through before the other, "Good → RI", "RI to Good"."""
        if len(_letters(said)) > 2 * self._longest:
            return None
        for cut in _JOINT.finditer(said):
            first = self._one(said[: cut.start()])
            other = self._one(said[cut.end() :]) if first else None
            if other and first != other:
                return GradeWord(None, said, "two grades stand in one box")
        return None

    def _behind(self, said: str) -> GradeWord | None:
        """The grade behind a label or its own number: "Grade: Good", "2 - Good"."""
        before = _BEFORE_GRADE.match(said)
        grade = self._one(said[before.end() :]) if before else None
        if before is None or grade is None:
            return None
        if self.keyed.get(_letters(before[0]), grade) != grade:
            return GradeWord(None, said, "two grades stand in one box")
        return GradeWord(grade)

    def _with_rest(self, text: str) -> GradeWord | None:
        for cut in _CUT.finditer(text):
            head = self._one(plain(text[: cut.start()]))
            if head is None or text[: cut.start()].strip().isdigit():
                continue  # a number is a mark only by itself: "1/03/2026", "3 - see below"
            opened = cut[0].strip()[-1:]
            rest = (opened if opened in BRACKETS else "") + text[cut.end() :].strip()
            other = self._one(plain(rest).strip(" ()[]-*.?"))
            if other is not None and other != head:
                return GradeWord(None, rest, "two grades stand in one box")
            return GradeWord(head, self._without_mark(rest))
        return None

    def _without_mark(self, rest: str) -> str:
        """Nothing, where the rest only repeats the grade in short: "Good (2)", "Good (G)"."""
        mark = _letters(rest)
        return "" if mark.isdigit() or mark in self._marks else rest

    def _one(self, said: str) -> str | None:
        word = _letters(said)
        if word[:1] not in self._initials or len(word) > self._longest:
            return None  # most words; none begins a slip of the pen with another letter
        if said.strip(" .*()[]\"'") in _NOT_APPLICABLE:
            return NOT_APPLICABLE
        if word in self._exact:
            return self._exact[word]
        return self._abbreviated(said) or self._misspelt(said, word)

    def _abbreviated(self, said: str) -> str | None:
        tokens = _WORDS(said)
        if not tokens or _FIGURE(said):
            return None
        found = {key for key, _, names in self._names if _shortens(tokens, names)}
        return found.pop() if len(found) == 1 else None

    def _misspelt(self, said: str, word: str) -> str | None:
        if len(word) < 4 or _NO_SLIP(said):
            return None
        allowed = 1 if len(word) < 8 else 2 if len(word) < 14 else MOST_SLIPS
        near = {
            key
            for key, name, _ in self._names
            if word[0] == name[0] and DamerauLevenshtein.distance(word, name, score_cutoff=allowed) <= allowed
        }
        return near.pop() if len(near) == 1 else None

    def _named(self, text: str) -> Grade | None:
        """The grade whose name (not its letter) the text is: for legends and headings."""
        said = self.read(text)
        if said is None or said.grade in (None, NOT_APPLICABLE) or said.rest or len(_letters(text)) < 3:
            return None
        return self.scale[said.grade]


@remembered(32)
def _kept(scale: GradeScale, keyed: tuple[tuple[str, str], ...]) -> GradeWords:
    return GradeWords(scale, dict(keyed))


def _letters(text: str) -> str:
    return _BETWEEN("", plain(text))


def _shortens(tokens: list[str], names: list[str]) -> bool:
    least = 3 if len(names) == 1 else 2
    return len(tokens) == len(names) and all(
        len(token) >= min(least, len(name)) and name.startswith(token)
        for token, name in zip(tokens, names, strict=True)
    )
