-- Grain: one row per quarter, reviewed force, reviewing force and question that a selection may name, told apart by
-- `kind`. Only what has a current review; questions in the question set's order, the rest by key.
SELECT 'quarter' AS kind, quarter_index::VARCHAR AS key, '' AS short, '' AS section, '' AS wording,
    quarter_index::INTEGER AS place
FROM reviews
GROUP BY quarter_index
UNION ALL
SELECT 'force', reviewed_force, '', '', '', 0
FROM reviews
GROUP BY reviewed_force
UNION ALL
SELECT 'reviewing_force', reviewing_force, '', '', '', 0
FROM reviews
WHERE reviewing_force IS NOT NULL
GROUP BY reviewing_force
UNION ALL
SELECT 'question', question_id, short, section, wording, place
FROM question
SEMI JOIN answers USING (question_id)
ORDER BY kind, place, key;
