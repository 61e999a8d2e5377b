"""Coloured circles and squares where others fill the box."""

from tests.workbook.drawn import alarms, grades, read, tab


def test_a_coloured_sign_is_a_box_of_its_colour():
    reading = read(tab("Cheshire", """
Question        | Low | Feedback  | High | Feedback
Sources checked | 🟢  | Named.    | 🟠   | Not all.
Actions dated   | 🔴  | None.     | 🟡   | All of them, with owners.
Visits made     | 🟩  | Often.    | 🟥   | None since March.
"""))  # fmt: skip
    assert grades(reading) == ["G I G", "RI O I"]
    assert reading.reviews[1].answers[1].feedback == "All of them, with owners."
    assert not alarms(reading)


def test_the_workbook_s_own_key_says_what_the_signs_mean():
    key = tab("Key", "🟢 | Outstanding\n🟡 | Good\n🟠 | Requires improvement\n🔴 | Inadequate")
    reading = read(key, tab("Cheshire", """
Question        | Low | High
Sources checked | 🟢  | 🟠
Actions dated   | 🔴  | 🟡
Visits made     | 🟢  | 🟡
"""))  # fmt: skip
    assert grades(reading) == ["O I O", "RI G G"]


def test_a_sign_beside_the_grade_s_word_leaves_the_word():
    reading = read(tab("Cheshire", """
Question        | Low     | High
Sources checked | 🟢 Good | 🟠 RI
Actions dated   | 🔴 I    | 🟢 Good
"""))  # fmt: skip
    assert grades(reading) == ["G I", "RI G"]
