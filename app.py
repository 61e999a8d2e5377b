"""The app as it is served: `frame.py` and its pages, with their style sheet and the headers that guard them."""

import streamlit as st
from starlette.middleware import Middleware

from arms_analytics.ui.headers import Guarded
from arms_analytics.ui.sheet import Styled

app = st.App("frame.py", middleware=[Middleware(Guarded), Middleware(Styled)])
