-- Grain: one row per cell of a heatmap, that is per value of two dimensions of the selected answers, where there
-- is any. $rows and $columns are force, question, quarter, review or reviewing_force; `of_grade` counts each step of
-- the scale.
WITH boxes AS (
    SELECT
        CASE $rows
            WHEN 'force' THEN reviewed_force WHEN 'question' THEN question_id
            WHEN 'quarter' THEN quarter_index::VARCHAR WHEN 'review' THEN review_id::VARCHAR
            WHEN 'reviewing_force' THEN reviewing_force
        END AS row_key,
        CASE $columns
            WHEN 'force' THEN reviewed_force WHEN 'question' THEN question_id
            WHEN 'quarter' THEN quarter_index::VARCHAR WHEN 'review' THEN review_id::VARCHAR
            WHEN 'reviewing_force' THEN reviewing_force
        END AS column_key,
        grade, rank, failure
    FROM selected($force, $question, $first_quarter, $last_quarter, $risk_levels, $reviewing_force)
)
SELECT
    row_key,
    column_key,
    count(rank)::INTEGER AS graded,
    (count(*) FILTER (failure))::INTEGER AS failures,
    coalesce(histogram(grade::VARCHAR) FILTER (rank IS NOT NULL), map([]::VARCHAR[], []::UBIGINT[])) AS of_grade,
    (count(*) FILTER (grade = 'not_applicable'))::INTEGER AS not_applicable,
    (count(*) FILTER (grade IS NULL))::INTEGER AS ungraded,
    min(rank) AS worst_rank
FROM boxes
GROUP BY row_key, column_key
ORDER BY row_key, column_key;
