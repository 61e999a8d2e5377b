-- Grain: one row per force and question with graded reviews both in the last four quarters up to $quarter and in the
-- four before.
WITH graded AS (
    SELECT reviewed_force, question_id, quarter_index, failure, $quarter - quarter_index AS age
    FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
)
SELECT
    reviewed_force, question_id, question.short, question.place,
    (count(*) FILTER (age < 4))::INTEGER AS reviews,
    (count(*) FILTER (age < 4 AND failure))::INTEGER AS failures,
    (count(*) FILTER (age BETWEEN 4 AND 7))::INTEGER AS reviews_before,
    (count(*) FILTER (age BETWEEN 4 AND 7 AND failure))::INTEGER AS failures_before
FROM graded
JOIN question USING (question_id)
GROUP BY reviewed_force, question_id, question.short, question.place
HAVING count(*) FILTER (age < 4) > 0 AND count(*) FILTER (age BETWEEN 4 AND 7) > 0
ORDER BY reviewed_force, place, question_id;
