-- Grain: one row per force, question and quarter with a review, in the $quarters quarters up to $quarter: the boxes
-- of each grade, those not applicable and those left blank. What stands behind a finding, quarter by quarter.
WITH boxes AS (
    SELECT reviewed_force, question_id, quarter_index, grade, rank, failure
    FROM selected($force, NULL, $quarter - $quarters + 1, $quarter, NULL, NULL)
),

graded AS (
    SELECT reviewed_force, question_id, quarter_index, grade::VARCHAR AS grade, count(*)::INTEGER AS boxes
    FROM boxes
    WHERE rank IS NOT NULL
    GROUP BY reviewed_force, question_id, quarter_index, grade
),

of_grades AS (
    SELECT reviewed_force, question_id, quarter_index, map(list(grade), list(boxes)) AS of_grade
    FROM graded
    GROUP BY reviewed_force, question_id, quarter_index
),

counts AS (
    SELECT
        reviewed_force, question_id, quarter_index,
        count(*) FILTER (failure)::INTEGER AS failures,
        count(rank)::INTEGER AS graded,
        count(*) FILTER (grade = 'not_applicable')::INTEGER AS not_applicable,
        count(*) FILTER (grade IS NULL)::INTEGER AS ungraded
    FROM boxes
    GROUP BY reviewed_force, question_id, quarter_index
)

SELECT
    reviewed_force, question_id, quarter_index::INTEGER AS quarter_index, failures, graded, not_applicable, ungraded,
    coalesce(of_grade, MAP {}) AS of_grade
FROM counts
LEFT JOIN of_grades USING (reviewed_force, question_id, quarter_index)
ORDER BY reviewed_force, question_id, quarter_index;
