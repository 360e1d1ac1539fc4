"""Company: the terms that share sentences, or articles, with the chosen one, as a network whose marks open these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.cooccurrence import Within, terms_of_mark
from analysis.marks import Mark, forms_of, terms_behind
from analysis.occurrences import Span, find_phrases
from analysis.tokens import split_sentences
from figures import term_tables, words
from figures.company import company as draw_company
from figures.csv_export import csv_of
from figures.figure import Missing
from figures.stated import scope_behind
from ui import address, choices, evidence, figure
from ui.evidence import page_buttons, page_number
from ui.hidden_words import hidden
from ui.saving import save_button
from ui.view import View

_PARAMETER = "with"
_WITHIN = {"sentence": "In the same sentence", "article": "In the same article"}
_PAGE_SENTENCES = 15
# Sentences are found in the texts: so many are read to save them.
_MOST_SAVED = 5_000
# A longer sentence is shown in pieces, so much on either side of what is marked.
_LONG = 500
_AROUND = 160


class Sentence(NamedTuple):
    """A sentence: the row of its article, its number there (-1: the headline), its text, and where the terms stand."""

    row: int
    number: int
    text: str
    spans: Sequence[Span]


def show(view: View, found: pd.DataFrame, mark: Mark) -> None:
    """The network of the term of `mark` in the articles `found`, and what is behind the chosen word or line."""
    news_words = choices.chosen("news", {"no": "", "yes": ""}) == "yes"
    within: Within = "article" if choices.segments("within", _WITHIN, "Words that stand") == "article" else "sentence"
    with st.spinner("Reading the sentences"):
        company = term_tables.network_of(view, found, mark, hidden(), within=within, news_words=news_words)
    picked = address.value(_PARAMETER)
    behind = company.behind(picked)
    of = scope_behind(view, mark, len(found))
    drawn = draw_company(company, mark, nouns=view.nouns, chosen=picked if len(behind) else None, of=of)
    nouns = "sentences" if within == "sentence" else view.nouns
    figure.draw(view, drawn, picked, _choose, nouns)
    if isinstance(drawn, Missing):
        return
    if behind.empty:
        st.caption(f"Click a word or a line to read the {nouns} that hold it and the chosen word.")
    elif within == "article":
        _list_articles(view, found.loc[found.index.isin(behind["row"])], mark, terms_of_mark(picked))
    else:
        _list(view, found, behind, mark, terms_of_mark(picked))


def _choose(mark: str) -> None:
    choices.put(_PARAMETER, mark)


def _list_articles(view: View, articles: pd.DataFrame, mark: Mark, others: Sequence[str]) -> None:
    """The `articles`, in their order, with what they are and a button that saves the list."""
    st.markdown(f"**{words.plain(f'{view.counted(len(articles))} with {_named(mark, others)}')}**")
    evidence.listing(view, articles, mark)
    evidence.save_list(articles, key="save_company")


def _list(view: View, found: pd.DataFrame, behind: pd.DataFrame, mark: Mark, others: Sequence[str]) -> None:
    """The sentences `behind`, oldest first, with what they are and a button that saves them."""
    order = pd.Series(range(len(found)), found.index)
    listed = behind.assign(nth=order.reindex(behind["row"]).to_numpy()).sort_values(["nth", "number"])
    articles = found.loc[listed["row"].unique()]
    st.markdown(f"**{words.plain(_heading(listed, articles, mark, others))}**")
    n_pages = max(1, -(-len(listed) // _PAGE_SENTENCES))
    first = (page_number(n_pages) - 1) * _PAGE_SENTENCES
    sentences = find_sentences(view, listed.iloc[first : first + _PAGE_SENTENCES], mark, others)
    st.html(f'<div class="sentences">{"".join(_as_html(view, one, mark) for one in sentences)}</div>')
    page_buttons(n_pages, first // _PAGE_SENTENCES + 1)
    save_button(
        "Save the sentences (CSV)",
        lambda: _csv(view, listed.head(_MOST_SAVED), mark, others),
        "sentences.csv",
        key="save_sentences",
        told=f"The first {_MOST_SAVED:,} by date." if len(listed) > _MOST_SAVED else None,
    )


def _heading(listed: pd.DataFrame, articles: pd.DataFrame, mark: Mark, others: Sequence[str]) -> str:
    outlets = articles["outlet"].nunique()
    of = f" of {words.count(outlets, 'outlet')}" if outlets else ""
    where = f"{words.count(len(articles), 'article')}{of}"
    return f"{words.count(len(listed), 'sentence')} with {_named(mark, others)}, in {where}"


def _named(mark: Mark, others: Sequence[str]) -> str:
    return " and ".join(f"“{term}”" for term in (mark.term or "", *others))


def find_sentences(view: View, listed: pd.DataFrame, mark: Mark, others: Sequence[str]) -> Iterator[Sentence]:
    """The sentences of the rows of `listed` (row, number), in that order, with the terms in them, in any form."""
    terms = [*terms_behind(view.bundle, mark), *(form for term in others for form in forms_of(view.bundle, term))]
    phrases = [term.split() for term in terms]
    bodies = view.bodies(listed["row"].unique().tolist())
    ends = {row: split_sentences(body) for row, body in bodies.items()}
    for row, number in zip(listed["row"].tolist(), listed["number"].tolist(), strict=True):
        text = view.everything.at[row, "headline"] if number < 0 else bodies[row][slice(*ends[row][number][:2])]
        yield Sentence(row, number, text, find_phrases(text, phrases))


def _as_html(view: View, sentence: Sentence, mark: Mark) -> str:
    article = view.everything.loc[sentence.row]
    number = str(sentence.number) if sentence.number >= 0 else None
    link = address.travelling(article=article["article_id"], term=mark.term, sentence=number)
    source = [words.outlet(article["outlet"]), words.day(article["day"]), *([] if number else ["headline"])]
    href = words.as_html(f"articles?{urlencode(link, doseq=True)}")
    text = _marked(sentence.text, sentence.spans)
    return f'<a href="{href}"><span dir="auto">{text}</span><small>{words.as_html(words.listed(*source))}</small></a>'


def _marked(text: str, spans: Sequence[Span]) -> str:
    """`text` as HTML with its `spans` marked; of a long one what is around them."""
    pieces, reached = list[str](), 0
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        start = max(reached, span.start - _AROUND) if len(text) > _LONG else reached
        until = len(text) if following is None else following.start
        end = min(until, span.end + _AROUND) if len(text) > _LONG else until
        marked = f'<mark class="term">{words.as_html(text[span.start : span.end])}</mark>'
        gap = " … " if start > reached else ""
        pieces += [gap, words.as_html(text[start : span.start]), marked, words.as_html(text[span.end : end])]
        reached = end
    return "".join(
        [*pieces, " …" if spans and reached < len(text) else "", "" if spans else words.as_html(text[:_LONG])]
    )


def _csv(view: View, listed: pd.DataFrame, mark: Mark, others: Sequence[str]) -> bytes:
    sentences = list(find_sentences(view, listed, mark, others))
    articles = view.everything.loc[listed["row"], ["article_id", "headline", "outlet", "published_at"]]
    saved = articles.reset_index(drop=True).assign(
        terms=", ".join([mark.term or "", *others]),
        place=["headline" if one.number < 0 else f"sentence {one.number + 1}" for one in sentences],
        sentence=[one.text for one in sentences],
    )
    return csv_of(saved)
