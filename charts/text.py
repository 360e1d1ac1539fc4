"""Text: how wide it is, and how it breaks into lines, known before anything is drawn."""

import re
import unicodedata
from functools import lru_cache

_THIN = frozenset("iljI.,:;'|! \u00a0\u2019")
_SLIM = frozenset('tfr()[]{}/\\-*"\u201c\u201d')
_BROAD = frozenset("mwMW@%&")
_BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_ALL = 1_000
_ELLIPSIS = "\u2026"


def one_line(value: object) -> str:
    """`value` as a line of text: runs of blanks and control characters become one blank.

    Non-breaking blanks stay what they are; half of a surrogate pair becomes a question mark.
    """
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    return _BLANKS.sub(" ", text).strip(" ")


def text_width(text: str, size: float) -> float:
    """About how many pixels `text` takes at a font size of `size`; rather too many than too few."""
    return size * sum(map(_ems, text))


def wrap(text: str, limit: float, size: float, max_lines: int = 3) -> list[str]:
    """Break `text` into at most `max_lines` lines of at most `limit` pixels.

    Words that are too long are broken. Where lines are left over the last one ends in an ellipsis.
    """
    lines = [""]
    for word in _pieces(one_line(text).split(" "), limit, size):
        longer = f"{lines[-1]} {word}".lstrip()
        if text_width(longer, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    lines = lines[1:] if not lines[0] and len(lines) > 1 else lines
    if len(lines) <= max_lines:
        return lines
    return [*lines[: max_lines - 1], _shorten(lines[max_lines - 1], limit, size)]


def wrap_evenly(text: str, limit: float, size: float) -> list[str]:
    """Break `text` into as few lines of at most `limit` pixels as it takes, all about equally long."""
    lines = wrap(text, limit, size, max_lines=_ALL)
    even = max(limit * 0.6, text_width(one_line(text), size) / len(lines))
    while even < limit:
        narrower = wrap(text, even, size, max_lines=_ALL)
        if len(narrower) <= len(lines):
            return narrower
        even *= 1.05
    return lines


def _pieces(words: list[str], limit: float, size: float) -> list[str]:
    """`words`, those wider than `limit` broken into pieces that fit."""
    pieces: list[str] = []
    for word in words:
        rest = word
        while rest:
            end = _fitting(rest, limit, size)
            pieces.append(rest[:end])
            rest = rest[end:]
    return pieces


def _fitting(word: str, limit: float, size: float) -> int:
    """How many signs of `word` fit into `limit` pixels; at least one."""
    width = 0.0
    for place, sign in enumerate(word):
        width += size * _ems(sign)
        if width > limit:
            return max(place, 1)
    return len(word)


def _shorten(line: str, limit: float, size: float) -> str:
    return line[: _fitting(line, limit - text_width(_ELLIPSIS, size), size)].rstrip() + _ELLIPSIS


@lru_cache(maxsize=4096)
def _ems(sign: str) -> float:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 1.05
    if sign in _THIN:
        return 0.28
    if sign in _SLIM:
        return 0.37
    if sign in _BROAD:
        return 0.86
    if sign.isupper() or not sign.isascii():
        return 0.63
    return 0.52
