-- Grain: one row per problem of a workbook that has a current review: what the reader could not read for certain,
-- the weightiest first, then by workbook, tab and cell. `quarter_index` is the latest quarter that the workbook holds.
-- $quarter NULL: all quarters; $force NULL: all tabs, otherwise the tabs that hold reviews of that force.
WITH tabs AS (
    SELECT workbook_id, sheet, reviewed_force, max(quarter_index) AS quarter_index
    FROM reviews
    GROUP BY workbook_id, sheet, reviewed_force
),
books AS (
    SELECT workbook_id, max(quarter_index) AS quarter_index
    FROM tabs
    WHERE $quarter IS NULL OR quarter_index = $quarter
    GROUP BY workbook_id
)
SELECT
    workbook_id, workbook.name AS workbook, books.quarter_index, load.loaded_at, problem.severity, problem.code, problem.sheet,
    problem.cell, problem.message
FROM problem
JOIN books USING (workbook_id)
JOIN workbook USING (workbook_id)
JOIN load USING (load_id)
WHERE $force IS NULL OR EXISTS (
    SELECT 1 FROM tabs
    WHERE tabs.workbook_id = problem.workbook_id AND tabs.sheet = problem.sheet AND tabs.reviewed_force = $force
)
ORDER BY
    CASE problem.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
    books.quarter_index DESC, workbook.name, problem.sheet, length(problem.cell),
    problem.cell, problem.code;
