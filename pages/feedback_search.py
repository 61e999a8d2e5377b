"""Feedback search: what reviewers wrote, found by its words, within the selection."""

from arms_analytics.findings.feedback_search import PAGE, matching, words_of
from arms_analytics.ui import data, page, search, sidebar, take_away

with page.frame(
    "Feedback search", "Every feedback text, by the words in it or parts of them: visit finds visited too."
):
    chosen = sidebar.choose(quarter="any")
    top, away = page.top()
    with top:
        asked = search.choose(chosen)
    words = words_of(asked.text)
    with away:
        take_away.texts(asked.selection, words, asked.grade)
    answers = data.find(matching, asked.selection, words, asked.grade, asked.page)
    search.show(answers, words, per_page=PAGE)
