-- One row per current review and question, as scripts outside know it: the columns of the public export, in its order.
-- $indexes and $keys give each quarter's key. Grades are as clarified.
SELECT
    answers.reviewed_force AS force, quarter.key AS quarter, answers.risk_level::VARCHAR AS risk_level,
    answers.review_ref, answers.reviewing_force, answers.officer_ref, answers.question_id, answers.question,
    answers.grade::VARCHAR AS grade, answers.feedback, answers.workbook, answers.sheet, answers.cell
FROM answers
JOIN (SELECT unnest($indexes) AS index, unnest($keys) AS key) AS quarter ON quarter.index = answers.quarter_index
LEFT JOIN question USING (question_id)
ORDER BY answers.quarter_index, answers.reviewed_force, answers.ordinal, answers.review_id, question.place, answers.cell;
