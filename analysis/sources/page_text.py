"""Page text: all that a page in HTML shows, block by block, and the blocks of it that another text does not have."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "table", "title", "tr", "ul"),
    )
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "datalist"})
# Some pages hide all of themselves until a script has run.
_NEVER_HIDDEN = frozenset({"html", "body"})
_HIDING = re.compile(r"(?i)(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_SIGNS = re.compile(r"[\W_]+")
# A line that is not found whole may be a part of a longer one, unless it is as short as a link in a menu.
_SHORTEST_PART = 25
_MOST_CHARACTERS_SEARCHED = 1_000_000_000


def text_of_page(page: str) -> str:
    """All the text that a page shows, a line for each block; empty if it cannot be parsed."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and _is_unseen(element):
            walk.skip_subtree()
        else:
            _add(pieces, event, element)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\0"))
    return "\n".join(lines)


def lines_outside(text: str, main_text: str) -> list[str]:
    """The lines of `text` that `main_text` does not have, in their order; punctuation and spaces do not count.

    A line of some length that is a part of `main_text` is in it as well. Each line of `main_text` stands for one
    line of `text`: of a word that is a heading in both and a link besides, one is outside.
    """
    whole = _letters(main_text)
    left = Counter(_letters(line) for line in main_text.split("\n"))
    outside = list[str]()
    searched = 0
    for line in text.split("\n"):
        letters = _letters(line)
        if left[letters] > 0:
            left[letters] -= 1
            continue
        searched += len(whole)
        long = len(letters) >= _SHORTEST_PART and searched <= _MOST_CHARACTERS_SEARCHED
        if line.strip() and not (long and letters in whole):
            outside.append(line)
    return outside


def _letters(line: str) -> str:
    """What is compared of a line; of a line without letters, all of it."""
    return _SIGNS.sub("", line).casefold() or line.strip()


def _is_unseen(element: Any) -> bool:
    if element.tag in _UNSEEN:
        return True
    if element.tag in _NEVER_HIDDEN:
        return False
    return element.get("hidden") is not None or _HIDING.search(element.get("style", "")) is not None


def _add(pieces: list[str], event: str, element: Any) -> None:
    """Add the text of an element at its start, and what follows it at its end; a NUL divides blocks."""
    if event in ("comment", "pi"):
        pieces.append(element.tail or "")
        return
    if element.tag in _BLOCKS:
        pieces.append("\0")
    elif element.tag in _CELLS:
        pieces.append("\t")
    if event == "end":
        pieces.append(element.tail or "")
    else:
        pieces.append((element.text or "").replace("\0", " "))
