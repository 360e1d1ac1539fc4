"""Explained: what each word of the chosen sentence adds to its tone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from analysis.tone import Contribution, Explanation, explain
from figures import words
from ui import tables
from ui.view import View

# Words that add less are in the table alone.
_SHOWN_FROM = 0.02

_SAID = {
    "news": "the weights of its words in the news reading, over the root of their number, and a quarter of VADER’s "
    "score; a sum under 0.1 counts half, one beyond ±1 as ±1",
    "vader": "VADER’s score, made of the words that its lexicon rates",
}


def show(view: View, sentence: str, polarity: float | None) -> None:
    """The sentence with what its words add, and the table behind it; that there is no score where there is none."""
    reading = str(view.bundle.manifest["settings"]["sentiment"]["reading"])
    with st.container(border=True, key="explained"):
        st.markdown(f"**Why this sentence has the tone {words.tone(polarity)}**")
        if polarity is None:
            st.caption("It is not scored: its language is not, or none of its words says anything of tone.")
            return
        explanation = explain(sentence, reading)
        st.html(f'<p class="explained">{as_html(sentence, explanation.contributions)}</p>')
        st.caption(words.plain(f"Its words add up to {words.tone(explanation.total)}: {_SAID[reading]}."))
        with st.expander("Every word and reason"):
            tables.show(table(sentence, explanation), {"adds": "signed"}, key="contributions")


def as_html(sentence: str, contributions: Sequence[Contribution]) -> str:
    """`sentence` with the sum of what each of its words adds below the word, where that is enough to matter."""
    parts, end = list[str](), 0
    for (start, stop), added in _sums(contributions).items():
        if abs(added) >= _SHOWN_FROM and start >= end:
            kind = "plus" if added > 0 else "minus"
            word = words.as_html(sentence[start:stop])
            parts.append(words.as_html(sentence[end:start]))
            parts.append(f'<span class="{kind}">{word}<sub>{words.tone(added)}</sub></span>')
            end = stop
    return "".join([*parts, words.as_html(sentence[end:])])


def table(sentence: str, explanation: Explanation) -> pd.DataFrame:
    """One row a reason: word, what it adds, why; what adds most first."""
    rows = [(sentence[c.start : c.end], c.weight, c.why) for c in explanation.contributions]
    if explanation.base:
        rows.append(("", explanation.base, "any sentence"))
    found = pd.DataFrame(rows, columns=["word", "adds", "why"])
    return found.sort_values("adds", key=lambda adds: -adds.abs(), kind="stable").round({"adds": 3})


def _sums(contributions: Sequence[Contribution]) -> Mapping[tuple[int, int], float]:
    """What each stretch of the sentence adds in all, in their order."""
    ordered = sorted(contributions, key=lambda c: (c.start, c.end))
    by_place = groupby(ordered, key=lambda c: (c.start, c.end))
    return {place: sum(c.weight for c in group) for place, group in by_place}
