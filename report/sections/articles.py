"""Articles: those that were chosen, or one that stands for each topic, with the sentences that tell why."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analysis.occurrences import Span
from analysis.steps.topics import ARTICLE_TOPICS
from analysis.tokens import Sentence
from analysis.topic_examples import examples_among
from figures import words
from figures.reading import Reading
from report.asked import Asked
from report.document import Article, Block, Paragraph, Quote, Run, plain
from report.quoting import Sought, cut, ranked_sentences, topic_phrases
from report.sections.part import Part

MOST_CHOSEN = 20
_EXAMPLES = 6
_MARKED = 3
_NONE = "No article was chosen, and none is selected."
_UNKNOWN = "Not in this collection: {}."


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    articles = chosen_articles(reading, asked)
    missing = [key for key in asked.articles if key not in set(articles["article_id"])]
    if missing:
        yield Paragraph(plain(_UNKNOWN.format(", ".join(map(words.isolated, missing)))))
    if articles.empty:
        yield Paragraph(plain(_NONE))
        return
    if not asked.articles:
        yield Paragraph(plain(_why(reading, len(articles))), "lead")
    bodies, titles = reading.bodies(articles.index.tolist()), reading.titles(articles)
    is_whole = asked.with_text and bool(asked.articles)
    for title, (row, article) in zip(titles, articles.iterrows(), strict=True):
        # Sentences that follow each other would be one long quotation.
        most = _MARKED if asked.with_text else 1
        ranked = ranked_sentences(bodies[row], _sought(reading, article))[:most]
        told = _whole(bodies[row], ranked) if is_whole else _passages(ranked, bodies[row], asked)
        yield Article(title, _about(reading, article), tuple(told))


def chosen_articles(reading: Reading, asked: Asked) -> pd.DataFrame:
    """The articles that are asked for, in that order, selected or not; else the most typical one of each topic."""
    if asked.articles:
        rows = reading.everything.set_index("article_id", drop=False)
        wanted = [key for key in dict.fromkeys(asked.articles) if key in rows.index][:MOST_CHOSEN]
        return reading.everything.loc[_rows_of(reading, wanted)]
    topics = reading.topics[(reading.topics["topic_id"] >= 0) & (reading.topics["n_articles"] > 0)]
    if topics.empty:
        return reading.articles.sort_values(["day", "article_id"]).head(_EXAMPLES)
    fits = reading.articles.join(reading.bundle.frame(ARTICLE_TOPICS, ["weight"]))
    examples = reading.curated.examples.sort_values("rank", kind="stable")["article_id"]
    found = [examples_among(fits[fits["topic_id"] == topic], examples, 1) for topic in topics["topic_id"]]
    return pd.concat(found[:_EXAMPLES])


def _rows_of(reading: Reading, ids: list[str]) -> list[int]:
    places = dict(zip(reading.everything["article_id"], reading.everything.index, strict=True))
    return [places[article_id] for article_id in ids]


def _why(reading: Reading, number: int) -> str:
    if reading.topics.empty:
        return f"The first {words.count(number, 'article')} by date."
    return f"{words.count(number, 'article')}, each the most typical of its topic among those selected."


def _sought(reading: Reading, article: pd.Series) -> Sought:
    """What makes a sentence of an article telling: the words that were searched for, or those of its topic."""
    return reading.sought or topic_phrases(reading, int(article["topic_id"]))


def _about(reading: Reading, article: pd.Series) -> str:
    known = [words.outlet(article["outlet"]), words.day(article["day"])]
    known += [article["byline"]] if isinstance(article["byline"], str) else []
    known += [reading.topic_names.get(int(article["topic_id"]), "?")] if article["topic_id"] >= 0 else []
    known += [words.count(int(article["n_words"]), "word"), f"tone {words.tone(article['polarity'])}"]
    return words.listed(*known)


def _passages(ranked: list[tuple[Sentence, list[Span]]], body: str, asked: Asked) -> Iterator[Quote]:
    for sentence, spans in sorted(ranked):
        yield Quote(cut(body[sentence.start : sentence.end], spans, asked.longest_quote))


def _whole(body: str, ranked: list[tuple[Sentence, list[Span]]]) -> Iterator[Paragraph]:
    """The paragraphs of `body`, the telling sentences marked."""
    marked = sorted((sentence.start, sentence.end) for sentence, spans in ranked if spans)
    start = 0
    for text in body.split("\n"):
        end = start + len(text)
        if text.strip():
            yield Paragraph(tuple(_runs(body, start, end, marked)))
        start = end + 1


def _runs(body: str, start: int, end: int, marked: list[tuple[int, int]]) -> Iterator[Run]:
    at = start
    for first, last in marked:
        first, last = max(first, at), min(last, end)
        if first < last:
            yield from (Run(body[at:first]), Run(body[first:last], "mark"))
            at = last
    yield Run(body[at:end])


PART = Part("articles", "Articles", _write)
