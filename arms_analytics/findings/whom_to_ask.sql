-- Grain: one row per force and question with eight or more graded reviews in the last four quarters up to $quarter.
SELECT
    reviewed_force, question_id, question.short,
    count(*)::INTEGER AS reviews,
    (count(*) FILTER (failure))::INTEGER AS failures,
    (count(*) FILTER (rank = (SELECT max(rank) FROM grade_step)))::INTEGER AS top
FROM selected(NULL, $question, $quarter - 3, $quarter, NULL, NULL)
JOIN question USING (question_id)
WHERE rank IS NOT NULL
GROUP BY reviewed_force, question_id, question.short
HAVING count(*) >= 8
ORDER BY reviewed_force, question_id;
