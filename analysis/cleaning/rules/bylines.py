"""Bylines: lines that say who wrote a text."""

from __future__ import annotations

import re

_LONGEST = 130

_PARTICLE = r"(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|bin|ibn|el|ter|zu|y|e)"
_NAME_WORD = rf"(?:{_PARTICLE}|[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.\-]*|[А-Я][а-яё]+)"
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:, ?(?:and )?| and | & | und | et | y | e | with ){_NAME}){{0,4}}"
_JOB = (
    r"(?:staff|senior|chief|sports?|auto|business|political|science|special|contributing|guest|national|white house|"
    r"reporters?|writers?|editors?|correspondents?|columnist|contributor|journalist|producer|analyst|"
    r"(?:the )?associated press|ap|afp|reuters|bloomberg|cnn|usa today|news agency|deputy|managing|digital|opinion|"
    r"foreign|news|correspondant|redakteur|redaktion|redacción|redação|agencies|desk|bureau)"
)
_BY = (
    r"(?i:(?:written |posted |published |reported |story |words |text |analysis |opinion |review |edited |reviewed |"
    r"submitted |created )?by|byline|authors?|von|par|por|da|di|autore?|auteur|texto?|redacción|redação)"
)
_AFTER = (
    r"(?:[,|•·/\-–—(@].{0,70}|(?i:on|for|of|in|at|with|updated|published|posted) .{0,60})"  # a job, a place, a date
)
_WITH_BY = re.compile(rf"^[\W_]*{_BY}(?: ?[:|])? (?P<names>@?{_NAMES})\s*{_AFTER}?$")
_WITH_JOB = re.compile(
    rf"^(?P<names>{_NAMES})(?:, | \| | - | – |, the |/| \()(?i:(?:{_JOB}\b[ ,&-]*)(?:\w+[ ,&-]*){{0,5}}\)?)$"
)
_JOB_AFTER_NAME = re.compile(rf"(?i),(?: the)? {_JOB}\b.*$")
_BARE = re.compile(r"(?i)^(?:written |posted |published )?(?:by|von|par|por|author|autor|di)\W*$")
_NAME_ONLY = re.compile(rf"^(?:{_NAME_WORD}) (?:{_NAMES})$")
_NO_NAME = re.compile(r"\d{3,}|[?!]|\.$(?<!Jr\.)")


def byline_of(line: str) -> str | None:
    """The names in a byline, or None where the line is none: «By Jane Roe, Staff Writer» gives «Jane Roe»."""
    if len(line) > _LONGEST or not line:
        return None
    match = _WITH_BY.match(line) or _WITH_JOB.match(line)
    if match is None or _NO_NAME.search(match["names"]):
        return None
    return _JOB_AFTER_NAME.sub("", match["names"]).strip(" ,.-") or None


def is_bare_by(line: str) -> bool:
    """Whether the line is the word «By» alone, with the name on the next line."""
    return len(line) < 20 and _BARE.match(line) is not None


def is_name(line: str) -> bool:
    """Whether the line could be a name, and nothing else."""
    return len(line) < 60 and line.count(" ") < 5 and _NAME_ONLY.match(line) is not None
