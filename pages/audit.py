"""Audit and retention: who did what and when, whether the log is whole, and what is due to be erased."""

import datetime as dt

import streamlit as st

from arms_analytics.ui import audit, page, records

with page.frame("Audit and retention", "Who did what and when, and what is due to be erased."):
    log, retention = st.tabs(["Audit log", "Retention"])
    with log:
        audit.show_log(records.records().audit_log())
    with retention:
        audit.show_retention(dt.date.today())
