"""Streamlit with one line on it: what a page costs before it shows anything. ARMS_DATABASE is not read."""

import streamlit as st

st.set_page_config(layout="wide")
st.html("<p class='painted'>Nothing else.</p>")
