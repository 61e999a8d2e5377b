import pytest

from arms_analytics.workbook.files.notes import said

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
    assert said(note, authors) == words
