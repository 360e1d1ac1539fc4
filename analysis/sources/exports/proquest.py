"""ProQuest: a rule of underscores, `Document 1 of 3`, labelled fields, `Full text:`, and more fields below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.sources.exports.part import EXPORT_FIELD, EXPORT_MARK, Part, lines_of, parts_from

_RULE = re.compile(r"_{10,}")
_COUNT = re.compile(r"Document \d+ of \d+", re.IGNORECASE)
_LINK = re.compile(r"(?:ProQuest document link|Link to ProQuest document)", re.IGNORECASE)
_OF_PROQUEST = re.compile(
    r"^[ \t\f|]*(?:ProQuest document (?:link|ID)|Full text:|FULL TEXT|Publication title:)", re.MULTILINE
)
_LABELS = (
    *("Author", "Publication info", "Abstract", "Abstract (summary)", "Links", "Full text", "Credit", "Subject"),
    *("Location", "People", "Person", "Company / organization", "Business indexing term", "Classification", "Title"),
    *("Headline", "Correspondence author", "Publication title", "First page", "Pages", "Number of pages", "Volume"),
    *("Issue", "Publication year", "Publication date", "Year", "Section", "column", "Dateline", "Publisher"),
    *("Place of publication", "Country of publication", "Publication subject", "ISSN", "e-ISSN", "Source type"),
    *("Language of publication", "Document type", "Document feature", "ProQuest document ID", "Document URL"),
    *("Copyright", "Last updated", "Database", "Identifier / keyword", "Illustration", "Caption", "Alternate title"),
)
_LABEL = re.compile(rf"({'|'.join(map(re.escape, _LABELS))}):[\s|]*(.*?)[\s|]*", re.IGNORECASE)
_FULL_TEXT = re.compile(r"Full text:?", re.IGNORECASE)
_HEADING = re.compile(r"(?:ABSTRACT(?: \(ENGLISH\))?|DETAILS|LINKS)")
_FIELDS = {
    "author": "byline",
    "publication title": "outlet",
    "publication date": "published",
    "document url": "url",
    "title": "headline",
    "headline": "headline",
}
# `The Guardian ; London (UK) [London (UK)]04 May 2016: 12.`
_INFO_DATE = re.compile(r"\b(\d{1,2} [A-Z][a-z]+ \d{4})\b|\b([A-Z][a-z]+ \d{1,2}, \d{4})\b")
# So many lines at most hold the value of a field.
_LONGEST_FIELD = 3
_LAST_WORDS = re.compile(r"(?:Contact us at:.*|Database copyright.*|Terms and Conditions:.*)", re.IGNORECASE)


def has_marks(text: str) -> bool:
    """Whether `text` has a label that ProQuest alone uses, and says where a document begins."""
    return bool(_OF_PROQUEST.search(text)) and bool(_starts(lines_of(text)))


def split(text: str) -> Sequence[Part]:
    """The articles, each from its number or from its headline; `Full text:` gets a line of its own."""
    lines = [piece for line in lines_of(text) for piece in _without_label(line)]
    return [_read(part) for part in parts_from(lines, _starts(lines))]


def _without_label(line: str) -> list[str]:
    match = re.fullmatch(r"\s*(Full text:|Abstract:)\s*(.*)", line, re.IGNORECASE)
    return [match[1], match[2]] if match and match[2] else [line]


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each article begins: at its number, or where nothing is numbered at the headline above its link."""
    counted = [number for number, line in enumerate(lines) if _COUNT.fullmatch(line.strip())]
    if counted:
        return counted
    return [_headline_above(lines, number) for number, line in enumerate(lines) if _LINK.fullmatch(line.strip(" \t|"))]


def _headline_above(lines: Sequence[str], link: int) -> int:
    """The first visible line after the fields of the article before."""
    first = link
    for number in range(link - 1, -1, -1):
        line = lines[number].strip()
        match = _LABEL.fullmatch(line)
        if line.endswith("|") or _RULE.fullmatch(line) or (match and match[1].lower() in ("database", "last updated")):
            break
        first = number if line else first
    return first


def _read(part: Part) -> Part:
    visible = [number for number in part.visible() if number not in part.taken]
    marks = [number for number in visible if _is_mark(part.lines[number].strip())]
    part.take(marks, EXPORT_MARK)
    visible = [number for number in visible if number not in part.taken]
    if visible and not _LABEL.fullmatch(part.lines[visible[0]].strip()):
        part.give("headline", part.lines[visible[0]], visible[:1])
        _take_byline(part, visible[0])
    full_text = next((n for n in visible if _FULL_TEXT.fullmatch(part.lines[n].strip(" \t|"))), None)
    _take_fields(part, visible, full_text)
    return part


def _take_byline(part: Part, headline: int) -> None:
    """Take the one line between the headline and the link, which has no label where fields stand in a table."""
    below = part.visible(headline + 1)[:2]
    first, second = ([part.lines[number].strip(" \t|") for number in below] + ["", ""])[:2]
    if _LINK.fullmatch(second) and not _LABEL.fullmatch(first):
        part.give("byline", first.rstrip("."), below[:1])


def _is_mark(line: str) -> bool:
    bare = line.strip(" \t|")
    return any(mark.fullmatch(bare) for mark in (_RULE, _COUNT, _LINK, _LAST_WORDS))


def _take_fields(part: Part, visible: Sequence[int], full_text: int | None) -> None:
    """Take labelled lines and what follows them; the text is what follows `Full text`, else the abstract."""
    in_text = False
    for number in visible:
        line = part.lines[number].strip()
        match = _LABEL.fullmatch(line)
        if number == full_text or _HEADING.fullmatch(line):
            part.take([number], EXPORT_FIELD)
            in_text = number == full_text or (full_text is None and line.startswith("ABSTRACT"))
        elif match and (full_text is None or number < full_text or _is_tail(match, in_text)):
            in_text = full_text is None and match[1].lower().startswith("abstract")
            _take_field(part, match, number)
        elif not in_text:
            part.take([number], EXPORT_FIELD)


def _is_tail(match: re.Match[str], in_text: bool) -> bool:
    """Whether a label ends the text: in the text, one that is no word of every day."""
    return not in_text or match[1][0].isupper()


def _rest_of_field(part: Part, number: int) -> str:
    """The lines right below a label that its value goes on in, as where a page is too narrow for it."""
    below = []
    for following in range(number + 1, min(number + _LONGEST_FIELD, len(part.lines))):
        line = part.lines[following].strip()
        if (
            not line
            or "|" in part.lines[number]
            or _LABEL.fullmatch(line)
            or _HEADING.fullmatch(line)
            or _is_mark(line)
        ):
            break
        below.append(following)
    return part.join(below)


def _take_field(part: Part, match: re.Match[str], number: int) -> None:
    label, value = match[1].lower(), f"{match[2]} {_rest_of_field(part, number)}".strip()
    if label == "publication info":
        date = _INFO_DATE.search(value)
        part.fields.setdefault("outlet", value.split(";")[0].strip())
        if date:
            part.fields.setdefault("published", date[0])
        part.take([number], EXPORT_FIELD)
    elif label in _FIELDS:
        part.give(_FIELDS[label], value.split(";")[0] if label == "publication title" else value, [number])
    else:
        part.take([number], EXPORT_FIELD)
