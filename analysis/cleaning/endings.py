"""Endings: whether a text stops before its end."""

from __future__ import annotations

import re

from analysis.cleaning.lines import count_words, ends_sentence

CUT_OFF = "cut off"
_SHOWN = 60
_LOOKED_AT = 2000
_TITLES = [
    "Mr",
    "Mrs",
    "Ms",
    "Dr",
    "Prof",
    "Rev",
    "Fr",
    "Hon",
    "Gov",
    "Sen",
    "Rep",
    "Pres",
    "Sec",
    "Amb",
    "Gen",
    "Lt",
    "Col",
    "Maj",
    "Brig",
    "Capt",
    "Cmdr",
    "Cpl",
    "Sgt",
    "Pvt",
    "Adm",
    "Supt",
    "Insp",
    "Det",
    "vs",
    "Vol",
    "approx",
    "e.g",
    "i.e",
    "cf",
]
_TITLE_AT_END = re.compile(rf"\b(?:{'|'.join(re.escape(title) for title in _TITLES)})\.$")
_TORN = re.compile(
    r"(?:\[\s?(?:…|\.{3}|\+\s?\d+ ?(?:chars|characters|more)?)\s?\]|\(\s?(?:…|\.{3}|more|continued)\s?\)|\[\+\]|"
    r"(?:…|\.{3})\s?(?:\[\+\d+ chars\]|(?i:read more|continue reading|more|weiterlesen|"
    r"lire la suite|leer más|leia mais|continua)\W*)|"
    r"(?:…|\.{3,})[\"'”’»)]?)$"
)
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!?؟।][\"'”’»)\]]* [\"'“‘«(]?[^\W\d_a-zà-ÿ]|[。！？].")
_FEWEST_WORDS = 8

# One of these is in whatever _TORN matches; asking for them is fastest. No title is longer than this.
_MARKS = ("…", "...", "[", "(")
_LONGEST_TITLE = 16


def torn_end(kept: list[str]) -> str | None:
    """The last words of a body that stops before its end, or None where its end is an ordinary one.

    Told by a mark of omission, a title or abbreviation as the last word, or a last line of running text without the
    sentence end that the lines before it have. A body without any sentence end shows nothing.
    """
    if not kept:
        return None
    last = kept[-1][-_LOOKED_AT:]
    return _last_words(last) if _is_torn(last, kept) else None


def _is_torn(last: str, kept: list[str]) -> bool:
    if any(mark in last for mark in _MARKS) and _TORN.search(last):
        return len(kept) > 1 or count_words(last) >= _FEWEST_WORDS
    if last.endswith(".") and _TITLE_AT_END.search(last[-_LONGEST_TITLE:]):
        return True
    return not ends_sentence(last) and count_words(last) >= _FEWEST_WORDS and _others_end(last, kept)


def _others_end(last: str, kept: list[str]) -> bool:
    """Whether the other running lines of the body end as sentences do, or the line itself holds an ended sentence."""
    if last.endswith((":", ";")):
        return False
    others = [line for line in kept[:-1] if count_words(line) >= _FEWEST_WORDS]
    if not others:
        return _SENTENCE_INSIDE.search(last) is not None
    return sum(map(ends_sentence, others)) * 2 > len(others)


def _last_words(line: str) -> str:
    """The end of the line, from a word's beginning, at most 60 characters."""
    return line if len(line) <= _SHOWN else line[-_SHOWN:].partition(" ")[2] or line[-_SHOWN:]
