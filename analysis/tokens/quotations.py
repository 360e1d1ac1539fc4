"""Quotation marks: which sentences are somebody's words rather than the reporter's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.tokens.lines import LINE_ENDS, is_wrap

_CUES = """
    said says say saying asked asks asking told tells wrote writes added adds tweeted replied replies cried
    shouted yelled exclaimed wondered continued explained explains noted notes recalled joked quipped declared
    demanded responded concluded insisted argued argues warned claimed stated announced screamed answered
    thought
"""
CUES = frozenset(_CUES.split())

Span = tuple[int, int]

_TYPEWRITTEN = '\u2060"'  # as long as '' and ``, which it stands for
_MARKS = '"“”„‟«»「」『』'
_FAMILY = {mark: family for family, marks in enumerate(('"“”„‟', "«»", "「」", "『』")) for mark in marks}
_OPENING, _CLOSING = frozenset("“„‟«「『"), frozenset("”»」』")
# Any mark, and with group 1 the whole of a plain pair in one line, as nearly all are.
_DOUBLE = re.compile(
    rf"[{_MARKS}](?:(?:(?<=“)|(?<![^\s(\[—–\u2060]\")(?<=\")(?=\S))"
    rf"[^{_MARKS}{LINE_ENDS}]*+((?<=\S)\"(?!\w)|”))?+"
)

# 'em, '90s and their like open with an apostrophe.
_NO_APOSTROPHE = r"(?!(?:\d\ds?|[Ee]m|n|[Tt]il|[Tt]is|[Tt]was|[Cc]ause|[Rr]ound)\b)(?=[\w“\"…])"
_CURLY_OPEN = re.compile(rf"‘{_NO_APOSTROPHE}")
_STRAIGHT_OPEN = re.compile(rf"'(?<![^\s(\[—–“\"].){_NO_APOSTROPHE}")
_SINGLE_CLOSE = (re.compile(r"['’](?<=[.,!?…”\"].)(?!\w)"), re.compile(r"['’](?<=[\w)%].)(?!\w)"))
_LINE_ENDS = re.compile(rf"\s*[{LINE_ENDS}]\s*")
_LINE_END = re.compile(rf"[{LINE_ENDS}]")

_DASHES = "—―–"
_DIALOGUE = re.compile(rf"\n[{_DASHES}]")
_SPEAKER_AFTER_DASH = re.compile(rf"[{_DASHES}](?:\S.*?\s|.*?[,!?….]\s)[{_DASHES}]\s?(?=[a-zà-öø-ÿа-яё])")

_LONGEST_ATTRIBUTION, _MOST_WORDS = 80, 10


def in_quotes(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[bool]:
    """For each sentence `text[start:end]`, in order, whether it lies inside quotation marks.

    It does if at least half of its characters do, marks included, or if all that is outside is a short
    attribution (`said Mr. Brown`). A quotation that is not closed runs to the end of its paragraph; one that
    opens again in every paragraph and closes in the last covers them all. Single marks count where they do not
    look like apostrophes, and paragraphs that open with a dash where a second dash sets off who speaks.
    """
    inside: dict[int, list[Span]] = {}
    number, n_sentences = 0, len(starts)
    for span in quotations(text):
        opened, closed = span
        number = bisect_right(ends, opened, max(0, number - 1))
        while number < n_sentences and starts[number] < closed:
            inside.setdefault(number, []).append(span)
            number += 1
    flags = [False] * n_sentences
    for number, spans in inside.items():
        flags[number] = _is_quoted(text, starts[number], ends[number], spans)
    return flags


def _is_quoted(text: str, start: int, end: int, spans: list[Span]) -> bool:
    """Whether enough of the sentence `text[start:end]` is in the quotations `spans`, which all touch it."""
    if len(spans) == 1:
        opened, closed = spans[0]
        unquoted = (opened - start if opened > start else 0) + (end - closed if closed < end else 0)
    else:
        unquoted = end - start - sum(min(closed, end) - max(opened, start) for opened, closed in spans)
    if 2 * unquoted <= end - start:
        return True
    return unquoted < _LONGEST_ATTRIBUTION and _is_attribution(text, start, end, spans)


def _is_attribution(text: str, start: int, end: int, spans: list[Span]) -> bool:
    """Whether all around the quotations says who speaks; amid a sentence, quoted words are but a phrase."""
    stops = [start, *(min(closed, end) for _, closed in spans)]
    resumes = [*(max(opened, start) for opened, _ in spans), end]
    outside = [text[stopped:opened] for stopped, opened in zip(stops, resumes, strict=True)]
    if outside[0] and outside[-1].strip(" .!?"):
        return False
    words = " ".join(outside).split()
    return len(words) < _MOST_WORDS and any(word.strip(",.:;—–") in CUES for word in words)


def quotations(text: str) -> list[Span]:
    """Offsets of the quotations in `text` with their marks, in order; they do not overlap."""
    if "''" in text or "``" in text:
        text = text.replace("''", _TYPEWRITTEN).replace("``", _TYPEWRITTEN)
    spans = list(_double(text)) if any(mark in text for mark in _MARKS) else []
    if " '" in text or "\n'" in text or text.startswith("'"):
        spans += _single(text, (_STRAIGHT_OPEN, _CURLY_OPEN))
    elif "‘" in text:
        spans += _single(text, (_CURLY_OPEN,))
    if text[:1] in _DASHES or _DIALOGUE.search(text):
        spans += _dialogues(text)
    return _merge(spans)


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for opened, closed in sorted(spans):
        if merged and opened < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(closed, merged[-1][1]))
        else:
            merged.append((opened, closed))
    return merged


def _double(text: str) -> Iterator[Span]:
    opened = seen = -1
    for found in _DOUBLE.finditer(text):
        at = found.start()
        if opened >= 0 and (paragraph_end := _paragraph_end(text, seen, at)) >= 0:
            yield opened, paragraph_end
            opened = -1
        seen = at
        if opened < 0 and found.lastindex:
            yield found.span()
        elif opened < 0:
            opened = at if _can_open(text, at) else -1
        elif not found.lastindex and _can_close(text, opened, at):
            yield opened, at + 1
            opened = -1
    if opened >= 0:
        paragraph_end = _paragraph_end(text, seen, len(text))
        yield opened, paragraph_end if paragraph_end >= 0 else len(text)


def _paragraph_end(text: str, start: int, stop: int) -> int:
    """The first line end in `text[start:stop]` that does not just wrap a paragraph; -1 if there is none."""
    for found in _LINE_ENDS.finditer(text, start, stop):
        end, resume = found.span()
        if resume == len(text) or not is_wrap(text, end, resume):
            return end
    return -1


def _can_open(text: str, at: int) -> bool:
    """Swedish opens with the mark that closes elsewhere, German with », so the neighbours decide."""
    mark, before, after = text[at], text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    free_before = before.isspace() or before in "([—–-\u2060"
    if mark in _CLOSING:
        return (before.isspace() or before in "([") and not after.isspace()
    if mark in _OPENING:
        return free_before or not after.isspace()
    return free_before or not (after.isspace() or before.isalnum())


def _can_close(text: str, opened: int, at: int) -> bool:
    """Whether the mark at `at` closes the quotation that opened with the mark at `opened`."""
    mark, before, after = text[at], text[at - 1], text[at + 1 : at + 2] or " "
    if _FAMILY[mark] != _FAMILY[text[opened]]:
        return False
    if mark in _OPENING:
        return not before.isspace() and not after.isalnum()
    return not before.isspace() or not after.isalnum()


def _single(text: str, openings: Sequence[re.Pattern[str]]) -> Iterator[Span]:
    """Quotations in single marks: up to a mark after a stop or comma, or else to the first after a word."""
    starts = sorted(found.start() for opening in openings for found in opening.finditer(text))
    for opened, following in pairwise([*starts, len(text)]):
        line_end = _LINE_END.search(text, opened, following)
        limit = line_end.start() if line_end else following
        closers = (pattern.search(text, opened + 1, limit) for pattern in _SINGLE_CLOSE)
        if found := next(filter(None, closers), None):
            yield opened, found.end()


def _dialogues(text: str) -> Iterator[Span]:
    """Lines that open with a dash, where a second dash before a lower-case word sets off the speaker."""
    start = 0
    for line in _LINE_END.split(text):
        if line[:1] in _DASHES and _SPEAKER_AFTER_DASH.match(line):
            yield start, start + len(line)
        start += len(line) + 1
