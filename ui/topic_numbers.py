"""Topic numbers: why there are as many topics as there are."""

from __future__ import annotations

import streamlit as st

from analysis.steps.topics import TOPIC_FIT, TOPIC_NUMBERS
from ui import words
from ui.view import View


def show(view: View) -> None:
    """The numbers of topics that were compared, what each is worth, and on how many stories."""
    numbers, fits = view.bundle.frame(TOPIC_NUMBERS), view.bundle.frame(TOPIC_FIT)
    if numbers.empty or fits.empty:
        return
    fit = fits.iloc[0]
    with st.expander("How many topics?"):
        asked = "were asked for" if fit["is_asked"] else "are worth most"
        n_fitted, n_stories = int(fit["n_fitted"]), int(fit["n_stories"])
        fitted = "all" if n_fitted == n_stories else f"a fixed sample of {n_fitted:,} of"
        chosen = words.count(view.bundle.counts["topics"], "topic")
        st.caption(
            f"{chosen} {asked}. Found on {fitted} {words.count(n_stories, 'story', 'stories')}, copies aside. "
            "Stability: how alike the groups are when a fifth of the articles is left out (adjusted Rand index, 1 is "
            "the same). Coherence: how often their words meet (NPMI, −1 to 1). Worth: both together."
        )
        st.dataframe(
            numbers,
            hide_index=True,
            column_config={
                "n_topics": "Topics",
                "stability": st.column_config.NumberColumn("Stability", format="%.2f"),
                "coherence": st.column_config.NumberColumn("Coherence", format="%.2f"),
                "worth": st.column_config.ProgressColumn("Worth", format="%.2f", min_value=0, max_value=1),
                "is_chosen": "Chosen",
            },
        )
