"""Markdown: a reader's own notes as parts of a document.

Of CommonMark, paragraphs, headings, lists, quotes, code, emphasis and links are read; HTML, pictures and all else come
out as the text that was typed. Nothing is fetched, and a link leads to a web page, to an address of mail, or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from report.document import Block, Bullets, Code, Heading, Line, Paragraph, Quote, Run, Style

_SCHEMES = ("http://", "https://", "mailto:")
_UNREAD = ["html_block", "html_inline", "entity", "reference", "image"]
_READER = MarkdownIt("commonmark").disable(_UNREAD)
_STYLES: dict[str, Style] = {"strong_open": "strong", "em_open": "emphasis"}


def read_markdown(text: str) -> tuple[Block, ...]:
    """The parts of a document that `text` asks for; none for blank text."""
    return tuple(_blocks(_READER.parse(text.replace("\x00", ""))))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        end = _end_of(tokens, at)
        yield from _block(tokens[at : end + 1])
        at = end + 1


def _end_of(tokens: Sequence[Token], start: int) -> int:
    """The place of the token that closes the one at `start`."""
    depth = 0
    for place in range(start, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    return len(tokens) - 1


def _block(tokens: Sequence[Token]) -> Iterator[Block]:
    kind = tokens[0].type
    if kind == "paragraph_open":
        yield Paragraph(_line(tokens[1]))
    elif kind == "heading_open":
        yield Heading("".join(run.text for run in _line(tokens[1])))
    elif kind in ("bullet_list_open", "ordered_list_open"):
        yield Bullets(tuple(_items(tokens[1:-1])), kind.startswith("ordered"))
    elif kind == "blockquote_open":
        yield from (Quote(line) for line in _lines(tokens[1:-1]))
    elif kind in ("fence", "code_block"):
        yield Code(tokens[0].content.rstrip("\n"))


def _items(tokens: Sequence[Token]) -> Iterator[Line]:
    """The items of a list; those of a list within it follow the item that holds it."""
    for token, before in zip(tokens, [None, *tokens], strict=False):
        if token.type == "inline":
            yield _line(token)
        elif token.type in ("fence", "code_block") and before is not None:
            yield (Run(token.content.rstrip("\n"), "code"),)


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    return (_line(token) for token in tokens if token.type == "inline")


def _line(token: Token) -> Line:
    styles: list[Style] = [""]
    links = [""]
    runs = []
    for child in token.children or ():
        if child.type in _STYLES:
            styles.append(_STYLES[child.type])
        elif child.type in ("strong_close", "em_close"):
            styles.pop()
        elif child.type == "link_open":
            links.append(_safe(str(child.attrs.get("href", ""))))
        elif child.type == "link_close":
            links.pop()
        elif child.type in ("softbreak", "hardbreak"):
            runs.append(Run(" ", styles[-1], links[-1]))
        elif child.content:
            style: Style = "code" if child.type == "code_inline" else styles[-1]
            runs.append(Run(child.content, style, links[-1]))
    return tuple(runs)


def _safe(link: str) -> str:
    return link if link.lower().startswith(_SCHEMES) else ""
