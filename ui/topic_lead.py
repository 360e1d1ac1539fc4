"""Topic lead: how many topics there are, what fits none of them, and how many do not hold still."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.topic_stability import is_shaky
from figures import words
from ui.view import View


def show(view: View) -> None:
    """What there is to say before any chart."""
    st.markdown(f"#### {words.plain(in_words(view))}")


def in_words(view: View) -> str:
    """How many topics the selected articles have, how many articles fit none with their share, how many are shaky."""
    here = view.topics[view.topics["n_articles"] > 0]
    topics = here[here["topic_id"] >= 0]
    n_nowhere = int(here.loc[here["topic_id"] < 0, "n_articles"].sum())
    return " ".join(filter(None, (_found(view, len(topics)), _nowhere(view, n_nowhere), _shaky(topics["stability"]))))


def _found(view: View, n_topics: int) -> str:
    counted = words.count(len(view.curated.visible), "topic")
    return f"{counted}." if n_topics == len(view.curated.visible) else f"{n_topics:,} of {counted}."


def _nowhere(view: View, n_nowhere: int) -> str:
    n_articles = len(view.articles)
    if not n_nowhere:
        return f"All {view.nouns} fit one of them." if n_articles > 1 else ""
    fit = "fits" if n_nowhere == 1 else "fit"
    return f"{n_nowhere:,} of {view.counted(n_articles)} ({words.share(n_nowhere / n_articles)}) {fit} nowhere."


def _shaky(stability: pd.Series) -> str:
    """How many of the topics often dissolve; those whose stability is not known are not counted."""
    n_shaky, n_known = int(is_shaky(stability).sum()), int(stability.notna().sum())
    if not n_shaky:
        return ""
    which = f"{n_shaky:,} of the topics are" if n_shaky < n_known else "All topics are"
    which = "The topic is" if n_known == 1 else "1 of the topics is" if n_shaky == 1 else which
    return f"{which} shaky: other articles would have made others."
