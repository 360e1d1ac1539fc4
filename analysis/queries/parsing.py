"""From what was typed to the tree of a query. What makes no sense as a sign is text: no text is an error."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from analysis.queries.tree import NOTHING, All, Any, Days, Named, Near, Not, Phrase, Query
from analysis.tokens import fold, word_list

# Nobody types more; what is pasted is cut here, between words.
LONGEST = 10_000

# Brackets within more brackets than this are none.
_DEEPEST = 20

# How far apart NEAR lets words be if nothing is said, and at most.
_NEAR = 10
_FARTHEST = 1_000

# `a*` would be most of all words.
_SHORTEST_PREFIX = 2

FIELDS = {
    "headline": "headline",
    "title": "headline",
    "body": "body",
    "text": "body",
    "outlet": "outlet",
    "source": "outlet",
    "byline": "byline",
    "author": "byline",
    "date": "date",
    "after": "after",
    "before": "before",
}

_TOKEN = re.compile(
    r"""NEAR\((?P<near>[^()]*)\)
    |(?P<bracket>[()])
    |(?P<minus>(?<![^\s(])-(?=[^\s-]))
    |(?<![^\s(\-])(?P<field>[A-Za-z]{4,8}):(?=[^\s:])
    |["“”„](?P<quoted>[^"“”„]*)(?:["“”„](?P<star>\*)?)?
    |(?P<word>[^\s"“”„()]+)""",
    re.VERBOSE,
)
_NEAR_SIGN = re.compile(r"NEAR(?:/(\d{1,4}))?")
_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


class _Token(NamedTuple):
    """`kind` is "(", ")", "-", "field", "near", "text" or, for what may be a sign, "AND", "OR", "NOT" or "NEAR"."""

    kind: str
    text: str
    is_prefix: bool = False


def parse(typed: str) -> Query:
    """The query that `typed` means; one that finds nothing for a text without a word.

    Words stand for themselves, folded, and all must be there. `"…"` is a phrase, `OR` between two an alternative, `-`
    or `NOT` before one an exclusion, `*` after one (of two letters or more) a beginning, `NEAR(a b, 5)` or `a NEAR/5 b`
    words near each other, brackets hold together, and `headline:`, `body:`, `outlet:`, `byline:`, `date:`, `after:` and
    `before:` say where to look. All else is text. What is over LONGEST characters is left out.
    """
    if len(typed) > LONGEST:
        typed = typed[: LONGEST + 1].rpartition(" ")[0] or typed[:LONGEST]
    return _Parser(list(_tokens(typed))).query()


def phrase_of(text: str) -> Phrase:
    """The phrase of the words of `text`, whatever signs are in it; one of no words for a text without."""
    return Phrase(tuple(fold(word) for word in word_list(text)))


def _tokens(typed: str) -> Iterator[_Token]:
    before = ""
    for found in _TOKEN.finditer(typed):
        for token in _read(found, after_field=before == "field"):
            yield token
            before = token.kind


def _read(found: re.Match[str], *, after_field: bool) -> Iterator[_Token]:
    kind = found.lastgroup or "quoted"
    text = found[kind] if kind != "star" else found["quoted"]
    if kind == "near":
        yield from _near(text)
    elif kind == "bracket":
        yield _Token(text, text)
    elif kind == "minus":
        yield _Token("-", text)
    elif kind == "field":
        if text.lower() in FIELDS and not after_field:
            yield _Token("field", FIELDS[text.lower()])
        else:
            yield from _text(text)
    elif kind in ("quoted", "star"):
        yield from _text(text, is_prefix=kind == "star")
    elif text in ("AND", "OR", "NOT") or _NEAR_SIGN.fullmatch(text):
        yield _Token(text.partition("/")[0], text)
    else:
        yield from _text(text, is_prefix=text.endswith("*"))


def _text(text: str, *, is_prefix: bool = False) -> Iterator[_Token]:
    """A token of `text` if it holds a word."""
    if word_list(text):
        yield _Token("text", text, is_prefix)


def _near(inside: str) -> Iterator[_Token]:
    """One token for what stands in the brackets of NEAR; its words, if they are no two phrases."""
    phrases, _ = _near_parts(inside)
    if len(phrases) > 1:
        yield _Token("near", inside)
    else:
        yield from _text("NEAR")
        yield from _tokens(inside)


def _near_parts(inside: str) -> tuple[tuple[Phrase, ...], int]:
    before, comma, number = inside.rpartition(",")
    number = number.strip()
    is_number = bool(comma) and number.isdecimal() and len(number) < 5
    tokens = [one for one in _tokens(before if is_number else inside) if one.kind == "text"]
    phrases = tuple(dict.fromkeys(_phrase(one, "") for one in tokens))
    return phrases, min(int(number), _FARTHEST) if is_number else _NEAR


def _phrase(token: _Token, column: str) -> Phrase:
    words = tuple(fold(word) for word in word_list(token.text))
    stem = token.text.rstrip("*")
    may_go_on = token.is_prefix and stem[-1:].isalnum() and len(words[-1]) >= _SHORTEST_PREFIX
    return Phrase(words, may_go_on, column)


class _Parser:
    """Reads tokens from left to right; `or` holds its sides less closely together than standing side by side does."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def query(self) -> Query:
        found: list[Query] = []
        while self.at < len(self.tokens):
            part = self._either("")
            found += [part] if part is not None else []
            if self._kind() == ")":  # opened nowhere
                self.at += 1
        return _joined(All, found) or NOTHING

    def _kind(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""

    def _begins(self, ahead: int) -> bool:
        """Whether something to look for begins there."""
        while self._kind(ahead) in ("-", "NOT"):
            ahead += 1
        return self._kind(ahead) in ("text", "(", "field", "near", "AND", "OR", "NEAR")

    def _either(self, field: str) -> Query | None:
        sides: list[Query] = []
        while True:
            side = self._together(field)
            sides += [side] if side is not None else []
            if self._kind() != "OR":
                return _joined(Any, sides)
            self.at += 1

    def _together(self, field: str) -> Query | None:
        parts: list[Query] = []
        while kind := self._kind():
            if kind == ")":
                break
            if kind == "OR" and parts and self._begins(1):
                break
            if kind == "AND" and parts and self._begins(1):
                self.at += 1
                continue
            part = self._one(field)
            parts += [part] if part is not None else []
        return _joined(All, parts)

    def _one(self, field: str) -> Query | None:
        excluded = False
        while self._kind() == "-" or (self._kind() == "NOT" and self._begins(1)):
            excluded = not excluded
            self.at += 1
        part = self._chain(field)
        return Not(part) if part is not None and excluded else part

    def _chain(self, field: str) -> Query | None:
        """One thing to look for, or several phrases with NEAR between them."""
        part = self._primary(field)
        phrases, distance = [part], _FARTHEST
        while isinstance(part, Phrase) and self._kind() == "NEAR" and self._kind(1) == "text":
            stated = _NEAR_SIGN.fullmatch(self.tokens[self.at].text)
            distance = min(distance, int(stated[1]) if stated and stated[1] else _NEAR)
            self.at += 1
            phrases.append(self._primary(field))
        found = tuple(dict.fromkeys(one for one in phrases if isinstance(one, Phrase)))
        return Near(found, distance) if len(found) > 1 else part

    def _primary(self, field: str) -> Query | None:
        token = self.tokens[self.at] if self.at < len(self.tokens) else _Token(")", "")
        if token.kind == ")":
            return None
        self.at += 1
        if token.kind == "(":
            return self._bracket(field)
        if token.kind == "field":
            return self._primary(token.text) if self._kind() in ("text", "(", "near") else _leaf(token, field)
        if token.kind == "near":
            phrases, distance = _near_parts(token.text)
            column = field if field in ("headline", "body") else ""
            return Near(tuple(Phrase(one.words, one.is_prefix, column) for one in phrases), distance)
        return _leaf(token, field) if word_list(token.text) else None

    def _bracket(self, field: str) -> Query | None:
        if self.depth == _DEEPEST:
            return None
        self.depth += 1
        found = self._either(field)
        self.depth -= 1
        if self._kind() == ")":
            self.at += 1
        return found


def _joined(kind: type[All] | type[Any], parts: list[Query]) -> Query | None:
    """`parts` together, each once; the part itself where it is one, None where there is none."""
    different = tuple(dict.fromkeys(parts))
    return kind(different) if len(different) > 1 else next(iter(different), None)


def _leaf(token: _Token, field: str) -> Query:
    if field in ("headline", "body", ""):
        return _phrase(token, field)
    if field in ("outlet", "byline"):
        return Named(field, fold(" ".join(token.text.rstrip("*").split())), token.is_prefix)
    return _days(field, token.text) or _phrase(_Token("text", f"{field} {token.text}"), "")


def _days(field: str, text: str) -> Days | None:
    """The days that `text` means; None for no sense.

    `after` begins with the first of them, `before` ends before it.
    """
    first, dots, last = text.partition("..")
    ends = [_period(end) if end else None for end in (first, last or ("" if dots else first))]
    begins, finishes = ends
    if (first and not begins) or (last and not finishes) or not (begins or finishes):
        return None
    if field == "after":
        return Days(begins[0], None) if begins and not dots else None
    if field == "before":
        return Days(None, begins[0] - timedelta(days=1)) if begins and not dots and begins[0] > date.min else None
    return Days(begins[0] if begins else None, finishes[1] if finishes else None)


def _period(text: str) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    found = _DAY.fullmatch(text) if text.isascii() else None
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        end_month = month or 12
        return first, date(year or 0, end_month, day or monthrange(year or 1, end_month)[1])
    except ValueError:
        return None
