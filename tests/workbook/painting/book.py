"""Paint a whole workbook from a spec, with the truth of every box beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from random import Random

from tests.workbook.painting import content as c
from tests.workbook.painting.canvas import Canvas
from tests.workbook.painting.spec import Spec

ENDS = {"2025-26-Q1": dt.date(2025, 6, 30), "2024-25-Q4": dt.date(2025, 3, 31), "2025-26-Q3": dt.date(2025, 12, 31)}


@dataclass
class TrueBox:
    """What one box really says."""

    sheet: str
    cell: str
    force: str
    risk: str
    ref: str
    officer: str
    reviewing: str | None
    question: str
    grade: str | None
    feedback: str


@dataclass
class PaintedBook:
    """Sheets, the file's name, the truth."""

    file: str
    quarter: str
    sheets: list = field(default_factory=list)
    boxes: list[TrueBox] = field(default_factory=list)


@dataclass
class PaintedReview:
    """One review to be painted."""

    risk: str
    ref: str
    officer: str
    reviewing: str
    grades: list
    feedback: list


def paint(spec: Spec) -> PaintedBook:
    """The workbook of this spec."""
    return Painter(spec).paint()


class Painter:
    """Holds the spec and its dice."""

    def __init__(self, spec: Spec) -> None:
        self.s = spec
        self.r = Random(spec.seed * 7919 + 1)
        self.labels = {kind: self.r.choice(options) for kind, options in c.LABELS.items()}
        palettes = {**c.PALETTES, **c.NEEDS_A_KEY}
        self.colours = dict(zip(c.GRADES, palettes[spec.palette], strict=True)) if spec.palette != "none" else {}
        self.head_colour = c.HEADERS[spec.header_colour]
        self.quarter = self.r.choice(list(c.QUARTERS))
        self.quarter_text = self.r.choice(c.QUARTERS[self.quarter])
        wordings = {"long": c.LONG, "short": c.SHORT, "orders": c.ORDERS}[spec.wording]
        start = self.r.randrange(max(1, len(wordings) - spec.questions))
        self.questions = wordings[start : start + spec.questions]
        self.numbers = [self.r.choice(["{}", "{}", "Q{}"]).format(n + 1) for n in range(len(self.questions))]
        if len({n[0] == "Q" for n in self.numbers}) > 1:
            self.numbers = [str(n + 1) for n in range(len(self.questions))]
        self.title = self.r.choice(c.TITLES)

    def paint(self) -> PaintedBook:
        book = PaintedBook(self._file(), self.quarter)
        forces = self.r.sample(list(c.FORCES), self.s.tabs)
        reviewing = {force: self.r.choice([f for f in c.FORCES if f != force]) for force in forces}
        front = []
        if self.s.quarter_at == "cover" or self.s.reviewing_at == "cover":
            front.append(self._cover(reviewing))
        if self.s.key == "sheet":
            front.append(self._key_sheet())
        tabs = [self._tab(book, force, reviewing[force]) for force in forces]
        back = [self._key_sheet()] if self.s.key == "last sheet" else []
        back += [extra for name in self.s.extras if (extra := self._extra(name, forces, tabs)) is not None]
        book.sheets = [canvas.sheet() for canvas in front + tabs + back]
        return book

    def _file(self) -> str:
        if self.s.quarter_at == "file":
            number, year = self.quarter[-1], self.quarter[:7]
            return f"ARMS QA Q{number} {year}.xlsx"
        return self.r.choice(["ARMS QA collated FINAL.xlsx", "ARMS QA (002).xlsx", "Copy of ARMS peer review v3.xlsx"])

    # ---------------------------------------------------------------- content
    def _reviews(self, force: str, reviewing: str) -> list[PaintedReview]:
        order = c.RISKS if self.r.random() < 0.6 else c.RISKS[::-1]
        risks = [order[i % 4] for i in range(self.s.reviews)]
        style = self.r.choice(["{}-25Q1-{:02d}", "ARMS/{}/{:03d}", "{} {:04d}"])
        first = self.r.randrange(10, 60)
        return [
            PaintedReview(
                risk,
                style.format(force[:3].upper(), first + i),
                self.r.choice(["PC {}", "OM-{}", "DC{}"]).format(1000 + first * 9 + i),
                reviewing,
                [self._grade() for _ in self.questions],
                [self._feedback() for _ in self.questions],
            )
            for i, risk in enumerate(risks)
        ]

    def _grade(self):
        dice = self.r.random()
        if dice < self.s.blanks:
            return None
        if dice < self.s.blanks + self.s.not_applicable and (self.s.words != "none" or self.s.family == "box"):
            return "not_applicable"
        return self.r.choices(c.GRADES, [2, 5, 4, 2])[0]

    def _feedback(self):
        if self.r.random() < self.s.no_feedback:
            return ""
        return self.r.choice(c.GOOD_WORDS).format(self.r.choice(c.SUBJECTS))

    def _word(self, grade):
        if grade is None or self.s.words == "none":
            return None if grade != "not_applicable" else "N/A"
        if self.s.words == "variants":
            return self.r.choice(c.VARIANTS[grade])
        said = {"letters": c.LETTERS, "numbers": c.NUMBERS, "upward": c.UPWARD}.get(self.s.words, c.NAMES)[grade]
        said = said.upper() if self.s.words == "caps" else said.lower() if self.s.words == "lower" else said
        return int(said) if said.isdigit() else said

    def _colour(self, grade):
        if grade == "not_applicable":
            return c.GREY if self.colours else None
        return self.colours.get(grade)

    # ---------------------------------------------------------------- one tab
    def _tab(self, book: PaintedBook, force: str, reviewing: str) -> Canvas:
        name = c.FORCES[force][self.s.aliases]
        if self.s.quarter_at == "tab":
            short = [text for text in c.QUARTERS[self.quarter] if len(text) <= 12]
            name = f"{name.strip()[:22]} {self.r.choice(short)}".replace("/", "-")
        canvas = Canvas(name, turned=self.s.turned)
        reviews = self._reviews(force, reviewing)
        row = self._top(canvas, force, reviewing)
        row = self._tab_key(canvas, row)
        self.left = row if canvas.turned else self.s.left + 1
        row = self.s.left + 1 if canvas.turned else row
        paint = {
            "list": self._list, "stacked": self._stacked, "beside": self._beside,
        }.get(self.s.family, self._columns)  # fmt: skip
        boxes, bottom, right = paint(canvas, row, reviews)
        for review, place, at in boxes:
            book.boxes.append(
                TrueBox(name, canvas.where(place), force, review.risk, review.ref, review.officer,
                        reviewing if self.s.reviewing_at != "absent" else None,
                        self.questions[at], review.grades[at], review.feedback[at])
            )  # fmt: skip
        self._bottom(canvas, bottom, right, reviewing, reviews)
        return canvas

    def _top(self, canvas: Canvas, force: str, reviewing: str) -> int:
        """Title, quarter, who reviewed: painted on the tab itself, not turned with the table."""
        lines = []
        title = self.title.format(force)
        if self.r.random() < 0.5:
            lines.append(["OFFICIAL-SENSITIVE"])
        lines.append([f"{title} {self.quarter_text}" if self.s.quarter_at == "title" else title])
        if self.s.quarter_at == "line":
            lines.append([f"{self.r.choice(['Quarter', 'Review period', 'Period'])}: {self.quarter_text}"])
        if self.s.quarter_at == "pair":
            lines.append([self.labels["quarter"], self.quarter_text])
        if self.s.quarter_at == "date":
            lines.append([self.r.choice(["Quarter ending", "Period ending"]), ENDS[self.quarter]])
        if self.s.reviewing_at == "line":
            lines.append([f"{self.r.choice(['Reviewed by', 'Reviewing force', 'Peer review by'])}: {reviewing}"])
        if self.s.reviewing_at == "pair":
            lines.append([self.labels["reviewing"], reviewing])
        if self.r.random() < 0.3:
            lines.append(["Reviews completed 06/04/2025. Version: v2"])
        self.r.shuffle(lines)
        row = 1
        for line in lines:
            for at, value in enumerate(line):
                self._put_top(canvas, row, self.s.left + 1 + at, value)
            row += 1
        return row + self.s.gap

    def _put_top(self, canvas: Canvas, row: int, column: int, value, colour=None) -> None:
        canvas.put(*((column, row) if canvas.turned else (row, column)), value, colour)

    def _tab_key(self, canvas: Canvas, row: int) -> int:
        if self.s.key != "tab":
            return row
        self._key(canvas, row, self.s.left + 1, self._put_top)
        return row + 7

    def _key(self, canvas: Canvas, row: int, column: int, put) -> None:
        put(canvas, row, column, self.r.choice(["Key", "Grading key", "Legend", "Key:"]))
        beside = self.r.random() < 0.3
        gap = self.r.choice([0, 0, 0, 1])  # a blank line in the middle of it
        for at, grade in enumerate(c.GRADES):
            mark = {"numbers": c.NUMBERS, "upward": c.UPWARD, "letters": c.LETTERS}.get(self.s.words, {}).get(grade)
            text = f"{mark} = {c.NAMES[grade]}" if mark else c.NAMES[grade]
            line = row + 1 + at + (gap if at > 1 else 0)
            if beside and self.colours:
                put(canvas, line, column, None, self.colours[grade])
                put(canvas, line, column + 1, text)
            else:
                put(canvas, line, column, text, self.colours.get(grade))

    def _key_sheet(self) -> Canvas:
        canvas = Canvas(self.r.choice(["Key", "Legend", "Guidance", "Grading key", "Sheet9"]))
        self._key(canvas, 1, 1, lambda cv, row, column, *rest: cv.put(row, column, *rest))
        canvas.put(8, 1, "Grades follow the HMICFRS gradings. Please complete every box.")
        return canvas

    # ---------------------------------------------------------------- questions down, reviews beside each other
    def _axis(self, canvas: Canvas, row: int, left: int) -> tuple[int, int]:
        """(column of the wordings, first column after them); the header cells stand on `row`."""
        column = left
        if self.s.sections == "column":
            column += 1
        if self.s.numbering == "column":
            if self.s.question_label:
                canvas.put(row, column, self.labels["number"], self.head_colour)
            column += 1
        if self.s.question_label:
            canvas.put(row, column, self.labels["question"], self.head_colour)
        return column, column + 1

    def _wording(self, canvas: Canvas, row: int, column: int, at: int, height: int) -> None:
        text = self.questions[at]
        if self.s.numbering == "column":
            canvas.put(row, column - 1, self.numbers[at])
            canvas.merge(row, column - 1, row + height - 1, column - 1)
        elif self.s.numbering == "prefix":
            text = f"{self.numbers[at]}. {text}"
        canvas.put(row, column, text)
        if self.merge_wordings:
            canvas.merge(row, column, row + height - 1, column)
        if self.s.sections == "column" and at % 6 == 0:
            canvas.put(row, self.left, c.SECTIONS[at // 6][3:])

    def _section(self, canvas: Canvas, row: int, at: int, left: int, right: int) -> int:
        if self.s.sections not in ("merged", "band") or at % 6 or (self.s.turned and self.s.family != "list"):
            return row
        colour = self.r.choice(["D9E1F2", "BFBFBF"]) if self.s.sections == "merged" else "E2EFDA"
        canvas.put(row, left, c.SECTIONS[at // 6], colour)
        if self.s.sections == "merged":
            canvas.merge(row, left, row, right)
        else:
            for column in range(left + 1, right + 1):
                canvas.put(row, column, None, colour)
        return row + 1

    def _widths(self) -> tuple[list[str], int]:
        """The columns of one review, and how many lines a question has."""
        if self.s.family in ("box", "notes", "spelt", "rows"):
            columns, height = ["box"], 2 if self.s.family == "rows" else 1
        else:
            columns, height = (["feedback", "grade"] if self.s.feedback_first else ["grade", "feedback"]), 1
        return columns, height

    def _columns(self, canvas: Canvas, row: int, reviews: list[PaintedReview]):
        if self.s.family == "halves":
            return self._halves(canvas, row, reviews)
        columns, height = self._widths()
        left = self.left
        head_rows = self._head_rows()
        roles = self.s.roles and (self.s.family == "pairs")
        axis, first = self._axis(canvas, row + len(head_rows) - (0 if roles else 1), left)
        self.merge_wordings = height > 1 and self.r.random() < 0.5
        if self.s.family == "rows" and self.s.roles:
            first += 1
        width = len(columns) + (1 if self.s.spacers else 0)
        right = first + width * len(reviews) - 1
        self._paint_heads(canvas, row, head_rows, axis, first, reviews, columns, width)
        top = row + len(head_rows)
        if roles:
            for i in range(len(reviews)):
                for at, kind in enumerate(columns):
                    canvas.put(top, first + i * width + at, self.labels[kind], self.head_colour)
            top += 1
        boxes, line = [], top
        for at in range(len(self.questions)):
            line = self._section(canvas, line, at, left, right)
            self._wording(canvas, line, axis, at, height)
            if self.s.family == "rows" and self.s.roles:
                order = ["feedback", "grade"] if self.s.feedback_first else ["grade", "feedback"]
                canvas.put(line, first - 1, self.labels[order[0]])
                canvas.put(line + 1, first - 1, self.labels[order[1]])
            for i, review in enumerate(reviews):
                boxes.append((review, self._box(canvas, line, first + i * width, review, at, columns), at))
            line += height
        return boxes, line, right

    def _head_rows(self) -> list[str]:
        if self.s.heads == "one cell":
            return ["all"] + (["reviewing"] if self.s.reviewing_at == "head" else [])
        rows = ["risk", "ref", "officer"] if self.s.head_order == "risk" else ["ref", "officer", "risk"]
        return rows + (["reviewing"] if self.s.reviewing_at == "head" else [])

    def _paint_heads(self, canvas, row, head_rows, axis, first, reviews, columns, width) -> None:
        for at, kind in enumerate(head_rows):
            if self.s.labelled and kind != "all":
                canvas.put(row + at, axis, self.labels[kind], self.head_colour)
            for i, review in enumerate(reviews):
                column = first + i * width
                canvas.put(row + at, column, self._head(kind, review), self.head_colour)
                if self.s.heads != "first cell" and len(columns) > 1:
                    canvas.merge(row + at, column, row + at, column + len(columns) - 1)

    def _head(self, kind: str, review: PaintedReview):
        risk = c.RISK_WORDS[self.s.risk_words][review.risk]
        if kind == "all":
            return f"{risk}\n{self.labels['ref']}: {review.ref}\n{self.labels['officer']}: {review.officer}"
        return {"risk": risk, "ref": review.ref, "officer": review.officer, "reviewing": review.reviewing}[kind]

    def _box(self, canvas, line, column, review, at, columns):
        grade, feedback = review.grades[at], review.feedback[at] or None
        word, colour = self._word(grade), self._colour(grade)
        if self.s.family == "pairs":
            place = canvas.put(line, column + columns.index("grade"), word, colour)
            canvas.put(line, column + columns.index("feedback"), feedback)
            return place
        if self.s.family == "rows":
            down = 1 if self.s.feedback_first and self.s.roles else 0
            place = canvas.put(line + down, column, word, colour)
            canvas.put(line + 1 - down, column, feedback)
            return place
        if self.s.family == "notes":
            return canvas.put(line, column, word, colour, (feedback or "").strip())
        if self.s.family == "spelt":
            if grade in (None, "not_applicable"):
                review.feedback[at] = ""
                return canvas.put(line, column, word, colour)
            text = f"{word}: {feedback}" if feedback else word
            return canvas.put(line, column, text, colour)
        if grade == "not_applicable":
            review.feedback[at] = ""
            return canvas.put(line, column, "N/A", colour)
        if grade is None:
            review.feedback[at] = ""
            return line, column
        return canvas.put(line, column, feedback, colour)

    def _halves(self, canvas, row, reviews):
        """All grades, then all feedback, each half with its heads."""
        left = self.left
        head_rows = self._head_rows()
        axis, first = self._axis(canvas, row + len(head_rows), left)
        self.merge_wordings = False
        count = len(reviews)
        second = first + count + (1 if self.s.spacers else 0)
        self._paint_heads(canvas, row, head_rows, axis, first, reviews, ["grade"], 1)
        self._paint_heads(canvas, row, head_rows, axis, second, reviews, ["feedback"], 1)
        for i in range(count):
            canvas.put(row + len(head_rows), first + i, self.labels["grade"], self.head_colour)
            canvas.put(row + len(head_rows), second + i, self.labels["feedback"], self.head_colour)
        boxes, line = [], row + len(head_rows) + 1
        for at in range(len(self.questions)):
            line = self._section(canvas, line, at, left, second + count - 1)
            self._wording(canvas, line, axis, at, 1)
            for i, review in enumerate(reviews):
                grade = review.grades[at]
                boxes.append((review, canvas.put(line, first + i, self._word(grade), self._colour(grade)), at))
                canvas.put(line, second + i, review.feedback[at] or None)
            line += 1
        return boxes, line, second + count - 1

    # ---------------------------------------------------------------- lists and blocks
    def _list(self, canvas, row, reviews):
        kinds = ["risk", "ref", "officer"] if self.s.head_order == "risk" else ["ref", "officer", "risk"]
        if self.s.reviewing_at == "head":
            kinds.append("reviewing")
        kinds += (["number"] if self.s.numbering == "column" else []) + ["question"]
        kinds += ["feedback", "grade"] if self.s.feedback_first else ["grade", "feedback"]
        left = self.left
        where = {kind: left + i for i, kind in enumerate(kinds)}
        for kind in kinds:
            canvas.put(row, where[kind], self.labels[kind], self.head_colour)
        order = [(i, at) for i in range(len(reviews)) for at in range(len(self.questions))]
        if self.s.filled == "sorted":
            order.sort(key=lambda pair: pair[1])
        boxes, line = [], row + 1
        for i, at in order:
            review = reviews[i]
            if self.s.filled in ("down", "sorted") or at == 0:
                for kind in kinds:
                    if kind in ("risk", "ref", "officer", "reviewing"):
                        canvas.put(line, where[kind], self._head(kind, review))
                        if self.s.filled == "merged":
                            canvas.merge(line, where[kind], line + len(self.questions) - 1, where[kind])
            text = self.questions[at]
            if "number" in where:
                canvas.put(line, where["number"], self.numbers[at])
            elif self.s.numbering == "prefix":
                text = f"{self.numbers[at]}. {text}"
            canvas.put(line, where["question"], text)
            grade = review.grades[at]
            boxes.append((review, canvas.put(line, where["grade"], self._word(grade), self._colour(grade)), at))
            canvas.put(line, where["feedback"], review.feedback[at] or None)
            line += 1
        return boxes, line, max(where.values())

    def _block(self, canvas, row, left, review, number):
        """One review: its head, then question, grade, feedback. Returns boxes, the line after, the right edge."""
        top = row
        risk = c.RISK_WORDS[self.s.risk_words][review.risk]
        told = {"risk": risk, "ref": review.ref, "officer": review.officer}
        if self.s.reviewing_at == "head":
            told["reviewing"] = review.reviewing
        if self.s.bar == "bar":
            rest = [f"{self.labels[kind].rstrip(':')}: {value}" for kind, value in told.items() if kind != "risk"]
            canvas.put(row, left, f"Review {number}: {risk} | " + " | ".join(rest), self.head_colour)
            row += 1
        elif self.s.bar == "lines":
            canvas.put(row, left, f"Review {number}", self.head_colour)
            for i, (kind, value) in enumerate(told.items()):
                canvas.put(row + 1 + i, left, f"{self.labels[kind].rstrip(':')}: {value}")
            row += 1 + len(told)
        else:
            canvas.put(row, left, f"REVIEW {number}", self.head_colour)
            for i, (kind, value) in enumerate(told.items()):
                canvas.put(row + 1 + i, left, self.labels[kind])
                canvas.put(row + 1 + i, left + 1, value)
            row += 1 + len(told)
        boxes, line, right = self._block_table(canvas, row, left, review)
        if self.s.bar == "bar":
            canvas.merge(top, left, top, right)
        return boxes, line + 1, right

    def _block_table(self, canvas, row, left, review):
        axis = left + (1 if self.s.numbering == "column" else 0)
        grade_at, feedback_at = (axis + 2, axis + 1) if self.s.feedback_first else (axis + 1, axis + 2)
        if self.s.roles or self.s.question_label:
            if axis > left:
                canvas.put(row, left, self.labels["number"], self.head_colour)
            canvas.put(row, axis, self.labels["question"], self.head_colour)
            canvas.put(row, grade_at, self.labels["grade"], self.head_colour)
            canvas.put(row, feedback_at, self.labels["feedback"], self.head_colour)
            row += 1
        boxes = []
        for at, text in enumerate(self.questions):
            if self.s.numbering == "column":
                canvas.put(row, left, self.numbers[at])
            elif self.s.numbering == "prefix":
                text = f"{self.numbers[at]}. {text}"
            canvas.put(row, axis, text)
            grade = review.grades[at]
            boxes.append((review, canvas.put(row, grade_at, self._word(grade), self._colour(grade)), at))
            canvas.put(row, feedback_at, review.feedback[at] or None)
            row += 1
        return boxes, row, axis + 2

    def _stacked(self, canvas, row, reviews):
        boxes, right = [], 0
        for number, review in enumerate(reviews, 1):
            more, row, right = self._block(canvas, row, self.left, review, number)
            boxes += more
            row += self.s.gap
        return boxes, row, right

    def _beside(self, canvas, row, reviews):
        boxes, bottom, left = [], row, self.left
        for number, review in enumerate(reviews, 1):
            more, bottom, right = self._block(canvas, row, left, review, number)
            boxes += more
            left = right + 1 + (1 if self.s.spacers else 0)
        return boxes, bottom, left - 1

    # ---------------------------------------------------------------- around the table
    def _bottom(self, canvas, bottom, right, reviewing, reviews) -> None:
        turned = canvas.turned
        left = self.s.left + 1

        def put(line, column, value, colour=None):
            canvas.put(*((column, line) if turned else (line, column)), value, colour)

        if self.s.key == "right":
            beside = (bottom if turned else right) + 3
            self._key(canvas, 3, beside, lambda cv, line, column, *rest: put(line, column, *(*rest, None, None)[:2]))
        row = (right if turned else bottom) + 2

        if self.s.key == "below":
            self._key(canvas, row, left, lambda cv, line, column, *rest: put(line, column, *(*rest, None, None)[:2]))
            row += 7
        for footer in self.s.footers:
            if footer == "counts":
                for at, grade in enumerate(c.GRADES):
                    put(row + at, left, c.NAMES[grade], self.colours.get(grade))
                    put(row + at, left + 1, self.r.randrange(20))
                row += 5
            elif footer == "notes":
                put(row, left, "* Plan updated by the officer after the review; grade unchanged.")
                put(row + 1, left, "Next review due Q2 2026/27.")
                row += 3
            elif footer == "signoff":
                put(row, left, "Signed off by: T/DI Roberts   Date: 26/10/2025")
                row += 2
            elif footer == "fails":
                put(row, left, "No. below good")
                for i in range(len(reviews)):
                    put(row, left + 1 + i, self.r.randrange(1, 5))
                row += 2
            elif footer == "average":
                put(row, left, "Average score")
                put(row, left + 1, 2.4)
                row += 2
        if self.s.reviewing_at == "below":
            put(row, left, f"Reviewed by: {reviewing}")

    def _cover(self, reviewing: dict[str, str]) -> Canvas:
        canvas = Canvas("Cover")
        canvas.put(2, 2, "North West Region – ARMS Plan Peer Review")
        if self.s.quarter_at == "cover":
            canvas.put(4, 2, "Period covered")
            canvas.put(4, 3, self.quarter_text)
        canvas.put(5, 2, "Collated by")
        canvas.put(5, 3, "Regional coordinator")
        if self.s.reviewing_at == "cover":
            canvas.put(8, 2, "Force reviewed", self.head_colour)
            canvas.put(8, 3, "Reviewed by", self.head_colour)
            for i, (force, by) in enumerate(reviewing.items()):
                canvas.put(9 + i, 2, force)
                canvas.put(9 + i, 3, by)
        return canvas

    def _extra(self, name: str, forces: list[str], tabs: list[Canvas]) -> Canvas | None:
        if name == "blank":
            return Canvas("Sheet3")
        if name == "lists":
            canvas = Canvas("Lists", hidden=True)
            for i, grade in enumerate(c.GRADES):
                canvas.put(i + 1, 1, c.NAMES[grade])
                canvas.put(i + 1, 3, list(c.FORCES)[i])
                canvas.put(i + 1, 5, c.RISK_WORDS[0][c.RISKS[i]])
            return canvas
        if name == "old":
            old = tabs[0]
            return Canvas(
                f"{old.name.strip()[:24]} (old)", cells=dict(old.cells), merged=list(old.merged), turned=old.turned
            )
        if name == "summary":
            return self._summary(forces)
        if name == "trend":
            return self._trend(forces)
        return self._actions(forces)

    def _summary(self, forces) -> Canvas:
        canvas = Canvas("Summary")
        canvas.put(1, 1, "Summary of grades by force")
        canvas.put(3, 1, "Force")
        for i, grade in enumerate(c.GRADES):
            canvas.put(3, 2 + i, c.NAMES[grade], self.colours.get(grade))
        for at, force in enumerate(forces):
            canvas.put(4 + at, 1, force)
            for i in range(4):
                canvas.put(4 + at, 2 + i, self.r.randrange(30))
            canvas.put(4 + at, 6, 0.56, "FF9900")
        return canvas

    def _trend(self, forces) -> Canvas:
        """Questions by force, coloured by what most plans got: no reviews."""
        canvas = Canvas("Heat map")
        for i, force in enumerate(forces):
            canvas.put(2, 2 + i, force)
        for at, question in enumerate(self.questions):
            canvas.put(3 + at, 1, question)
            for i in range(len(forces)):
                canvas.put(3 + at, 2 + i, self.r.randrange(100), self.r.choice(["00B050", "FFC000", "FF0000"]))
        return canvas

    def _actions(self, forces) -> Canvas:
        canvas = Canvas("Actions")
        for i, head in enumerate(["No.", "Force", "Action", "Owner", "Due", "Status", "Risk"]):
            canvas.put(1, 1 + i, head, "BFBFBF")
        for at in range(5):
            status, colour = self.r.choice(
                [("Complete", "92D050"), ("Overdue", "FF0000"), ("In progress", "FFC000"), ("Not started", None)]
            )
            row = [
                at + 1,
                self.r.choice([*forces, "All"]),
                self.r.choice(c.ORDERS),
                "DI Hughes",
                "Q2 25/26",
                None,
                "High",
            ]
            for i, value in enumerate(row):
                canvas.put(2 + at, 1 + i, value)
            canvas.put(2 + at, 6, status, colour)
        return canvas
