"""From the cells of one tab to its reviews: heads of reviews first, then the boxes in line with them.

`recognise` forms every reading that the heads allow (reviews side by side, one under another, in blocks, in a list) and
keeps the one that explains most of the tab's boxes.
"""
