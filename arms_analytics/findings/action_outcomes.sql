-- Grain: one row per action: reviews of its force and question (NULL: all) in the four quarters up to its meeting's
-- quarter and in those after it, up to $last_quarter: how many were graded, how many of them failed.
WITH actions AS (
    SELECT
        unnest($ids::INTEGER[]) AS id, unnest($forces::VARCHAR[]) AS force_, unnest($questions::VARCHAR[]) AS question_,
        unnest($quarters::INTEGER[]) AS quarter_
),

graded AS (
    SELECT reviewed_force, question_id, quarter_index, failure
    FROM answers
    WHERE failure IS NOT NULL AND quarter_index <= $last_quarter
)

SELECT
    actions.id,
    count(failure) FILTER (quarter_index <= quarter_) AS graded_before,
    count(*) FILTER (quarter_index <= quarter_ AND failure) AS failures_before,
    count(failure) FILTER (quarter_index > quarter_) AS graded_since,
    count(*) FILTER (quarter_index > quarter_ AND failure) AS failures_since
FROM actions
LEFT JOIN graded
    ON (actions.force_ IS NULL OR graded.reviewed_force = actions.force_)
    AND (actions.question_ IS NULL OR graded.question_id = actions.question_)
    AND graded.quarter_index > actions.quarter_ - 4
GROUP BY actions.id
ORDER BY actions.id;
