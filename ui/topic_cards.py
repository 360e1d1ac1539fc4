"""Topic cards: each topic with its words, how far it can be trusted, and articles that stand for it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd
import streamlit as st

from analysis.bundle import Bundle
from analysis.hits import with_all
from analysis.steps.topics import ARTICLE_TOPICS
from analysis.term_index import term_index
from analysis.topic_examples import examples_among
from analysis.topic_labels import outline
from analysis.topic_stability import SHAKY, is_shaky
from charts.theme import DARK, LIGHT
from figures import words
from figures.memo import remembered
from ui import address, topic_edits
from ui.view import View

_COLUMNS = 2
_TERMS = 12
_EXAMPLES = 3


def show(view: View) -> None:
    """A card for each topic that has selected articles; the one with most of them first."""
    topics = with_all(view.topics, view.articles, view.others)
    topics = topics[(topics["topic_id"] >= 0) & (topics["n_articles"] > 0)]
    if topics.empty:
        return
    topics = topics.assign(is_shaky=is_shaky(topics["stability"]))
    terms = _as_written(view.whole_key, view)
    fits = view.articles.assign(weight=view.bundle.once(_weights)[view.articles.index])
    examples = view.curated.examples.sort_values("rank", kind="stable")["article_id"]
    st.subheader("The topics and their words", anchor=False)
    columns = st.columns(_COLUMNS, gap="large")
    for number, (_, topic) in enumerate(topics.iterrows()):
        with columns[number % _COLUMNS]:
            topic_id = topic["topic_id"]
            shown = examples_among(fits[fits["topic_id"] == topic_id], examples, _EXAMPLES)
            _card(view, topic, terms[terms["topic_id"] == topic_id], shown)


def _weights(bundle: Bundle) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """How well each article fits its topic, by its row."""
    weights: np.ndarray[tuple[int], np.dtype[np.float64]] = bundle.frame(ARTICLE_TOPICS, ["weight"])[
        "weight"
    ].to_numpy()
    return weights


@remembered(8)
def _as_written(key: Hashable, _view: View) -> pd.DataFrame:
    """The terms of the topics with the column `written`: how each is written most."""
    terms, known = _view.curated.terms, term_index(_view.bundle).terms
    found = known.loc[known["term"].isin(terms["term"].unique()), ["term", "written"]]
    return terms.merge(found, on="term", how="left", validate="many_to_one")


def _card(view: View, topic: pd.Series, terms: pd.DataFrame, examples: pd.DataFrame) -> None:
    with st.container(border=True, key=f"topic_{topic['topic_id']}"):
        name, edit = st.columns([4, 1], vertical_alignment="center")
        name.markdown(f"**{words.plain(topic['label'])}**")
        with edit:
            topic_edits.popover(view, topic)
        st.html(f"{_swatch(int(topic['colour']))}<small>{words.as_html(_counted(view, topic))}</small>")
        st.caption(words.plain(_trust(topic)), help=_TRUST_HELP)
        _words(terms)
        st.caption("Articles that stand for it")
        for title, article_id in zip(view.titles(examples), examples["article_id"], strict=True):
            link = address.travelling(article=article_id)
            st.page_link("pages/articles.py", label=words.plain(title), query_params=link)


def _swatch(colour: int) -> str:
    """The colour of a topic in the charts, for both modes; grey for one that has none."""
    pair = [mode.topics[colour] if colour >= 0 else mode.other for mode in (LIGHT, DARK)]
    return f'<span class="swatch" style="background: light-dark({", ".join(pair)})"></span>'


def _counted(view: View, topic: pd.Series) -> str:
    """How many articles it has; of how many where only some are selected."""
    n_articles, n_all = int(topic["n_articles"]), int(topic["n_all"])
    if n_articles == n_all:
        return f"{view.counted(n_articles)} ({words.share(topic['share'])})"
    return f"{n_articles:,} of its {view.counted(n_all)} selected ({words.share(topic['selected_share'])})"


def _words(terms: pd.DataFrame) -> None:
    """The terms by how many of the topic's articles hold them; in one line where that is not known."""
    written: Mapping[str, str] = dict(zip(terms["term"], terms["written"].fillna(terms["term"]), strict=True))
    lines = list(outline(terms))
    for name, held in lines:
        shown = ", ".join(written[term] for term in held[:_TERMS])
        st.text(f"{name}: {shown}", help=_OUTLINE_HELP if name == lines[0][0] else None)
    if not lines:
        st.text(", ".join(written[term] for term in terms["term"].head(_TERMS)))


_OUTLINE_HELP = "All: at least 95 % of the topic's stories hold the word; most: at least half; some: at least 15 %."
_TRUST_HELP = (
    f"A topic is found again where half of its articles or more are together in a trial; below {words.share(SHAKY)} it "
    "is called shaky. Coherence is the mean NPMI of its ten words within ten words of text: 1 where they only come "
    "together, 0 where chance would bring them together as often, −1 where they never meet."
)


def _trust(topic: pd.Series) -> str:
    fits = f"coherence {words.ratio(topic['coherence'])}"
    if pd.isna(topic["stability"]):
        return f"Made by you: its stability is not measured · {fits}"
    state = "Shaky" if topic["is_shaky"] else "Stable"
    found = f"found again in {words.share(topic['stability'])} of trials without a fifth of the articles"
    return f"{state}: {found} · {fits}"
