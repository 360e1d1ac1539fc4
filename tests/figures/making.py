"""What the tests of `figures` are made of: a reading of a bundle, and all figures that there are."""

from collections.abc import Iterator

from analysis.bundle import Bundle
from analysis.curation import Curation
from analysis.marks import Mark
from analysis.selection import Selection
from figures import (
    article_map,
    company,
    groups,
    own_words,
    published,
    spread,
    stories,
    term_tables,
    terms,
    tone,
    topic_numbers,
    topics,
)
from figures.apart import apart
from figures.figure import Drawn, Figure
from figures.reading import Reading, open_reading


def reading_of(bundle: Bundle, **params: list[str]) -> Reading:
    """What the parameters of an address select of `bundle`."""
    return open_reading(bundle, Curation(), Selection.from_params(params))


def all_drawn(reading: Reading, term: str) -> Iterator[Drawn]:
    """Every figure of `reading`, those of terms about `term`; or why it is missing."""
    yield published.published(reading)
    yield from (topics.sizes(reading), topics.over_time(reading), topic_numbers.numbers(reading))
    yield terms.names_and_phrases(reading, most=12)
    for draw in (tone.distribution, tone.by_outlet, tone.by_topic, tone.over_time, tone.by_voice, tone.along):
        yield draw(reading)
    yield from (stories.carried(reading), stories.pairs(reading))
    yield own_words.own_words(reading, [term], "share", "week")
    yield article_map.article_map(reading)
    yield from _of_groups(reading)
    yield from _of_term(reading, Mark("forms", term))


def all_figures(reading: Reading, term: str) -> list[Figure]:
    """Those of `all_drawn` that are not missing."""
    return [drawn for drawn in all_drawn(reading, term) if isinstance(drawn, Figure)]


def _of_groups(reading: Reading) -> Iterator[Drawn]:
    first = next((Mark.parse(mark) for mark in groups.known(reading)), None)
    if first is not None:
        yield apart(reading, groups.pair_of(reading, first, None))


def _of_term(reading: Reading, mark: Mark) -> Iterator[Drawn]:
    found = reading.behind(mark)
    yield spread.spread(reading, found.assign(n_occurrences=1.0), mark)
    network = term_tables.network_of(reading, found, mark, (), within="sentence", news_words=False)
    yield company.company(network, mark)
