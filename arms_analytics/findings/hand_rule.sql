-- Grain: one row per force and question that ever failed up to $quarter: in which quarters, how often in each of them,
-- and the second quarter in which the force was reviewed (the next one where there is none yet).
WITH quarterly AS (
    SELECT reviewed_force, question_id, quarter_index, count(*) AS failures
    FROM grades
    JOIN grade_step USING (grade)
    WHERE failure AND quarter_index <= $quarter
    GROUP BY reviewed_force, question_id, quarter_index
),
history AS (
    SELECT reviewed_force, question_id, list(quarter_index) AS quarters, list(failures) AS failures
    FROM quarterly
    GROUP BY reviewed_force, question_id
),
reviewed AS (
    SELECT reviewed_force, coalesce(min(quarter_index, 2)[2], $quarter + 1) AS second_quarter
    FROM (SELECT DISTINCT reviewed_force, quarter_index FROM reviews WHERE quarter_index <= $quarter)
    GROUP BY reviewed_force
)
SELECT reviewed_force, question_id, quarters, failures, second_quarter
FROM history
JOIN reviewed USING (reviewed_force);
