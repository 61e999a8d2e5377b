"""The frame that every page shares, and the links between them."""

import streamlit as st

from arms_analytics.ui import navigation

st.set_page_config(page_title="ARMS peer review", page_icon="🔎", layout="wide", initial_sidebar_state=256)
navigation.run()
