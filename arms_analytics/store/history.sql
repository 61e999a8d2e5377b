-- One row per load and workbook of it, oldest load first; loads that brought no workbook have one row without.
SELECT
    load.load_id, load.loaded_at, load.who, load.action, load.detail,
    workbooks.name, workbooks.reviews, workbooks.current_reviews, workbooks.replaced_reviews, workbooks.undone_reviews
FROM load
LEFT JOIN workbooks USING (load_id)
ORDER BY load.load_id, workbooks.workbook_id;
