-- Grain: one row per selected answer, newest quarter first: what was graded, by whom, in which cell of which workbook.
-- Boxes that do not apply or were left blank are among them. $review and $officer NULL: all.
SELECT
    review_id, reviewed_force, quarter_index, ordinal, risk_level::VARCHAR AS risk_level, reviewing_force,
    review_ref, review_key, officer_ref, team, question_id, question,
    grade::VARCHAR AS grade, original_grade::VARCHAR AS original_grade, is_clarified, rank, failure,
    feedback, workbook, sheet, cell, feedback_cell
FROM selected($force, $question, $first_quarter, $last_quarter, $risk_levels, $reviewing_force)
WHERE ($review IS NULL OR review_id = $review) AND ($officer IS NULL OR officer_ref = $officer)
ORDER BY quarter_index DESC, reviewed_force, question_id, ordinal, review_id;
