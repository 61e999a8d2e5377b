-- Grain: one row per force with a graded box in the last two quarters up to $quarter, and what came before.
SELECT
    reviewed_force,
    (count(*) FILTER (quarter_index > $quarter - 2))::INTEGER AS boxes,
    (count(*) FILTER (quarter_index > $quarter - 2 AND failure))::INTEGER AS failures,
    (count(*) FILTER (quarter_index <= $quarter - 2))::INTEGER AS boxes_before,
    (count(*) FILTER (quarter_index <= $quarter - 2 AND failure))::INTEGER AS failures_before
FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
WHERE rank IS NOT NULL
GROUP BY reviewed_force
HAVING boxes > 0
ORDER BY reviewed_force;
