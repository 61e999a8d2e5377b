-- 25 answers for each made-up review, grades and feedback drawn by hash, sorted as a load sorts them.
INSERT INTO answer
SELECT
    review_id, quarter_index, reviewed_force, 'Q' || lpad((1 + place)::VARCHAR, 2, '0'), 'Is part ' || place || ' done?',
    (['good', 'outstanding', 'requires_improvement', 'inadequate'])[1 + (hash(review_id * 31 + place) % 4)::INTEGER],
    'The plan of ' || (hash(review_id * 7 + place) % 100000) || ' should record entry ' || (hash(review_id, place) % 1000),
    'C' || place, 'D' || place
FROM review, range(25) AS question (place)
ORDER BY quarter_index, reviewed_force, 4;
