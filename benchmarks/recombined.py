"""Recombined articles: as many as are wanted, made from the sentences of real and of invented ones.

Only their statistics are those of news. An article takes its sentences from twenty articles that stand together, its
names from a vocabulary without end whose ranks follow Zipf's law (so that new words keep coming, as Heaps' law says),
and its numbers from nowhere. Two in a hundred are near copies of one of the last few hundred. The same arguments give
the same articles, in every process.
"""

from __future__ import annotations

import json
import random
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import numpy as np

from analysis.articles import Item
from analysis.cleaning import clean
from analysis.sources import Sources, read_items
from analysis.tokens import split_sentences

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "articles"
NEWS = ROOT.parent / "shared" / "data" / "news.jsonl"

WORDS = 380
"""The mean number of words of an article."""

_SPREAD = 0.45
_ARTICLES_A_THEME = 20
_CAST = 12
_ZIPF = 1.1
_MOST_NAMES = 1 << 40
_COPIES, _RECENT = 0.02, 300
_FURNITURE_SHARE = 0.5
_OUTLETS = 12
_FIRST_DAY, _DAYS = date(2023, 1, 1), 1_000
_SYLLABLES = tuple(a + b for a in ("b", "d", "f", "k", "l", "m", "n", "p", "r", "s", "t", "v") for b in "aeiou")
# Names stand amid a sentence, with a capital; numbers are of two digits or more.
_SLOT = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b|\d\d+")
_FURNITURE = (
    "Sign up for the {outlet} newsletter",
    "Share this article on Facebook",
    "Read more from {outlet}: the best of the week",
    "Advertisement",
    "© {outlet}. All rights reserved.",
    "Follow {outlet} on Twitter",
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence cut at its names and numbers: literal parts, with a slot after each but the last."""

    parts: tuple[str, ...]
    is_name: tuple[bool, ...]
    n_words: int


@dataclass(frozen=True, slots=True)
class _Theme:
    headlines: tuple[str, ...]
    sentences: tuple[_Sentence, ...]


def write_articles(path: Path, n_articles: int, words: int = WORDS, *, first: int = 0) -> None:
    """Write `n_articles`, from that of number `first`, to the JSON lines file `path`, one after the other."""
    with path.open("w", encoding="utf-8") as out:
        for article in islice(articles(words), first, first + n_articles):
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


def articles(words: int = WORDS, sources: Sequence[Path] | None = None) -> Iterator[dict[str, str]]:
    """Articles without end, of `words` words in the mean: a log-normal length, as in newspapers."""
    chance = random.Random(0)  # noqa: S311 - nothing secret
    names = _names()
    themes = _themes(sources or [path for path in (SEEDS, NEWS) if path.exists()])
    recent: deque[dict[str, str]] = deque(maxlen=_RECENT)
    number = 0
    while True:
        if recent and chance.random() < _COPIES:
            article = _copy(chance, chance.choice(recent))
        else:
            theme = themes[min(int(chance.expovariate(6 / len(themes))), len(themes) - 1)]
            length = words * chance.lognormvariate(-_SPREAD * _SPREAD / 2, _SPREAD)
            article = _article(chance, theme, list(islice(names, _CAST)), length)
            recent.append(article)
        yield {"id": f"a{number:07}", **article}
        number += 1


def _names() -> Iterator[str]:
    """Names without end; that of rank r comes about as often as 1 / r to the power of 1.1."""
    numbers = np.random.default_rng(0)
    while True:
        yield from map(_name, numbers.zipf(_ZIPF, 4096).clip(max=_MOST_NAMES).tolist())


def _name(rank: int) -> str:
    """The name of a rank: its digits as syllables, at least two."""
    syllables = []
    rank += len(_SYLLABLES)
    while rank:
        rank, digit = divmod(rank, len(_SYLLABLES))
        syllables.append(_SYLLABLES[digit])
    return "".join(syllables).capitalize()


def _themes(sources: Sequence[Path]) -> list[_Theme]:
    """What the articles at `sources` say, twenty at a time."""
    items = [item for item in read_items(sources, Sources()) if isinstance(item, Item)]
    groups = (items[start : start + _ARTICLES_A_THEME] for start in range(0, len(items), _ARTICLES_A_THEME))
    return [theme for theme in map(_theme, groups) if theme.sentences]


def _theme(items: Sequence[Item]) -> _Theme:
    cleaned = [clean(item.text, headline=item.headline, taken=item.taken) for item in items]
    texts = [" ".join(one.body[s.start : s.end].split()) for one in cleaned for s in split_sentences(one.body)]
    headlines = tuple(one.headline for one in cleaned if one.headline)
    return _Theme(headlines or ("Untitled",), tuple(map(_cut, texts)))


def _cut(text: str) -> _Sentence:
    slots = _SLOT.findall(text)
    return _Sentence(tuple(_SLOT.split(text)), tuple(slot.isalpha() for slot in slots), text.count(" ") + 1)


def _article(chance: random.Random, theme: _Theme, cast: Sequence[str], length: float) -> dict[str, str]:
    outlet = f"The {_name(chance.randrange(_OUTLETS) + 7)} Post"
    parts: list[str] = []
    n_words = 0
    while n_words < length:
        sentence = chance.choice(theme.sentences)
        parts += (_filled(chance, sentence, cast), "\n\n" if chance.random() < 0.4 else " ")
        n_words += sentence.n_words
    body = "".join(parts).strip()
    if chance.random() < _FURNITURE_SHARE:
        body += "\n\n" + "\n".join(line.format(outlet=outlet) for line in chance.sample(_FURNITURE, 2))
    published = _FIRST_DAY + timedelta(chance.randrange(_DAYS))
    headline = f"{cast[0]}: {chance.choice(theme.headlines)}"
    return {"title": headline, "source": outlet, "date": published.isoformat(), "text": body}


def _filled(chance: random.Random, sentence: _Sentence, cast: Sequence[str]) -> str:
    text = sentence.parts[0]
    for is_name, part in zip(sentence.is_name, sentence.parts[1:], strict=True):
        # The first of the cast are named most.
        filler = (
            cast[int(chance.random() * chance.random() * len(cast))] if is_name else str(chance.randrange(10, 3000))
        )
        text += filler + part
    return text


def _copy(chance: random.Random, article: dict[str, str]) -> dict[str, str]:
    """The article as another outlet has it: a paragraph less, and a word changed in the others."""
    paragraphs = article["text"].split("\n\n")
    if len(paragraphs) > 3:
        paragraphs.pop(chance.randrange(1, len(paragraphs)))
    text = "\n\n".join(paragraphs).replace(" said", " told us", 1)
    return {**article, "source": f"The {_name(chance.randrange(_OUTLETS) + 7)} Post", "text": text}
