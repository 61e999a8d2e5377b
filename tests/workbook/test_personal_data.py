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
        ("Seen with Aleksander KOWALSKI at home", "KOWALSKI"), ("RSO KOWALSKI was present", "KOWALSKI"),
        ("Karen WARD attended", "WARD"), ("Mr Young and Mrs Field agreed", "Field"), ("D. HOLROYD was seen", "HOLROYD"),
        ("Mr. Van Der Berg said", "Berg"), ("Holroyd, Darren (DOB 1.2.1980)", "Holroyd"),
        ("wife Sarah visits", "Sarah"),
        ("DOB: 3rd of May 1975", "May 1975"), ("(b. 12/03/1978)", "1978"), ("dob 12031978", "12031978"),
        ("ViSOR URN 1234567", "1234567"), ("VISOR No: 18-367264", "18-367264"), ("PNC: 99/1234 Z", "99/1234"),
        ("call 0044 7700 900123", "900123"), ("lives at 22 station road", "22 station road"),
        ("moved to 23-25 High St", "23-25 High St"),
        ("moved to EC1A 2BB", "EC1A 2BB"), ("flat near w1a 1aa", "w1a 1aa"),
        ("Flat 12 Mersey Court", "Mersey Court"), ("pr1 2ab", "pr1 2ab"),
        ("NI QQ 12 34 56 C", "34 56"), ("NOMIS A1234BC on the file", "A1234BC"), ("Siân Llewellyn rang", "Llewellyn"),
        ("spoke to J. Smith at home", "Smith"), ("his partner J Smith said", "Smith"), ("PC A Jones attended", "Jones"),
        ("It was late. R. J. Patel attended.", "Patel"), ("met T.R. O'Brien there", "Brien"),
        ("his grandson Noah stays", "Noah"), ("friends Tom and Dave visit", "Dave"), ("victim, Emily, knows", "Emily"),
        ("children Ava and Leo", "Leo"), ("social worker S. Khan rang", "Khan"),
        ("closed by user js1234 on the day", "js1234"), ("updated by user 48213", "48213"),
        ("his user name is big_dave", "big_dave"), ("username: darkstar", "darkstar"), ("user ID @rover", "rover"),
        ("passport no. 123456789", "123456789"), ("Passport: AB1234567", "AB1234567"),
        ("IP address 82.45.12.9 was traced", "82.45.12.9"), ("IP: 192.168.0.1", "192.168.0.1"),
        ("Emily, his partner, rang", "Emily"), ("Spoke to Olivia (her eldest daughter)", "Olivia"),
        ("DS Smith agreed it", "Smith"), ("signed off by Inspector Reed", "Reed"), ("PC Amir Patel called", "Patel"),
        ("A. Smith was at home.", "Smith"),
        ("Agnieszka Kowalska is the tenant", "Kowalska"), ("Imran Chaudhry was told", "Chaudhry"),
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
        "DS review was late; DI Oversight is clear, PS Supervision is not. PC Good practice. DC to check.",
        "A. The plan is clear. B. Barnardos was told.",
        "Cheshire, his home force, and Preston, their partner.",
        "MAPPA Level 2 minutes of 03/05/25 are attached.",
        "ViSOR updated within 5 days; 14/15 actions closed.",
        "RM2000 score 3 recorded on 02/04/2025 in line with section 12/24 of the policy.",
        "Information requested from Cumbria and Merseyside was received.",
        "Actions SMART and RMP clear. PC 1472 and OM-301 are thanked.",
        "NO RATIONALE RECORDED FOR THIS RATING",
        "See log 0123 of 05/05/25 and crime 06/123456, para 34, page 12.",
        "Greater Manchester Probation Service attended the Crown Court.",
        "The plan was NOT updated and this MUST be done. Rating HIGH, Home VISIT due, Very POOR, Lived EXPERIENCE.",
        "Subject Access Request; Victim Contact Scheme; Partner Agencies; Mr and Mrs are used; Dr to be asked; Mr X.",
        "3 High Court orders, 12 Park visits, 14 Close monitoring actions, 2 Crown Court hearings, page 3 Road map.",
        "MAPPA L2 3rd meeting, SO15 contacted, M1 motorway, Q1 2RI, A4 3 pages.",
        "Victoria Station, Dean Street and the Christian Church; May Review; Mark Scheme; Grant Funding; Will Power.",
        "Operation A1234B, form B12345CD and hostel A123 BC are no prison numbers.",
        "He works for A. Smith & Co and for B. Jones Ltd; see appendix C. Lancaster, annex B. Preston visits.",
        "A. Officers should date entries.\nB. Partners should be asked.\nC. Carlisle was visited.",
        "Q. The plan is thin. I. Recording is poor. Plan B. Actions were set. U. Turn on grade.",
        "The user guide, 3 end users, user 2 of 5 and User: SUPERVISOR; username: none; user name changed.",
        "Passport seized 12/03/2025; passport 1 of 2; IP 5 devices; section 1.2.3.4; version 10.0.0.1 of the form.",
        "Victim Support and Partner Agencies; mother April 2025; friend Carlisle; son Preston; child Protection Plan.",
        "Officer A Reviewed this; OM A Plan; PC B Supervisor; manager I Recommend.",
        "incident 9876543210, log 12345678901, score 0-12345, ARMS 0042, ratio 3:1, born out by the evidence.",
    ],
)
def test_look_alikes_are_left_alone(text):
    assert mask(text).text == text


def test_the_rest_of_the_text_stays_as_written():
    assert mask("Seen on 1/2/25.\n\nMr Smith  said so.").text == "Seen on 1/2/25.\n\n[name removed]  said so."


def test_a_reference_that_is_a_name():
    assert mask_reference("John Smith").text == "[name removed]"
    assert mask_reference("CHE-25Q1-01").text == "CHE-25Q1-01"
