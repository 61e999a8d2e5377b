-- Grain: one row per selected answer that has feedback with every one of $words in it (lower case; none: all), newest
-- quarter first. `found` counts them all; the rows are those of one page.
SELECT
    count(*) OVER () AS found,
    review_id, reviewed_force, quarter_index, ordinal, risk_level::VARCHAR AS risk_level, reviewing_force,
    review_ref, officer_ref, question_id, question,
    grade::VARCHAR AS grade, original_grade::VARCHAR AS original_grade, is_clarified,
    feedback, workbook, sheet, cell, feedback_cell
FROM selected($force, $question, $first_quarter, $last_quarter, $risk_levels, $reviewing_force)
WHERE feedback <> ''
    AND ($grade IS NULL OR grade::VARCHAR = $grade)
    AND holds_all(feedback, $words)
ORDER BY quarter_index DESC, reviewed_force, question_id, ordinal, review_id
LIMIT $rows OFFSET $skip;
