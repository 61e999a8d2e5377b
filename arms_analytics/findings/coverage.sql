-- Grain: one row per quarter, reviewed force and risk level (NULL: not stated) that has a current review.
-- A tab has arrived when its quarter and force were first loaded, whatever corrected it later: so here, and only
-- here, the history in `review` counts too.
WITH arrivals AS (
    SELECT review.quarter_index, review.reviewed_force, min(load.loaded_at) AS arrived
    FROM review
    JOIN workbook USING (workbook_id)
    JOIN load USING (load_id)
    WHERE review.undone_by IS NULL
    GROUP BY review.quarter_index, review.reviewed_force
),
boxes AS (
    SELECT
        review_id,
        count(rank) AS graded,
        count(*) FILTER (grade = 'not_applicable') AS not_applicable,
        count(*) FILTER (grade IS NULL) AS ungraded,
        count(*) FILTER (failure AND feedback = '') AS failures_without_feedback
    FROM answers
    GROUP BY review_id
)
SELECT
    reviews.quarter_index, reviews.reviewed_force, reviews.risk_level::VARCHAR AS risk_level,
    count(*)::INTEGER AS reviews,
    sum(coalesce(boxes.graded, 0))::INTEGER AS graded,
    sum(coalesce(boxes.not_applicable, 0))::INTEGER AS not_applicable,
    sum(coalesce(boxes.ungraded, 0))::INTEGER AS ungraded,
    sum(coalesce(boxes.failures_without_feedback, 0))::INTEGER AS failures_without_feedback,
    any_value(reviews.workbook ORDER BY reviews.ordinal) AS workbook,
    any_value(reviews.sheet ORDER BY reviews.ordinal) AS sheet,
    any_value(reviews.reviewing_force ORDER BY reviews.ordinal) AS reviewing_force,
    any_value(arrivals.arrived) AS arrived
FROM reviews
JOIN arrivals USING (quarter_index, reviewed_force)
LEFT JOIN boxes USING (review_id)
GROUP BY reviews.quarter_index, reviews.reviewed_force, reviews.risk_level
ORDER BY reviews.quarter_index, reviews.reviewed_force, reviews.risk_level;
