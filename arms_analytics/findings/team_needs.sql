-- Grain: one row per force, team and question over the last four quarters up to $quarter, where workbooks name teams.
-- Counts alone: a team's few plans are described, not rated.
SELECT
    reviewed_force, team, question_id, question.short,
    count(rank)::INTEGER AS reviews,
    (count(*) FILTER (failure))::INTEGER AS failures,
    coalesce(histogram(grade::VARCHAR) FILTER (rank IS NOT NULL), map([]::VARCHAR[], []::UBIGINT[])) AS of_grade,
    (count(*) FILTER (grade = 'not_applicable'))::INTEGER AS not_applicable,
    (count(*) FILTER (grade IS NULL))::INTEGER AS ungraded
FROM selected(NULL, NULL, $quarter - 3, $quarter, NULL, NULL)
JOIN question USING (question_id)
WHERE team <> ''
GROUP BY reviewed_force, team, question_id, question.short
ORDER BY reviewed_force, team, question_id;
