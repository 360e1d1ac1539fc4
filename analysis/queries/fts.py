"""The expression of SQLite's FTS5 that finds a phrase."""

from __future__ import annotations

from analysis.queries.tree import Phrase


def expression(phrase: Phrase) -> str:
    """What FTS5 understands as `phrase`, of one word or more.

    Every word is quoted, so that AND, *, - and the like are ordinary text.
    """
    # A folded word holds no quotation mark; should one ever, the expression stays whole.
    words = " ".join(phrase.words).replace('"', "")
    column = f"{phrase.column} : " if phrase.column else ""
    return f'{column}"{words}"{"*" if phrase.is_prefix else ""}'
