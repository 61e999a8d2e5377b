-- Grain: one row, the scale: how many steps it has and how many of the lowest are failures.
SELECT count(rank)::INTEGER AS steps, (count(*) FILTER (failure))::INTEGER AS failing_steps,
    max(rank) FILTER (failure) + 1 = count(*) FILTER (failure) AS in_order
FROM grade_step
WHERE rank IS NOT NULL;
