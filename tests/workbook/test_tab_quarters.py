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
