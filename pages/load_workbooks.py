"""Load workbooks: drop them, see what was understood, put right what was asked, store; history and undo."""

import streamlit as st

from arms_analytics.ui import data, dropped, loads, page, preview
from arms_analytics.ui.words import count

ABOUT = "Drop collated workbooks, see what was understood before anything is stored, then load."

with page.frame("Load workbooks", ABOUT, empty=True):
    waiting = dropped.read(dropped.drop())
    ready = [each for each in waiting if each.ready]
    if waiting:
        with st.container(horizontal=True):
            nothing = "Nothing more to load" if any(each.stored for each in waiting) else "Nothing here can be loaded"
            label = f"Load {count(len(ready), 'workbook')}" if ready else nothing
            wanted = st.button(label, disabled=not ready, type="primary")
            st.button("Clear all", on_click=dropped.clear)
        if said := preview.left_out(waiting):
            st.write(said)
        if wanted:
            if given := preview.not_used_yet(waiting):
                dropped.remember_first(given)
            else:
                dropped.store(waiting)
            st.rerun()
    for each in waiting:
        preview.show(each)
    if data.holds_any():
        loads.show()
