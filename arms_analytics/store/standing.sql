-- One row per stored workbook with one of these digests that no undo took back, the newest first: what it holds, and
-- how much of that is current.
WITH found AS (
    SELECT review.*, workbook.sha256, workbook.content, workbook.read_with
    FROM review
    JOIN workbook USING (workbook_id)
    WHERE (list_contains($sha256s, workbook.sha256) OR list_contains($contents, workbook.content))
        AND review.undone_by IS NULL
),

grades AS (
    SELECT found.workbook_id, count(grade_step.rank) AS grades
    FROM answer
    JOIN found USING (review_id)
    LEFT JOIN grade_step USING (grade)
    GROUP BY found.workbook_id
)

SELECT
    found.workbook_id, any_value(found.sha256), any_value(found.content), any_value(found.read_with),
    count(*) FILTER (found.replaced_by IS NULL), count(*), any_value(grades.grades),
    list(DISTINCT found.quarter_index), list(found.reviewed_force ORDER BY found.review_id)
FROM found
LEFT JOIN grades USING (workbook_id)
GROUP BY found.workbook_id
ORDER BY found.workbook_id DESC;
