"""Data: what was read, what could not be, and what cleaning took out; analyse articles of your own, save the tables."""

import streamlit as st

from ui import cleaning, exports, health, layout, upload

with layout.page(__doc__, selects=False) as view:
    with st.container(key="taking_in"):
        upload.show(view)
        exports.show(view)
    health.show(view)
    cleaning.show(view)
