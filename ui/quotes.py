"""Quotes: the sentence of each listed article that shows why it is listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from analysis.marks import Mark, phrases_behind
from analysis.occurrences import Span
from analysis.queries import Near, Phrase
from analysis.steps.sentiment import SENTENCES
from analysis.text_hits import sentence_hits
from analysis.tone_places import part_of
from figures import words
from ui.view import View

_LONGEST = 260


class Quote(NamedTuple):
    """A sentence of an article: its number, its text, where in it the sought words stand.

    `is_telling` says whether it was sought, or is just the article's first.
    """

    number: int
    text: str
    spans: list[Span]
    is_telling: bool


def of_articles(view: View, articles: pd.DataFrame, bodies: dict[int, str], mark: Mark | None) -> dict[int, Quote]:
    """A quote by article row, for those that have a sentence.

    It is the first sentence with the chosen term or the words that were searched for; for a tone, a voice or a tenth
    of the text the one that sounds most like it; else the first.
    """
    if articles.empty:
        return {}
    if mark is not None and mark.kind in ("tone", "voice", "part"):
        return _strongest(view, articles, bodies, mark)
    sought = phrases_behind(view.bundle, mark) if mark else ()
    found = {row: find_quote(body, sought or view.sought) for row, body in bodies.items()}
    return {row: quote for row, quote in found.items() if quote is not None}


def find_quote(body: str, sought: Sequence[Phrase | Near]) -> Quote | None:
    """The first sentence of `body` with a hit of `sought`, or else its first; None for an empty body."""
    sentences = sentence_hits(body, sought)
    is_found = any(inside for _, inside in sentences)
    for number, (sentence, inside) in enumerate(sentences):
        if inside or not is_found:
            return Quote(number, body[sentence.start : sentence.end], inside, bool(inside))
    return None


def as_html(quote: Quote | None) -> str:
    """A quote with its spans marked, cut around the first of them if it is long; nothing for none."""
    if quote is None:
        return ""
    text, spans = quote.text, quote.spans
    first = max(0, spans[0].start - _LONGEST // 2) if spans and len(text) > _LONGEST else 0
    last = min(len(text), first + _LONGEST)
    pieces, at = ["… " if first else ""], first
    for span in spans:
        if span.end <= last:
            marked = words.as_html(text[span.start : span.end])
            pieces += [words.as_html(text[at : span.start]), f'<mark class="term">{marked}</mark>']
            at = span.end
    return "".join([*pieces, words.as_html(text[at:last]), " …" if last < len(text) else ""])


def _strongest(view: View, articles: pd.DataFrame, bodies: dict[int, str], mark: Mark) -> dict[int, Quote]:
    """The sentence of each article that sounds most like `mark`, a tone, a voice or a tenth of the text."""
    columns = ["article_id", "sentence_number", "start", "end", "polarity", "in_quotes"]
    ids = articles["article_id"].tolist()
    scores = view.bundle.frame(SENTENCES, columns, [("article_id", "in", ids)])
    scores = scores[_speaks_of(scores, mark)].dropna(subset="polarity")
    scores["strength"] = _strength(scores["polarity"], mark)
    best = scores.sort_values(["article_id", "strength", "sentence_number"], ascending=[True, False, True])
    best = best.drop_duplicates("article_id").set_index("article_id")
    found = {}
    for row, article_id in articles["article_id"].items():
        if article_id in best.index:
            number, start, end = (int(best.at[article_id, name]) for name in ("sentence_number", "start", "end"))
            found[row] = Quote(number, bodies[row][start:end], [], True)
    return found


def _speaks_of(sentences: pd.DataFrame, mark: Mark) -> pd.Series[bool]:
    """Which of `sentences` stand where `mark` says; all for a tone, and for headlines, which are no sentences."""
    if mark.kind == "part":
        parts = part_of(sentences, pd.factorize(sentences["article_id"])[0])
        return pd.Series(parts.astype(str) == mark.value, sentences.index)
    if mark.value in ("quoted", "own-voice"):
        return sentences["in_quotes"] == (mark.value == "quoted")
    return pd.Series(True, sentences.index)


def _strength(polarities: pd.Series[float], mark: Mark) -> pd.Series[float]:
    """What a sentence of `mark` is chosen by: the way its tone points, or how far it is from none."""
    if mark.kind == "tone":
        return -polarities if mark.value.startswith("-") else polarities
    return polarities.abs()
