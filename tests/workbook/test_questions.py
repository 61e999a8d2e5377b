"""Question identity over rewording, renumbering, reordering, and over workbooks."""

from arms_analytics.network import network
from arms_analytics.workbook.questions import QuestionIdentity
from tests.workbook.drawn import read, tab

SET = network().question_set.questions


def test_the_sets_own_wording_is_known():
    identity = QuestionIdentity(SET)
    found = identity.identify([question.wording for question in SET])
    assert list(found.values()) == [question.id for question in SET]


def test_a_reworded_question_keeps_its_id():
    text = "Is the rating for sexual pre-occupation supported by the evidence and explained?"
    assert QuestionIdentity(SET).identify([text]) == {text: "Q06"}


def test_a_new_question_gets_an_id_that_the_next_workbook_finds_again():
    identity = QuestionIdentity(SET)
    text = "Has polygraph testing or digital device examination been considered where conditions allow?"
    first = identity.identify([text])[text]
    again = "25. Has polygraph testing or digital device examination been considered, where conditions allow it?"
    assert first.startswith("N")
    assert identity.identify([again])[again] == first


def test_questions_of_one_tab_never_share_an_id():
    texts = [f"{factor} - is the rating evidenced and the rationale clear?" for factor in
             ("Opportunity", "Sexual preoccupation", "Offence-related sexual interest", "Hostile orientation",
              "Poor self-management", "Social influences", "Social investment")]  # fmt: skip
    assert len(set(QuestionIdentity(SET).identify(texts).values())) == len(texts)


def test_short_labels_find_the_long_wordings_of_another_workbook():
    identity = QuestionIdentity(SET)
    long = ["Are the actions recorded on ViSOR with an owner and a review date?",
            "Have outstanding actions from the previous plan been reviewed and carried forward or closed?"]  # fmt: skip
    ids = list(identity.identify(long).values())
    assert list(identity.identify(["Actions recorded on ViSOR", "Previous actions reviewed"]).values()) == ids


def test_a_long_new_question_is_named_by_its_first_words_whole():
    long = "Has polygraph testing or digital device examination been considered where conditions allow?"
    reading = read(
        tab("Cheshire", f"Question | Low | High\n{long} | #00B050 | #FFC000\nWere the visits made? | #00B050 | #FF0000")
    )
    told = next(problem.message for problem in reading.problems if problem.code == "new_question")
    assert "“Has polygraph testing or digital device examination been…”" in told
