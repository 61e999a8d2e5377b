"""Text from workbooks and from people stays text: whatever it holds, no page runs it, draws it or fetches it."""

import datetime as dt
from dataclasses import replace

import pytest

from arms_analytics.store.records import Action, Adoption, PromisingPractice, TrainingEvent, open_records
from arms_analytics.ui.navigation import PAGES
from arms_analytics.vocabulary import Problem, SeenQuestion, Severity
from tests.browser.serving import running
from tests.store.readings import QUARTER, make_reading, store

HOSTILE = (
    '<img src=x onerror="window.pwned=1" data-pwned> <script>window.pwned=1</script> '
    "<b data-pwned>bold</b> ![p](http://pwned.example/p.png) [p](javascript:window.pwned=1) "
    "</style><style>@import 'http://pwned.example/p.css';</style> :material/bug_report: $\\href{javascript:pwned}{x}$"
)
PARAMETERS = {"quarter": "2025-26-Q2", "force": "Cheshire", "question": "Q01", "cell": "Q01~Cheshire"}
FOUND = """() => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (element.hasAttribute("data-pwned") || (element.getAttribute("href") || "").includes("pwned")
          || (element.getAttribute("src") || "").includes("pwned")) found.push(element.outerHTML.slice(0, 200));
      if (element.tagName === "IFRAME" && element.contentDocument) walk(element.contentDocument);
    }
  };
  walk(document);
  return [...found, ...(window.pwned ? ["it ran"] : [])];
}"""


def hostile(reading):
    """The reading with hostile text wherever a workbook can hold any."""
    reviews = []
    for review in reading.reviews:
        answers = [
            replace(a, question=f"{a.question} {HOSTILE}", feedback=HOSTILE, grade="inadequate") for a in review.answers
        ]
        refs = {
            "review_ref": f"{review.review_ref} {HOSTILE}",
            "officer_ref": HOSTILE,
            "team": HOSTILE,
            "sheet": HOSTILE,
        }
        reviews.append(replace(review, answers=tuple(answers), **refs))
    problem = Problem(Severity.WARNING, "unclear_colour", HOSTILE, "B7", HOSTILE)
    seen = SeenQuestion("Q01", HOSTILE, HOSTILE, "reworded")
    return replace(
        reading,
        path=f"{HOSTILE}.xlsx".replace("/", "_"),
        reviews=tuple(reviews),
        problems=(problem,),
        questions=(seen,),
    )


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile") / "store"
    store(folder, *(hostile(make_reading(QUARTER.plus(number))) for number in range(2)))
    records = open_records(folder)
    about = {"quarter_index": QUARTER.plus(1).index, "force": "Cheshire"}
    records.actions.add(Action(text=HOSTILE, owner=HOSTILE, outcome=HOSTILE, question_id="Q01", **about), HOSTILE)
    event = TrainingEvent(
        date=dt.date(2025, 8, 1), topic=HOSTILE, questions=("Q01",), forces=("Cheshire",), note=HOSTILE
    )
    records.training_events.add(event, HOSTILE)
    practice = PromisingPractice(title=HOSTILE, what=HOSTILE, why=HOSTILE, contact=HOSTILE, questions=("Q01",), **about)
    kept = records.practices.add(practice, HOSTILE)
    records.adoptions.add(Adoption(practice_id=kept.id, force="Cumbria", note=HOSTILE), HOSTILE)
    records.log(HOSTILE, HOSTILE, HOSTILE)
    records.close()
    with running(folder) as where:
        yield where


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
def test_no_page_takes_it_for_anything_but_text(visit, listed):
    dialogs = []
    visit.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page = visit.open(listed.address, **PARAMETERS)
    page.wait_for_selector(".arms-foot", state="attached")
    assert page.evaluate(FOUND) == []
    assert dialogs == []
    visit.errors[:] = [error for error in visit.errors if "pwned" in error]  # other faults are other tests' business


def test_it_can_be_read_as_it_was_written(visit):
    page = visit.open("", **PARAMETERS)
    page.get_by_text("<b data-pwned>bold</b> ![p](http://pwned.example/p.png)").first.wait_for()


def test_the_check_would_see_it(visit):
    page = visit.open("", **PARAMETERS)
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<b data-pwned>bold</b>')")
    assert page.evaluate(FOUND) != []
