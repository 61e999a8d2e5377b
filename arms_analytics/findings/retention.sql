-- Grain: one row per quarter that has outlived its retention period. Every review that is stored counts, also those
-- that were replaced or taken back: they stay in the file until they are erased.
SELECT quarter_index, count(*) AS reviews, count(DISTINCT reviewed_force) AS forces
FROM review
WHERE quarter_index <= $last_due
GROUP BY quarter_index
ORDER BY quarter_index;
