"""Line ends and list items: where the layout of a text, not its punctuation, ends a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

_LINE_END = re.compile(rf"\r\n|[{LINE_ENDS}]")
_BLANK_LINE = frozenset(("\n\n", "\n\n\n"))
_ENDED = frozenset(".!?…:;。！？।؟۔")
_CLOSERS = " \t\"'”’»)"
_NARROW, _WIDE = 40, 100
_WINDOW = 400

_FIRST_MARKER = re.compile(r"[ \t]*(?:(?P<bullet>[•⁃‣▪●◦])|(?P<open>\(?)(?P<name>[1aAiI])(?P<close>\.?\)|\.(?=\s)))")
_LIST_LINE = re.compile(r"\n(?=[ \t]*(?:[•⁃‣▪●◦]|\(?[1aAiI](?:\.?\)|\.\s)))")
_FEWEST_LETTERED = 2
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def is_wrap(text: str, end: int, resume: int) -> bool:
    """Whether the line break in `text[end:resume]` only wraps a paragraph, so that its sentence goes on.

    So it is where a line does not end in a mark and the next, which is as long or completes the sentence (the byline
    of a headline does not), opens in lower case; and where a paragraph is wrapped at one width and a word did not fit.
    """
    if text[end:resume] in _BLANK_LINE or len(_LINE_END.findall(text, end, resume)) != 1:
        return False
    line = text[text.rfind("\n", max(0, end - _WIDE - 1), end) + 1 or max(0, end - _WIDE - 1) : end]
    if text[resume].islower():
        below = _LINE_END.split(text[resume : resume + _WINDOW], 1)[0].rstrip(_CLOSERS)
        return line[-1] not in _ENDED and (below[-1:] in _ENDED or min(len(line), len(below)) >= _NARROW)
    return _NARROW // 2 <= len(line) <= _WIDE and _at_the_margin(text, end, resume)


def _at_the_margin(text: str, end: int, resume: int) -> bool:
    """Whether the line that ends at `end` was cut where its paragraph, wrapped at one width, had to be cut."""
    above = _first_paragraph(_LINE_END.split(text[max(0, end - _WINDOW) : end])[::-1])[2::-1]
    below = _first_paragraph(_LINE_END.split(text[resume : resume + _WINDOW]))[:3]
    width = max(map(len, above + below))
    return (
        _NARROW <= width <= _WIDE
        and len(above[-1]) + 1 + len(below[0].split()[0]) > width
        and any(_goes_on(line, following) for line, following in pairwise(above + below))
    )


def _goes_on(line: str, below: str) -> bool:
    return len(line) >= _NARROW and line[-1:] not in _ENDED and below[:1].islower()


def _first_paragraph(lines: list[str]) -> list[str]:
    blank = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:blank]


def list_items(text: str) -> list[int]:
    """Where the items of lists on one line begin, but for the first of each: `1) one 2) two`, `• one • two`.

    A list begins at the start of a line with its first marker: a bullet, 1, a or i; each next marker has the
    same form and the next number. Offsets into `text`, rising; empty if there is no such list.
    """
    starts = [0, *(found.end() for found in _LIST_LINE.finditer(text))]
    return [item for start in starts for item in _items_of_line(text, start)]


def _items_of_line(text: str, start: int) -> list[int]:
    first = _FIRST_MARKER.match(text, start)
    if first is None:
        return []
    line_end = _LINE_END.search(text, first.end())
    stop = line_end.start() if line_end else len(text)
    if first["bullet"]:
        bullet = re.compile(rf"(?<=\s){first['bullet']}")
        return [found.start() for found in bullet.finditer(text, first.end(), stop)]
    return _numbered_items(text, first, stop)


def _numbered_items(text: str, first: re.Match[str], stop: int) -> list[int]:
    """Starts of the second, third, ... item; `A. Miller and B. Smith` is not a list, three letters are."""
    items: list[int] = []
    position = first.end()
    for name in _names_after(first["name"]):
        marker = re.compile(rf"(?<=\s){re.escape(first['open'] + name + first['close'])}(?=\s)")
        found = marker.search(text, position, stop)
        if found is None:
            break
        items.append(found.start())
        position = found.end()
    certain = first["name"] == "1" or first["close"] != "." or len(items) >= _FEWEST_LETTERED
    return items if certain else []


def _names_after(first: str) -> list[str]:
    if first == "1":
        return [str(number) for number in range(2, 100)]
    names = _ROMAN if first in "iI" else tuple(_LETTERS)
    return [name.upper() if first.isupper() else name for name in names[1:]]
