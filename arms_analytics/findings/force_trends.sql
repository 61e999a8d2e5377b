-- Grain: one row per force and quarter with a graded box up to $quarter; reviewed_force NULL: the whole region.
SELECT
    reviewed_force, quarter_index::INTEGER AS quarter_index,
    count(DISTINCT review_id)::INTEGER AS reviews,
    count(*)::INTEGER AS boxes,
    (count(*) FILTER (failure))::INTEGER AS failures
FROM selected(NULL, $question, NULL, $quarter, $risk_levels, NULL)
WHERE rank IS NOT NULL
GROUP BY GROUPING SETS ((reviewed_force, quarter_index), (quarter_index))
ORDER BY reviewed_force NULLS FIRST, quarter_index;
