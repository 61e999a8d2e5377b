-- Grain: one row per officer whose reference this viewer may see, with a graded answer up to $quarter.
SELECT
    reviewed_force, officer_ref,
    count(DISTINCT review_id)::INTEGER AS plans,
    count(*)::INTEGER AS answers,
    (count(*) FILTER (failure))::INTEGER AS failures
FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
WHERE officer_ref <> '' AND rank IS NOT NULL
GROUP BY reviewed_force, officer_ref
ORDER BY reviewed_force, officer_ref;
