"""What the tabs say: questions in several forms, feedback, references, palettes, grade words, labels."""

from __future__ import annotations

FORCES = {
    "Cheshire": ["Cheshire", "Cheshire Constabulary", "Ches", "CHESHIRE", "Cheshire "],
    "Greater Manchester": ["Greater Manchester", "GMP", "Gtr Manchester", "gmp", "Greater Manchester Police"],
    "North Wales": ["North Wales", "N Wales", "NWP", "North  Wales", "North Wales Police"],
    "Lancashire": ["Lancashire", "Lancs", "Lancs.", "LANCASHIRE", "Lancashire Constabulary"],
    "Merseyside": ["Merseyside", "Mersey", "Merseyside Police", "merseyside", " Merseyside"],
    "Cumbria": ["Cumbria", "Cumbria Constabulary", "cumbria", "CUMBRIA", "Cumb"],
}
LONG = [
    "Has information been gathered from all relevant sources before the assessment was scored?",
    "Is there evidence of a planned interview, with the offender's own account recorded?",
    "Has RM2000 been considered and recorded alongside ARMS?",
    "Opportunity - is the rating evidenced and the rationale clear?",
    "Sexual preoccupation - is the rating evidenced and the rationale clear?",
    "Offence-related sexual interest - is the rating evidenced and the rationale clear?",
    "Emotional congruence with children - is the rating evidenced and the rationale clear?",
    "Hostile orientation - is the rating evidenced and the rationale clear?",
    "Poor self-management - is the rating evidenced and the rationale clear?",
    "Social influences - is the rating evidenced and the rationale clear?",
    "Commitment to desist - is the rating evidenced and the rationale clear?",
    "Intimate relationships - is the rating evidenced and the rationale clear?",
    "Employment or positive routine - is the rating evidenced and the rationale clear?",
    "Social investment - is the rating evidenced and the rationale clear?",
    "Is the overall priority level justified and consistent with the factor ratings?",
    "Are the risk management plan (RMP) actions SMART?",
    "Do the RMP actions address every factor rated as a priority?",
    "Are the actions recorded on ViSOR with an owner and a review date?",
    "Have outstanding actions from the previous plan been reviewed and carried forward or closed?",
    "Are home visits proportionate to risk, with unannounced visits and good quality records?",
    "Is there evidence of joint agency working (probation, MAPPA, children's services)?",
    "Have the needs of victims and the safeguarding of children been addressed?",
]
SHORT = [
    "Information gathering", "Planned interview and offender account", "RM2000 considered", "Opportunity",
    "Sexual preoccupation", "Offence-related sexual interest", "Emotional congruence with children",
    "Hostile orientation", "Poor self-management", "Social influences", "Commitment to desist",
    "Intimate relationships", "Employment or positive routine", "Social investment", "Priority level",
    "RMP actions SMART", "RMP addresses priority factors", "Actions recorded on ViSOR", "Previous actions reviewed",
    "Home visits", "Joint agency working", "Victims and children safeguarding",
]  # fmt: skip
ORDERS = [
    "Check that all sources were searched", "Check the interview was planned", "Record the RM2000 score",
    "Evidence the rating for opportunity", "Evidence the rating for preoccupation", "Evidence sexual interests",
    "Evidence emotional congruence", "Evidence hostility", "Evidence self-management", "Weigh social influences",
    "Weigh commitment to desist", "Verify relationships", "Verify employment", "Describe social investment",
    "Justify the priority", "Write SMART actions", "Cover every priority factor", "Record actions on ViSOR",
    "Carry old actions forward", "Plan proportionate home visits", "Involve partner agencies", "Safeguard victims",
]  # fmt: skip
SECTIONS = ["A. Information gathering", "B. Risk factors", "C. Protective factors", "D. Risk management plan"]
GRADES = ["outstanding", "good", "requires_improvement", "inadequate"]
NAMES = {"outstanding": "Outstanding", "good": "Good", "requires_improvement": "Requires improvement",
         "inadequate": "Inadequate", "not_applicable": "N/A"}  # fmt: skip
LETTERS = {"outstanding": "O", "good": "G", "requires_improvement": "RI", "inadequate": "I", "not_applicable": "NA"}
NUMBERS = {"outstanding": "1", "good": "2", "requires_improvement": "3", "inadequate": "4", "not_applicable": "N/A"}
UPWARD = {"outstanding": "4", "good": "3", "requires_improvement": "2", "inadequate": "1", "not_applicable": "N/A"}
VARIANTS = {
    "outstanding": ["Outstanding", "OUTSTANDING", "outstanding ", "Outst.", "O", "Outstanding - see feedback"],
    "good": ["Good", "GOOD", " Good", "good", "G", "Good.", "Good*"],
    "requires_improvement": ["Requires improvement", "RI", "R.I.", "Req Imp", "Req. Imp.", "Requires Imp",
                             "RI - see feedback", "REQUIRES IMPROVEMENT", "Requires Improvment"],
    "inadequate": ["Inadequate", "INADEQUATE", "Inad", "Inad.", "I", "inadequate "],
    "not_applicable": ["N/A", "n/a", "NA", "N.A.", "Not applicable", "Not Applicable"],
}  # fmt: skip
PALETTES = {
    "standard": ("FFFF00", "00B050", "FFC000", "FF0000"),
    "bright": ("FFFF00", "92D050", "FF9900", "FF0000"),
    "pastel": ("FFFF99", "C6E0B4", "F8CBAD", "FF9999"),
    "pale": ("FFFFCC", "CCFFCC", "FFCC99", "FFCCCC"),
    "dark": ("FFFF00", "00B050", "ED7D31", "C00000"),
    "muted": ("E6E600", "70AD47", "F4B183", "E06666"),
    "google": ("FFFF00", "93C47D", "F6B26B", "E06666"),
    "theme": ("FFFF00", "C3D69B", "F79646", "C0504D"),
    "office": ("FFFF00", "A9D08E", "F4B084", "FF7C80"),
}
NEEDS_A_KEY = {
    "colour-blind": ("4472C4", "00A3A3", "7030A0", "404040"),
    "named styles": ("FFFF00", "C6EFCE", "FFEB9C", "FFC7CE"),
    "gold": ("FFD700", "92D050", "FFA500", "FF0000"),
    "swapped": ("92D050", "FFFF00", "FFC000", "FF0000"),
    "blues": ("1F4E79", "2E75B6", "9DC3E6", "DEEBF7"),
}
GREY = "D9D9D9"
HEADERS = ["1F3864", "002060", "D9E1F2", "DDEBF7", "BFBFBF", "E2EFDA", "FFF2CC", None, None]
GOOD_WORDS = [
    "Good use of the {}. Could add a line on change since the last assessment.",
    "Outstanding detail. {} is evidenced from several sources.",
    "Inadequate actions remain on the log and these need closing; see the {}.",
    "Rating is correct and the reader can see why. The {} agrees with the previous assessment.",
    "Actions arising from the {} lack an owner or a date. High risk of drift.",
    "Requires improvement in the {}; nothing else to add.",
    "Very little recorded under the {}; good practice guidance to be sent.",
    "The {} was raised in Q4 2022/23 and again in Jan-Mar 2023. Cumbria was asked.",
    "Visit on 12/06/2025 is well recorded in the {}; the next is due by 14/09/2025.",
    "The {} is fine.\n\nNext steps:\n- update the rationale\n- tell the supervisor",
    "OK.",
    "See above.",
    "No further work needed.",
    "As Q1.",
    "= as before in the {}",
    "Low",
    "Well evidenced",
]
SUBJECTS = ["probation report", "log entry", "MAPPA minutes", "interview notes", "home visit record", "ViSOR entry",
            "chronology", "rationale box", "action plan", "supervisor's entry"]  # fmt: skip
RISKS = ["low", "medium", "high", "very_high"]
RISK_WORDS = [
    {"low": "Low", "medium": "Medium", "high": "High", "very_high": "Very High"},
    {"low": "LOW", "medium": "MEDIUM", "high": "HIGH", "very_high": "VERY HIGH"},
    {"low": "Low risk", "medium": "Medium risk", "high": "High risk", "very_high": "Very high risk"},
    {"low": "Low", "medium": "Med", "high": "High", "very_high": "V High"},
    {"low": "low", "medium": "medium", "high": "high", "very_high": "very-high"},
]
LABELS = {
    "risk": ["Risk level", "Risk", "Level of risk", "RISK LEVEL", "Offender risk level", "ARMS risk level", "Risk:"],
    "ref": ["Plan ref", "Ref", "ARMS ref", "Plan Ref No.", "Review ref", "Plan reference", "Reference", "Case ref"],
    "officer": ["Officer", "OM ref", "Officer ref", "OM collar no.", "Offender Manager", "Officer reference", "OM"],
    "reviewing": ["Reviewed by", "Reviewing force", "Peer reviewing force", "Reviewer force", "Peer review by", "QA by",
                  "Review force"],
    "grade": ["Grade", "RAG", "HMICFRS grade", "Grading", "Rating", "Grade (colour)"],
    "feedback": ["Feedback", "Comments", "Reviewer feedback", "QA feedback", "Individual feedback",
                 "Feedback / rationale", "Comment"],
    "question": ["Question", "QA tool question", "Question / area", "Area reviewed", "QA question", "Criteria"],
    "number": ["#", "No.", "Q", "Q no.", "Ref no"],
    "quarter": ["Quarter", "Period", "Review period", "Quarter:", "Reporting period"],
}  # fmt: skip
TITLES = ["ARMS Peer Review {}", "ARMS QA - {}", "{} ARMS plan quality review", "Regional ARMS QA: {}",
          "MOSOVO Regional ARMS Audit – {}"]  # fmt: skip
QUARTERS = {
    "2025-26-Q1": ["Q1 2025/26", "Q1 25-26", "Apr-Jun 2025", "April to June 2025", "Quarter 1 2025/26", "Q1 FY2025/26",
                   "2025/26 Q1", "quarter ending 30 June 2025"],
    "2024-25-Q4": ["Q4 2024/25", "Jan-Mar 2025", "January - March 2025", "Qtr 4 24/25", "Q4 24-25"],
    "2025-26-Q3": ["Q3 2025/26", "Oct-Dec 2025", "Quarter 3 (October to December 2025)", "Q3 FY25/26"],
}  # fmt: skip
