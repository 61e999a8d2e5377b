"""A note says its own words, without the name or label that a program puts before them."""

import pytest

from arms_analytics.workbook.files.notes import own_words, without_names

THREAD = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it "
    "will get removed if the file is opened in a newer version of Excel. Learn more: "
    "https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    {0}"
)


@pytest.mark.parametrize(
    ("note", "authors", "words"),
    [
        ("Smith, J:\nRationale is clear", {"smith, j"}, "Rationale is clear"),
        ("Smith, J:\nGood:\nclear", {"smith, j"}, "Good:\nclear"),
        ("Rationale is clear", {"smith, j"}, "Rationale is clear"),
        ("Strengths:\nclear rationale", {"smith, j"}, "Strengths:\nclear rationale"),
        ("Smith, J: clear", {"smith, j"}, "Smith, J: clear"),
        (THREAD.format("See log"), set(), "See log"),
        (THREAD.format("See log\nReply:\n    Agreed"), set(), "See log\nAgreed"),
        ("See log\n\t-J Smith", {""}, "See log"),
        ("", {"smith"}, ""),
    ],
)
def test_a_note_is_its_own_words(note, authors, words):
    assert own_words(note, authors) == words


WORDS = ("Rationale is clear.", "No dates.\nSee log 4.", "The plan is SMART.", "Good:\nclear rationale")


def _notes(*names):
    return {(row, 3): f"{name}\n{WORDS[row % 4]}" for row, name in enumerate(names)}


@pytest.mark.parametrize("name", ["Clarke, J:", "DS Jane Clarke:", "jclarke:", "Author:", "O'Neill, Sean (Cumbria):"])
def test_a_name_that_nearly_all_notes_of_a_tab_begin_with_is_not_what_they_say(name):
    assert without_names(_notes(*[name] * 4)) == {(row, 3): WORDS[row] for row in range(4)}
    mixed = without_names(_notes(*[name] * 3, *["Khan, A:"] * 3))
    assert all(":" not in note.split("\n")[0] or note.startswith("Good:") for note in mixed.values())


@pytest.mark.parametrize("label", ["Strengths:", "Home Visit:", "MAPPA:", "Areas For Improvement:", "Clarke, J"])
def test_a_label_that_all_notes_begin_with_is_theirs(label):
    assert without_names(_notes(*[label] * 4)) == _notes(*[label] * 4)


def test_a_name_at_the_head_of_a_few_notes_may_be_what_they_say():
    for names in (["Clarke, J:"] * 2, ["Clarke, J:"] * 3 + ["See log 4."]):
        assert without_names(_notes(*names)) == _notes(*names)
