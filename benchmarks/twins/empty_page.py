"""Streamlit with one line on it: what a page costs before it shows anything. ARMS_DATABASE is not read.

With `?choice=1` in its address there is one box to choose from besides: what the first element costs, and a choice.
"""

import streamlit as st

st.set_page_config(layout="wide")
asked = "choice" in st.query_params
line = st.selectbox("Quarter", ["First", "Second", "Third", "Fourth", "Fifth"]) if asked else "Nothing else."
st.html(f"<p class='painted'>{line}</p>")
