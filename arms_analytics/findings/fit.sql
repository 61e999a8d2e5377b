-- Grain: one row per graded answer up to a quarter: what the rating model is fitted to. Grades as clarified.
SELECT
    review_id, reviewed_force, quarter_index::INTEGER AS quarter_index, reviewing_force,
    CASE WHEN officer_ref = '' THEN NULL ELSE reviewed_force || chr(31) || officer_ref END AS officer,
    risk_level::VARCHAR AS risk_level, question_id, rank::INTEGER AS rank
FROM selected(NULL, NULL, NULL, $last_quarter, NULL, NULL)
WHERE rank IS NOT NULL
ORDER BY review_id, question_id;
