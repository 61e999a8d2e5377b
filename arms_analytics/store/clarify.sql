-- One row per clarified grade whose review is current. A grade that the scale no longer has stands for none.
INSERT INTO clarified
SELECT DISTINCT review.review_id, said.question_id, try_cast(said.grade AS grade)
FROM (
    SELECT
        unnest($forces) AS reviewed_force, unnest($quarters) AS quarter_index, unnest($reviews) AS review_key,
        unnest($questions) AS question_id, unnest($grades) AS grade
) AS said
JOIN review USING (reviewed_force, quarter_index, review_key)
WHERE review.replaced_by IS NULL AND review.undone_by IS NULL;
