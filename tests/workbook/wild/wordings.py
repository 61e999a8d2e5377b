"""What people write: questions, grades, risk levels, quarters, labels. Each list holds ways to say one thing."""

from __future__ import annotations

QUESTIONS = [
    ("Were all the sources that matter (police systems, partners, family) searched before scoring?", "Sources"),
    ("Is the intelligence current and sourced?", "Intelligence"),
    ("Was the ARMS interview planned, and is the offender's own account recorded?", "Interview"),
    ("Has RM2000 been considered and recorded alongside ARMS?", "RM2000"),
    ("Opportunity - is the rating evidenced and the rationale clear?", "Opportunity"),
    ("Sexual preoccupation - is the rating evidenced and the rationale clear?", "Sexual preoccupation"),
    ("Offence-related sexual interests - is the rating evidenced and the rationale clear?", "Sexual interests"),
    ("Emotional congruence with children - is the rating evidenced and the rationale clear?", "Emotional congruence"),
    ("Hostile orientation - is the rating evidenced and the rationale clear?", "Hostile orientation"),
    ("Poor self-management - is the rating evidenced and the rationale clear?", "Self-management"),
    ("Social influences - is the rating evidenced and the rationale clear?", "Social influences"),
    ("Commitment to desist - is the rating evidenced and the rationale clear?", "Commitment to desist"),
    ("Intimate relationships - is the rating evidenced and the rationale clear?", "Intimate relationships"),
    ("Employment or positive routine - is the rating evidenced and the rationale clear?", "Employment"),
    ("Social investment - is the rating evidenced and the rationale clear?", "Social investment"),
    ("Is the overall priority level (low, medium, high, very high) justified?", "Priority level"),
    ("Are the RMP actions SMART?", "SMART actions"),
    ("Do the actions address every high priority factor?", "Factors addressed"),
    ("Are actions recorded on ViSOR with an owner and a review date?", "ViSOR actions"),
    ("Have outstanding actions from the last plan been closed or carried forward?", "Outstanding actions"),
    ("Is there evidence of good quality, unannounced home visits?", "Home visits"),
    ("Is there evidence of joint working (probation, MAPPA, children's services)?", "Joint working"),
    ("Have victims and the safeguarding of children been addressed?", "Safeguarding"),
    ("Does the plan take account of lived experience (neurodiversity, trauma, health)?", "Lived experience"),
    ("Does the supervisor's entry add value to the plan?", "Supervision"),
    ("Was the ARMS completed in time, and are the triggers for review clear?", "Timeliness"),
    ("Is the risk rating consistent with the record? Where the officer departed from the tool, is the reason given, "
     "and has a supervisor endorsed it within the time that policy allows?", "Override"),
    ("Inadequate recording: have earlier gaps been put right?", "Earlier gaps"),
    ("Are enforcement options (SHPO, notification requirements) recorded?", "Enforcement"),
    ("Has disclosure (CSODS) been considered?", "Disclosure"),
    ("Digital devices", "Devices"),
]  # fmt: skip
SECTIONS = [
    "A. Information gathering", "B. Risk factors", "C. Protective factors", "Section D: Risk management plan",
    "E. Partnership", "F. OVERSIGHT AND REVIEW", "Part 7 Recording",
]  # fmt: skip

GRADE_WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "full": (("Outstanding",), ("Good",), ("Requires improvement",), ("Inadequate",)),
    "title": (("Outstanding",), ("Good",), ("Requires Improvement",), ("Inadequate",)),
    "lower": (("outstanding",), ("good",), ("requires improvement",), ("inadequate",)),
    "caps": (("OUTSTANDING",), ("GOOD",), ("REQUIRES IMPROVEMENT",), ("INADEQUATE",)),
    "letters": (("O",), ("G",), ("RI",), ("I",)),
    "small letters": (("o",), ("g",), ("ri",), ("i",)),
    "abbreviations": (("Out", "Outst"), ("Gd", "Good"), ("R.I.", "Req Imp", "Req. Imp."), ("Inad", "Inad.")),
    "variants": (
        ("Outstanding", "outstanding ", "OUTSTANDING", "Outst.", "O", "Outstanding."),
        ("Good", " Good", "GOOD", "good", "G", "Good "),
        ("Requires improvement", "Requires Improvement", "Requires imp", "Req Improvement", "RI", "R.I.", "R/I",
         "Requires\nimprovement", "Requires-improvement", "Needs improvement"),
        ("Inadequate", "INADEQUATE ", "Inad", "inadequate", "I"),
    ),
    "misspelt": (
        ("Oustanding", "Outstandng", "Outstanding"), ("Goood", "Good", "good"),
        ("Requires improvment", "Require improvement", "Requries improvement", "Requires Improvemnt"),
        ("Inadequete", "Inadaquate", "Inadequate"),
    ),
    "labelled": (("Grade: Outstanding",), ("Grade: Good",), ("Grade: Requires improvement",), ("Grade: Inadequate",)),
    "word and letter": (("Outstanding (O)",), ("Good (G)",), ("Requires improvement (RI)",), ("Inadequate (I)",)),
    "number and word": (("1 - Outstanding",), ("2 - Good",), ("3 - Requires improvement",), ("4 - Inadequate",)),
    "word and number": (("Outstanding (1)",), ("Good (2)",), ("Requires improvement (3)",), ("Inadequate (4)",)),
    "colour names": (("Yellow",), ("Green",), ("Amber",), ("Red",)),
}  # fmt: skip
NUMBERS = {"1 is best": (1, 2, 3, 4), "4 is best": (4, 3, 2, 1)}
NOT_APPLICABLE = ("N/A", "n/a", "NA", "N.A.", "Not applicable", "Not Applicable")

RISK_WORDS = {
    "plain": ("Low", "Medium", "High", "Very High"),
    "sentence": ("Low", "Medium", "High", "Very high"),
    "upper": ("LOW", "MEDIUM", "HIGH", "VERY HIGH"),
    "with risk": ("Low risk", "Medium risk", "High risk", "Very high risk"),
    "title risk": ("Low Risk", "Medium Risk", "High Risk", "Very High Risk"),
    "labelled": ("Risk: Low", "Risk: Medium", "Risk: High", "Risk: Very High"),
    "letters": ("L", "M", "H", "VH"),
    "short": ("Low", "Med", "High", "V High"),
    "dotted": ("Low", "Med.", "High", "V. High"),
    "hyphen": ("Low-risk", "Medium-risk", "High-risk", "Very-high-risk"),
    "arms": ("ARMS Low", "ARMS Medium", "ARMS High", "ARMS Very High"),
    "priority": ("Low priority", "Medium priority", "High priority", "Very high priority"),
}

FORCES = ("Cheshire", "Greater Manchester", "North Wales", "Lancashire", "Merseyside", "Cumbria")
FORCE_NAMES = {
    "plain": FORCES, "formal": ("Cheshire Constabulary", "Greater Manchester Police", "North Wales Police",
    "Lancashire Constabulary", "Merseyside Police", "Cumbria Constabulary"), "short": ("Ches", "GMP",
    "N Wales", "Lancs", "Mersey", "Cumb"), "upper": ("CHESHIRE", "GMP", "NORTH WALES", "LANCASHIRE",
    "MERSEYSIDE", "CUMBRIA"), "lower": ("cheshire", "gmp", "north wales", "lancs", "merseyside", "cumbria"),
    "spaces": ("Cheshire ", " GMP", "North  Wales", "Lancashire ", " Merseyside", "Cumbria  "),
    "numbered": ("1. Cheshire", "2. GMP", "3. North Wales", "4. Lancashire", "5. Merseyside", "6. Cumbria"),
    "tabs": ("Cheshire ARMS", "GMP ARMS", "NWP ARMS", "Lancs ARMS", "Mersey ARMS", "Cumbria ARMS"),
    "reviews": ("Cheshire reviews", "GMP reviews", "N Wales reviews", "Lancashire reviews",
    "Merseyside reviews", "Cumbria reviews"), "underscored": ("Cheshire_Police", "Greater_Manchester",
    "North_Wales", "Lancashire_Con", "Merseyside_Police", "Cumbria_Con"),
}  # fmt: skip
CODES = ("CHE", "GMP", "NWP", "LAN", "MER", "CUM")

MONTHS = {1: ("April", "June"), 2: ("July", "September"), 3: ("October", "December"), 4: ("January", "March")}


def quarter_wordings(key: str) -> list[str]:
    """Ways to write a quarter that leave no doubt."""
    start, number = int(key[:4]), int(key[-1])
    year = start + (number == 4)
    first, last = MONTHS[number]
    end = {1: "30 June", 2: "30 September", 3: "31 December", 4: "31 March"}[number]
    begin = {1: "1 April", 2: "1 July", 3: "1 October", 4: "1 January"}[number]
    a, b, full = start % 100, (start + 1) % 100, f"{start}/{(start + 1) % 100:02d}"
    ends = {1: "30/06", 2: "30/09", 3: "31/12", 4: "31/03"}[number]
    begins = {1: "01/04", 2: "01/07", 3: "01/10", 4: "01/01"}[number]
    return [
        f"Q{number} {full}", f"Q{number} {a:02d}/{b:02d}", f"Q{number} {start}-{b:02d}",
        f"Q{number} {a:02d}-{b:02d}", f"Quarter {number} {full}", f"Quarter {number} {start}-{b:02d}",
        f"Qtr {number} {a:02d}/{b:02d}", f"{full} Q{number}", f"{start}-{b:02d} Q{number}",
        f"{full} Quarter {number}", f"FY{full} Q{number}", f"Q{number} FY{full}",
        f"Q{number} FY {a:02d}/{b:02d}", f"Q{number} {start}/{start + 1}", f"Q{number} {start}-{start + 1}",
        f"{first[:3]}-{last[:3]} {year}", f"{first[:3]} - {last[:3]} {year}", f"{first[:3]}–{last[:3]} {year}",
        f"{first} - {last} {year}", f"{first} to {last} {year}", f"{first} – {last} {year}",
        f"Q{number} ({first[:3]}-{last[:3]} {year})", f"Quarter {number} ({first} to {last} {year})",
        f"Q{number} {full} ({first[:3]}-{last[:3]})", f"quarter ending {end} {year}",
        f"Quarter ended {end} {year}", f"Q/E {end} {year}", f"{begin} {year} to {end} {year}",
        f"{begin} {year} - {end} {year}", f"{begins}/{year} - {ends}/{year}",
        f"{begins}/{year} to {ends}/{year}", f"Q{number}, {full}", f"QUARTER {number} {full}",
        f"q{number} {a:02d}/{b:02d}", f"{first[:3]}/{MONTHS_MIDDLE[number][:3]}/{last[:3]} {year}",
        f"{first}, {MONTHS_MIDDLE[number]} and {last} {year}", f"{first[:3]} {year} - {last[:3]} {year}",
        f"{first[:3]} {year % 100:02d} - {last[:3]} {year % 100:02d}",
        f"{first[:3]}-{last[:3]} {year % 100:02d}", f"{ordinal(number)} quarter {full}",
        f"Q{number} 20{a:02d}–{b:02d}",
    ]  # fmt: skip


MONTHS_MIDDLE = {1: "May", 2: "August", 3: "November", 4: "February"}


def ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd", 4: "4th"}[number]


LABELS: dict[
    str, tuple[str, ...]] = { "risk": ("Risk level", "Risk", "Level of risk", "RISK LEVEL",
    "Offender risk level", "ARMS risk level", "Risk Level:", "Risk category", "ARMS level", "Priority level",
    "Risk band"), "ref": ("Plan ref", "Ref", "Plan reference", "Review ref", "ARMS ref", "Plan Ref No.",
    "Reference", "Unique ref", "ARMS reference number", "Case ref", "Plan ID"), "officer": ("Officer",
    "Officer ref", "OM ref", "Offender Manager", "OM collar no.", "Officer reference", "Collar number", "OM",
    "Offender manager ref"), "reviewing": ("Reviewed by", "Reviewing force", "Reviewer force",
    "Peer reviewing force", "Reviewing Force", "Peer reviewer", "Force reviewing"), "team": ("Team",
    "SOMU team", "Unit"), "question": ("Question", "QA question", "QA tool question", "Area reviewed",
    "Question / area", "Questions", "QA criteria", "Standard"), "number": ("No.", "Q no.", "#", "Ref no", "Q",
    "Question no", "Q#"), "grade": ("Grade", "Grading", "RAG", "HMICFRS grade", "Grade (colour)", "Rating",
    "GRADE", "Colour", "Judgement", "Score"), "feedback": ("Feedback", "Reviewer feedback", "QA feedback",
    "Individual feedback", "Feedback / rationale", "Comments", "FEEDBACK", "Reviewer's comments", "Rationale",
    "Notes"), "dated": ("Date of review", "Review date", "Date completed", "ARMS completed", "Date of ARMS"),
    "quarter": ("Quarter", "Period", "Review period", "Reporting period", "Quarter reviewed"),
    "force": ("Force", "Force reviewed", "Reviewed force", "Police force"),
}  # fmt: skip
