"""What reviewers write beside a grade: plain, odd, misleading, and with personal data that must not survive.

Every person, number and address here is invented; phone numbers and hosts are from the ranges kept for fiction.
"""

from __future__ import annotations

import random

OPENINGS = {
    "outstanding": ("Excellent analysis, cross-referenced to {place}.",
    "Exemplary: the rationale draws on {place}.",
    "One of the best entries seen this quarter, with {place} used well."),
    "good": ("Rating is correct and {place} is used.", "Solid entry supported by {place}.",
    "Clear rationale, dated and sourced from {place}.", "Good use of {place}."),
    "requires_improvement": ("The rationale is brief; refer to {place}.",
    "Some evidence in {place} but it is dated.", "Good start, but relies on {place} alone.",
    "Generic wording, see {place}."), "inadequate": ("No rationale recorded; {place} has not been used.",
    "Copied from the previous plan and contradicts {place}.", "Missing. Return to the officer with {place}."),
    "not_applicable": ("Does not apply at this time.", "No longer subject to licence so not scored."),
}  # fmt: skip
PLACES = (
    "the probation report", "log entry 26", "section 12 of the RMP", "the MAPPA minutes",
    "page 43 of the plan", "paragraph 4.2", "the home visit of week 12", "the children's services chronology",
    "entry 33 on the activity log", "the previous assessment"
)  # fmt: skip
CLOSINGS = (
    "", "", "", " Suggest a short reflective discussion.", " See also entry 57.",
    " Supervisor to dip sample again in 3 months.", " Otherwise fine."
)  # fmt: skip

ODD = (
    "Good analysis of the risk factors, but nothing after March.", "Outstanding actions remain on the log.",
    "Inadequate time was given to this in interview.", "Requires improvement plan to be agreed with the SPOC.",
    "Amber warning from partner agency not followed up.", "Green Lane hostel placement considered.",
    "Red flags were missed here.", "Good.", "As above", "See above.", "See Q3", "None", "Nil", "-", "OK",
    "Yes", "No", "?", "TBC", "See Q4 for the same point.", "High risk of drift; low confidence in the dates.",
    "Very high workload noted.", "Very High", "Medium term actions are missing.",
    "Reviewed by a supervisor in Q4 2022/23 and again in Jan-Mar 2023.",
    "Requested from Cumbria and Merseyside Police.", "Q1: yes. Q2: no. Q3: partly.",
    "1. Update the RMP.\n2. Tell the supervisor.\n\n3. Close.", "👍 Great effort 😀 ✔",
    "Mae’r cynllun yn glir ac yn gyfredol – da iawn, café, naïve, ½, ≥3.", "= supported by page 63",
    "+ more detail needed", "- no dates\n- no owner", "@the next review", "=1+1 style wording used",
    "'quoted' from the start", "\"Fully quoted\"", "<b>Bold</b> & <script>alert(1)</script>",
    "Cost £20; 50% of entries; 3 < 5 & 7 > 2", "Tab\there; \"see, also\"; |pipe|", "  Double  spaces   kept",
    "Plan completed 12/06/2025; next due by 14/09/2025.", "3", "12/24", "RI on last review, now good",
    "Grade changed from Inadequate to Good after moderation.", "Total: 4 actions", "Average quality",
    "Key points missed", "Note: see policy", "Signed off by supervisor", "Feedback given verbally",
    "Question not answered in full",
)  # fmt: skip
BOXED_ODD = tuple(text for text in ODD if len(text) > 22)

LOOK_ALIKES = (
    "ViSOR updated within 5 days; 14/15 actions closed.",
    "RM2000 score 3 recorded on 02/04/2025 in line with section 12/24 of the policy.",
    "Visit on 12/06/2025 is well recorded; the next is due by 14/09/2025.",
    "MAPPA Level 2 minutes of 03/05/25 are attached.", "Log 0456 of 12 June 2025 refers; incident 1234.",
    "Paragraph 7.4.2 and page 101 of 240.", "The plan was NOT updated and this MUST be done.",
    "Rating is HIGH but the RMP says LOW. See RSO guidance and SHPO condition 4.",
    "OASys, OSP and RM2000 all AGREE.", "Three court orders and 2 park visits noted.",
    "MAPPA L2 3rd meeting; A4 form; SO15 contacted.", "Supervisor oversight every 28 days, 24/7 cover.",
    "Cheshire and North Wales share the SPOC.", "Use of the word Close is unclear in action 14.",
    "Mr and Mrs are used without names.", "Dr to be asked for a report.",
    "Score 12/15; version 2.1; form ARMS 0042.", "Actions 1-5 and 7-12 (2024/25) closed in Q4.",
    "Very POOR recording by the previous OM", "Visited weekly from 01/04/2025 to 30/06/2025.",
    "Between 10 and 15 contacts a month.", "Housing is Approved Premises; probation lead aware.",
    "Police National Computer and Police National Database checked.",
)  # fmt: skip

PLANTED: tuple[
    tuple[str, tuple[str, ...]], ...] = (
    ("RSO Lee WARBURTON (dob 21/08/1975, ViSOR 12/684338) was seen at home.", ("Lee WARBURTON", "21/08/1975",
    "12/684338")), ("(subject GRIMSHAW, Michael DOB: 13.02.62)", ("GRIMSHAW, Michael", "13.02.62")),
    ("(subject O'NEILL, Sean DOB: 08.12.94)", ("O'NEILL, Sean", "08.12.94")),
    ("Mr Eccleston was cooperative throughout.", ("Mr Eccleston", )), ("Mrs Hartley-Jones says he left.",
    ("Mrs Hartley-Jones", )), ("Ms. K. Pemberton disagreed.", ("Ms. K. Pemberton", )), ("Miss Atkinson was spoken to.",
    ("Miss Atkinson", )), ("Seen with Mr. John Rigby at the hostel.", ("Mr. John Rigby", )),
    ("Wayne MCALLISTER-SMITH has moved.", ("Wayne MCALLISTER-SMITH", )), ("Born 12 August 1998.",
    ("12 August 1998", )), ("D.O.B. 3/11/71 per the record.", ("3/11/71", )), ("Date of birth: 04-05-1966.",
    ("04-05-1966", )), ("date of birth 1966-05-04 is wrong.", ("1966-05-04", )),
    ("DOB 12th March 1980 agrees.", ("12th March 1980", )), ("See ViSOR 18/367264.", ("18/367264", )),
    ("ViSOR ref 20/812701: actions lack an owner.", ("20/812701", )), ("ViSOR ID: 1234567 has the same entry.",
    ("1234567", )), ("ViSOR no 05/736804 checked.", ("05/736804", )), ("PNC ID 77/18340F.", ("77/18340F", )),
    ("PNC 2003/0123456X shows a caution.", ("2003/0123456X", )), ("PNCID: 91/85538F", ("91/85538F", )),
    ("NHS number 943 476 5919 noted.", ("943 476 5919", )), ("NHS no. 9434765919.", ("9434765919", )),
    ("Phone 07700 900123.", ("07700 900123", )), ("tel: 0161 496 0123", ("0161 496 0123", )),
    ("Mobile +44 7700 900 456 is off.", ("+44 7700 900 456", )), ("Call 01632 960123 to arrange.", ("01632 960123",
    )), ("mob 07700900789", ("07700900789", )), ("Lives at 12 Acacia Avenue, Preston PR1 2XX.",
    ("12 Acacia Avenue", "PR1 2XX")), ("Moved to Flat 3, 45 High Street.", ("Flat 3, 45 High Street", )),
    ("Home is 7 Mill Lane.", ("7 Mill Lane", )), ("Seen at 221b Baker St.", ("221b Baker St", )),
    ("Postcode M1 1AE.", ("M1 1AE", )), ("E-mail j.bloggs@example.com about it.", ("j.bloggs@example.com", )),
    ("Contact: jo_bloggs+1@mail.example.co.uk", ("jo_bloggs+1@mail.example.co.uk", )),
)  # fmt: skip


def words_for(rng: random.Random, grade: str | None) -> str:
    """One plain reviewer's remark for a grade."""
    text = rng.choice(OPENINGS[grade or "good"]).format(place=rng.choice(PLACES))
    return text + rng.choice(CLOSINGS)


def with_personal_data(rng: random.Random, text: str) -> tuple[str, tuple[str, ...]]:
    """The remark with something personal in it, and what must not survive."""
    said, secrets = rng.choice(PLANTED)
    return (f"{text} {said}", secrets) if rng.random() < 0.7 else (f"{said} {text}", secrets)
