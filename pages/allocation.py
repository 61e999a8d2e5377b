"""Allocation: who reviews whom, what is still outstanding, and the reminders and diary file that follow."""

import streamlit as st

from arms_analytics.findings import rotation
from arms_analytics.ui import allocation, data, page

with page.frame("Allocation and reminders", "Who reviews whom, what has come, and whom to remind."):
    found = data.find(rotation.find)
    left, right = st.columns([7, 3], gap="large")
    with left:
        quarter = allocation.choose_quarter()
        now = allocation.recorded(quarter)
        allocation.edit(quarter, found, now)
        lines = allocation.against(found, quarter, now)
        if lines:
            st.html(allocation.come(lines, quarter))
        else:
            st.info(f"No allocation is recorded for {quarter.label}. Record one to hold reviews against it.")
        st.html(allocation.played(found, quarter))
    with right:
        st.header("Reminders", anchor=False)
        allocation.remind(lines, quarter)
        st.header("The meeting", anchor=False)
        allocation.meeting(quarter)
