"""Audit and retention: who did what and when, whether the log is whole, what is due to be erased, and erasing it."""

import datetime as dt

import streamlit as st

from arms_analytics.ui import audit, erasing, page, records

with page.frame("Audit and retention", "Who did what and when, what is due to be erased, and erasing it."):
    log, retention, erase = st.tabs(["Audit log", "Retention", "Erase"])
    with log:
        audit.show_log(records.records().audit_log())
    with retention:
        audit.show_retention(dt.date.today())
    with erase:
        erasing.show()
