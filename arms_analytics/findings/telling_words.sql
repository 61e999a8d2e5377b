-- Grain: one row per graded answer with feedback: its words, and whether it is a failure.
SELECT feedback, failure
FROM selected($force, $question, $first_quarter, $last_quarter, $risk_levels, $reviewing_force)
WHERE rank IS NOT NULL AND trim(feedback) <> '';
