"""The kinds of finding that scripts may ask for."""

KINDS = (
    "repeat_failure", "training_need", "promising_practice", "improving", "deteriorating", "reviewer_severity",
)  # fmt: skip
