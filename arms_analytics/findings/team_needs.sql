-- Grain: one row per force, team and question over the last four quarters up to $quarter, where workbooks name teams.
-- Counts and the hand rule only: a team's few plans are described, not rated.
SELECT
    reviewed_force, team, question_id, coalesce(question.short, question_id) AS short,
    count(*)::INTEGER AS reviews,
    (count(*) FILTER (failure))::INTEGER AS failures
FROM selected(NULL, NULL, $quarter - 3, $quarter, NULL, NULL)
LEFT JOIN question USING (question_id)
WHERE rank IS NOT NULL AND team <> ''
GROUP BY reviewed_force, team, question_id, question.short
HAVING count(*) FILTER (failure) > 0
ORDER BY failures DESC, reviewed_force, team, question_id;
