"""The app as it is served: `frame.py` and its pages, with headers that guard them. `make run` starts it."""

import streamlit as st
from starlette.middleware import Middleware

from arms_analytics.ui.headers import Guarded

app = st.App("frame.py", middleware=[Middleware(Guarded)])
