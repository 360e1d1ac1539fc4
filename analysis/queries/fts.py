"""The expression of SQLite's FTS5 for what it can say of a query."""

from __future__ import annotations

from collections.abc import Callable

from analysis.queries.tree import All, Any, Near, Not, Phrase, Query

# The time that FTS5 takes grows with the square of the phrases in a query.
_AT_ONCE = 200


def expression(query: Query) -> str | None:
    """The FTS5 query that means the same as `query`; None where it has none, or a slow one.

    Every word is quoted, so that AND, *, - and the like are ordinary text.
    """
    return _expression(query) if _size(query) <= _AT_ONCE else None


def _size(query: Query) -> int:
    """How many phrases `query` has."""
    if isinstance(query, All | Any):
        return sum(map(_size, query.parts))
    if isinstance(query, Not):
        return _size(query.part)
    return len(query.phrases) if isinstance(query, Near) else 1


def _expression(query: Query) -> str | None:
    write = _WRITERS.get(type(query))
    return write(query) if write else None


def _phrase(query: Query) -> str:
    assert isinstance(query, Phrase)
    return f"{_column(query)}{_quoted(query)}"


def _near(query: Query) -> str:
    assert isinstance(query, Near)
    phrases = " ".join(map(_quoted, query.phrases))
    return f"{_column(query.phrases[0])}NEAR({phrases}, {query.distance})"


def _all(query: Query) -> str | None:
    assert isinstance(query, All)
    wanted = [_expression(part) for part in query.parts if not isinstance(part, Not)]
    unwanted = [_expression(part.part) for part in query.parts if isinstance(part, Not)]
    if not wanted:
        return None
    found = _joined(" AND ", wanted)
    return found if not unwanted or found is None else _joined(" NOT ", [found, _joined(" OR ", unwanted)])


def _any(query: Query) -> str | None:
    assert isinstance(query, Any)
    return _joined(" OR ", [_expression(part) for part in query.parts])


def _joined(sign: str, parts: list[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return f"({sign.join(known)})" if len(known) == len(parts) else None


def _quoted(phrase: Phrase) -> str:
    # A folded word holds no quotation mark; should one ever, the expression stays whole.
    words = " ".join(phrase.words).replace('"', "")
    return f'"{words}"{"*" if phrase.is_prefix else ""}'


def _column(phrase: Phrase) -> str:
    return f"{phrase.column} : " if phrase.column else ""


_WRITERS: dict[type, Callable[[Query], str | None]] = {Phrase: _phrase, Near: _near, All: _all, Any: _any}
