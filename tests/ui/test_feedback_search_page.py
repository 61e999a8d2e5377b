"""Feedback search: by words, within the selection, marked and escaped."""

from tests.ui.conftest import said


def search(app, text):
    app.text_input(key="search_words").input(text).run()
    assert not app.exception
    return said(app)


def test_it_opens_on_all_feedback_of_all_quarters_newest_first(run):
    words = said(run("feedback_search"))
    assert "72 feedback texts" in words
    assert words.index("Q3 25/26") < len(words)
    assert "Q1 25/26" not in words, "the first page holds the newest"


def test_words_are_found_and_marked(run):
    words = search(run("feedback_search"), "ASKED q02")
    assert "24 feedback texts" in words
    assert "as <mark>asked</mark> <mark>Q02</mark>" in words


def test_nothing_found_says_what_to_do(run):
    words = search(run("feedback_search"), "nowhere <b>")
    assert "No feedback holds “nowhere” and “&lt;b&gt;” here" in words
    assert "widen the selection" in words


def test_the_selection_narrows(run):
    assert "3 feedback texts" in said(
        run("feedback_search", quarter="2025-26-Q1", force="Cumbria", risk="low", reviewing="Merseyside")
    )
    assert "1 feedback text<" in said(run("feedback_search", grade="inadequate"))


def test_what_feedback_holds_stays_text(run):
    words = search(run("feedback_search"), "onerror")
    assert "<img" not in words
    assert "&lt;img src=x <mark>onerror</mark>=alert(1)&gt;" in words


def test_the_words_stay_out_of_the_address(run):
    app = run("feedback_search")
    search(app, "asked")
    assert "asked" not in str(app.query_params)


def test_the_next_page_and_back_to_the_first_with_another_search(run):
    app = run("feedback_search")
    app.session_state["search_page"] = 3
    app.run()
    assert "showing 51 to 72" in said(app)
    assert "showing 1 to 24" in search(app, "q02")


def test_garbage_in_the_address_is_as_if_it_were_not_there(run):
    assert "72 feedback texts" in said(run("feedback_search", grade="<b>", reviewing="~", quarter="9"))
