"""Draws a workbook from a seed: one combination of layout, words, colours, places and faults, with its truth."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Callable
from dataclasses import replace

from tests.workbook.wild import palettes, surroundings, wordings
from tests.workbook.wild.canvas import Canvas, Fill
from tests.workbook.wild.feedback import BOXED_ODD, LOOK_ALIKES, ODD, with_personal_data, words_for
from tests.workbook.wild.grid import Lay, paint_blocks, paint_grid
from tests.workbook.wild.hand import DRESSES, Hand
from tests.workbook.wild.lists import FILLS, paint_list
from tests.workbook.wild.truth import GRADES, RISKS, Book, Box, Plan

QUARTERS = tuple(f"{year}-{(year + 1) % 100:02d}-Q{n}" for year in (2022, 2023, 2024, 2025, 2026) for n in (1, 2, 3, 4))
HEADS = (
    None,
    Fill("D9E1F2"),
    Fill("BFBFBF"),
    Fill("002060"),
    Fill("DDEBF7"),
    Fill("1F3864"),
    Fill("E7E6E6"),
    Fill("FFF2CC"),
    Fill("C6E0B4"),
)
NUMBER_STYLES = (
    "{n}",
    "Q{n}",
    "{n}.",
    "{n})",
    "Question {n}",
    "Q{n}.",
    "Q{n}:",
    "{s}.{w}",
    "{letter}{w}",
    "Q{n} -",
    "({n})",
    "Question {n}:",
)
UNSETTLED = ("FFDC0A", "FFE000", "FFEB9C", "FFD966", "FFE699", "FFD700", "00B0F0", "7030A0", "4472C4")
SHORT_QUARTERS = (2, 3, 5, 8, 15, 38)
FILE_NAMES = (
    "ARMS QA collated",
    "ARMS peer review collated v3",
    "Copy of ARMS QA FINAL",
    "NW ARMS QA (002)",
    "ARMS_QA_MASTER",
)


class Draw:
    """One book in the making. Faults are asked for by name; without one the book is clean and decidable."""

    def __init__(self, seed: int, fault: str = "", layout: str = "", doubt: str = "") -> None:
        self.rng = random.Random(seed)
        self.fault, self.layout, self.doubt = fault, layout, doubt
        self.quarter = self.rng.choice(QUARTERS[4:])
        self.book = Book(name="", about={"seed": seed, "fault": fault})

    # ---- the author
    def hand(self, layout: str) -> Hand:
        rng = self.rng
        boxed = layout in ("boxed", "noted")
        words = "" if layout == "boxed" else rng.choice(["", "", *wordings.GRADE_WORDS, *wordings.NUMBERS])
        if layout == "noted":
            words = rng.choice(["", "", "letters", "full"])
        palette = self._palette(words, boxed)
        by_rule = ""
        if palette and words and words not in ("variants", "misspelt", "abbreviations") and rng.random() < 0.25:
            number = words in wordings.NUMBERS
            by_rule = rng.choice(
                ("is", "formula") if number or "letter" in words else ("is", "contains", "begins", "formula", "search")
            )
        numbering = rng.choice(
            ("none", "inline", "inline", "column", "column", "only")
            if layout != "list"
            else ("none", "inline", "column")
        )
        style = rng.choice(NUMBER_STYLES)
        if numbering == "inline" and style == "{n}":
            style = "{n}."
        if layout == "list" and ("{s}" in style or "{letter}" in style):
            style = "Q{n}"
        if numbering == "only":
            style = rng.choice(("{n}", "Q{n}", "{n}.", "Question {n}"))
        names = rng.choice(list(wordings.FORCE_NAMES))
        inside = rng.choice(("plain", "plain", "formal", "short", "upper"))
        return Hand(
            rng, palette, words, by_rule, risks=wordings.RISK_WORDS[rng.choice(list(wordings.RISK_WORDS))],
            names=wordings.FORCE_NAMES[names], names_inside=wordings.FORCE_NAMES[inside], numbering=numbering,
            number_style=style, head=rng.choice(HEADS), grey=rng.choice(palettes.GREYS),
            signed_notes=rng.choice(("", "Clarke, J", "DI Hall")),
            dress=frozenset(dress for dress in DRESSES if rng.random() < 0.08),
            quarter_style=rng.randrange(len(wordings.quarter_wordings(self.quarter))),
        )  # fmt: skip

    def _palette(self, words: str, boxed: bool) -> palettes.Palette | None:
        rng = self.rng
        if words and not boxed and rng.random() < 0.25:
            return None
        group = rng.choice(
            (
                palettes.CLEAR,
                palettes.CLEAR,
                palettes.CLEAR,
                palettes.KEYED,
                palettes.THEMED,
                palettes.INDEXED,
                palettes.NAMED,
            )
        )
        return rng.choice(group)

    # ---- the reviews
    def plans(
        self, forces: list[str], quarter: str, questions: list[str], reviewing: bool, odd: tuple[str, ...]
    ) -> list[Plan]:
        rng, plans = self.rng, []
        turn = rng.randint(1, len(wordings.FORCES) - 1)
        order = rng.choice((RISKS, RISKS[::-1], tuple(rng.sample(RISKS, 4))))
        ref_style, officer_style, counter = rng.randrange(6), rng.randrange(5), rng.randint(1, 80)
        mixed = rng.random() < 0.15
        for force in forces:
            at = wordings.FORCES.index(force)
            for place, risk in enumerate(order):
                counter += 1
                other = wordings.FORCES[(at + (turn if not mixed else 1 + (turn + place) % 5)) % 6]
                plan = Plan(
                    force,
                    quarter,
                    risk,
                    self._ref(ref_style, at, counter, place, quarter),
                    self._officer(officer_style),
                    other if reviewing else None,
                    dated=dt.date(int(quarter[:4]), rng.randint(1, 12), rng.randint(1, 28)),
                    team=rng.choice(("SOMU North", "SOMU South", "Central", "MOSOVO East")),
                )
                plan.boxes = [self._box(question, odd) for question in questions]
                plans.append(plan)
        self.mixed = mixed
        return plans

    def _ref(self, style: int, at: int, counter: int, place: int, quarter: str) -> str:
        code = wordings.CODES[at]
        return (
            f"ARMS/{code}/{counter:03d}", f"{code}-{quarter[2:4]}{quarter[-2:]}-{place + 1:02d}",
            f"ARMS {counter:04d}", str(20000 + counter * 37), f"{code}{counter:04d}/{quarter[2:4]}",
            f"PR-{counter:03d}-{code}")[ style
        ]  # fmt: skip

    def _officer(self, style: int) -> str:
        n = self.rng.randint(1000, 9999)
        return (f"PC {n}", f"OM-{n % 900 + 100}", f"DC{n}", str(n), f"PS {n}")[style]

    def _box(self, question: str, odd: tuple[str, ...]) -> Box:
        rng = self.rng
        grade = rng.choices([*GRADES, "not_applicable"], (13, 45, 30, 11, 1))[0]
        text = "" if rng.random() < 0.12 else words_for(rng, grade)
        planted: tuple[str, ...] = ()
        chance = rng.random()
        if chance < 0.05:
            text = rng.choice(odd)
        elif chance < 0.07:
            text = f"{text} {rng.choice(LOOK_ALIKES)}".strip()
        elif chance < self.personal + 0.07 and text:
            text, planted = with_personal_data(rng, text)
        return Box(question, grade, text, planted)

    personal = 0.0

    # ---- the book
    def make(self) -> Book:
        rng = self.rng
        layout = self.layout or rng.choice(
            ("pair", "pair", "rows", "turned pair", "turned rows", "split", "reversed", "boxed",
            "turned boxed", "noted", "turned noted", "turned doubled", "blocks", "blocks across", "blocks beside",
            "list",
            "list", "one list", "alone"
        ))  # fmt: skip
        base = (
            "boxed" if "boxed" in layout else "noted" if "noted" in layout else "list" if "list" in layout else layout
        )
        hand = self.hand(base)
        self.personal = rng.choice((0.0, 0.0, 0.0, 0.02))
        forces = list(wordings.FORCES) if rng.random() < 0.6 else rng.sample(wordings.FORCES, rng.randint(2, 5))
        long = rng.random() < 0.75
        chosen = sorted(rng.sample(range(len(wordings.QUESTIONS)), rng.randint(8, 26)))
        questions = [wordings.QUESTIONS[i][0 if long else 1] for i in chosen]
        reviewing_at = rng.choice(("line", "pair", "head", "head", "cover", "absent", "title"))
        quarter_at = rng.choice(("title", "title", "line", "pair", "cell", "file", "tab", "cover", "date", "head"))
        if self.doubt:
            quarter_at, reviewing_at = "title", rng.choice(("head", "absent"))
            self._make_plain(hand)
        if self.fault == "cumulative":
            quarter_at = rng.choice(("tab", "head")) if layout != "one list" else "head"
            reviewing_at = "absent" if reviewing_at == "absent" else "head"
        if quarter_at == "tab":
            hand.quarter_style, hand.names = (
                rng.choice(SHORT_QUARTERS),
                wordings.FORCE_NAMES[rng.choice(("short", "upper", "lower"))],
            )
        plans = self.plans(
            forces, self.quarter, questions, reviewing_at != "absent", BOXED_ODD if base == "boxed" else ODD
        )
        if self.fault == "cumulative":
            for back in range(1, rng.randint(2, 3)):
                earlier = QUARTERS[QUARTERS.index(self.quarter) - back]
                plans += self.plans(
                    forces, earlier, questions, reviewing_at != "absent", BOXED_ODD if base == "boxed" else ODD
                )
        if layout == "one list" and reviewing_at in ("line", "pair", "title"):
            reviewing_at = "head"
        if self.mixed and reviewing_at != "absent":
            reviewing_at = "head"
        self.book.plans = plans
        self.book.about |= {
            "layout": layout, "words": hand.words, "palette": hand.palette and hand.palette.name,
            "rule": hand.by_rule, "numbering": f"{hand.numbering} {hand.number_style}",
            "quarter_at": quarter_at, "quarter_text": hand.quarter(self.quarter), "reviewing_at": reviewing_at,
            "names": hand.names[1], "risks": hand.risks[3], "quarter": self.quarter,
        }  # fmt: skip
        key = self._key_place(hand)
        self.book.about["key"] = key
        self.book.about["dress"] = sorted(hand.dress)
        self._spread_faults(plans, hand, key)
        tabs = self._tabs(layout, hand, plans, quarter_at, reviewing_at, key)
        self.book.sheets = self._with_extras(tabs, hand, plans, quarter_at, reviewing_at, key, questions)
        if self.everywhere:
            self.book.noted |= {plan.sheet for plan in plans}
        self._name(quarter_at, hand)
        self._doubt_colours(hand, key)
        self._container(hand)
        return self.book

    def _make_plain(self, hand: Hand) -> None:
        """A doubtful book is plain in everything but its doubt."""
        hand.names = wordings.FORCE_NAMES["plain"]
        hand.words, hand.by_rule, hand.quarter_style = "full", "", 0
        hand.palette, hand.dress = palettes.CLEAR[0], frozenset()
        if self.doubt == "numbers without a key":
            hand.words, hand.palette = self.rng.choice(list(wordings.NUMBERS)), None
        if self.doubt == "colours without a key":
            hand.words, hand.palette = "", self.rng.choice(palettes.KEYED[4:6])

    def _key_place(self, hand: Hand) -> str:
        if self.doubt.endswith("without a key"):
            return "none"
        needed = (
            hand.palette is not None and not hand.words and not hand.palette.clear and not hand.palette.doubtful
        ) or (hand.words in wordings.NUMBERS and (hand.palette is None or not hand.palette.clear))
        if hand.palette and hand.palette.doubtful and not hand.words and self.rng.random() < 0.7:
            needed = True
        if hand.words == "colour names":
            return "none" if not needed else "tab"
        return self.rng.choice(
            ("above", "right", "below", "tab") if needed else ("none", "none", "above", "right", "below", "tab")
        )

    def _tabs(
        self, layout: str, hand: Hand, plans: list[Plan], quarter_at: str, reviewing_at: str, key: str
    ) -> list[Canvas]:
        kinds = ["risk", "ref", "officer"]
        if reviewing_at == "head":
            kinds.append("reviewing")
        if quarter_at == "head":
            kinds.append("quarter")
        if self.rng.random() < 0.2:
            kinds.append("team")
        if self.rng.random() < 0.15:
            kinds.append("dated")
        if self.rng.random() < 0.3:
            kinds = ["risk", *self.rng.sample(kinds[1:], len(kinds) - 1)]
        if self.rng.random() < 0.1:
            kinds.remove("officer")
            for plan in plans:
                plan.officer = ""
        if layout == "one list":
            return [self._one_list(hand, plans, kinds, quarter_at, key)]
        paint = self._painter(layout, hand, tuple(kinds), len(plans[0].boxes))
        tabs = []
        apart = quarter_at == "tab"
        for force, quarter in dict.fromkeys((plan.force, plan.quarter if apart else "") for plan in plans):
            mine = [plan for plan in plans if plan.force == force and quarter in ("", plan.quarter)]
            if self.rng.random() < 0.3:
                hand.fresh_labels()
            tabs.append(self._tab(hand, mine, quarter_at, reviewing_at, key, paint))
        return tabs

    def _tab(
        self,
        hand: Hand,
        mine: list[Plan],
        quarter_at: str,
        reviewing_at: str,
        key: str,
        paint: Callable[..., tuple[int, int]],
    ) -> Canvas:
        rng = self.rng
        name = hand.tab(mine[0].force)
        if quarter_at == "tab":
            name = f"{name.strip()} {hand.quarter(mine[0].quarter)}"[:31]
        canvas = Canvas(name)
        for plan in mine:
            plan.sheet = name
        left = self.left
        row = surroundings.paint_head(
            canvas, hand, mine[0], quarter_at, reviewing_at, left, force_said=rng.random() < 0.7
        )
        if key == "above":
            row = surroundings.paint_key(canvas, hand, row, left)[0] + rng.randint(1, 2)
        bottom, right = paint(canvas, mine, row, left)
        if key == "right":
            surroundings.paint_key(canvas, hand, max(1, row - rng.randint(0, 2)), right + 2)
        if key == "below":
            surroundings.paint_key(canvas, hand, bottom + 2, left)
        elif self.footers:
            first = [int(c) for c in sorted({canvas_column(box.cell) for plan in mine for box in plan.boxes[:1]})]
            surroundings.paint_foot(canvas, hand, mine, bottom, left, first)
        return canvas

    left = 1
    footers = False
    everywhere = False

    def _painter(self, layout: str, hand: Hand, kinds: tuple[str, ...], count: int) -> Callable[..., tuple[int, int]]:
        rng = self.rng
        self.left = rng.choice((1, 1, 1, 1, 2, 3))
        self.footers = rng.random() < 0.4
        sections = self._sections(count)
        if layout == "list":
            columns = self._columns(hand, kinds)
            fill, by_question = rng.choice(FILLS), False
            if fill == "down" and rng.random() < 0.25:
                by_question = True
            self.book.about["list"] = (columns, fill, by_question)
            hide = rng.random() < 0.2
            return lambda canvas, plans, top, left: self._list(
                canvas, plans, hand, top, left, columns, fill, by_question, hide
            )
        mode = (
            layout.split()[-1]
            if layout.split()[-1] in ("pair", "rows", "split", "reversed", "boxed", "noted", "alone", "doubled")
            else "pair"
        )
        if mode == "rows" and rng.random() < 0.2:
            mode = "rows reversed"
        lay = Lay(
            mode, turned="turned" in layout or layout == "blocks across", heads=rng.choice(("merged", "first",
            "repeated", "one cell")), lines=kinds, sections=rng.choice(("none", "none", "lines", "lines",
            "beside")), spacer=rng.choice((0, 0, 0, 1)), part_heads=rng.random() < 0.93,
            question_head=rng.random() < 0.85, ordinal_heads=rng.choice(("", "", "", "Review", "Plan")),
            joined=rng.choice(("\n", "\n", " | ", " - ", ", ")), gap_before_plans=rng.random() < 0.08,
            repeat_heads_every=rng.choice((0, 0, 0, 0, 10)),
        )  # fmt: skip
        if lay.turned:
            lay = replace(
                lay,
                spacer=0,
                repeat_heads_every=0,
                gap_before_plans=False,
                sections="none" if lay.sections == "lines" else lay.sections,
            )
        if mode == "doubled":
            lay = replace(lay, part_heads=False, question_head=False)
            if hand.numbering != "inline":
                hand.numbering, hand.number_style = "inline", rng.choice(("Q{n}.", "Q{n}", "{n}.", "Q{n}:"))
            elif "{s}" in hand.number_style or "{letter}" in hand.number_style:
                hand.number_style = "{n}."
        if layout.startswith("blocks"):
            heading, mode = (
                rng.choice(("bar", "pairs")),
                rng.choice(("pair", "pair", "reversed", "boxed" if not hand.words else "pair")),
            )
            lay = replace(lay, mode=mode, part_heads=True, question_head=True, repeat_heads_every=0, spacer=0)
            self.book.about["lay"] = lay, heading
            beside = layout == "blocks beside"
            return lambda canvas, plans, top, left: paint_blocks(
                canvas, plans, hand, replace(lay, top=top, left=left), sections, heading, beside
            )
        self.book.about["lay"] = lay
        return lambda canvas, plans, top, left: paint_grid(
            canvas, plans, hand, replace(lay, top=top, left=left), sections
        )

    def _sections(self, count: int) -> list[tuple[str, int]]:
        parts = self.rng.randint(2, min(6, count))
        cuts = [0, *sorted(self.rng.sample(range(1, count), parts - 1)), count]
        return [(wordings.SECTIONS[k], b - a) for k, (a, b) in enumerate(itertools.pairwise(cuts))]

    def _columns(self, hand: Hand, kinds: tuple[str, ...]) -> tuple[str, ...]:
        number = ("number",) if hand.numbering == "column" else ()
        tail = ("grade", "feedback") if self.rng.random() < 0.8 else ("feedback", "grade")
        return (*kinds, *number, "question", *tail)

    def _list(
        self,
        canvas: Canvas,
        plans: list[Plan],
        hand: Hand,
        top: int,
        left: int,
        columns: tuple[str, ...],
        fill: str,
        by_question: bool,
        hide: bool,
    ) -> tuple[int, int]:
        bottom, right = paint_list(canvas, plans, hand, top, left, columns, fill, by_question)
        if hide and fill == "down":
            canvas.filter = (top, left, bottom, right)
            canvas.hidden_rows = {row for row in range(top + 1, bottom + 1) if self.rng.random() < 0.6}
        return bottom, right

    def _one_list(self, hand: Hand, plans: list[Plan], kinds: list[str], quarter_at: str, key: str) -> Canvas:
        """All forces in one list on one tab."""
        name = self.rng.choice(("Data", "All reviews", "Collated", "Sheet1", "Return"))
        canvas = Canvas(f"{name} {hand.quarter(self.quarter)}"[:31] if quarter_at == "tab" else name)
        row = 1
        if quarter_at in ("title", "line", "pair", "cell", "date"):
            row = surroundings.paint_head(
                canvas, hand, replace(plans[0], force="Cheshire", reviewing=None), quarter_at, "absent", 1, False
            )
            for ink in canvas.ink.values():
                if isinstance(ink.value, str):
                    ink.value = ink.value.replace(hand.force_inside("Cheshire"), "all forces")
        if key == "above":
            row = surroundings.paint_key(canvas, hand, row, 1)[0] + 1
        for plan in plans:
            plan.sheet = canvas.name
        columns = ("force", *self._columns(hand, tuple(kinds)))
        bottom, right = paint_list(canvas, plans, hand, row, 1, columns, "down", False)
        if key == "right":
            surroundings.paint_key(canvas, hand, row, right + 2)
        if key == "below":
            surroundings.paint_key(canvas, hand, bottom + 2, 1)
        return canvas

    def _with_extras(
        self,
        tabs: list[Canvas],
        hand: Hand,
        plans: list[Plan],
        quarter_at: str,
        reviewing_at: str,
        key: str,
        questions: list[str],
    ) -> list[Canvas]:
        rng, before, after = self.rng, [], []
        if quarter_at == "cover" or (reviewing_at == "cover"):
            before.append(surroundings.cover_tab(hand, plans, quarter_at == "cover", reviewing_at == "cover"))
        if key == "tab":
            (before if rng.random() < 0.5 else after).append(surroundings.key_tab(hand))
        if hand.numbering == "only":
            after.append(surroundings.questions_tab(hand, questions))
        if rng.random() < 0.15:
            after.append(surroundings.summary_tab(hand, plans))
        if rng.random() < 0.1:
            after.append(surroundings.matrix_tab(hand, plans))
        if rng.random() < 0.15:
            after.append(surroundings.actions_tab(hand, plans))
        if rng.random() < 0.1:
            after.append(surroundings.lists_tab(hand))
        if rng.random() < 0.1:
            after.append(Canvas(rng.choice(("Sheet3", "Sheet7", "Blank"))))
        if rng.random() < 0.1:
            before.append(surroundings.contents_tab(hand, [tab.name for tab in tabs]))
        if rng.random() < 0.1 and len(tabs) > 1:
            old = tabs[0]
            copy = Canvas(
                f"{old.name.strip()[:25]} (old)", ink=dict(old.ink), merged=list(old.merged), rules=list(old.rules)
            )
            after.append(copy)
            self.book.noted |= {copy.name}
        self.book.about["extras"] = [canvas.name for canvas in (*before, *after)]
        return [*before, *tabs, *after]

    # ---- faults and doubts
    def _spread_faults(self, plans: list[Plan], hand: Hand, key: str) -> None:
        rng = self.rng
        boxes = [box for plan in plans for box in plan.boxes]
        if self.fault == "blanks":
            for plan in plans:
                for box in plan.boxes:
                    if rng.random() < 0.03:
                        box.grade, box.planted = None, ()
                        box.feedback = "" if rng.random() < 0.5 else "To follow."
        if self.fault in ("blanks", "three plans"):
            self.everywhere = True
        if self.fault == "three plans":
            gone = rng.choice(plans)
            plans.remove(gone)
            if rng.random() < 0.5 and gone.force in {plan.force for plan in plans}:
                next(plan for plan in plans if plan.force == gone.force).risk = gone.risk
        if (
            self.fault == "contradiction"
            and hand.palette
            and hand.words
            and hand.palette.clear
            and not hand.by_rule
            and hand.words not in wordings.NUMBERS
        ):
            for box in rng.sample(boxes, 5):
                if box.grade in GRADES:
                    other = rng.choice([grade for grade in GRADES if grade != box.grade])
                    box.swatch, box.ask = hand.palette[other].rgb, "contradiction"
        if (
            self.fault == "doubtful colours"
            and hand.palette
            and not hand.words
            and hand.palette.clear
            and key == "none"
        ):
            for box in rng.sample(boxes, 6):
                if box.grade in GRADES:
                    box.swatch, box.ask = rng.choice(UNSETTLED), "ambiguous_colour"
                    box.grade, box.accept = None, (None, *GRADES)

    def _doubt_colours(self, hand: Hand, key: str) -> None:
        """Boxes in a colour that nothing settles are to be asked about."""
        palette = hand.palette
        if palette is None or (hand.words and hand.words not in wordings.NUMBERS) or key != "none":
            return
        for plan in self.book.plans:
            for box in plan.boxes:
                if box.grade in palette.doubtful and not box.ask:
                    box.accept, box.ask = (None, box.grade, "outstanding", "requires_improvement"), "ambiguous_colour"

    def _name(self, quarter_at: str, hand: Hand) -> None:
        rng = self.rng
        name = rng.choice(FILE_NAMES)
        if quarter_at == "file" or (rng.random() < 0.3 and not self.doubt and self.fault != "cumulative"):
            keep = hand.quarter_style
            hand.quarter_style = rng.choice(SHORT_QUARTERS)
            name = rng.choice(("{} {}", "{1} {0}", "{} - {}")).format(name, hand.quarter(self.quarter))
            hand.quarter_style = keep
        self.book.name = name

    def _container(self, hand: Hand) -> None:
        rng = self.rng
        book = self.book
        special = hand.palette in palettes.THEMED + palettes.INDEXED + palettes.NAMED
        book.hand = "openpyxl" if special or hand.palette is None else rng.choice(("openpyxl", "xlsxwriter"))
        if not special and not any(
            c.hidden_rows or c.rules or any(ink.formula for ink in c.ink.values()) for c in book.sheets
        ):
            book.kind = rng.choice(("xlsx", "xlsx", "xlsx", "xlsx", "xlsx", "ods", "xls"))
        noted = any(ink.note for canvas in book.sheets for ink in canvas.ink.values())
        if noted and book.kind == "xlsx" and book.hand == "openpyxl" and not hand.signed_notes and rng.random() < 0.5:
            book.threaded = True
        if book.kind == "xls" and any(ink.note for c in book.sheets for ink in c.ink.values()):
            book.kind = "xlsx"
        if book.kind == "xls" and len({ink.fill.rgb for c in book.sheets for ink in c.ink.values() if ink.fill}) > 50:
            book.kind = "xlsx"
        book.name += "." + book.kind


def canvas_column(cell: str) -> int:
    """The column of an address."""
    column = 0
    for letter in cell.rstrip("0123456789"):
        column = column * 26 + ord(letter) - 64
    return column


FAULTS = ("", "", "", "", "", "blanks", "three plans", "contradiction", "doubtful colours", "cumulative")


def draw(seed: int, fault: str | None = None, layout: str = "") -> Book:
    """The book of a seed."""
    return Draw(seed, random.Random(seed).choice(FAULTS) if fault is None else fault, layout).make()
