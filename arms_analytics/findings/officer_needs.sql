-- Grain: one row per officer whose reference this viewer may see, with a review up to $quarter.
SELECT DISTINCT reviewed_force, officer_ref
FROM reviews
WHERE officer_ref <> '' AND quarter_index <= $quarter
ORDER BY reviewed_force, officer_ref;
