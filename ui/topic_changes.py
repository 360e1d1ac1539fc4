"""Topic changes: what the last build made of the topics that were there before."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analysis.curation import Change
from figures import words
from ui.view import View

# What happened, in the order in which it is told: how to call it, and what it means.
_KINDS: Mapping[str, tuple[str, str]] = {
    "born": ("New", "no former topic resembles them"),
    "died": ("Gone", "no present topic resembles them"),
    "split": ("Split", "their articles are in several topics now"),
    "merged": ("Merged", "most of their articles are in one topic now"),
    "same": ("The same", "found again by their words and articles"),
}


def show(view: View) -> None:
    """How many topics stayed, came, went, were split or merged in the last build, and which; nothing if all stayed."""
    told = view.curated.curation.changes
    if all(change.kind == "same" for change in told):
        return
    counts = {kind: sum(change.kind == kind for change in told) for kind in _KINDS}
    counted = " · ".join(f"{_KINDS[kind][0].lower()}: {number}" for kind, number in counts.items() if number)
    with st.expander(f"What changed since the last build: {counted}", key="topic_changes"):
        for kind, (name, meaning) in _KINDS.items():
            if counts[kind]:
                st.markdown(f"**{name}**, {meaning}")
                lines = [_line(view, change) for change in told if change.kind == kind]
                st.markdown("\n".join(f"- {words.plain(line)}" for line in lines))


def _line(view: View, change: Change) -> str:
    before = " and ".join(f"“{name}” ({number:,})" for name, number in change.before)
    sizes = dict(zip(view.curated.topics["topic_id"], view.curated.topics["n_articles"], strict=True))
    names = view.curated.names
    after = [f"“{names[topic]}” ({sizes[topic]:,})" for topic in view.curated.ids(change.after)]
    now = " and ".join(after) or ("merged or split by you" if change.after else "")
    return " → ".join(filter(None, (before, now)))
