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
        reviewed_force, min(quarter_index) AS first_quarter,
        count(DISTINCT quarter_index) AS quarters,
        count(DISTINCT quarter_index) FILTER (quarter_index < $quarter) AS quarters_before
    FROM quarterly
    GROUP BY reviewed_force
),
recent AS (
    SELECT reviewed_force, question_id, reviewing_force, failure, rank, $quarter - quarter_index AS age
    FROM selected(NULL, NULL, $quarter - $long_window, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
),
rolling AS (
    SELECT
        reviewed_force, question_id, quarter_index, quarter_index > first_quarter
        AND (
            sum(failures) OVER short_window >= $short_limit OR sum(failures) OVER long_window >= $long_limit
        ) AS rule_met
    FROM quarterly
    JOIN reviewed_quarters USING (reviewed_force)
    WINDOW
        short_window AS (
            PARTITION BY reviewed_force, question_id ORDER BY quarter_index
            RANGE BETWEEN $short_window - 1 PRECEDING AND CURRENT ROW
        ),
        long_window AS (
            PARTITION BY reviewed_force, question_id ORDER BY quarter_index
            RANGE BETWEEN $long_window - 1 PRECEDING AND CURRENT ROW
        )
),
last_clear AS (
    SELECT reviewed_force, question_id, coalesce(max(quarter_index) FILTER (NOT rule_met), -1) AS last_clear
    FROM rolling
    GROUP BY reviewed_force, question_id
),
runs AS (
    SELECT reviewed_force, question_id, min(quarter_index) AS rule_since
    FROM rolling
    JOIN last_clear USING (reviewed_force, question_id)
    WHERE rule_met AND quarter_index > last_clear
    GROUP BY reviewed_force, question_id
),
windows AS (
    SELECT
        reviewed_force, question_id,
        count(*) FILTER (age < $short_window) AS recent_reviews,
        count(*) FILTER (age < $short_window AND failure) AS recent_failures,
        count(*) FILTER (age < $long_window) AS reviews,
        count(*) FILTER (age < $long_window AND failure) AS failures,
        count(*) FILTER (age < $long_window AND rank = 0) AS worst_grades,
        count(DISTINCT reviewing_force) FILTER (age < $long_window) AS reviewing_forces,
        count(DISTINCT reviewing_force) FILTER (age < $short_window AND failure) AS recent_failed_by,
        count(DISTINCT reviewing_force) FILTER (age < $long_window AND failure) AS failed_by,
        count(*) FILTER (age BETWEEN 1 AND $short_window AND failure) AS recent_failures_before,
        count(*) FILTER (age BETWEEN 1 AND $long_window AND failure) AS failures_before
    FROM recent
    GROUP BY reviewed_force, question_id
)
SELECT
    reviewed_force, question_id, coalesce(question.short, question_id) AS short, coalesce(question.place, 9999) AS place,
    recent_reviews::INTEGER AS recent_reviews, recent_failures::INTEGER AS recent_failures,
    recent_failed_by::INTEGER AS recent_failed_by,
    reviews::INTEGER AS reviews, failures::INTEGER AS failures, worst_grades::INTEGER AS worst_grades,
    reviewing_forces::INTEGER AS reviewing_forces, failed_by::INTEGER AS failed_by,
    quarters >= 2 AND (recent_failures >= $short_limit OR failures >= $long_limit) AS rule_met,
    quarters_before >= 2
    AND (recent_failures_before >= $short_limit OR failures_before >= $long_limit) AS rule_met_before,
    rule_since::INTEGER AS rule_since
FROM windows
JOIN reviewed_quarters USING (reviewed_force)
LEFT JOIN runs USING (reviewed_force, question_id)
LEFT JOIN question USING (question_id)
WHERE reviews > 0
ORDER BY reviewed_force, place, question_id;
