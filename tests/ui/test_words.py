"""Counts, places and texts of others as people are shown them."""

import re

import pytest
from markdown_it import MarkdownIt

from arms_analytics.ui import words
from arms_analytics.ui.words import plain


def test_what_is_said_of_no_cell_is_said_of_the_tab_or_of_the_workbook():
    assert words.where("Cheshire", "B4") == ("Cheshire", "B4")
    assert words.where("Cheshire", "") == ("Cheshire", "whole tab")
    assert words.where("", "") == ("whole workbook", "–")


def test_one_is_singular_and_thousands_are_parted():
    assert words.count(1, "review") == "1 review"
    assert words.count(0, "review") == "0 reviews"
    assert words.count(1200, "review") == "1,200 reviews"
    assert words.count(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    "text",
    [
        "![p](http://pwned.example/p.png)", "[p](javascript:x)", "**bold** _it_ ~~no~~ `code`",
        ":material/bug: :red[x]",
        "$x^2$", "<b>&amp;</b>", "# head", "one\n## head", "- item", "+ item", "1. item", "12) item", "=====", "http://pwned.example",
        "www.pwned.example", "a | b", "\\", "one\n- two",
    ],
)  # fmt: skip
def test_text_of_others_keeps_every_sign_that_markdown_would_take(text):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(plain(text))
    inline = [child for token in tokens for child in token.children or []]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in inline} <= {"text", "text_special", "softbreak"}
    assert "".join(child.content or "\n" * (child.type == "softbreak") for child in inline) == text


@pytest.mark.parametrize("text", [":material/bug:", ":red[x]", "$x$", "http://pwned.example", "www.pwned.example"])
def test_neither_symbols_nor_formulas_nor_bare_addresses_are_drawn(text):
    assert plain(text) != text
    assert not re.search(r"(?<!\\)[:$](?=\S)|www\.", plain(text))


def test_prose_stays_as_it_is():
    assert plain("Stored: ARMS Q1 2025/26 (Cumbria), at 14:05.") == "Stored: ARMS Q1 2025/26 (Cumbria), at 14\\:05."
    assert plain("Which grade does #C9A0DC mean?") == "Which grade does #C9A0DC mean?", "as those who listen hear it"
