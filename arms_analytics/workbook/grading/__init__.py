"""From the boxes of a tab to grades: by word, by what colours mean there, or left open until somebody answers."""
