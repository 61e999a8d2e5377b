"""Grade words as people write them."""

import pytest

from arms_analytics.network import network
from arms_analytics.vocabulary import NOT_APPLICABLE, Grade, GradeScale
from arms_analytics.workbook.texts.grade_words import GradeWords

WORDS = GradeWords(network().grade_scale)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Good", "good"), ("GOOD", "good"), (" Good ", "good"), ("G", "good"), ("Good*", "good"), ("green", "good"),
        ("Outst.", "outstanding"), ("O", "outstanding"), ("Outstandng", "outstanding"), ("yellow", "outstanding"),
        ("RI", "requires_improvement"), ("R.I.", "requires_improvement"), ("r/i", "requires_improvement"),
        ("Req. Imp.", "requires_improvement"), ("Requires imp", "requires_improvement"),
        ("Req Improvement", "requires_improvement"), ("Requires Improvment", "requires_improvement"),
        ("Req'd improvement", "requires_improvement"), ("Outstd", "outstanding"),
        ("RI - see feedback", "requires_improvement"), ("RI see comments", "requires_improvement"),
        ("Inad", "inadequate"), ("inadequate ", "inadequate"), ("I", "inadequate"), ("Inadaquate", "inadequate"),
        ("Good (see below)", "good"),
        ("N/A", NOT_APPLICABLE), ("n.a.", NOT_APPLICABLE), ("Not applicable", NOT_APPLICABLE),
        ("n/a - no partner", NOT_APPLICABLE),
    ],
)  # fmt: skip
def test_a_box_says_its_grade_in_many_ways(text, grade):
    assert WORDS.read(text).grade == grade


@pytest.mark.parametrize(
    "text", ["Good use of the log", "Good actions remain", "adequate", "God", "3", "High", "", "Outstanding actions"]
)
def test_prose_numbers_and_other_words_are_no_grade(text):
    assert WORDS.read(text) is None


@pytest.mark.parametrize("text", ["Good/RI", "RI - Good", "Good -> Inadequate"])
def test_two_grades_in_one_box_are_doubtful(text):
    read = WORDS.read(text)
    assert read.grade is None
    assert read.doubtful


def test_a_dash_says_that_nothing_was_graded():
    assert WORDS.read("-").grade is None
    assert not WORDS.read("-").doubtful


def test_the_remark_behind_the_word_is_kept():
    assert WORDS.read("RI - see feedback").rest == "see feedback"


def test_a_key_adds_its_marks():
    keyed = WORDS.with_key({"1": "outstanding", "4": "inadequate"})
    assert keyed.read("4").grade == "inadequate"
    assert WORDS.read("4") is None


def test_another_scale_brings_its_own_words():
    steps = ["Inadequate", "Requires improvement", "Adequate", "Good", "Outstanding"]
    scale = GradeScale(
        "five",
        tuple(
            Grade(name.lower().replace(" ", "_"), name, letter, letter, rank, rank < 2, "", "")
            for rank, (name, letter) in enumerate(zip(steps, ["I", "RI", "A", "G", "O"], strict=True))
        ),
    )
    words = GradeWords(scale)
    assert words.read("Adequate").grade == "adequate"
    assert words.read("Inadequate").grade == "inadequate"
    assert words.read("A").grade == "adequate"


def test_a_bullet_below_the_grades_word_stays_with_the_feedback():
    told = [WORDS.leading(text) for text in ("GOOD\n- owner missing\n- date missing", "Good - owner missing")]
    assert [word and word.rest for word in told] == ["- owner missing\n- date missing", "owner missing"]


@pytest.mark.parametrize("remark", ["(moderated)", "[agreed]", "(p. 4)"])
def test_a_remark_in_brackets_keeps_both(remark):
    assert WORDS.read(f"Good {remark}").rest == remark
