-- Grain: one row per force and question with a graded review in the window, up to $quarter.
-- `limit_reached`: now or a quarter earlier it had $short_limit failures among the graded reviews of the last
-- $short_window quarters, or $long_limit among those of the last $long_window: worth asking hand_rule.sql.
WITH recent AS (
    SELECT reviewed_force, question_id, reviewing_force, failure, rank, $quarter - quarter_index AS age
    FROM selected(NULL, NULL, $quarter - $long_window, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
),
by_reviewing_force AS (
    SELECT
        reviewed_force, question_id, reviewing_force,
        count(*) FILTER (age = 0) AS reviews_now,
        count(*) FILTER (age < $short_window) AS recent_reviews,
        count(*) FILTER (age < $short_window AND failure) AS recent_failures,
        count(*) FILTER (age < $long_window) AS reviews,
        count(*) FILTER (age < $long_window AND failure) AS failures,
        count(*) FILTER (age < $long_window AND rank = 0) AS worst_grades,
        count(*) FILTER (age BETWEEN 1 AND $short_window AND failure) AS recent_failures_before,
        count(*) FILTER (age BETWEEN 1 AND $long_window AND failure) AS failures_before
    FROM recent
    GROUP BY reviewed_force, question_id, reviewing_force
),
windows AS (
    SELECT
        reviewed_force, question_id,
        sum(reviews_now)::INTEGER AS reviews_now,
        sum(recent_reviews)::INTEGER AS recent_reviews,
        sum(recent_failures)::INTEGER AS recent_failures,
        count(reviewing_force) FILTER (recent_failures > 0)::INTEGER AS recent_failed_by,
        sum(reviews)::INTEGER AS reviews,
        sum(failures)::INTEGER AS failures,
        sum(worst_grades)::INTEGER AS worst_grades,
        count(reviewing_force) FILTER (reviews > 0)::INTEGER AS reviewing_forces,
        count(reviewing_force) FILTER (failures > 0)::INTEGER AS failed_by,
        sum(recent_failures_before) AS recent_failures_before,
        sum(failures_before) AS failures_before
    FROM by_reviewing_force
    GROUP BY reviewed_force, question_id
    HAVING sum(reviews) > 0
)
SELECT
    reviewed_force, question_id, question.short, question.place,
    reviews_now, recent_reviews, recent_failures, recent_failed_by, reviews, failures, worst_grades, reviewing_forces, failed_by,
    recent_failures >= $short_limit OR failures >= $long_limit
    OR recent_failures_before >= $short_limit OR failures_before >= $long_limit AS limit_reached
FROM windows
JOIN question USING (question_id)
ORDER BY reviewed_force, place, question_id;
