"""Which quarter the tabs of a workbook are of, where several places speak of it."""

from tests.workbook.drawn import read, tab

TABLE = "Question | Low | High\nSources | #00B050 | #FFC000\nActions | #00B050 | #FFFF00\nVisits | #FF0000 | #00B050"


def test_a_list_of_the_tabs_does_not_name_the_quarter_of_a_cumulative_workbook():
    names = [f"{force} {months}" for months in ("Apr-Jun 2025", "Jan-Mar 2025") for force in ("Cheshire", "Cumbria")]
    contents = tab("Home", "Contents\n\n" + "\n".join(names))
    reading = read(contents, *(tab(name, TABLE) for name in names), file="ARMS collated.xlsx")
    assert [review.quarter.key for review in reading.reviews[::2]] == [
        "2025-26-Q1", "2025-26-Q1", "2024-25-Q4", "2024-25-Q4",
    ]  # fmt: skip


BLOCKS = """
Review 1: Low, Ref: CHE 10, Quarter: {one} |
Question    | Grade | Feedback
Sources     | G     | Yes.
Actions     | G     |
Visits made | RI    |

Review 2: High, Ref: CHE 11, Quarter: {other} |
Question    | Grade | Feedback
Sources     | G     | Yes.
Actions     | O     |
Visits made | I     |
"""


def test_each_block_may_name_its_own_quarter_with_its_months_in_brackets():
    drawing = BLOCKS.format(one="Q2 (Jul-Sep 2025)", other="Q1 (Apr-Jun 2025)")
    reading = read(tab("Cheshire", drawing), file="ARMS collated.xlsx")
    assert [review.quarter.key for review in reading.reviews] == ["2025-26-Q2", "2025-26-Q1"]
