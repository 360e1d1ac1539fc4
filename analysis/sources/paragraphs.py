"""Paragraphs: the lines of printed pages joined again, words that were divided at their ends made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_ENDS_SENTENCE = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ONLY_A_NUMBER = re.compile(r"(?:page |p\. ?|seite )?[-–— ]*#[-–— ]*(?:(?:of|von|de|/) *#)?", re.IGNORECASE)

# A line of this share of the width of the page went on in the next unless it ends a sentence.
_FULL_SHARE = 0.8
_VERY_FULL_SHARE = 0.93
_RUNNING_SHARE = 0.4
# A line at the top or the bottom of so many pages is no part of the text.
_FEWEST_PAGES = 3
_WIDE_SHARE = 0.9


def join_pages(pages: Sequence[str]) -> str:
    """The text of `pages` with a line for each paragraph; lines that stand on many pages keep their own.

    A paragraph may go on over the end of a page; what stands between its halves comes after it.
    """
    lines = list(_marked_lines(pages))
    widths = sorted(len(line) for line, _ in lines if line)
    width = widths[int(len(widths) * _WIDE_SHARE)] if widths else 0
    known = Counter(word.lower() for line, _ in lines for word in _WORD.findall(line))
    joined: list[str] = []
    last, waiting = "", list[str]()
    for line, is_furniture in lines:
        if is_furniture:
            waiting.append(line)
        elif last and line and _goes_on(last, line, width):
            joined[-1] = _join(joined[-1], line, known)
            last = line
        elif line or not waiting:
            joined += [*waiting, line]
            last, waiting = line, []
    return "\n".join([*joined, *waiting])


def _marked_lines(pages: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The lines of all pages without spaces around, and for each whether it is the head or foot of a page."""
    split = [[line.strip() for line in page.splitlines()] for page in pages]
    edges = [
        [n for n, line in enumerate(lines) if line][:1] + [n for n, line in enumerate(lines) if line][-1:]
        for lines in split
    ]
    counts = Counter(key for lines, ends in zip(split, edges, strict=True) for key in {_key(lines[n]) for n in ends})
    for lines, ends in zip(split, edges, strict=True):
        for number, line in enumerate(lines):
            key = _key(line)
            repeats = counts[key] >= _FEWEST_PAGES or (len(pages) > 1 and bool(_ONLY_A_NUMBER.fullmatch(key)))
            yield line, number in ends and repeats


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the sentence or the paragraph of a line goes on in the following one."""
    if _DIVIDED.search(line) and following[0].islower():
        return True
    ends = bool(_ENDS_SENTENCE.search(line))
    if following[0].islower():
        return not ends and len(line) >= _RUNNING_SHARE * width
    return len(line) >= (_VERY_FULL_SHARE if ends else _FULL_SHARE) * width


def _join(text: str, following: str, known: Counter[str]) -> str:
    """Two lines as one; a hyphen at the end goes unless the word is written with it elsewhere."""
    divided, first = _DIVIDED.search(text), _FIRST_WORD.match(following)
    if divided is None or first is None or not following[0].islower():
        return f"{text} {following}"
    whole, hyphened = divided[1] + first[0], f"{divided[1]}-{first[0]}"
    if known[hyphened.lower()] > known[whole.lower()]:
        return text[:-1] + "-" + following
    return text[:-1] + following
