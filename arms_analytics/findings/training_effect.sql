-- Grain: one row per review with a graded box on the trained questions up to $quarter, by when the plan was completed:
-- the quarter before it was reviewed. side: before, during (in the event's quarter: on neither side) or after.
SELECT
    CASE
        WHEN quarter_index - 1 < $event THEN 'before' WHEN quarter_index - 1 = $event THEN 'during' ELSE 'after'
    END AS side,
    count(DISTINCT review_id)::INTEGER AS reviews,
    count(*)::INTEGER AS boxes,
    (count(*) FILTER (failure))::INTEGER AS failures
FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
WHERE rank IS NOT NULL AND list_contains($questions, question_id) AND list_contains($forces, reviewed_force)
GROUP BY side;
