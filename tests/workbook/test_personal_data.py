"""Likely personal data is masked; what only looks like it is left alone."""

import pytest

from arms_analytics.workbook.personal_data import mask, mask_reference


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("RSO Lee WARBURTON (dob 11/02/1994, ViSOR 24/717459) was seen", "WARBURTON"),
        ("RSO Lee WARBURTON (dob 11/02/1994, ViSOR 24/717459) was seen", "11/02/1994"),
        ("RSO Lee WARBURTON (dob 11/02/1994, ViSOR 24/717459) was seen", "24/717459"),
        ("(subject O'NEILL, Michael DOB: 08.12.94)", "O'NEILL, Michael"),
        ("Mr Eccleston was cooperative", "Eccleston"), ("Mrs J Smith-Jones attended", "Smith-Jones"),
        ("Born 12 August 1998.", "12 August 1998"), ("PNC ID 77/18340F.", "77/18340F"),
        ("NHS number 943 476 5919", "943 476 5919"), ("rang 07700 900123 twice", "07700 900123"),
        ("lives at 12 Church Lane, Warrington", "12 Church Lane"), ("moved to WA1 2AB", "WA1 2AB"),
        ("wrote to a.b@example.com", "a.b@example.com"), ("drives AB12 CDE", "AB12 CDE"),
        ("JOHN SMITH was not seen", "JOHN SMITH"), ("his partner Jane Doe", "Jane Doe"),
    ],
)  # fmt: skip
def test_what_names_a_person_is_masked(text, secret):
    masked = mask(text)
    assert secret not in masked.text
    assert masked.kinds


@pytest.mark.parametrize(
    "text",
    [
        "Visit on 12/06/2025 is well recorded; the next is due by 14/09/2025.",
        "MAPPA Level 2 minutes of 03/05/25 are attached.",
        "ViSOR updated within 5 days; 14/15 actions closed.",
        "RM2000 score 3 recorded on 02/04/2025 in line with section 12/24 of the policy.",
        "Information requested from Cumbria and Merseyside was received.",
        "Actions SMART and RMP clear. PC 1472 and OM-301 are thanked.",
        "NO RATIONALE RECORDED FOR THIS RATING",
        "See log 0123 of 05/05/25 and crime 06/123456, para 34, page 12.",
        "Greater Manchester Probation Service attended the Crown Court.",
    ],
)
def test_look_alikes_are_left_alone(text):
    assert mask(text).text == text


def test_the_rest_of_the_text_stays_as_written():
    assert mask("Seen on 1/2/25.\n\nMr Smith  said so.").text == "Seen on 1/2/25.\n\n[name removed]  said so."


def test_a_reference_that_is_a_name():
    assert mask_reference("John Smith").text == "[name removed]"
    assert mask_reference("CHE-25Q1-01").text == "CHE-25Q1-01"
