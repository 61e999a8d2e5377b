"""Which force a text names: on a tab, in a title, behind "Reviewed by"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from arms_analytics.network import Network
from arms_analytics.remembered import remembered
from arms_analytics.vocabulary import RiskLevel
from arms_analytics.workbook.texts.plain import plain
from arms_analytics.workbook.texts.risk_levels import risk_level

_AROUND = re.compile(
    r"\b(?:police(?: service| force)?|constabul[a-z]*|service|force|pcc|hq|headquarters|somu|mosovo|ppu|the)\b"
    r"|\(\d+\)|[()\[\]]"
)
LONGEST_SENTENCE = 140
_COPY = re.compile(r"^copy of\b|\bcopy\b(?: ?\d+)?$|\s\(?\d{1,2}\)?$")
_OLD = re.compile(r"\b(?:old|superseded|do not use|dnu|backup|bak|archive[d]?|previous version|obsolete|replaced)\b")


_GRADED_BY = re.compile(
    r"\b(?:peer[- ])?(?:review(?:ed|s)?|assess(?:ed|ment)|grad(?:ed|ing)|marked|audit(?:ed)?|moderated|qa'?d?|"
    r"quality assured)(?: [\w’']+){0,6} by\b|\breview(?:ing|er|ers) (?:force|team|area)\b|\breviewers?\s*[:=–-]",
    re.I,
)
_GRADES = re.compile(
    r"\s(?:reviewed|reviewing(?! (?:force|team|area)\b)|reviews|graded|assessed|->|→|"
    r"(?:peer |arms |qa )*(?:reviews?|audits?|qa) of)\s",
    re.I,
)
_BY = re.compile(r"\bby\b", re.I)
"""On a tab's name nothing but a review is done "by" a force."""
LONGEST_TAB_NAME = 31
"""Excel cuts off what is longer."""
SHORTEST_BEGINNING = 3


@dataclass(frozen=True, slots=True)
class TabName:
    """A tab's name: the force it names (None when it names none), whether it says it is old, or a copy.

    `by` is the force of which it says that it reviewed: "Reviewed by Cumbria"; `risk` the level that it names: beside
    its force where a tab holds one review ("Cheshire - Low"), alone where it holds all forces' of that level. `by_whom`
    are the words that should name the reviewing force and name none: misspelt, or cut off.
    """

    force: str | None
    old: bool
    copy: bool
    by: str | None = None
    risk: RiskLevel | None = None
    by_whom: str | None = None


class Forces:
    """The known forces by every name that people give them; those of the network win where two share an alias."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._names: dict[str, str] = {}
        members = set(network.member_names)
        for force in sorted(network.known_forces, key=lambda force: force.name not in members):
            for name in (force.name, force.short, *force.aliases):
                bare = _bare(name)  # two letters are no name: "NW Police" is a force, "NW" the whole region
                self._names.setdefault(bare if len(bare) > 2 else plain(name), force.name)
        longest = sorted((name for name in self._names if len(name) > 2), key=len, reverse=True)
        self._within = re.compile(r"(?<![a-z0-9])(" + "|".join(map(re.escape, longest)) + r")(?![a-z0-9])")
        self.named = functools.lru_cache(2048)(self._named)
        self.reviewed_by = functools.lru_cache(2048)(self._reviewed_by)

    def _named(self, text: str) -> str | None:
        """The force that the whole text is a name of."""
        if len(text) > 70:
            return None
        for bare in (_bare(text), plain(text)):
            if bare in self._names:
                return self._names[bare]
        return self._names.get(_bare(re.sub(r"\(.*?\)", " ", text))) if "(" in text else None

    def within(self, text: str) -> tuple[str, ...]:
        """The forces named anywhere in the text, longest names first taken, in order."""
        found = [self._names[match[1]] for match in self._within.finditer(_bare(text))]
        return tuple(dict.fromkeys(found))

    def only_one_within(self, text: str) -> str | None:
        """The force that the text names, when it names exactly one."""
        whole = self.named(text)
        found = (whole,) if whole else self.within(text)
        return found[0] if len(found) == 1 else None

    def _reviewed_by(self, text: str) -> tuple[str | None, str | None]:
        """(force, reviewing force) of a sentence: "Cheshire reviewed by Cumbria, Q1", "Cumbria reviewed Cheshire"."""
        if len(text) > LONGEST_SENTENCE:
            return None, None
        for pattern, order in ((_GRADED_BY, 1), (_GRADES, -1)):
            cut = pattern.search(text)
            if cut:
                before = text[: cut.end() if order == 1 else cut.start()]
                sides = [self._nearest(before, -1), self._nearest(text[cut.end() :], 0)][::order]
                return (sides[0], sides[1]) if order == 1 or all(sides) else (None, None)
        return None, None

    def titled(self, text: str) -> tuple[str | None, str | None]:
        """(force, reviewing force) of a title: "Cheshire ARMS plans", "Cheshire - reviewed by Cumbria"."""
        force, by = self.reviewed_by(text)
        return (force, by) if by else (self.only_one_within(text), None)

    def _nearest(self, text: str, place: int) -> str | None:
        """The force named last before, or first after, the words that join two forces."""
        found = self.within(text)
        return found[place] if found else self.named(text)

    def is_member(self, force: str) -> bool:
        """Whether it belongs to this network."""
        return force in self.network.member_names

    def of_tab(self, name: str) -> TabName:
        """The force of a tab's name: "Lancs ", "Cheshire (2)", "Copy of GMP", "Cumbria (old)", "GMP by Cheshire"."""
        said = plain(name.replace("_", " "))
        old = bool(_OLD.search(said))
        copy = bool(_COPY.search(said))
        trimmed = _COPY.sub("", _OLD.sub(" ", said))
        cut = _BY.search(said)
        if cut and (by := self.only_one_within(_COPY.sub("", whom := said[cut.end() :])) or self._begun(name, whom)):
            return TabName(self.only_one_within(said[: cut.start()]), old, copy, by)
        if len(self.within(trimmed)) > 1 and all(told := self.reviewed_by(trimmed)):
            return TabName(told[0], old, copy, told[1])
        force = self.named(said) or self.named(trimmed) or self.only_one_within(trimmed)
        level = risk_level(self._within.sub(" ", _bare(trimmed)))
        return TabName(force, old, copy, risk=level, by_whom=said[cut.end() :].strip() if cut and force else None)

    def _begun(self, name: str, text: str) -> str | None:
        """The one force whose name begins so, where Excel cut the tab's name off: "Cumbria (reviewed by Mers"."""
        begun = _bare(text)
        if len(name) < LONGEST_TAB_NAME or len(begun) < SHORTEST_BEGINNING:
            return None
        found = {force for known, force in self._names.items() if known.startswith(begun)}
        return found.pop() if len(found) == 1 else None


@remembered(4096)
def _bare(name: str) -> str:
    bare = plain(name.replace("_", " ").replace("-", " ")).replace(".", " ").replace(" and ", " & ")
    return " ".join(_AROUND.sub(" ", bare).replace("&", " & ").split()) or plain(name)
