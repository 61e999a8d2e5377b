-- Grain: one row per force and question with a graded review in the last four quarters up to $quarter.
-- `top` counts the best grade of the scale.
WITH graded AS (
    SELECT *, rank = (SELECT max(rank) FROM grade_step) AS is_top, $quarter - quarter_index AS age
    FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
)
SELECT
    reviewed_force, question_id, question.short, question.place,
    (count(*) FILTER (age < 4))::INTEGER AS reviews,
    (count(*) FILTER (age < 4 AND is_top))::INTEGER AS top,
    (count(*) FILTER (age < 4 AND failure))::INTEGER AS failures,
    (count(DISTINCT reviewing_force) FILTER (age < 4 AND is_top))::INTEGER AS top_by
FROM graded
JOIN question USING (question_id)
GROUP BY reviewed_force, question_id, question.short, question.place
HAVING count(*) FILTER (age < 4) > 0
ORDER BY reviewed_force, place, question_id;
