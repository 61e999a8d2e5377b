-- So many made-up reviews ($reviews, one row each) spread evenly over the forces and 160 quarters, current, synthetic.
INSERT INTO review
SELECT
    number, 0, 7000 + (number * 160 // $reviews)::INTEGER, $forces[1 + number % len($forces)],
    $forces[1 + (number + 1) % len($forces)], (['low', 'medium', 'high', 'very_high'])[1 + number % 4],
    'REF/' || number, 'REF/' || number, 'OM-' || (number % 5000), '', 'tab', 1 + number % 4, NULL, NULL
FROM range($reviews) AS made (number);
