-- One row per current review of one quarter of a selection and question, as scripts outside know it: the columns of the
-- public export, in its order. $key is the quarter's key. Grades are as clarified. Where $words is a list, only those
-- with feedback that holds every one of them (lower case), and with $grade where that is not NULL.
SELECT
    answer.reviewed_force AS force, $key AS quarter, answer.risk_level::VARCHAR AS risk_level,
    answer.review_ref, answer.reviewing_force, answer.officer_ref, answer.question_id, answer.question,
    answer.grade::VARCHAR AS grade, answer.feedback, answer.workbook, answer.sheet, answer.cell
FROM selected($force, $question, $first_quarter, $last_quarter, $risk_levels, $reviewing_force) AS answer
JOIN question USING (question_id)
WHERE $words IS NULL OR (
    answer.feedback <> ''
    AND ($grade IS NULL OR answer.grade::VARCHAR = $grade)
    AND holds_all(answer.feedback, $words)
)
ORDER BY answer.reviewed_force, answer.ordinal, answer.review_id, question.place, answer.cell;
