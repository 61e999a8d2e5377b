"""The text of a condition in an OpenDocument spreadsheet, as a rule with its formulas in Excel's spelling."""

from __future__ import annotations

import re

from arms_analytics.workbook.cells import Area, Place
from arms_analytics.workbook.files.conditional.rules import Rule
from arms_analytics.workbook.files.fills import Fill
from arms_analytics.workbook.files.references import place_of

OPERATORS = {
    "=": "equal", "!=": "notEqual", "<>": "notEqual", "<": "lessThan", "<=": "lessThanOrEqual", ">": "greaterThan",
    ">=": "greaterThanOrEqual",
}  # fmt: skip
COMPARISON = re.compile(r"(?:cell-content\(\)\s*)?(!=|<>|<=|>=|=|<|>)(.*)", re.DOTALL)
CALL = re.compile(r"([a-z-]+)(?:\((.*)\))?", re.DOTALL)
TEXT_CALLS = {
    "contains-text": "containsText", "not-contains-text": "notContainsText", "begins-with": "beginsWith",
    "ends-with": "endsWith",
}  # fmt: skip
RANKS: dict[str, dict[str, str]] = {
    "top-elements": {}, "bottom-elements": {"bottom": "1"}, "top-percent": {"percent": "1"},
    "bottom-percent": {"percent": "1", "bottom": "1"},
}  # fmt: skip
AVERAGES: dict[str, dict[str, str]] = {
    "above-average": {}, "below-average": {"aboveAverage": "0"}, "above-equal-average": {"equalAverage": "1"},
    "below-equal-average": {"aboveAverage": "0", "equalAverage": "1"},
}  # fmt: skip
KINDS = {"is-error": "containsErrors", "is-no-error": "notContainsErrors", "duplicate": "duplicateValues",
         "unique": "uniqueValues"}  # fmt: skip
QUOTED_OR_NOT = re.compile(r'("(?:[^"]|"")*")|([^"]+)')
BRACKETED = re.compile(r"\[(?:\$?('(?:[^']|'')+'|[^\].:$'\[]+))?\.([^\]:]+)(?::(?:[^\].]*)\.([^\]]+))?\]")


def rule_of(condition: str, fill: Fill | None, areas: tuple[Area, ...], priority: int) -> Rule:
    """The rule that a condition stands for; of a kind that is never decided where it is not understood.

    The first condition that holds is the one that counts, so every rule stops here.
    """
    rule = Rule("unknown", priority, areas, fill, stops_here=True)
    comparison, call = COMPARISON.fullmatch(condition.strip()), CALL.fullmatch(condition.strip())
    if comparison:
        rule.kind, rule.options = "cellIs", {"operator": OPERATORS[comparison[1]]}
        rule.formulas = [as_excel(comparison[2])]
    elif call:
        _call(rule, call[1], call[2] or "")
    return rule


def base_of(address: str) -> Place | None:
    """The cell that a condition's relative references count from, out of `Sheet1.C5`; None where not said."""
    _, _, cell = address.rpartition(".")
    return place_of(cell) if cell else None


def _call(rule: Rule, name: str, argument: str) -> None:
    if name in ("between", "not-between", "cell-content-is-between", "cell-content-is-not-between"):
        parts = as_excel(argument).split(",")
        if len(parts) == 2:
            rule.kind, rule.formulas = "cellIs", parts
            rule.options = {"operator": "notBetween" if "not" in name else "between"}
    elif name in ("formula-is", "is-true-formula"):
        rule.kind, rule.formulas = "expression", [as_excel(argument)]
    elif name in TEXT_CALLS and argument[:1] == argument[-1:] == '"' and len(argument) > 2:
        rule.kind, rule.options = TEXT_CALLS[name], {"text": argument[1:-1].replace('""', '"')}
    elif name in RANKS:
        rule.kind, rule.options = "top10", {"rank": argument} | RANKS[name]
    elif name in AVERAGES:
        rule.kind, rule.options = "aboveAverage", dict(AVERAGES[name])
    else:
        rule.kind = KINDS.get(name, "unknown")


def as_excel(formula: str) -> str:
    """An OpenFormula text in Excel's spelling: `[.C5]` as C5, `[$Key.A2]` as Key!A2, semicolons as commas."""
    text = re.sub(r"^(?:of|oooc|msoxl):=?", "", formula.strip())
    return "".join(match[1] or _spelled(match[2]) for match in QUOTED_OR_NOT.finditer(text))


def _spelled(text: str) -> str:
    def reference(match: re.Match[str]) -> str:
        tab, first, last = match[1], match[2], match[3]
        return (f"{tab}!" if tab else "") + first + (f":{last}" if last else "")

    return BRACKETED.sub(reference, text).replace(";", ",")
