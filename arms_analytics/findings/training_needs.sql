-- Grain: one row per question with a graded review in the last four quarters up to $quarter: the whole region.
-- A quarter counts as failing when at least a third of its graded reviews fell below the pass grade.
WITH graded AS (
    SELECT question_id, reviewed_force, quarter_index, failure, rank
    FROM selected(NULL, NULL, $quarter - 3, $quarter, NULL, NULL)
    WHERE rank IS NOT NULL
),
quarterly AS (
    SELECT question_id, quarter_index, count(*) FILTER (failure) * 3 >= count(*) AS failing
    FROM graded
    GROUP BY question_id, quarter_index
),
persistence AS (
    SELECT question_id, count(*) FILTER (failing) AS quarters_failing, count(*) AS quarters
    FROM quarterly
    GROUP BY question_id
)
SELECT
    question_id, question.short, question.place,
    count(*)::INTEGER AS reviews,
    (count(*) FILTER (failure))::INTEGER AS failures,
    (count(*) FILTER (rank = 0))::INTEGER AS worst_grades,
    count(DISTINCT reviewed_force)::INTEGER AS forces,
    (count(DISTINCT reviewed_force) FILTER (failure))::INTEGER AS forces_with_failures,
    any_value(quarters_failing)::INTEGER AS quarters_failing,
    any_value(quarters)::INTEGER AS quarters
FROM graded
JOIN persistence USING (question_id)
JOIN question USING (question_id)
GROUP BY question_id, question.short, question.place
ORDER BY place, question_id;
