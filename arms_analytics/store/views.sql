-- What every finding, page and export reads. Made on each cursor as temporary views, beside the temporary tables
--   clarified (review_id, question_id, grade)   grades clarified at meetings, from the records
--   officers_shown (reviewed_force)              the forces whose officer references this viewer may see

-- One row per current review.
CREATE OR REPLACE TEMPORARY VIEW reviews AS
SELECT
    review.review_id, review.reviewed_force, review.quarter_index, review.risk_level, review.reviewing_force,
    review.review_ref, review.review_key,
    CASE WHEN officers_shown.reviewed_force IS NULL THEN '' ELSE review.officer_ref END AS officer_ref,
    review.team, review.ordinal, workbook.name AS workbook, review.sheet, review.workbook_id
FROM review
JOIN workbook USING (workbook_id)
LEFT JOIN officers_shown ON officers_shown.reviewed_force = review.reviewed_force
WHERE review.replaced_by IS NULL AND review.undone_by IS NULL;

-- One row per current review and question. `grade` is as clarified; `rank` and `failure` are NULL where nothing
-- was graded or the question does not apply; a failure is a grade that the scale calls one.
CREATE OR REPLACE TEMPORARY VIEW answers AS
SELECT
    reviews.review_id, answer.reviewed_force, answer.quarter_index, reviews.risk_level, reviews.reviewing_force,
    reviews.review_ref, reviews.review_key, reviews.officer_ref, reviews.team, reviews.ordinal,
    answer.question_id, answer.question,
    coalesce(clarified.grade, answer.grade) AS grade,
    answer.grade AS original_grade,
    clarified.grade IS NOT NULL AS is_clarified,
    grade_step.rank, grade_step.failure,
    answer.feedback, reviews.workbook, reviews.sheet, answer.cell, answer.feedback_cell
FROM answer
JOIN reviews -- by all that both have, so that a filter reaches the answers, which lie sorted, before they are read
    ON reviews.review_id = answer.review_id AND reviews.quarter_index = answer.quarter_index
        AND reviews.reviewed_force = answer.reviewed_force
LEFT JOIN clarified ON clarified.review_id = answer.review_id AND clarified.question_id = answer.question_id
LEFT JOIN grade_step ON grade_step.grade = coalesce(clarified.grade, answer.grade);

-- One row per current grade, as clarified, by what an answer says of itself: for counts over all that was ever graded,
-- several times as quick as `answers`, which finds the review of each.
CREATE OR REPLACE TEMPORARY VIEW grades AS
SELECT
    answer.review_id, answer.reviewed_force, answer.quarter_index, answer.question_id,
    coalesce(clarified.grade, answer.grade) AS grade
FROM answer
LEFT JOIN clarified ON clarified.review_id = answer.review_id AND clarified.question_id = answer.question_id
ANTI JOIN review AS earlier -- replaced or taken back, which few are
    ON earlier.review_id = answer.review_id AND (earlier.replaced_by IS NOT NULL OR earlier.undone_by IS NOT NULL);

-- The answers of a selection: the one place where answers are filtered. NULL means all; both quarters are counted in.
CREATE OR REPLACE TEMPORARY MACRO selected(force_, question, first_quarter, last_quarter, risk_levels, reviewing) AS TABLE
SELECT * FROM answers
WHERE (force_ IS NULL OR reviewed_force = force_)
    AND (question IS NULL OR question_id = question)
    AND (first_quarter IS NULL OR quarter_index >= first_quarter)
    AND (last_quarter IS NULL OR quarter_index <= last_quarter)
    AND (risk_levels IS NULL OR list_contains(risk_levels, risk_level::VARCHAR))
    AND (reviewing IS NULL OR reviewing_force = reviewing);

-- Whether a text holds every one of these words (lower case), wherever and in whatever case; so does any text of none.
CREATE OR REPLACE TEMPORARY MACRO holds_all(text_, words) AS
    len(list_filter(words::VARCHAR[], lambda word: NOT contains(lower(text_), word))) = 0;

-- One row per workbook ever stored: how many of its reviews are current, were replaced since, were taken back.
CREATE OR REPLACE TEMPORARY VIEW workbooks AS
SELECT
    workbook.workbook_id, workbook.load_id, workbook.name,
    count(review.review_id) AS reviews,
    count(review.review_id) FILTER (review.replaced_by IS NULL AND review.undone_by IS NULL) AS current_reviews,
    count(review.review_id) FILTER (review.replaced_by IS NOT NULL AND review.undone_by IS NULL) AS replaced_reviews,
    count(review.undone_by) AS undone_reviews
FROM workbook
LEFT JOIN review USING (workbook_id)
GROUP BY workbook.workbook_id, workbook.load_id, workbook.name;
