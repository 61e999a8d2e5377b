-- Grain: one row per process tag of the question set and force, over the last four quarters up to $quarter.
WITH tagged AS (
    SELECT question_id, unnest(processes) AS process FROM question
)
SELECT
    process, reviewed_force,
    list(DISTINCT question_id ORDER BY question_id) AS questions,
    count(DISTINCT review_id)::INTEGER AS reviews,
    count(*)::INTEGER AS answers,
    (count(*) FILTER (failure))::INTEGER AS failures
FROM selected(NULL, NULL, $quarter - 3, $quarter, NULL, NULL)
JOIN tagged USING (question_id)
WHERE rank IS NOT NULL
GROUP BY process, reviewed_force
ORDER BY process, reviewed_force;
