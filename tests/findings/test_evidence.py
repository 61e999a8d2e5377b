"""Behind every number stand its reviews, with the cell of the workbook they came from."""

from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.vocabulary import Quarter, RiskLevel, Selection
from tests.findings.stores import store_of

NOW = Quarter(2025, 2)


def review(force, quarter, grade, **more):
    return {
        "force": force,
        "quarter": quarter.index,
        "answers": {"Q01": (grade, f"{grade} words"), "Q02": "good"},
        **more,
    }


REVIEWS = [
    review("A", NOW, "good", risk_level="high", reviewing_force="B", officer_ref="A/1"),
    review("A", NOW, None),
    review("A", NOW, "not_applicable"),
    review("A", NOW.plus(-1), "inadequate"),
    review("A", NOW.plus(-4), "inadequate"),
    review("B", NOW, "outstanding", reviewing_force="A", officer_ref="B/1"),
]


def ids(*args, **kwargs):
    return reviews_behind(*args, **kwargs)["review_id"].tolist()


def test_one_cell_leads_to_all_its_boxes_graded_or_not():
    cell = Selection(quarter=NOW, force="A", question_id="Q01")
    frame = reviews_behind(store_of(REVIEWS), cell)
    assert frame["grade"].tolist() == ["good", None, "not_applicable"]
    first = frame.iloc[0]
    assert (first["feedback"], first["risk_level"], first["reviewing_force"]) == ("good words", "high", "B")
    assert (first["review_ref"], first["workbook"], first["sheet"], first["cell"]) == ("A-0", "book.xlsx", "A", "B0")
    assert frame["failure"].tolist()[0] is False and frame["failure"].isna().tolist() == [False, True, True]


def test_a_window_reaches_back_newest_first():
    store, cell = store_of(REVIEWS), Selection(quarter=NOW, force="A", question_id="Q01")
    assert ids(store, cell, quarters=2) == [0, 1, 2, 3]
    assert ids(store, cell, quarters=4) == [0, 1, 2, 3]
    assert ids(store, cell, quarters=None) == [0, 1, 2, 3, 4]


def test_one_review_one_risk_level_one_reviewing_force_one_officer():
    store = store_of(REVIEWS, officers_of=["A"])
    assert ids(store, Selection(), review_id=3) == [3, 3]
    assert ids(store, Selection(question_id="Q01", risk_levels=(RiskLevel.HIGH,))) == [0]
    assert ids(store, Selection(question_id="Q01", reviewing_force="A")) == [5]
    assert ids(store, Selection(question_id="Q01"), officer_ref="A/1") == [0]


def test_an_officer_reference_that_may_not_be_seen_is_empty_and_finds_nothing():
    store = store_of(REVIEWS, officers_of=["A"])
    assert reviews_behind(store, Selection(force="B"))["officer_ref"].tolist() == ["", ""]
    assert ids(store, Selection(), officer_ref="B/1") == []


def test_a_clarified_grade_stands_beside_the_original():
    frame = reviews_behind(store_of(REVIEWS, clarified=[(3, "Q01", "good")]), Selection(question_id="Q01"), review_id=3)
    row = frame.iloc[0]
    assert (row["grade"], row["original_grade"], row["is_clarified"]) == ("good", "inadequate", True)


def test_what_is_not_stated_is_none_whether_some_or_all_of_it_is_missing():
    some, none = store_of(REVIEWS), store_of([review("A", NOW, None)])
    for store in (some, none):
        frame = reviews_behind(store, Selection(), quarters=None)
        for name in ("risk_level", "reviewing_force", "grade", "original_grade"):
            assert {value for value in frame[name] if not isinstance(value, str)} <= {None}, name
