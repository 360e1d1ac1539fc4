"""Scripts: which characters make words, and the words of scripts that put no spaces between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

APOSTROPHES = "'’‘ʼ＇"
HYPHENS = "-‐‑－"

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
MARKS = "\u00ad\u200c\u200d\u2060" + _ranges(
    code for code in range(0x0300, 0x1E00) if unicodedata.category(chr(code)).startswith("M")
)
_ALNUM = (
    _ranges(code for first, stop in _SPACED_BLOCKS for code in range(first, stop) if chr(code).isalnum())
    + "\uac00-\ud7a3\U00010000-\U0001cfff\U0001d400-\U0001d7ff\U0001df00-\U0001efff"
)

# A run of letters and digits that is at least a part of one word.
SPACED_RUN = f"[{_ALNUM}][{_ALNUM}{MARKS}]*+"

# A run of katakana is one foreign word.
KATAKANA_RUN = f"[{_KATAKANA}]++"

# A run of letters that may be many words: Chinese and Japanese; Thai, Lao, Burmese and Khmer.
UNSPACED_RUN = f"[{_HAN}{_HIRAGANA}]++|(?:(?=[{_SOUTH_EAST}])\\w[{MARKS}]*+)++"

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_RARE_HAN = "㐀"


def segment(run: str) -> list[tuple[int, int]]:
    """Start and end of each word of `run`, which matches UNSPACED_RUN, in code points; together they are all of it.

    By the dictionaries and models of ICU (Unicode Standard Annex 29, section 4), which load at the first call, in
    about 20 ms and 10 MB.
    """
    from icu4py.breakers import WordBreaker  # most collections have no such text

    # ICU counts in UTF-16, in which a character beyond the basic plane would be two.
    return list(WordBreaker(_ASTRAL.sub(_RARE_HAN, run), "root").segments())
