"""From the cells of one tab to its reviews: heads of reviews first, then the boxes in line with them.

`recognise` forms every reading that the heads allow and keeps the one that explains most of the tab's boxes:

- `across`: reviews side by side (turned: one under another), found by `anchors`, `head_lines`, `column_groups`;
- `blocks`: a block for each review, found by its `block_headings`;
- `question_blocks`: a block for each question, with a line for each review;
- `lists`: a line for each question and review, its `list_columns` told by their heads.

In each, `question_lines` finds the questions, `roles` what grade and what feedback is, `left_over` what was not placed.
"""
