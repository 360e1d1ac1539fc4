"""Quoting: the sentences of articles that show what a report says, cut to the length that it may quote."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.occurrences import Span
from analysis.queries import Near, Phrase
from analysis.steps.sentiment import SENTENCES
from analysis.text_hits import sentence_hits
from analysis.tokens import Sentence
from figures import words
from figures.reading import Reading
from report.asked import Asked
from report.document import Line, Quote, Run

Sought = Sequence[Phrase | Near]

_AROUND = 0.4
_LEAST = 25


def topic_phrases(reading: Reading, topic_id: int) -> Sought:
    """The words of a topic, as something to look for."""
    terms = reading.curated.terms
    return tuple(Phrase(tuple(term.split())) for term in terms.loc[terms["topic_id"] == topic_id, "term"])


def telling(reading: Reading, articles: pd.DataFrame, sought: Sought, asked: Asked, most: int) -> tuple[Quote, ...]:
    """Of the first articles the sentence of each that holds most of what is `sought`, or its first; each text once."""
    found: dict[str, Quote] = {}
    for row, body in reading.bodies(articles.index[: 4 * most].tolist()).items():
        ranked = ranked_sentences(body, sought)
        if ranked:
            sentence, spans = ranked[0]
            text = body[sentence.start : sentence.end]
            found.setdefault(text, Quote(cut(text, spans, asked.longest_quote), source_of(reading, row)))
    return tuple(found.values())[:most]


def ranked_sentences(body: str, sought: Sought) -> list[tuple[Sentence, list[Span]]]:
    """The sentences of `body`, those with most different hits first, then in their order, each with its hits."""

    def _order(one: tuple[Sentence, list[Span]]) -> tuple[int, bool, int]:
        sentence, spans = one
        text = body[sentence.start : sentence.end]
        n_different = len({text[span.start : span.end].casefold() for span in spans})
        return -n_different, len(text) < _LEAST, sentence.start

    return sorted(sentence_hits(body, sought), key=_order)


def strongest(reading: Reading, articles: pd.DataFrame, sign: int, asked: Asked, most: int) -> tuple[Quote, ...]:
    """The sentence that sounds most like `sign`, -1 or 1, of each of the `articles` that sound most so."""
    ranked = articles.sort_values(["polarity", "article_id"], ascending=[sign < 0, True]).drop_duplicates("story_id")
    chosen = ranked.head(most)
    columns = ["article_id", "sentence_number", "start", "end", "polarity"]
    scores = reading.bundle.frame(SENTENCES, columns, [("article_id", "in", chosen["article_id"].tolist())])
    scores = scores.dropna(subset="polarity").assign(strength=sign * scores["polarity"])
    best = scores.sort_values(["strength", "sentence_number"], ascending=[False, True]).drop_duplicates("article_id")
    ends = best.set_index("article_id")[["start", "end"]]
    bodies = reading.bodies(chosen.index.tolist())
    quotes = []
    for row, article_id in chosen["article_id"].items():
        if article_id in ends.index:
            start, end = (int(ends.at[article_id, name]) for name in ("start", "end"))
            quotes.append(Quote(cut(bodies[row][start:end], [], asked.longest_quote), source_of(reading, row)))
    return tuple(quotes)


def cut(text: str, spans: Sequence[Span], most: int) -> Line:
    """`text` with its `spans` marked, cut around the first of them to at most `most` characters."""
    room = most - 2 * len("… ")
    first = max(0, spans[0].start - round(_AROUND * room)) if spans and len(text) > most else 0
    last = min(len(text), first + (room if len(text) > most else most))
    runs, at = [Run("… ")] if first else [], first
    for span in spans:
        if at <= span.start and span.end <= last:
            runs += [Run(text[at : span.start]), Run(text[span.start : span.end], "mark")]
            at = span.end
    runs += [Run(text[at:last]), Run(" …" if last < len(text) else "")]
    return tuple(Run(run.text.replace("\n", " "), run.style) for run in runs if run.text)


def source_of(reading: Reading, row: int) -> str:
    """Whose an article is, of which day, and what it is called."""
    article = reading.everything.loc[row]
    title = reading.titles(reading.everything.loc[[row]])[0]
    return words.listed(words.outlet(article["outlet"]), words.day(article["day"]), f"“{words.shorten(title, 110)}”")
