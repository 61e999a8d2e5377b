-- Grain: one row per force and question with a graded review in the window, up to $quarter.
-- Hand rule (network.json): at least $short_limit failures among the graded reviews of the last $short_window quarters,
-- or $long_limit among those of the last $long_window, however many reviews there were, once the force has been
-- reviewed in two quarters.
-- `_before` is the same as it stood a quarter earlier; `rule_since` the quarter from which the rule was met throughout.
WITH quarterly AS (
    SELECT reviewed_force, question_id, quarter_index::INTEGER AS quarter_index, count(*) FILTER (failure) AS failures
    FROM selected(NULL, NULL, NULL, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
    GROUP BY ALL
),
reviewed_quarters AS (
    SELECT
        reviewed_force, min(quarter_index) AS first_quarter, max(quarter_index) AS last_quarter,
        coalesce(max(quarter_index) FILTER (quarter_index < $quarter), first_quarter) AS last_before
    FROM quarterly
    GROUP BY reviewed_force
),
recent AS (
    SELECT reviewed_force, question_id, reviewing_force, failure, rank, $quarter - quarter_index AS age
    FROM selected(NULL, NULL, $quarter - $long_window, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
),
by_reviewing_force AS (
    SELECT
        reviewed_force, question_id, reviewing_force,
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
),
cells AS (
    SELECT
        windows.*, first_quarter,
        (row_number() OVER ())::INTEGER AS cell, -- stands for force and question: a number is quicker to group by
        last_quarter > first_quarter AND (recent_failures >= $short_limit OR failures >= $long_limit) AS rule_met,
        last_before > first_quarter
        AND (recent_failures_before >= $short_limit OR failures_before >= $long_limit) AS rule_met_before
    FROM windows
    JOIN reviewed_quarters USING (reviewed_force)
),
met AS ( -- one row per cell that meets the rule now and quarter in which it did; a failure counts for a whole window
    SELECT cell, quarter_index + later AS quarter_index
    FROM quarterly
    JOIN cells USING (reviewed_force, question_id)
    CROSS JOIN (SELECT unnest(range($long_window))::INTEGER AS later)
    WHERE rule_met AND quarterly.failures > 0 AND quarter_index + later BETWEEN first_quarter + 1 AND $quarter
    GROUP BY ALL
    HAVING
        sum(quarterly.failures) FILTER (later < $short_window) >= $short_limit
        OR sum(quarterly.failures) >= $long_limit
),
runs AS ( -- a run begins where the quarter before did not meet it; the last run is the one that lasts
    SELECT cell, max(quarter_index) AS rule_since
    FROM met
    ANTI JOIN (SELECT cell, quarter_index + 1 AS quarter_index FROM met) USING (cell, quarter_index)
    GROUP BY cell
)
SELECT
    reviewed_force, question_id, coalesce(question.short, question_id) AS short, coalesce(question.place, 9999) AS place,
    recent_reviews, recent_failures, recent_failed_by, reviews, failures, worst_grades, reviewing_forces, failed_by,
    rule_met, rule_met_before, rule_since::INTEGER AS rule_since
FROM cells
LEFT JOIN runs USING (cell)
LEFT JOIN question USING (question_id)
ORDER BY reviewed_force, place, question_id;
