"""Processes gather their questions' answers."""

import pandas as pd
import pytest

from arms_analytics.findings.process_needs import explain, find
from arms_analytics.network import network
from arms_analytics.vocabulary import Quarter
from tests.findings.regions import FIRST, reviews_of, store_with
from tests.findings.stores import GRADES

NOW = Quarter.from_index(FIRST + 12)


@pytest.fixture(scope="module")
def tagged_store(region):
    return store_with(region, processes={each.id: each.processes for each in network().question_set.questions})


def test_each_process_is_counted_as_by_hand(tagged_store, region, fit):
    found = find(tagged_store, network(), NOW, fit)
    questions = network().question_set.questions
    assert set(found["process"]) == {process for question in questions for process in question.processes}
    for row in found.itertuples():
        ids = [question.id for question in questions if row.process in question.processes]
        graded = [
            GRADES.index(review["answers"][question])
            for review in reviews_of(region)
            if review["force"] == row.reviewed_force and review["quarter"] > NOW.index - 4
            for question in ids
            if review["answers"].get(question) in GRADES
        ]
        assert (row.questions, row.answers) == (tuple(ids), len(graded))
        assert row.failures == sum(rank < 2 for rank in graded)
        cells = fit.cells[(fit.cells["reviewed_force"] == row.reviewed_force) & fit.cells["question_id"].isin(ids)]
        assert row.estimate == pytest.approx(cells["fails_estimate"].mean())
        assert set(row.probably_failing) == set(cells.loc[cells["fails_probability"] >= 0.5, "question_id"])


def test_a_process_is_said_with_its_failing_questions(tagged_store, fit):
    row = find(tagged_store, network(), NOW, fit).query("probably_failing.str.len() > 0").iloc[0]
    assert row["probably_failing"][0] in explain(row, network())
    assert "It probably fails" not in explain(find(tagged_store, network(), NOW).iloc[0], network())


def test_of_one_question_a_process_says_its_share_and_of_several_the_share_of_all_of_them():
    row = pd.Series(
        {
            "reviewed_force": "Cumbria", "process": "home visits", "questions": ("Q03",), "failures": 7,
            "answers": 1500, "probably_failing": ("Q03",), "estimate": 0.51,
        }
    )  # fmt: skip
    assert explain(row, network()) == (
        "Cumbria: 7 of 1,500 answers to one question about home visits fell below good in the last four quarters. "
        "It probably fails Q03; of its plans about 51% would fail now."
    )
    row["questions"] = ("Q03", "Q04")
    assert explain(row, network()).endswith("over its two questions about 51% would fail now.")
