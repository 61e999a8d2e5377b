-- One row per current review of one quarter and question, as scripts outside know it: the columns of the public export,
-- in its order. $index is the quarter, $key its key. Grades are as clarified.
SELECT
    answers.reviewed_force AS force, $key AS quarter, answers.risk_level::VARCHAR AS risk_level,
    answers.review_ref, answers.reviewing_force, answers.officer_ref, answers.question_id, answers.question,
    answers.grade::VARCHAR AS grade, answers.feedback, answers.workbook, answers.sheet, answers.cell
FROM answers
LEFT JOIN question USING (question_id)
WHERE answers.quarter_index = $index
ORDER BY answers.reviewed_force, answers.ordinal, answers.review_id, question.place, answers.cell;
