"""Keywords: the words and phrases that most articles hold, what sets some apart, and the sentences they stand in."""

import streamlit as st

from figures import terms
from figures.apart import apart
from ui import choices, figure, groups, hidden_words, layout, most_used, my_words, term_evidence
from ui.marks import chosen_name

_TABS = {"used": "Most used", "apart": "What sets it apart", "mine": "My words over time"}

with layout.page(__doc__) as view:
    with st.container(horizontal=True, vertical_alignment="center"):
        tab = choices.segments("tab", _TABS, "Figure", quiet=True)
        hidden_words.popover()
    wanted = most_used.choose(view) if tab == "used" else None
    pair = groups.choose(view) if tab == "apart" else None
    if tab == "mine":
        my_words.show(view)
    elif not wanted and not pair:
        groups.invite(view)
    else:
        drawing, behind = st.columns([5, 6], gap="large")
        with drawing:
            if wanted:
                figure.show(view, terms.most_used(view, wanted, chosen=chosen_name()), lists=False)
            elif pair:
                with st.spinner("Comparing"):
                    drawn = apart(view, pair, hidden_words.hidden(), chosen=chosen_name())
                figure.show(view, drawn, lists=False)
        with behind:
            term_evidence.show(view, counts_occurrences=wanted is not None and wanted.counts_occurrences)
