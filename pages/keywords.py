"""Keywords: the words and phrases that most articles hold, and the sentences they stand in."""

import streamlit as st

from ui import evidence, layout, panels

with layout.page(__doc__) as view:
    kinds = {"Words and phrases": "all", "Words": "words", "Phrases": "phrases"}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.segmented_control("Show", list(kinds), default="Words and phrases", key="kind")
        most = st.select_slider("How many", [10, 20, 30, 50], value=20, key="most", width=160)
        news = st.toggle("With newspaper words and numbers", key="news")
    bars, behind = st.columns([5, 6], gap="large")
    with bars:
        panels.keywords(view, most=most, phrases=kinds.get(kind or "", "all"), with_news_words=news, lists=False)
    with behind:
        evidence.show_or_invite(view)
