"""Sentences: where they begin and end, by rules for the marks, abbreviations and lines of written text.

One expression finds the few places where a sentence could end; the rules look at those only. They follow the
Golden Rules of Pragmatic Segmenter (Dias 2015) and pySBD (Sadvilkar and Neumann 2020).
"""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from analysis.tokens.abbreviations import ABBREVIATIONS, AFTER_A_TIME, NAMES_WITH_MARKS, PARTICLES, STARTERS, Kind
from analysis.tokens.lines import LINE_ENDS, is_wrap, list_items
from analysis.tokens.quotations import CUES, in_quotes
from analysis.tokens.scripts import APOSTROPHES


class Sentence(NamedTuple):
    """A sentence: `text[start:end]`, offsets in code points, with no white space at either end."""

    start: int
    end: int
    in_quotes: bool
    """At least half of it is in quotation marks, or all but a short attribution (`said Mr. Brown`)."""


_SENTENCE = partial(tuple.__new__, Sentence)  # twice as fast as the class, of which there are ten thousands

_WIDE = "。！？｡።፧။"
_MARKS = f".!?…‼-⁉؟۔।॥։។;:{_WIDE}"
_NO_MARK = r"(?<=[;:])(?<![\u0370-\u03ff\u1f00-\u1fff];)(?<![\u0530-\u058f]:)"  # but in Greek and Armenian
_RUN = f"[.!?…{_WIDE}]"
_CLOSER = r"(?:[\"'”’»›)\]}」』）】》]|[“«](?=\s)|[\xa0\u202f ]»(?=\s)|\[\d{1,3}\])"
_SPACE_LOST = r"(?<=[a-z][a-z][.!?])(?=[A-Z][a-z]+[ ,])"

# A mark or line end, what closes with it, and group 1: the white space up to what would be the next sentence,
# of which there is none after wide marks, nor where it was lost (`the end.The next`).
_CANDIDATE = re.compile(
    rf"[{_MARKS}{LINE_ENDS}](?:(?<=[{LINE_ENDS}])|(?!{_NO_MARK})(?<!{_RUN}{_RUN}){_RUN}*+{_CLOSER}*+)"
    rf"(\s++|(?<=[{LINE_ENDS}{_WIDE}])|(?<=[{_WIDE}][」』”）])|{_SPACE_LOST})"
)
_LINE_END = re.compile(rf"[{LINE_ENDS}]")

_LONGEST_TOKEN, _LONGEST_PARENTHESIS, _SHORT_PHRASE, _DOTS = 40, 400, 4, 3
_LONGEST_TITLE = 60
_CANNOT_OPEN = frozenset(",;:.?!%)]}”»…")
_DASHES = frozenset("-–—―")
_CERTAIN_OPENING = re.compile(r"[•⁃‣▪●◦]|[\"“](?!\w+,?[\"”]\s)[^\W\d_a-z]")
_DASH_THEN_LOWER = re.compile(r"[-–—―]\s*[\"“'‘]?[a-z]")
_BRACKETS = frozenset("([")
_QUOTES = frozenset("\"'”’»›“")
_OPENERS = "([{\"'“‘«„¿¡*_"
_NEXT_WORD = re.compile(r"[(\[\"'“‘«„]*(?!\w\.)([^\W\d_][\w’']*)")
_NUMBER = re.compile(r"[#§]?\d|[IVXLC]{2,}\b|[VX]\b")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_APOSTROPHES = frozenset(APOSTROPHES)
_JOINT = re.compile(r"[-‑/—–'’]")
_SPACED_ABBREVIATION = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]\.\s[^\W\d_]$")
_LIST_MARKER = re.compile(r"(?:[•⁃‣▪●◦*–-]\s?)?[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})")
_OMISSION = re.compile(r"(?:\.{3}|…|\.\s\.\s\.)(?:\s*[\"“]?[^\W\d_a-z]|[a-z])")
_ORDINAL_NOUN = re.compile(
    r"(?:Jan|Feb|M[äa]r|Apr|Mai|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])[a-zé]*\b"
    r"|Jahrhundert|(?:Bundesl|L)iga|Platz|Klasse"
)
_SPEAKER = r"(?:I\s|(?:[A-Z][\w.’'-]*,?\s){1,5}(?:[^,.\n]{1,40},\s)?)"
_NO_SPEAKER = r"(?:He|She|They|We|You|It|And|But|In|On|At|As|Then|When|If)\b"
_ATTRIBUTION = re.compile(rf"(?!{_NO_SPEAKER}){_SPEAKER}(?:{'|'.join(sorted(CUES))})\b")
_JAPANESE_PARTICLE = re.compile(r"と|って|、|，")
_OPENING_PHRASE = re.compile(r"(?:At|By|On|From|Around|About|After|Before|Until|Since|Shortly|Just|Near|Till)\b")


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of `text`, in order, without overlap; they hold all that is not white space.

    A line end ends a sentence unless it only wraps a paragraph; a blank line always does.
    """
    starts: list[int] = []
    ends: list[int] = []
    edges = [len(text) - len(text.lstrip()), *list_items(text), len(text.rstrip())]
    for start, stop in pairwise(edges):
        _split(text, start, stop, starts, ends)
    return list(map(_SENTENCE, zip(starts, ends, in_quotes(text, starts, ends), strict=True)))


def _split(text: str, start: int, stop: int, starts: list[int], ends: list[int]) -> None:
    """Append where the sentences of `text[start:stop]`, which opens with one, start and end."""
    for found in _CANDIDATE.finditer(text, start, stop):
        at = found.start()
        end, resume = found.span(1)
        if text[at] in LINE_ENDS:
            end = _strip_back(text, start, at)
        if resume < stop and (text[end:resume] == "\n\n" or _ends(text, start, at, end, resume)):
            starts.append(start)
            ends.append(end)
            start = resume
    if start < stop:
        starts.append(start)
        ends.append(_strip_back(text, start, stop))


def _strip_back(text: str, start: int, stop: int) -> int:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return stop


def _ends(text: str, start: int, at: int, end: int, resume: int) -> bool:
    """Whether the sentence that opened at `start` ends with the mark at `at`, whose closers end at `end`."""
    if _follows_plain_word(text, start, at, resume):
        return not _in_parenthesis(text, start, end)
    if text[end:resume] != " " and _LINE_END.search(text, end, resume):
        if not is_wrap(text, end, resume):
            return True
        if end <= at:
            return False
    following = text[resume]
    if following in _CANNOT_OPEN:
        return at > start and not text[at - 1].isspace() and bool(_OMISSION.match(text, resume))
    if following.islower() and not text[resume + 1 : resume + 2].isupper():
        return False
    if following in _DASHES and _DASH_THEN_LOWER.match(text, resume):
        return False
    return _mark_ends(text, start, at, end, resume) and not _in_parenthesis(text, start, end)


def _follows_plain_word(text: str, start: int, at: int, resume: int) -> bool:
    """Whether all is as at most ends: a word that is no abbreviation, a stop, a space, and what can open a sentence."""
    if text[at:resume] != ". " or not (text[resume].isupper() or text[resume] in _OPENERS):
        return False
    token = text[text.rfind(" ", start, at) + 1 or start : at]
    return token.isalpha() and at - start > len(token) > 1 and token not in ABBREVIATIONS


def _mark_ends(text: str, start: int, at: int, end: int, resume: int) -> bool:
    """Whether the mark at `at` ends its sentence, given that what follows could open another."""
    mark = text[at]
    if mark == "." and text[at + 1] != ".":
        return _stop_ends(text, start, at, end, resume)
    if mark in ".…":
        return _ellipsis_ends(text, start, at, end, resume)
    if mark in "!?":
        return _cry_ends(text, start, at, end, resume)
    return mark not in _WIDE or not (_in_wide_brackets(text, start, end) or _quotation_goes_on(text, at, end, resume))


def _quotation_goes_on(text: str, at: int, end: int, resume: int) -> bool:
    return at + 1 < end == resume and bool(_JAPANESE_PARTICLE.match(text, resume))


def _in_wide_brackets(text: str, start: int, end: int) -> bool:
    return any(
        text.rfind(opening, start, end) > text.rfind(closing, start, end)
        and text.find(closing, end, end + _LONGEST_TITLE) > 0
        for opening, closing in ("《》", "「」", "『』", "（）")
    )


def _in_parenthesis(text: str, start: int, end: int) -> bool:
    """Whether a bracket that opened inside the sentence is still open at `end`, and closes soon after."""
    opened = text.rfind("(", start + 1, end)
    if opened < 0 or text.find(")", opened, end) > 0:
        return False
    return text.find(")", end, end + _LONGEST_PARENTHESIS) > 0


def _stop_ends(text: str, start: int, at: int, end: int, resume: int) -> bool:
    before = text[at - 1] if at > start else " "
    if before.isspace():
        return _spaced_stop_ends(text, start, at, resume)
    token = text[text.rfind(" ", start, at) + 1 or start : at]
    plain = token.isalpha() and at - start > len(token) > 1
    kind = ABBREVIATIONS.get(token) if plain else _kind(text, start, at, resume, token)
    if kind is None:
        return end != resume or plain
    return ")" not in text[at:end] and _abbreviation_ends(text, start, at, resume, kind)


def _kind(text: str, start: int, at: int, resume: int, token: str) -> Kind | None:
    """The kind of a token that is not a plain word; the item of a list follows its marker."""
    marker = _LIST_MARKER.match(text, start)
    if marker and marker.end() == at:
        return Kind.NEVER
    token = token[-_LONGEST_TOKEN:].rsplit(None, 1)[-1].lstrip(_OPENERS)
    piece = _JOINT.split(token)[-1]
    if kind := ABBREVIATIONS.get(token) or ABBREVIATIONS.get(piece):
        return kind
    if len(piece) == 1 and _SPACED_ABBREVIATION.search(text[max(start, at - 5) : at]):
        return Kind.NEVER
    is_initial = len(piece) == 1 and piece.isalpha() and token[-2:-1] not in _APOSTROPHES  # as in didn't
    if is_initial or _DOTTED.fullmatch(piece):
        return ABBREVIATIONS.get(piece.rpartition(".")[2]) if len(piece) > 5 else Kind.INITIAL
    if len(piece) < 3 and piece.isdigit() and _ORDINAL_NOUN.match(text, resume):
        return Kind.NEVER
    return None


def _abbreviation_ends(text: str, start: int, at: int, resume: int, kind: Kind) -> bool:
    if kind is Kind.NEVER:
        return False
    if kind is Kind.UNLESS_NUMBER:
        return not _NUMBER.match(text, resume)
    if text[resume] in _DASHES:
        return False
    if kind in (Kind.STARTER, Kind.INITIAL):
        particle = kind is Kind.STARTER and _next_word(text, resume) in PARTICLES
        return particle or _opens_sentence(text, resume) or bool(_CERTAIN_OPENING.match(text, resume))
    if text[resume].isdigit() or _next_word(text, resume) in AFTER_A_TIME:
        return False
    return not (_OPENING_PHRASE.match(text, start) and text.count(" ", start, at) < _SHORT_PHRASE)


def _next_word(text: str, resume: int) -> str:
    """The word at `resume` behind opening marks; empty if there is none or it is an initial with its stop."""
    found = _NEXT_WORD.match(text, resume)
    return found[1] if found else ""


def _opens_sentence(text: str, resume: int) -> bool:
    return _next_word(text, resume).replace("’", "'") in STARTERS


def _spaced_stop_ends(text: str, start: int, at: int, resume: int) -> bool:
    """A stop after a space: the last dot of a spaced ellipsis, or the stop of a text cut into tokens."""
    so_far = "".join(text[max(start, at - _LONGEST_TOKEN) : at + 1].split())
    n_dots = len(so_far) - len(so_far.rstrip("."))
    if n_dots == len(so_far):
        return False
    return n_dots not in (2, 3) or _next_word(text, resume) in STARTERS - {"I"}


def _ellipsis_ends(text: str, start: int, at: int, end: int, resume: int) -> bool:
    if at == start or text[at - 1] in _BRACKETS:
        return False
    if end - at > _DOTS and text[at:end].startswith("...."):
        return True
    following = _next_word(text, resume)
    if text[at - 1].isspace():
        return following.replace("’", "'") in STARTERS and following != "I"
    return following not in ("", "I", text[max(start, at - _LONGEST_TOKEN) : at].rsplit(None, 1)[-1])


def _cry_ends(text: str, start: int, at: int, end: int, resume: int) -> bool:
    """A `!` or `?`: not in a name or bracketed remark, nor where the speaker follows the quotation."""
    if text[at - 1 : at] in _BRACKETS:
        return False
    if text[end - 1] in _QUOTES and _ATTRIBUTION.match(text, resume):
        return False
    name = text[max(start, at - _LONGEST_TOKEN) : at].rpartition(" ")[2].lstrip(_OPENERS)
    return name not in NAMES_WITH_MARKS or _opens_sentence(text, resume)
