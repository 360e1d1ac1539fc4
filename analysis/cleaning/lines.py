"""Lines: from the text of an item to lines that can be compared, and what a line looks like."""

from __future__ import annotations

import re
import unicodedata

# Every control character but the line feed, and lone surrogates. \x85, \u2028 and \u2029 end no line here.
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# Zero-width joiners are not in here: Persian, Hindi and emoji need them.
_WIDE_SPACES = re.compile(r"[\xa0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]")
_RUN_OF_SPACES = re.compile(r"  +")

_CLOSERS = "\"'”’»›)]}*“„_"
_ENDERS = tuple(".!?…。！？؟।።։‽．｡")
_OPENERS = "\"'“‘”’«‹([{*"
_TITLE_CASE_TENTHS = 7
_WIDE_SCRIPT = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_VISIBLE = re.compile(r"[^\W_]")


def normalise(text: str) -> str:
    r"""`text` in NFC with lines ended by "\n", single spaces, and no space at either end of a line.

    Control characters become spaces, lone surrogates U+FFFD. The number of lines is that of the text.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Controls, surrogates and all spaces but the common one are unprintable, and asking for that is fastest.
    plain = text.replace("\n", "").isprintable()
    if not plain:
        text = _without_surrogates(_CONTROLS.sub(" ", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not plain:
        text = _WIDE_SPACES.sub(" ", text)
    if "  " in text:
        text = _RUN_OF_SPACES.sub(" ", text)
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


def _without_surrogates(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate; encoding it is the fastest way to see that there is none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def split_lines(text: str) -> list[str]:
    """The normalised lines of `text`, blank ones as empty strings; at least one."""
    return normalise(text).split("\n")


def invisible_lines(text: str, lines: list[str]) -> list[int]:
    """Numbers of the lines that are empty when normalised, although the text has more than spaces there.

    They hold nothing but control characters or spaces of no width.
    """
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [number for number, line in enumerate(lines) if not line and raw[number].strip()]


def squeeze(line: str) -> str:
    """One normalised line; line ends within it become spaces."""
    return " ".join(normalise(line).split("\n")).strip(" ")


def count_words(line: str) -> int:
    """Words between spaces; in scripts without spaces, two characters count as a word."""
    words = line.count(" ") + 1 if line else 0
    if line.isascii():
        return words
    return words + (len(line) - len(_WIDE_SCRIPT.sub("", line))) // 2


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does, closing quotes and brackets aside."""
    return line.rstrip(_CLOSERS).endswith(_ENDERS)


def in_title_case(line: str) -> bool:
    """Whether most words begin with a capital, as headlines and names do."""
    words = [word.lstrip(_OPENERS) for word in line.split(" ")]
    return sum(word[:1].isupper() for word in words) * 10 >= len(words) * _TITLE_CASE_TENTHS


def has_letters(line: str) -> bool:
    """Whether the line holds at least one letter or digit of any script."""
    return _VISIBLE.search(line) is not None
