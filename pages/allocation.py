"""Allocation: who reviews whom, what is still outstanding, and the reminders and diary file that follow."""

import streamlit as st

from arms_analytics.findings import rotation
from arms_analytics.ui import allocation, data, page

with page.frame("Allocation and reminders", "Who reviews whom, what has come, and whom to remind."):
    left, middle, right = st.columns([3, 4, 4], gap="large")
    found = data.find(rotation.find)
    with left:
        quarter = allocation.choose_quarter()
        now = allocation.recorded(quarter)
        allocation.edit(quarter, found, now)
    lines = allocation.against(found, quarter, now)
    with middle:
        st.header("What has come")
        if lines:
            st.html(allocation.table(lines))
        else:
            st.info(
                f"No allocation is recorded for {quarter.label}. Record one on the left to hold reviews against it."
            )
    with right:
        st.header("Reminders")
        allocation.remind(lines, quarter)
        st.header("The meeting")
        allocation.meeting(quarter)
