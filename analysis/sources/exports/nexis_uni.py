"""Nexis Uni, Lexis Advance: headline, outlet, date, copyright, labels, `Body`, the text, `End of Document`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.sources.exports.part import EXPORT_FIELD, EXPORT_MARK, Part, date_in, lines_of, parts_from, starts_after

_END = re.compile(r"End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van document", re.I)
_HAS_END = re.compile(rf"^[ \t\f]*(?:{_END.pattern})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_OF_ARTICLE = re.compile(
    r"^[ \t\f]*(?:(?:Length|Länge|Longueur):[ \t]*\d|Body[ \t]*\r?$|Load-Date:)", re.I | re.MULTILINE
)
_LABEL = re.compile(
    r"(Section|Length|Byline|Dateline|Highlight|Series|Edition|Rubrik|Länge|Autor|Rubrique|Longueur|Auteur)"
    r":[\s\xa0]*(.*)",
    re.IGNORECASE,
)
_BYLINES = frozenset({"byline", "autor", "auteur"})
_COPYRIGHT = re.compile(r"(?:Copyright|©)\b.*|©.*", re.IGNORECASE)
_BODY = re.compile(r"Body", re.IGNORECASE)
_TAIL = re.compile(r"Classification|Load-Date:.*|Graphic|Notes", re.IGNORECASE)


def has_marks(text: str) -> bool:
    """Whether `text` says where a document ends, and what only an article has."""
    return bool(_HAS_END.search(text) and _OF_ARTICLE.search(text))


def split(text: str) -> Sequence[Part]:
    """The articles, each up to its end mark."""
    lines = lines_of(text)
    return [_read(part) for part in parts_from(lines, starts_after(lines, _END))]


def _read(part: Part) -> Part:
    visible = part.visible()
    end = [number for number in visible if _END.fullmatch(part.lines[number].strip())]
    part.take(range(end[-1], len(part.lines)) if end else [], EXPORT_MARK)
    labelled = [number for number in visible if _is_head(part.lines[number].strip())]
    if labelled:
        _take_head(part, labelled[0])
    start = _take_labels(part, labelled[0] if labelled else 0)
    _take_tail(part, start)
    return part


def _is_head(line: str) -> bool:
    return bool(_COPYRIGHT.fullmatch(line) or _LABEL.fullmatch(line) or _BODY.fullmatch(line))


def _take_head(part: Part, stop: int) -> None:
    """Take headline, outlet and date, which stand in this order above the first label."""
    above = part.visible(stop=stop)
    dated = next((place for place in range(len(above) - 1, -1, -1) if date_in(part.lines[above[place]])), None)
    if dated is None:
        return
    part.give("published", date_in(part.lines[above[dated]]) or "", [above[dated]])
    part.take(above[dated + 1 :], EXPORT_FIELD)
    if dated >= 1:
        part.give("outlet", part.lines[above[dated - 1]], [above[dated - 1]])
    if dated >= 2:
        part.give("headline", part.lines[above[dated - 2]], [above[dated - 2]])
        part.take(above[: dated - 2], EXPORT_MARK)


def _take_labels(part: Part, start: int) -> int:
    """Take the labelled lines above the text; the line at which the text begins."""
    begins = start
    for number in part.visible(start):
        line = part.lines[number].strip()
        if _BODY.fullmatch(line):
            part.take([number], EXPORT_FIELD)
            return number + 1
        if not _is_head(line):
            return begins
        match = _LABEL.fullmatch(line)
        if match and match[1].lower() in _BYLINES:
            part.give("byline", match[2], [number])
        else:
            part.take([number], EXPORT_FIELD)
        begins = number + 1
    return begins


def _take_tail(part: Part, start: int) -> None:
    """Take all from the classification on."""
    tail = next((number for number in part.visible(start) if _TAIL.fullmatch(part.lines[number].strip())), None)
    if tail is not None:
        part.take(range(tail, len(part.lines)), EXPORT_FIELD)
