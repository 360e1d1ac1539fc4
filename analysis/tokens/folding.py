"""Folding: the normal form under which a word is counted and searched for."""

from __future__ import annotations

import re
import unicodedata

from analysis.tokens.scripts import APOSTROPHES, HYPHENS

# Abbreviations that are other words in lower case.
READ_BY_CASE = {"US": "u.s.", "UN": "u.n.", "IT": "i.t.", "WHO": "w.h.o."}

# Words that an abbreviation would become without its stops: those keep them.
_OTHER = "ad am an as at be by do he if in is it la me my no of on or pm so to un up us we who"
_OTHER_WORDS = frozenset(_OTHER.split())

_WIDE = {code: code - 0xFEE0 for first, last in ("０９", "ＡＺ", "ａｚ") for code in range(ord(first), ord(last) + 1)}
_FORMS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys("\u00ad\u2060")
) | {code: chr(plain) for code, plain in _WIDE.items()}
_ENDINGS = ("'s", "\u200c", "\u200d")
_END = re.compile(rf"(?<=.)(?:{'|'.join(_ENDINGS)})+$")
_CAPITALS = re.compile(rf"(?<![\w#@.&{APOSTROPHES}])(?:{'|'.join(READ_BY_CASE)})(?![\w.&]|[{APOSTROPHES}](?!s(?!\w)))")
_DOTTED = re.compile(r"(?<![\w.#@])(?:(?:[^\W\d_]|ph)\.)+[^\W\d_]\.?(?![\w.])")


def fold(word: str) -> str:
    """The form under which `word` is counted, without white space; folding it again changes nothing.

    Case and the kind of apostrophe and hyphen are levelled, and letters and digits of full width; soft hyphens
    and a possessive 's go. Abbreviations lose their stops (`F.B.I.` is `fbi`), but for those that would be
    other words: `U.S.` and `US` are `u.s.`, which `us` is not. Accents stay and are composed (Unicode NFC).
    """
    if _CAPITALS.search(word):
        word = _CAPITALS.sub(lambda found: READ_BY_CASE[found[0]], word)
    if word.isascii():
        folded = word.lower()
    else:
        folded = unicodedata.normalize("NFC", word).casefold().translate(_FORMS)
        folded = unicodedata.normalize("NFC", folded)
    if folded.endswith(_ENDINGS):
        folded = _END.sub("", folded)
    return _DOTTED.sub(_level_stops, folded) if "." in folded else folded


def _level_stops(found: re.Match[str]) -> str:
    letters = found[0].replace(".", "")
    return f"{'.'.join(letters)}." if letters in _OTHER_WORDS else letters
