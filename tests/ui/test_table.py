"""Tables that people read: text stays text, and a word without an end does not widen the page."""

from arms_analytics.ui.table import Markup, table

ADDRESS = "https://force.example/" + "path" * 20


def test_text_is_escaped_and_markup_of_ours_is_not():
    drawn = table("A & B", ["<i>"], [("<b>", Markup("<b>bold</b>"))])
    assert "A &amp; B" in drawn and "&lt;i&gt;" in drawn
    assert '<th scope="row">&lt;b&gt;</th><td><b>bold</b></td>' in drawn


def test_a_cell_with_an_endless_word_may_break_it_and_others_keep_their_words_whole():
    drawn = table("", ["Feedback", "Due"], [(f"see {ADDRESS}", "4 February 2027"), (1, Markup(f"<br>{ADDRESS}"))])
    assert drawn.count('class="unbroken"') == 2
    assert '<th scope="row" class="unbroken">' in drawn and "<td>4 February 2027</td>" in drawn
    assert 'class="unbroken"' not in table("", [""], [(Markup(f'<span style="{ADDRESS}">short</span>'),)])
