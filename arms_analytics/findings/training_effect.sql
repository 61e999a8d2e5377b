-- Grain: one row per graded box on the trained questions up to $quarter that stands on one side of a training event:
-- side before or after. A plan was completed in the quarter before it was reviewed; those completed in the event's own
-- quarter are on neither side. A force counts on a question where it has boxes on both sides; all do while none has.
WITH boxes AS (
    SELECT
        reviewed_force, question_id, review_id, failure,
        CASE WHEN quarter_index - 1 < $event THEN 'before' ELSE 'after' END AS side
    FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
    WHERE
        rank IS NOT NULL AND quarter_index - 1 <> $event
        AND list_contains($questions, question_id) AND list_contains($forces, reviewed_force)
),
on_both_sides AS (
    SELECT reviewed_force, question_id
    FROM boxes
    GROUP BY reviewed_force, question_id
    HAVING bool_or(side = 'before') AND bool_or(side = 'after')
)
SELECT side, review_id, question_id, failure
FROM boxes
WHERE
    (reviewed_force, question_id) IN (SELECT (reviewed_force, question_id) FROM on_both_sides)
    OR NOT EXISTS (SELECT 1 FROM on_both_sides)
ORDER BY side, review_id, question_id;
