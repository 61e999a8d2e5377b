"""Feedback search: what reviewers wrote, found by its words, within the selection."""

from arms_analytics.findings.feedback_search import PAGE, matching, words_of
from arms_analytics.ui import data, page, sidebar, take_away
from arms_analytics.ui.feedback_search import choose, show

with page.frame(
    "Feedback search", "Every feedback text, by the words in it or parts of them: visit finds visited too."
):
    chosen = sidebar.choose(quarter="any")
    top, away = page.top()
    with top:
        asked = choose(chosen)
    words = words_of(asked.text)
    with away:
        take_away.texts(asked.selection, words, asked.grade)
    answers = data.find(matching, asked.selection, words, asked.grade, asked.page)
    show(answers, words, per_page=PAGE)
