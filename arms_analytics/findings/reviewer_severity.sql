-- Grain: one row per reviewing force with a graded review up to $quarter: how much it graded, and what.
SELECT
    reviewing_force,
    count(DISTINCT review_id)::INTEGER AS reviews,
    count(DISTINCT reviewed_force)::INTEGER AS forces_reviewed,
    count(DISTINCT quarter_index)::INTEGER AS quarters,
    count(*)::INTEGER AS boxes,
    (count(*) FILTER (failure))::INTEGER AS boxes_failing,
    (SELECT count(DISTINCT quarter_index) FROM answers WHERE quarter_index <= $quarter)::INTEGER AS quarters_loaded
FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
WHERE rank IS NOT NULL AND reviewing_force IS NOT NULL
GROUP BY reviewing_force
ORDER BY reviewing_force;
