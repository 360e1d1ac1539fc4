"""Queries: what a reader typed, as a tree, and what that tree finds. `docs/search.md` shows the language by example."""

from analysis.queries.parsing import parse, phrase_of
from analysis.queries.tree import NOTHING, All, Any, Days, Named, Near, Not, Phrase, Query, positive, with_phrase
from analysis.queries.wording import in_words, is_plain

__all__ = [
    "NOTHING",
    "All",
    "Any",
    "Days",
    "Named",
    "Near",
    "Not",
    "Phrase",
    "Query",
    "in_words",
    "is_plain",
    "parse",
    "phrase_of",
    "positive",
    "with_phrase",
]
