"""This quarter: what is in, the grades at a glance, what changed, who does what; every line leads to its evidence."""

import datetime as dt

import streamlit as st

from arms_analytics.findings import coverage, promising_practice, repeat_failures
from arms_analytics.network import network
from arms_analytics.ui import data, data_quality, digest, fits, glance, page, selection, sidebar, take_away

ABOUT = "What is new, what keeps failing, what to copy, who does what by when."

with page.frame("This quarter", ABOUT):
    chosen = sidebar.choose(question="none", risk="none")
    quarter = chosen.one_quarter
    before = quarter.plus(-1)
    of_quarter = coverage.tabs(data.find(coverage.find), quarter.index, network().member_names)
    top, away = page.top()
    with top:
        data_quality.summary(of_quarter, quarter)
    with away:
        take_away.meeting(quarter)
    table, beside = page.split(once_chosen=False)
    with table:
        forces = [tab.force for tab in of_quarter if selection.in_group(tab.force)]
        glance.show(quarter, forces, beside, lambda: digest.agreed(chosen.force, dt.date.today()))
        fitted = fits.fit(quarter), fits.fit(before)
        failures = data.find(repeat_failures.find, network(), quarter, *fitted)
        practices = data.find(promising_practice.find, quarter, *fitted)
        shown = selection.forces_shown()
        failures, practices = (found[found["reviewed_force"].isin(shown)] for found in (failures, practices))
        with st.container(key="digest"):
            digest.failures(failures, "new", "New repeat failures", quarter)
            digest.failures(failures, "continuing", "Continuing", quarter)
            digest.failures(failures, "cleared", "Cleared", quarter)
            digest.practices(practices, quarter, worked_out=fits.ready(quarter))
    page.note(digest.what_is_counted(failures))
    fits.wait_for(quarter, before)
