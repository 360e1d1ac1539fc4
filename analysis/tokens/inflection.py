"""Inflection: which words are forms of one word, as `elections` is of `election` and `protested` of `protest`.

Two words are forms of one word if their Snowball stems (Porter 2001) are the same and they differ by an
inflection alone. The stems by themselves make one of university and universe, of organ and organization.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

# Words that are no form of the word that they look like one of.
_PLURALS = """
    goods customs arms means glasses spirits works headquarters premises grounds remains manners
    economics physics ethics athletics electronics dynamics graphics mechanics logistics classics politics
    analytics aesthetics genetics linguistics characteristics
"""
_NAMES = """
    adams andrews banks brooks burns daniels davids edwards evans fields gates givens hawkins hayes hicks hopkins
    hughes hanks jacobs james jenkins johns jones marks matthews meyers michaels myers owens parks perkins peters
    phillips powers reynolds richards rivers roberts rogers sanders simmons stevens stephens summers walters
    waters watts wells williams woods wales texas paris dallas athens naples marcos rhodes corps frances samuels
    angeles hamas times states nations
"""
_GERUNDS = """
    accounting advertising banking boxing broadcasting clothing counseling engineering evening farming financing
    fishing funding gaming handling housing lighting lodging manufacturing marketing mining morning nursing
    outstanding plumbing pricing programming publishing racing sibling spending surrounding training understanding
    willing
"""
_PARTICIPLES = (
    "advanced based concerned founded founding incoming interested limited naked retired sacred supposed united wicked"
)
_APART = frozenset(f"{_PLURALS} {_NAMES} {_GERUNDS} {_PARTICIPLES}".split())

_SHORTEST_BASE, _SHORTEST_STEM, _LONGEST_ENDING = 3, 3, 3


def bases(words: Collection[str], language: str | None, *, names: bool = False) -> Mapping[str, str]:
    """For each of `words` that is a form of another of them, that other, which is a form of none.

    Args:
        words: distinct folded words of one language.
        language: its ISO 639-1 code; nothing is found in one that Snowball has no stemmer for.
        names: whether they are written with capitals, so that English ones have a plural alone.
    """
    stemmer = _stemmer(language)
    if stemmer is None:
        return {}
    usable = sorted(word for word in words if word.isalpha())
    stems = dict(zip(usable, stemmer.stemWords(usable), strict=True))
    if language != "en":
        return dict(_by_stem(stems))
    found = {word: base for word in usable if (base := _english_base(word, stems, names)) is not None}
    return {word: _root(word, found) for word in found}


@cache
def _stemmer(language: str | None) -> Any:
    import Stemmer  # compiled; a page that shows terms does not need it

    try:
        return Stemmer.Stemmer(language) if language else None
    except KeyError:
        return None


def _root(word: str, found: Mapping[str, str]) -> str:
    while word in found:
        word = found[word]
    return word


def _english_base(word: str, stems: Mapping[str, str], names: bool) -> str | None:
    """The word among `stems` that `word` is a plural, a past or a gerund of."""
    if word in _APART:
        return None
    if word.endswith("men") and (man := f"{word[:-3]}man") in stems:
        return man
    # What has a plural is a noun of its own: a meeting is no form of meet, nor are buildings of build.
    is_noun = word.endswith("ing") and f"{word}s" in stems
    candidates = () if is_noun else _plural_of(word) if names else (*_plural_of(word), *_inflected_from(word))
    return next(
        (c for c in candidates if len(c) >= _SHORTEST_BASE and c in stems and stems[c] == stems[word]),
        None,
    )


def _plural_of(word: str) -> Iterator[str]:
    if word.endswith("s") and not word.endswith("ss"):
        if word.endswith("ies"):
            yield f"{word[:-3]}y"
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]


def _inflected_from(word: str) -> Iterator[str]:
    """What `word` could be the past or the gerund of; `hoped` rather of `hope` than of `hop`."""
    ending = next((ending for ending in ("ed", "ing") if word.endswith(ending)), "")
    if not ending:
        return
    stump = word[: -len(ending)]
    yield f"{stump}e"
    yield stump
    if word.endswith("ied"):
        yield f"{word[:-3]}y"
    if len(stump) > _SHORTEST_BASE and stump[-1] == stump[-2]:
        yield stump[:-1]


def _by_stem(stems: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each word with the shortest of its stem, where it is that word but for a short ending."""
    ranked = sorted((stem, len(word), word) for word, stem in stems.items() if len(stem) >= _SHORTEST_STEM)
    for _, group in groupby(ranked, lambda row: row[0]):
        (_, _, base), *others = group
        for _, length, word in others:
            if word.startswith(base[:-1]) and length - len(base) <= _LONGEST_ENDING:
                yield word, base
