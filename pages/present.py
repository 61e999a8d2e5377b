"""Present: the meeting one screen at a time; grades clarified and actions recorded on the spot."""

from arms_analytics.ui import page, present

with page.frame("Present", "The meeting, one screen at a time. Left and right arrow keys turn the screens."):
    quarter = present.choose_quarter()
    present.show(present.turn_pages(present.screens(quarter), quarter), quarter)
