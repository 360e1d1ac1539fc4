"""One article for the reader: its text with the marks, its words, its topic and its tone."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.articles import ARTICLES, NOTICES, REMOVED
from analysis.marks import forms_of, phrases_behind
from analysis.occurrences import Span, find_phrases
from analysis.steps.sentiment import SENTENCES, SENTIMENT
from analysis.steps.topics import ARTICLE_TOPICS
from analysis.summaries import terms_of_article
from analysis.text_hits import text_hits
from analysis.tokens import Sentence as TokenSentence
from analysis.tone_places import VOICES
from analysis.topic_model import MAJORITY
from figures import words
from ui import address, copies, course, explained, nearest, noting, tables
from ui.marks import chosen_mark
from ui.reader import Mark, Options, Page, RemovedLine, Sentence, clicked, reader
from ui.view import View

_READER = "reader"
_TERMS_SHOWN = 12
_VOICES = {"headline": "headline", "quoted": "quoted speech", "own-voice": "the reporter’s own voice"}


def show(view: View, row: int) -> None:
    """The article in this row of `articles`, as the address asks for it, with what is known of it."""
    page = build_page(view, row)
    with st.container(horizontal=True, key="reader_options"):
        tone = st.toggle("Tone of each sentence", value=True, key="reader_tone")
        removed = st.toggle(
            f"Removed lines ({len(page.removed):,})",
            value=False,
            key="reader_removed",
            disabled=not page.removed,
        )
    text = address.value("sentence")
    number = int(text) if text.isdecimal() and int(text) < len(page.sentences) else None
    shown = Options(tone=tone, removed=removed and bool(page.removed), sentence=number)
    reader(page, shown, key=_READER, on_sentence=lambda: _choose(page))
    if tone:
        _explain(view, page, number)
    noting.show(view, row)
    copies.show(view, row)
    _about(view, row)
    nearest.show(view, row)


def _choose(page: Page) -> None:
    number = clicked(page, _READER)
    address.put(sentence=None if number is None else str(number))


def _explain(view: View, page: Page, number: int | None) -> None:
    """How the tone runs through the article, and what makes that of the chosen sentence."""
    course.show(view, page, number)
    if number is None:
        st.caption("Click a sentence or a column to see which words make its tone.")
    else:
        start, end, polarity, _ = page.sentences[number]
        explained.show(view, page.body[start:end], polarity)


def build_page(view: View, row: int) -> Page:
    """What the reader is given of the article in this row."""
    article_id = str(view.everything.at[row, "article_id"])
    only = [("article_id", "=", article_id)]
    article = view.bundle.frame(ARTICLES, where=only).iloc[0]
    sentences = view.bundle.frame(SENTENCES, ["start", "end", "polarity", "in_quotes"], only)
    removed = view.bundle.frame(REMOVED, ["body_offset", "text", "reason"], only)
    notices = view.bundle.frame(NOTICES, ["kind", "detail"], only)
    spans = [TokenSentence(int(a), int(b), False) for a, b in zip(sentences["start"], sentences["end"], strict=True)]
    headline = _text(article["headline"])
    in_headline, in_body = text_hits(headline, article["body"], spans, view.sought)
    return Page(
        article_id=article_id,
        headline=headline,
        details=_details(article),
        body=article["body"],
        sentences=tuple(
            Sentence(
                int(s.start),
                int(s.end),
                None if pd.isna(s.polarity) else float(s.polarity),
                bool(s.in_quotes),
            )
            for s in sentences.itertuples(index=False)
        ),
        marks=tuple(_marks(view, article["body"], spans, in_body)),
        headline_marks=tuple(_marks(view, headline or "", [], in_headline)),
        removed=tuple(RemovedLine(int(r.body_offset), r.text, r.reason) for r in removed.itertuples(index=False)),
        notices=tuple(f"{n.kind.capitalize()}: {n.detail}" for n in notices.itertuples(index=False)),
        url=_text(article["url"]),
        language=_text(article["language"]),
    )


def _details(article: pd.Series) -> tuple[str, ...]:
    known = [_text(article["outlet"]), _text(article["byline"]), words.day(article["published_at"])]
    return (*filter(None, known), words.count(int(article["n_words"]), "word"))


def _marks(view: View, text: str, sentences: list[TokenSentence], hits: list[Span]) -> list[Mark]:
    """Where the chosen term, in any of its forms, or words of the reader's own, and the `hits` of the search stand."""
    found = [(span, "hit") for span in hits]
    mark = chosen_mark()
    if mark is not None and mark.kind == "term":
        forms = [form.split() for form in forms_of(view.bundle, mark.value)]
        found += [(span, "term") for span in find_phrases(text, forms, sentences)]
    elif mark is not None:
        pieces = sentences or [TokenSentence(0, len(text), False)]
        found += [(span, "term") for span in text_hits(None, text, pieces, phrases_behind(view.bundle, mark))[1]]
    return [Mark(span.start, span.end, kind) for span, kind in sorted(found)]


def _about(view: View, row: int) -> None:
    """Its topic and tone in a sentence, and its own words: the most frequent and the most telling."""
    article = view.everything.loc[row]
    st.markdown(f"**Topic** {_topic(view, row)}  \n**Tone** {_tone(view, str(article['article_id']))}")
    terms = terms_of_article(view.bundle, row)
    frequent, telling = st.columns(2)
    with frequent, st.container(key="most_frequent"):
        st.markdown("**Most frequent words**", help="How often the headline and body of this article hold them.")
        _terms(terms, view)
    with telling, st.container(key="most_telling"):
        st.markdown(
            "**Most telling words**",
            help="Those that this article uses more than the others do: log-likelihood ratio G² (Dunning 1993).",
        )
        _terms(terms.sort_values(["g2", "term"], ascending=[False, True]), view, with_g2=True)


def _topic(view: View, row: int) -> str:
    topic = int(view.everything.at[row, "topic_id"])
    only = [("article_id", "=", str(view.everything.at[row, "article_id"]))]
    columns = ["weight", "agreement", "second_topic_id", "second_weight"]
    found = view.bundle.frame(ARTICLE_TOPICS, columns, only).iloc[0]
    if topic < 0:
        return f"none: {_why_none(found['agreement'])}"
    second = found["second_topic_id"]
    # Of topics that the reader put together the second-best may be the same.
    others = [] if pd.isna(second) else [one for one in view.curated.live([int(second)]) if one != topic]
    said = f"{view.topic_names[topic]}: resemblance {words.ratio(found['weight'])}"
    if others and others[0] in view.topic_names:
        said += f"; next nearest {view.topic_names[others[0]]}: {words.ratio(found['second_weight'])}"
    return words.plain(f"{said} (cosine to the middle of the topic, at most 1)")


def _why_none(agreement: float) -> str:
    """Why an article has no topic; `agreement` is the most of the trial groupings that have it in one."""
    if pd.isna(agreement):
        return "it holds no word that topics are made of"
    if agreement <= MAJORITY:
        return f"it fits nowhere, only {words.share(agreement)} of the trial groupings have it in one topic"
    return "it fits nowhere, its words are too unlike those of every topic"


def _tone(view: View, article_id: str) -> str:
    found = view.bundle.frame(SENTIMENT, where=[("article_id", "=", article_id)]).iloc[0]
    if pd.isna(found["polarity"]):
        return "not scored: too few sentences to judge by, or a language that is not scored"
    shares = f"{words.share(found['positive_share'])} positive, {words.share(found['negative_share'])} negative"
    scored = words.count(int(found["n_scored"]), "sentence")
    spread = "" if pd.isna(found["polarity_spread"]) else f", spread {words.ratio(found['polarity_spread'])}"
    voices = ", ".join(f"{name} {words.tone(found[VOICES[voice]])}" for voice, name in _VOICES.items())
    return f"{words.tone(found['polarity'])}, the mean of {scored} ({shares}; −1 to +1{spread}): {voices}"


def _terms(terms: pd.DataFrame, view: View, *, with_g2: bool = False) -> None:
    shown = terms.head(_TERMS_SHOWN)
    columns = {"written": "Word", "n_here": "Here", "n_occurrences": "In all"} | ({"g2": "G²"} if with_g2 else {})
    tables.show(
        shown[list(columns)].rename(columns=columns),
        key=f"terms_{'telling' if with_g2 else 'frequent'}",
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
