-- A store built again from `basis` without what is to be erased, so that nothing of it stays in the file. Temporary tables:
--   erased_review (review_id)                        every version of the reviews that go
--   erased_officer (reviewed_force, officer_ref, pattern)  the officer whose reference goes, none or one row;
--                                                    `pattern` finds the reference in text
-- An officer's reference goes out of every text of the own force's reviews, and out of what belongs to no force: names
-- of workbooks and tabs, wordings, problems.
CREATE OR REPLACE TEMPORARY MACRO blotted_apart(said, pattern) AS
coalesce(regexp_replace(said, pattern, '\1[erased]\2', 'gi'), said);

-- Twice: of two references with one sign between them the first takes the sign.
CREATE OR REPLACE TEMPORARY MACRO blotted(said, pattern) AS blotted_apart(blotted_apart(said, pattern), pattern);

CREATE OR REPLACE TEMPORARY MACRO blotted_everywhere(said) AS blotted(said, (SELECT pattern FROM erased_officer));

INSERT INTO meta SELECT * FROM basis.meta WHERE name <> 'schema_version';
INSERT INTO load SELECT * REPLACE (blotted_everywhere(detail) AS detail) FROM basis.load;
INSERT INTO workbook SELECT * REPLACE (blotted_everywhere(name) AS name) FROM basis.workbook;
INSERT INTO grade_step SELECT * FROM basis.grade_step;
INSERT INTO question
SELECT * REPLACE (blotted_everywhere(wording) AS wording, blotted_everywhere(short) AS short) FROM basis.question;
INSERT INTO seen_question SELECT * REPLACE (blotted_everywhere(wording) AS wording) FROM basis.seen_question;

-- One row per review that stays.
INSERT INTO review
SELECT review.* REPLACE (
    CASE WHEN lower(review.officer_ref) = lower(erased_officer.officer_ref) THEN '' ELSE review.officer_ref END
        AS officer_ref,
    blotted(review.review_ref, pattern) AS review_ref,
    blotted(review.review_key, pattern) AS review_key,
    blotted(review.team, pattern) AS team,
    blotted_everywhere(review.sheet) AS sheet
)
FROM basis.review AS review
LEFT JOIN erased_officer USING (reviewed_force)
WHERE review.review_id NOT IN (FROM erased_review)
ORDER BY review.review_id;

-- One row per review that stays and question.
INSERT INTO answer
SELECT answer.* REPLACE (
    blotted(answer.feedback, pattern) AS feedback,
    blotted_everywhere(answer.question) AS question
)
FROM basis.answer AS answer
LEFT JOIN erased_officer USING (reviewed_force)
WHERE answer.review_id NOT IN (FROM erased_review)
ORDER BY answer.rowid;

-- One row per problem, but for those at a cell of a review that goes and those that name it.
INSERT INTO problem
WITH gone AS (
    SELECT review.workbook_id, review.sheet, answer.cell, answer.feedback_cell, review.review_ref
    FROM basis.review AS review
    JOIN erased_review USING (review_id)
    LEFT JOIN basis.answer AS answer USING (review_id)
)
SELECT problem.* REPLACE (
    blotted_everywhere(problem.sheet) AS sheet,
    blotted_everywhere(problem.message) AS message
)
FROM basis.problem AS problem
WHERE NOT EXISTS (
    FROM gone
    WHERE gone.workbook_id = problem.workbook_id AND gone.sheet = problem.sheet
        AND (
            problem.cell IN (gone.cell, gone.feedback_cell)
            OR (gone.review_ref <> '' AND contains(problem.message, gone.review_ref))
        )
);
