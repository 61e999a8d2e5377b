"""Merged areas: what lies under one is covered, its anchor is not, even where areas overlap."""

from hypothesis import given
from hypothesis import strategies as st

from arms_analytics.workbook.cells import Area
from arms_analytics.workbook.files.merging import covered

AREAS = st.builds(
    lambda top, left, rows, columns: Area(top, left, top + rows, left + columns),
    st.integers(1, 12), st.integers(1, 12), st.integers(0, 4), st.integers(0, 4),
)  # fmt: skip
PLACES = [(row, column) for row in range(1, 18) for column in range(1, 18)]


def overlap(one, other):
    return one.top <= other.bottom and other.top <= one.bottom and one.left <= other.right and other.left <= one.right


@given(st.lists(AREAS, max_size=12))
def test_covered_are_the_cells_of_an_area_but_its_anchor(areas):
    sound = []
    for area in sorted(areas, key=lambda area: (area.top, area.left)):
        if not any(overlap(area, other) for other in sound):
            sound.append(area)
    slow = {place: area for area in sound for place in PLACES if place in area and place != (area.top, area.left)}
    assert dict(covered(PLACES, sound)) == slow


@given(st.lists(AREAS, max_size=12))
def test_overlapping_areas_neither_break_it_nor_hide_an_anchor_of_the_first(areas):
    hidden = dict(covered(PLACES, areas))
    first = min(areas, key=lambda area: (area.top, area.left), default=None)
    assert first is None or (first.top, first.left) not in hidden
