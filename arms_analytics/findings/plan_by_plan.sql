-- Grain: one row per review with a graded box in the four quarters up to $quarter, the most failures first.
-- `expected` and `variance` are those of its failures if the failing boxes of each question of its force's quarter had
-- been dealt by luck among the plans graded on it: so neither a hard question nor a strict reviewing force counts.
WITH boxes AS (
    SELECT
        review_id, reviewed_force, quarter_index, failure,
        avg(failure::INTEGER) OVER (PARTITION BY reviewed_force, quarter_index, question_id) AS luck
    FROM selected(NULL, NULL, $quarter - 3, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
)
SELECT
    review_id, reviewed_force, quarter_index::INTEGER AS quarter_index,
    count(*)::INTEGER AS boxes,
    (count(*) FILTER (failure))::INTEGER AS failures,
    sum(luck) AS expected,
    sum(luck * (1 - luck)) AS variance
FROM boxes
GROUP BY review_id, reviewed_force, quarter_index
ORDER BY reviewed_force, failures DESC, review_id;
