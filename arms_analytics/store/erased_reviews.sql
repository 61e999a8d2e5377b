-- One row per stored version of the reviews to erase: those named by key, those of quarters before $before, and the
-- replaced versions in the same force and quarter that no other current review accounts for, since a corrected
-- workbook may have given the review another reference.
WITH named AS (
    SELECT unnest($forces) AS reviewed_force, unnest($quarters) AS quarter_index, unnest($reviews) AS review_key
),

staying AS (
    SELECT review.reviewed_force, review.quarter_index, review.review_key
    FROM basis.review AS review
    ANTI JOIN named USING (reviewed_force, quarter_index, review_key)
    WHERE review.replaced_by IS NULL AND review.undone_by IS NULL
)

SELECT review.review_id
FROM basis.review AS review
SEMI JOIN named USING (reviewed_force, quarter_index)
ANTI JOIN staying USING (reviewed_force, quarter_index, review_key)
UNION
SELECT review.review_id
FROM basis.review AS review
WHERE review.quarter_index < $before;
