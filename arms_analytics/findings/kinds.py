"""The kinds of finding that scripts may ask for."""

KINDS = {
    "repeat_failure": "repeat failures",
    "training_need": "training needs",
    "promising_practice": "promising practice",
    "improving": "what improves",
    "deteriorating": "what deteriorates",
    "reviewer_severity": "reviewer consistency",
}
"""What people call findings of each kind."""
