"""Words: where they stand in a text, and the normal form under which they are counted.

A word is a run of letters and digits of any script, with what joins them inside: apostrophes (`don't`),
hyphens (`COVID-19`), separators of numbers (`1,234.5`, `9/11`, `10:30`), the stops of abbreviations (`U.S.`,
`a.m.`, `Ph.D.`) and of addresses (`example.com`), and `&` between capitals (`AT&T`). A hashtag or handle with a
letter in it is one word with its sign. Elided words of French and Italian stand alone (`l'état` is `l` and
`état`), before a vowel only, so that `D'Angelo` and `c'mon` stay whole. Punctuation, emoji and underscores are
no words.

Scripts without spaces: runs of katakana are words; Han is cut into pairs, hiragana and the scripts of South-East
Asia into fours. These are stand-ins for the words of the language, to be replaced by a segmenter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

_APOSTROPHES = "'’‘ʼ＇"
_HYPHENS = "-‐‑－"

_HAN = "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SOUTH_EAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"

# Blocks of the basic plane whose letters make words between spaces, but for Hangul, which is one run.
_SPACED_BLOCKS = (
    (0x0000, 0x0E00), (0x0F00, 0x1000), (0x10A0, 0x1780), (0x1800, 0x2E00), (0x3105, 0x3190),
    (0xA000, 0xAC00), (0xD7B0, 0xD800), (0xFB00, 0xFF66), (0xFFA0, 0x10000),
)  # fmt: skip


def _ranges(codes: Iterable[int]) -> str:
    """The inside of a character class that holds the characters with these rising codes."""
    runs = (list(run) for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]))
    return "".join(f"\\u{run[0][1]:04x}-\\u{run[-1][1]:04x}" for run in runs)


# Python's \w has no combining marks, which many scripts write vowels with. The soft hyphen and the joiners are
# as little seen. Beyond the basic plane whole blocks of scripts do; emoji come after them.
_MARKS = "\u00ad\u200c\u200d\u2060" + _ranges(
    code for code in range(0x0300, 0x1E00) if unicodedata.category(chr(code)).startswith("M")
)
_ALNUM = (
    _ranges(code for first, stop in _SPACED_BLOCKS for code in range(first, stop) if chr(code).isalnum())
    + "\uac00-\ud7a3\U00010000-\U0001cfff\U0001d400-\U0001d7ff\U0001df00-\U0001efff"
)
_RUN = f"[{_ALNUM}][{_ALNUM}{_MARKS}]*"

_VOWEL = "aeiouyhàâäéèêëíîïóôöùûüœæ"
_ELIDED = (
    r"(?:(?<=\b[cdjlmnst].)|(?<=[Qq]u.)|(?<=\b[DdNn]ell.)|(?<=\b[AaDdSs]all.)|(?<=\b[Ss]ull.)|(?<=\b[Aa]ll.)"
    rf"|(?<=\b[Uu]n.)|(?<=\b[CDJLMNST].)(?=[{_VOWEL}]))(?=[{_VOWEL}{_VOWEL.upper()}])"
)
_JOINTS = (
    f"[{_HYPHENS}]",
    f"[{_APOSTROPHES}](?!{_ELIDED})",
    r"(?<=\d)[.,/:٫٬](?=\d)",
    r"(?<=[^\W\d_])\.(?=[a-z]{2})",
    r"(?<=[A-Z])&(?=[A-Z])",
    r"(?:(?<=\b[^\W\d_])|(?<=\bPh))\.(?=[^\W\d_]\b)",
    rf"(?<=\.[^\W\d_])\.[{_HYPHENS}{_APOSTROPHES}]",
)
_WORD = re.compile(
    rf"{_RUN}(?:(?=[{_HYPHENS}{_APOSTROPHES}.,/:٫٬&])(?:{'|'.join(_JOINTS)}){_RUN})*+(?:\.(?<=\.[^\W\d_]\.))?"
    rf"|(?<!\w)[#@](?=\w*[^\W\d_])[\w{_MARKS}]+(?:[{_APOSTROPHES}]s\b)?"
    rf"|[{_HAN}]{{1,2}}|[{_KATAKANA}]+|[{_HIRAGANA}]{{1,4}}|(?:(?=[{_SOUTH_EAST}])\w[{_MARKS}]*){{1,4}}"
)

_FORMS = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-") | dict.fromkeys("\u00ad\u2060"))
_ENDINGS = ("'s", "\u200c", "\u200d")
_END = re.compile(rf"(?<=.)(?:{'|'.join(_ENDINGS)})+$")
_WITHOUT_LAST_STOP = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


def find_words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word of `text` in code points, in order, without overlap."""
    return [found.span() for found in _WORD.finditer(text)]


def word_list(text: str) -> list[str]:
    """The words that `find_words` finds, as strings."""
    return _WORD.findall(text)


def fold(word: str) -> str:
    """The form under which `word` is counted, without white space; folding it again changes nothing.

    Case and the kind of apostrophe and hyphen are levelled, soft hyphens and a possessive 's go, `U.S` gets its
    last stop, accents stay and are composed (Unicode NFC).
    """
    if word.isascii():
        folded = word.lower()
    else:
        folded = unicodedata.normalize("NFC", word).casefold().translate(_FORMS)
        folded = unicodedata.normalize("NFC", folded)
    if folded.endswith(_ENDINGS):
        folded = _END.sub("", folded)
    if "." in folded and _WITHOUT_LAST_STOP.fullmatch(folded):
        folded += "."
    return folded
