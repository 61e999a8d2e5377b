"""Every grade can be read on its fill and told from its neighbours, whatever palette and scale."""

from dataclasses import replace

import pytest

from arms_analytics.charts.palette import contrast, palettes
from arms_analytics.network import network
from arms_analytics.vocabulary import GradeScale

FOUR = network().grade_scale
ADEQUATE = replace(FOUR["good"], key="adequate", name="Adequate", rank=2)
FIVE = GradeScale(
    "five",
    tuple(
        replace(grade, rank=rank)
        for rank, grade in enumerate(
            [FOUR["inadequate"], FOUR["requires_improvement"], ADEQUATE, FOUR["good"], FOUR["outstanding"]]
        )
    ),
)


def test_the_first_palette_is_that_of_the_collated_sheets():
    first = next(iter(palettes(FOUR).values()))
    assert {key: paint.fill for key, paint in first.paints.items()} == {grade.key: grade.colour for grade in FOUR}


@pytest.mark.parametrize("scale", [FOUR, FIVE], ids=["four steps", "five steps"])
def test_text_on_every_fill_reads(scale):
    for palette in palettes(scale).values():
        least = 7 if palette.key == "high-contrast" else 4.5
        for grade in scale:
            assert contrast(palette[grade.key].fill, palette[grade.key].ink) >= least, (palette.key, grade.key)


@pytest.mark.parametrize("scale", [FOUR, FIVE], ids=["four steps", "five steps"])
def test_no_two_steps_of_the_made_palettes_share_a_fill(scale):
    for palette in list(palettes(scale).values())[1:]:
        assert len({paint.fill for paint in palette.paints.values()}) == len(scale.grades)


def test_contrast_is_that_of_wcag():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
