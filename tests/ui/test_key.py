"""The key on every page: each grade with its letter, and the two boxes that hold no grade, which look different."""

import re

from arms_analytics.ui.key import key


def test_the_key_names_every_mark_that_a_table_holds():
    entries = re.findall(r'data-grade="(\w+)">(.*?)</span> (.*?)</li>', key())
    assert [(grade, letter.strip()) for grade, letter, _ in entries[-3:]] == [
        ("inadequate", "I"),
        ("not_applicable", "–"),
        ("blank", ""),
    ]
    assert [name for *_, name in entries][-2:] == ["Not applicable", "Not graded"]
