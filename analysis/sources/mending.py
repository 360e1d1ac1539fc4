"""Mending: text that was decoded wrongly before it came here.

The text of an item is the mended one: its lines, its id and its removed lines are those of this text, and the
number of its lines is as it was.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from analysis.articles import Item, Notice

MOJIBAKE = "mojibake repaired"
LOST = "characters lost"

# How UTF-8 looks that was read as Windows-1252 or Latin-1: a lead byte and one that continues it.
_SUSPECT = re.compile("[Â-ô][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# What NFKC makes of four of those that continue: a space and a mark upon it, which follow no letter in earnest.
_APART = {" \u0308": "¨", " \u0304": "¯", " \u0301": "´", " \u0327": "¸"}
_TORN = re.compile("(?<=[ÂÃ])(?: [\u0308\u0304\u0301\u0327])")
# What any of "Â" to "ô" begins with in UTF-8, and what the marks upon letters do.
_LEAD, _MARK = b"\xc3", b"\xcc"
_LINE = re.compile(r"[^\r\n]+")
_SHOWN = 60
_FIELDS = ("headline", "outlet", "byline")


def mend(item: Item) -> Item:
    """`item` with certain mojibake repaired, and a notice of that and of characters that are lost."""
    notices = list(item.notices)
    text, repaired = _mend_lines(item.text)
    fields = {name: _mend_lines(value)[0] for name in _FIELDS if (value := getattr(item, name))}
    if repaired or any(fields[name] != getattr(item, name) for name in fields):
        notices.append(Notice(MOJIBAKE, _said(repaired)))
    if lost := text.count("\ufffd"):
        notices.append(Notice(LOST, f"{lost:,} could not be decoded and stand as \ufffd"))
    if notices == list(item.notices):
        return item
    return replace(item, text=text, notices=tuple(notices), **fields)  # type: ignore[arg-type]


def _said(repaired: list[tuple[str, str]]) -> str:
    if not repaired:
        return "in its headline, outlet or byline"
    before, after = repaired[0]
    unlike = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
    # Whole words around the first letter that changed.
    start = before.rfind(" ", 0, max(0, unlike - _SHOWN // 3)) + 1
    lines = "1 line" if len(repaired) == 1 else f"{len(repaired):,} lines; the first"
    return f"{lines}: {before[start : start + _SHOWN]} became {after[start : start + _SHOWN]}"


def _mend_lines(text: str) -> tuple[str, list[tuple[str, str]]]:
    """`text` with its lines mended one by one, and those that were, before and after."""
    # Looking for one byte first takes a tenth of the time of a regular expression.
    encoded = text.encode(errors="replace")
    if _LEAD not in encoded and _MARK not in encoded:
        return text, []
    whole = unicodedata.normalize("NFC", text) if _MARK in encoded else text
    if not (_SUSPECT.search(whole) or _TORN.search(whole)):
        return text, []
    repaired: list[tuple[str, str]] = []

    def mended(match: re.Match[str]) -> str:
        line = match[0]
        better = _mend_line(line)
        if better != line:
            repaired.append((line.strip(), better.strip()))
        return better

    return _LINE.sub(mended, text), repaired


def _mend_line(line: str) -> str:
    """The line as it was before UTF-8 was taken for another encoding, where that is certain."""
    # Mojibake may have been taken apart since: «ñ» stands as A, a tilde of its own, and ±.
    whole = _TORN.sub(lambda match: _APART[match[0]], unicodedata.normalize("NFC", line))
    if line.isascii() or not _SUSPECT.search(whole):
        return line
    import ftfy
    from ftfy.badness import is_bad

    if not is_bad(whole):
        return line
    better = ftfy.fix_encoding(whole)
    return line if is_bad(better) or "\n" in better or "\r" in better else better
