-- Grain: one row per side of a training event, of the graded boxes on the trained questions up to $quarter. A plan was
-- completed in the quarter before it was reviewed. side: before, during (in the event's quarter: on neither side), after.
-- A force counts on a question where it has boxes on both sides; all do while none has.
WITH boxes AS (
    SELECT
        reviewed_force, question_id, review_id, failure,
        CASE
            WHEN quarter_index - 1 < $event THEN 'before' WHEN quarter_index - 1 = $event THEN 'during' ELSE 'after'
        END AS side
    FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL AND list_contains($questions, question_id) AND list_contains($forces, reviewed_force)
),
on_both_sides AS (
    SELECT reviewed_force, question_id
    FROM boxes
    GROUP BY reviewed_force, question_id
    HAVING bool_or(side = 'before') AND bool_or(side = 'after')
)
SELECT
    side,
    count(DISTINCT review_id)::INTEGER AS reviews,
    count(*)::INTEGER AS boxes,
    (count(*) FILTER (failure))::INTEGER AS failures
FROM boxes
WHERE
    (reviewed_force, question_id) IN (SELECT (reviewed_force, question_id) FROM on_both_sides)
    OR NOT EXISTS (SELECT 1 FROM on_both_sides)
GROUP BY side;
