"""Factiva: each article ends with `Document` and its number; its fields stand above the text, with codes or without."""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.sources.exports.part import EXPORT_FIELD, EXPORT_MARK, Part, date_in, lines_of, parts_from, starts_after

_END = re.compile(r"(?:AN[\s|]+)?Do[ck]umento? [A-Z]{2,12}\d{8,}[A-Za-z0-9]*\s*\|?")
_HAS_END = re.compile(rf"^[ \t\f]*(?:{_END.pattern})[ \t]*\r?$", re.MULTILINE)
_N_WORDS = re.compile(r"\d[\d,.\s]* (?:words|Wörter|mots|palabras|parole|woorden|palavras)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\(?(?:Copyright|©|\(c\)).*", re.IGNORECASE)
_BYLINE = re.compile(r"(?:By|Von|Par|Por|Di|Door|Da)\s.+", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}:\d{2}(?:\s*[AP]M)?|\d{1,2}:\d{2} GMT", re.IGNORECASE)
_CODE = re.compile(
    r"(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CLM)(?:[\s|]+(.*?))?[\s|]*"
)
_FIELDS = {"HD": "headline", "BY": "byline", "PD": "published", "SN": "outlet"}
_TEXT_CODES = frozenset({"LP", "TD"})
_LONGEST_BYLINE_WORDS = 6
_HEAD_LINES = 12


def has_marks(text: str) -> bool:
    """Whether a line of `text` names a document by its number."""
    return bool(_HAS_END.search(text))


def split(text: str) -> Sequence[Part]:
    """The articles, each up to its end mark; a label of the text gets a line of its own."""
    lines = [piece for line in lines_of(text) for piece in _without_label(line)]
    return [_read(part) for part in parts_from(lines, starts_after(lines, _END))]


def _without_label(line: str) -> list[str]:
    match = re.fullmatch(r"(LP|TD)(?:\s{2,}|\t|\s*\|)\s*(.*?)[\s|]*", line)
    return [match[1], match[2]] if match and match[2] else [line]


def _read(part: Part) -> Part:
    visible = part.visible()
    end = [number for number in visible if _END.fullmatch(part.lines[number].strip())]
    part.take(range(end[-1], len(part.lines)) if end else [], EXPORT_MARK)
    codes = [number for number in visible if _is_code(part.lines[number])]
    if any(_code_of(part.lines[number]) == "HD" for number in codes):
        _read_coded(part, codes)
    else:
        _read_plain(part, visible)
    return part


def _is_code(line: str) -> bool:
    match = _CODE.fullmatch(line.strip())
    return bool(match and (match[2] is None or re.match(r"[A-Z]{2,3}(?:\s{2,}|\t|\s*\|)", line.strip())))


def _code_of(line: str) -> str:
    match = _CODE.fullmatch(line.strip())
    return match[1] if match else ""


def _read_coded(part: Part, codes: Sequence[int]) -> None:
    part.take(range(codes[0]), EXPORT_MARK)
    for place, number in enumerate(codes):
        stop = codes[place + 1] if place + 1 < len(codes) else len(part.lines)
        code = _code_of(part.lines[number])
        if code in _TEXT_CODES:
            part.take([number], EXPORT_FIELD)
            continue
        match = _CODE.fullmatch(part.lines[number].strip())
        numbers = part.visible(number, stop)
        value = " ".join([(match[2] if match else "") or "", part.join(numbers[1:]).strip(" |")])
        if code in _FIELDS:
            part.give(_FIELDS[code], value, numbers)
        else:
            part.take(numbers, EXPORT_FIELD)


def _read_plain(part: Part, visible: Sequence[int]) -> None:
    """Take the fields by their order around the number of words; without it, nothing is known."""
    counted = next((place for place, n in enumerate(visible) if _N_WORDS.fullmatch(part.lines[n].strip())), None)
    if counted is None:
        return
    _take_above(part, visible[:counted])
    part.take([visible[counted]], EXPORT_FIELD)
    _take_below(part, visible[counted + 1 :][:_HEAD_LINES])


def _take_above(part: Part, above: Sequence[int]) -> None:
    """Take the section, the headline and the byline, of which the headline is always there."""
    if len(above) > 1 and _is_byline(part.lines[above[-1]].strip()):
        part.give("byline", part.lines[above[-1]], above[-1:])
        above = above[:-1]
    if above:
        part.give("headline", part.lines[above[-1]], above[-1:])
        part.take(above[:-1], EXPORT_FIELD)


def _is_byline(line: str) -> bool:
    if _BYLINE.fullmatch(line):
        return True
    words = line.split()
    return len(words) <= _LONGEST_BYLINE_WORDS and all(word[0].isupper() for word in words) and line[-1] not in ".!?"


def _take_below(part: Part, below: Sequence[int]) -> None:
    """Take date, time, outlet, code, edition, page, language and copyright."""
    if not below or not (date := date_in(part.lines[below[0]])):
        return
    part.give("published", date, below[:1])
    rest = [number for number in below[1:] if not _TIME.fullmatch(part.lines[number].strip())]
    part.take((number for number in below[1:] if number not in rest), EXPORT_FIELD)
    if rest:
        part.give("outlet", part.lines[rest[0]], rest[:1])
    last = next((n for n in rest if _COPYRIGHT.fullmatch(part.lines[n].strip())), None)
    stop = last + 1 if last is not None else _first_blank(part, below[0])
    part.take((number for number in rest if number < stop), EXPORT_FIELD)


def _first_blank(part: Part, start: int) -> int:
    return next((n for n in range(start, len(part.lines)) if not part.lines[n].strip()), start)
