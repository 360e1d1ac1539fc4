"""How a query was understood, in words."""

from __future__ import annotations

from analysis.queries.tree import NOTHING, All, Days, Named, Near, Not, Phrase, Query

_FIELDS = {"headline": " in the headline", "body": " in the body"}


def is_plain(query: Query) -> bool:
    """Whether it is words and phrases alone, which need no explanation."""
    parts = query.parts if isinstance(query, All) else (query,)
    return all(isinstance(part, Phrase) and not part.is_prefix and not part.column for part in parts)


def in_words(query: Query) -> str:
    """What `query` asks for, as a person would say it: "“flood” and (“storm” or “gale”), but not “insurance”".

    Empty for one without a part.
    """
    if query == NOTHING:
        return ""
    return _said(query, inside=False)


def _said(query: Query, *, inside: bool = True) -> str:
    if isinstance(query, Phrase):
        return _phrase(query)
    if isinstance(query, Near):
        phrases = " and ".join(_phrase(Phrase(one.words, one.is_prefix)) for one in query.phrases)
        return f"{phrases} within {query.distance:,} words{_FIELDS.get(query.phrases[0].column, '')}"
    if isinstance(query, Named):
        return f"{query.field} “{query.text}{'…' if query.is_prefix else ''}”"
    if isinstance(query, Days):
        return _days(query)
    if isinstance(query, Not):
        return f"not {_said(query.part)}"
    said = _all(query) if isinstance(query, All) else " or ".join(map(_said, query.parts))
    return f"({said})" if inside else said


def _all(query: All) -> str:
    wanted = " and ".join(_said(part) for part in query.parts if not isinstance(part, Not))
    unwanted = [_said(part.part) for part in query.parts if isinstance(part, Not)]
    if not wanted:
        return f"neither {' nor '.join(unwanted)}"
    return f"{wanted}, but not {' or '.join(unwanted)}" if unwanted else wanted


def _phrase(phrase: Phrase) -> str:
    return f"“{' '.join(phrase.words)}{'…' if phrase.is_prefix else ''}”{_FIELDS.get(phrase.column, '')}"


def _days(days: Days) -> str:
    if days.first and days.last:
        return f"on {days.first}" if days.first == days.last else f"from {days.first} to {days.last}"
    return f"from {days.first}" if days.first else f"to {days.last}"
