"""What one text, or one colour, says by itself: a grade, a risk level, a label, a force, a quarter."""
