-- Grain: one row per force, question and risk level with a graded box in the four quarters up to $quarter;
-- reviewed_force NULL: the whole region, question_id NULL: all questions together. Reviews whose workbook states no
-- risk level are left out. `of_grade` counts each step of the scale.
WITH counted AS (
    SELECT
        reviewed_force, question_id, risk_level,
        count(DISTINCT review_id) AS reviews,
        count(*) AS boxes,
        count(*) FILTER (failure) AS failures,
        histogram(grade::VARCHAR) AS of_grade
    FROM selected(NULL, NULL, $quarter - 3, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL AND risk_level IS NOT NULL
    GROUP BY CUBE (reviewed_force, question_id), risk_level
)
SELECT
    reviewed_force, question_id, question.short, counted.risk_level::VARCHAR AS risk_level,
    reviews::INTEGER AS reviews, boxes::INTEGER AS boxes, failures::INTEGER AS failures, of_grade
FROM counted
LEFT JOIN question USING (question_id)
ORDER BY reviewed_force NULLS FIRST, question.place NULLS FIRST, question_id NULLS FIRST, counted.risk_level;
