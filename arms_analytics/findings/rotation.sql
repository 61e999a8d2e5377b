-- Grain: one row per quarter, force and reviewing force (NULL: not stated): how many of its reviews came from there.
SELECT quarter_index, reviewed_force, reviewing_force, count(*)::INTEGER AS reviews
FROM reviews
GROUP BY quarter_index, reviewed_force, reviewing_force
ORDER BY quarter_index, reviewed_force, reviewing_force;
