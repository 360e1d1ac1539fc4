"""Nexis as it was: `1 of 50 DOCUMENTS`, outlet and date in the middle of the line, labels in capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.sources.exports.part import EXPORT_FIELD, EXPORT_MARK, Part, date_in, lines_of, paragraph, parts_from

_MARK = re.compile(
    r"(?:FOCUS - )?\d+ of \d+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+|Documento \d+ de \d+", re.IGNORECASE
)
_HAS_MARK = re.compile(rf"^[ \t\f]*(?:{_MARK.pattern})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_LABEL = re.compile(r"\s*([A-ZÄÖÜÉÈÀÇ][A-ZÄÖÜÉÈÀÇ /-]{2,30}):\s*(.*)")
_COPYRIGHT = re.compile(
    r"\s*(?:Copyright|©|All Rights Reserved|Alle Rechte vorbehalten|Tous droits réservés)\b.*", re.I
)
_BYLINES = frozenset({"BYLINE", "AUTOR", "AUTEUR", "AUTOR/A", "AUTORE"})
_HEADLINES = frozenset({"HEADLINE", "TITLE", "TITEL"})
_ABOVE_TEXT = _BYLINES | {"SECTION", "LENGTH", "DATELINE", "RUBRIK", "LÄNGE", "RUBRIQUE", "LONGUEUR", "SECCIÓN", "BODY"}
_BELOW_TEXT = frozenset(
    {"URL", "GRAPHIC", "LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "SUBJECT", "DOCUMENT-TYPE", "NOTES"}
)
# So many paragraphs may stand between the date and the first label: the edition and the headline.
_NEAR = 3
# So many visible lines below the mark, the date has been.
_HEAD_LINES = 8


def has_marks(text: str) -> bool:
    """Whether a line of `text` counts the documents."""
    return bool(_HAS_MARK.search(text))


def split(text: str) -> Sequence[Part]:
    """The articles, each from its mark to the next."""
    lines = lines_of(text)
    starts = [number for number, line in enumerate(lines) if _MARK.fullmatch(line.strip())]
    return [
        _read(part, next(n for n, line in enumerate(part.lines) if _MARK.fullmatch(line.strip())))
        for part in parts_from(lines, starts)
    ]


def _read(part: Part, mark: int) -> Part:
    part.take([mark], EXPORT_MARK)
    after = _take_outlet_and_date(part, mark + 1)
    after = _take_headline(part, after)
    _take_labels(part, after)
    _take_tail(part)
    return part


def _take_outlet_and_date(part: Part, start: int) -> int:
    """Take what is printed in the middle of the lines above the headline; the line after it."""
    head = part.visible(start)[:_HEAD_LINES]
    dated = next((number for number in head if date_in(part.lines[number])), None)
    if dated is None:
        return start
    above = [number for number in head if number < dated]
    if above:
        part.give("outlet", part.lines[above[0]], above[:1])
        part.take(above[1:], EXPORT_FIELD)
    part.give("published", date_in(part.lines[dated]) or "", [dated])
    # The edition stands below the date, up to the blank line or the end of the page.
    edition = paragraph(part.lines, dated)
    edition = range(dated, next((number for number in edition if number in part.furniture), edition.stop))
    part.take(edition, EXPORT_FIELD)
    return edition.stop


def _take_headline(part: Part, start: int) -> int:
    """Take the last paragraph above the labels, and what stands above it, where both are near; the line after it."""
    paragraphs: list[range] = []
    following = next(iter(part.visible(start)), None)
    while following is not None and not _LABEL.fullmatch(part.lines[following]) and len(paragraphs) < _NEAR:
        paragraphs.append(_labelled(part, following))
        following = next(iter(part.visible(paragraphs[-1].stop)), None)
    label = _LABEL.fullmatch(part.lines[following]) if following is not None else None
    if not paragraphs or label is None or label[1] not in _ABOVE_TEXT:
        return start
    part.give("headline", part.join(paragraphs[-1]), paragraphs[-1])
    part.take((number for above in paragraphs[:-1] for number in above), EXPORT_FIELD)
    return paragraphs[-1].stop


def _take_labels(part: Part, start: int) -> None:
    """Take the labelled paragraphs above the text."""
    visible = part.visible(start)
    while visible and (match := _LABEL.fullmatch(part.lines[visible[0]])):
        numbers = _labelled(part, visible[0])
        if match[1] == "BODY" or (match[1] in _HEADLINES and not match[2]):
            numbers = range(visible[0], visible[0] + 1)
        value = " ".join([match[2], part.join(numbers[1:])])
        if match[1] in _BYLINES:
            part.give("byline", value, numbers)
        elif match[1] in _HEADLINES and match[2]:
            part.give("headline", value, numbers)
        else:
            part.take(numbers, EXPORT_FIELD)
        visible = part.visible(numbers.stop)


def _take_tail(part: Part) -> None:
    """Take the labelled paragraphs and the copyright below the text, from the end."""
    visible = part.visible()
    while visible and visible[-1] not in part.taken:
        first = visible[-1]
        while first > 0 and part.lines[first - 1].strip() and not _begins_field(part.lines[first]):
            first -= 1
        if not (_LABEL.fullmatch(part.lines[first]) or _COPYRIGHT.fullmatch(part.lines[first])):
            return
        label = _LABEL.fullmatch(part.lines[first])
        if label and label[1] == "URL":
            part.give("url", label[2], [first])
        part.take(range(first, visible[-1] + 1), EXPORT_FIELD)
        visible = [number for number in visible if number < first]


def _labelled(part: Part, start: int) -> range:
    """The lines from `start` to the next blank one or the next label: a page may end between them."""
    whole = paragraph(part.lines, start)
    stop = next((number for number in whole[1:] if _begins_field(part.lines[number])), whole.stop)
    return range(start, stop)


def _begins_field(line: str) -> bool:
    label = _LABEL.fullmatch(line)
    return bool(_COPYRIGHT.fullmatch(line) or (label and label[1] in _ABOVE_TEXT | _BELOW_TEXT | _HEADLINES))
