"""Words: where they stand in a text. `docs/words.md` shows by example what is one word.

A word is a run of letters and digits of any script, with what joins them inside: apostrophes (`don't`),
hyphens (`COVID-19`), separators of numbers (`1,234.5`, `9/11`, `10:30`), the stops of abbreviations (`U.S.`,
`a.m.`, `Ph.D.`) and of addresses (`example.com`), and `&` between letters (`AT&T`). A hashtag or handle with a
letter in it is one word with its sign. Elided words of French and Italian stand alone (`l'état` is `l` and
`état`), before a vowel only, so that `D'Angelo` and `c'mon` stay whole. Punctuation, emoji and underscores are
no words. Chinese, Japanese, Thai, Lao, Burmese and Khmer, which put no spaces between words, are segmented by ICU.
"""

from __future__ import annotations

import re

from analysis.tokens.folding import READ_BY_CASE
from analysis.tokens.scripts import APOSTROPHES, HYPHENS, KATAKANA_RUN, MARKS, SPACED_RUN, UNSPACED_RUN, segment

_VOWEL = "aeiouyhàâäéèêëíîïóôöùûüœæ"
_ELIDED = (
    r"(?:(?<=\b[cdjlmnst].)|(?<=[Qq]u.)|(?<=\b[DdNn]ell.)|(?<=\b[AaDdSs]all.)|(?<=\b[Ss]ull.)|(?<=\b[Aa]ll.)"
    rf"|(?<=\b[Uu]n.)|(?<=\b[CDJLMNST].)(?=[{_VOWEL}]))(?=[{_VOWEL}{_VOWEL.upper()}])"
)
_ENTITY = "(?:amp|lt|gt|quot|apos|nbsp);"
_JOINTS = (
    f"[{HYPHENS}]",
    f"[{APOSTROPHES}](?!{_ELIDED})",
    r"(?<=\d)[.,/:٫٬](?=\d)",
    r"(?<=[^\W\d_])\.(?=[a-z]{2})",
    rf"(?<=[^\W\d_])&(?=[^\W\d_])(?!{_ENTITY})",
    r"(?:(?<=\b[^\W\d_])|(?<=\b[Pp][Hh]))\.(?=[^\W\d_]\b)",
    rf"(?<=\.[^\W\d_])\.[{HYPHENS}{APOSTROPHES}]",
)
_JOINT = f"(?=[{HYPHENS}{APOSTROPHES}.,/:٫٬&])(?:{'|'.join(_JOINTS)})"
_WORD = re.compile(
    rf"{SPACED_RUN}(?:{_JOINT}{SPACED_RUN})*+(?:\.(?<=\.[^\W\d_]\.))?"
    rf"|(?<!\w)[#@](?=\w*[^\W\d_])[\w{MARKS}]+(?:[{APOSTROPHES}]s\b)?"
    rf"|{KATAKANA_RUN}|{UNSPACED_RUN}"
)
_UNSPACED = re.compile(UNSPACED_RUN)

# Where such a run could be: two ranges are looked for sooner than the characters themselves.
_ASIAN = re.compile("[\u0e00-\u1fff\u2e80-\U0010ffff]")

# In a text of so many words or more that is all in capitals, case tells nothing.
FEWEST_CAPITALISED = 4


def find_words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of `text` in code points, in order, without overlap."""
    spans = [found.span() for found in _WORD.finditer(text)]
    if text.isascii() or not _ASIAN.search(text):
        return spans
    return [word for start, end in spans for word in _words_of_run(text, start, end)]


def _words_of_run(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words of what _WORD found at these offsets: itself, or many in a run without spaces."""
    if not _UNSPACED.match(text, start):
        return [(start, end)]
    return [(start + first, start + last) for first, last in segment(text[start:end])]


def word_list(text: str) -> list[str]:
    """The words that `find_words` finds, as they are written.

    But for the four that case tells apart (`US`, `us`): where all of a text of four words or more is in
    capitals, case tells nothing, and they are given in lower case, as the words that they mostly are.
    """
    words = words_in(text)
    if len(words) >= FEWEST_CAPITALISED and text.isupper():
        return [word.lower() if word in READ_BY_CASE else word for word in words]
    return words


def words_in(text: str) -> list[str]:
    """The words that `find_words` finds, whatever stands around them."""
    if text.isascii() or not _ASIAN.search(text):
        return _WORD.findall(text)
    return [text[start:end] for start, end in find_words(text)]
