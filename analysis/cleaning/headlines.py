"""Headlines: the line that names an item, and the lines that say it again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

from analysis.cleaning.draft import Draft
from analysis.cleaning.lines import ends_sentence
from analysis.cleaning.reasons import REPEATED_HEADLINE

_SHORTEST, _LONGEST = 3, 25
_FURTHEST = 6
_REACH = 40
_BODY_SAMPLE = 12
_SHOWN = 2000
_NO_HEADLINE_END = re.compile(r"(?:[.:,;]|…|\bthe|\band|\bof|\bto)[\"'”’)]?$")
_SENTENCES = re.compile(r"[a-zà-ž]{3}[.!?] .*[.!?]$")
_BULLETS = tuple("-–—*•·@#|+>»")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SITE_MARK = re.compile(r"^\s?[|–—:·•»-]\s?.{2,60}$")
_SIGNS = re.compile(r"[\W_]+")


def letters_of(line: str) -> str:
    """The line's letters and digits in one case: what is left when punctuation does not count."""
    return _SIGNS.sub("", line).casefold()


def find_headline(draft: Draft, body_start: int, *, page: bool) -> int | None:
    """Number of the line most likely to be the headline of the text that begins at line `body_start`, or None.

    A candidate stands before the text, has 3 to 25 words and no full stop; on a page saved whole it is one of the last
    40, else one of the first 6 lines. The one that shares most words with the text wins, among equals the first.
    """
    reach = [number for number in draft.visible if number < body_start]
    reach = reach[-_REACH:] if page else _before_prose(draft, reach)[:_FURTHEST]
    candidates = [number for number in reach if _may_be_headline(draft, number)]
    if not candidates:
        return None
    vocabulary = _vocabulary(draft, body_start)
    counts = Counter(letters_of(draft.lines[number]) for number in draft.visible if draft.words[number] <= _LONGEST)
    return max(candidates, key=lambda number: (_likeness(draft, number, vocabulary, counts), -number))


def remove_repetitions(draft: Draft, headline: str, *, outside: range = range(0)) -> None:
    """Remove the lines that say the headline again, whole or cut in two, with or without the site's name.

    Lines within `outside` are left alone: in an interview or a list the same heading may stand over many parts.
    """
    wanted = letters_of(headline)
    if not wanted:
        return
    for number in draft.visible:
        if number not in outside and draft.reasons[number] is None and _says(draft.lines[number], headline, wanted):
            draft.remove(number, REPEATED_HEADLINE)
    _remove_cut_headline(draft, wanted)


def _before_prose(draft: Draft, numbers: list[int]) -> list[int]:
    """The lines before the first that is kept and reads as running text."""
    return list(takewhile(lambda number: draft.reasons[number] is not None or not draft.prose[number], numbers))


def _may_be_headline(draft: Draft, number: int) -> bool:
    line = draft.lines[number]
    if draft.reasons[number] is not None or not _SHORTEST <= draft.words[number] <= _LONGEST:
        return False
    return not (line.startswith(_BULLETS) or _NO_HEADLINE_END.search(line) or _SENTENCES.search(line))


def _vocabulary(draft: Draft, body_start: int) -> frozenset[str]:
    sample = [number for number in draft.visible if number >= body_start][:_BODY_SAMPLE]
    return frozenset(word for number in sample for word in _WORD.findall(draft.lines[number][:_SHOWN].casefold()))


def _likeness(draft: Draft, number: int, vocabulary: frozenset[str], counts: Counter[str]) -> float:
    """How much the line looks like the headline: words shared with the text, and being said again."""
    line = draft.lines[number]
    shared = len(vocabulary.intersection(_WORD.findall(line.casefold())))
    repeated = min(counts[letters_of(line)] - 1, 2)
    return shared + repeated + min(draft.words[number], 6) / 4 - (0.5 if ends_sentence(line) else 0)


def _says(line: str, headline: str, wanted: str) -> bool:
    if len(line) > len(headline) + 80 or len(line) * 2 < len(headline):
        return False
    first = line[:1]
    if first.isalnum() and not wanted.startswith(first.casefold()):
        return False
    if letters_of(line) == wanted:
        return True
    rest = line[len(headline) :] if line.casefold().startswith(headline.casefold()) else ""
    return len(headline) > 12 and _SITE_MARK.match(rest) is not None


def _remove_cut_headline(draft: Draft, wanted: str) -> None:
    """Remove the first lines where they make up the headline together."""
    found = ""
    first = draft.visible[:4]
    for count, number in enumerate(first, start=1):
        line = draft.lines[number]
        # The rest of a long line need not be looked at to see that it begins otherwise.
        if not wanted.startswith(found + letters_of(line[:1])):
            return
        found += letters_of(line)
        if not wanted.startswith(found):
            return
        if found == wanted and count > 1:
            for part in first[:count]:
                draft.remove(part, REPEATED_HEADLINE)
