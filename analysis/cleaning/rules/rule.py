"""Rule: a named reason to remove a line, told by the wording of that line alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

_LONG = 120
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[{%©℗™®»›>]")
# Labels that lost the space before them: «a fallen bridgeCredit: Ada Brant».
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])[A-Z][a-z]+(?=:)")
_ESCAPE = re.compile(r"\\.")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")

# Short lines that were seen before, as menus and buttons are, article after article.
_REMEMBERED = 1 << 14

# All bytes but those of ASCII letters and digits become spaces.
_APART = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


@dataclass(frozen=True)
class Rule:
    """Wordings of one kind of line, as regular expressions; letter case is ignored unless a pattern says so.

    `whole` patterns must cover the line (signs at its end aside), `opening` ones its beginning, and `within` ones may
    stand anywhere in a line that holds one of the `cues`. A line of more than `longest` characters is never matched,
    a long one only where one of the `hints` is among its words: running text has few of them, and looking for them
    is much cheaper than matching.
    """

    reason: str
    description: str
    whole: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    hints: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    longest: int = 160

    def anchored(self) -> tuple[str, ...]:
        """One regular expression for each wording that begins a line."""
        return (*(rf"(?:{pattern})[\W_]*$" for pattern in self.whole), *(f"(?:{pattern})" for pattern in self.opening))


class RuleSet:
    """Rules tried together: one that matches a line names it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._longest = max((rule.longest for rule in rules), default=0)
        self._hints = frozenset[str]().union(*(rule.hints for rule in rules))
        self._cues = frozenset[str]().union(*(rule.cues for rule in rules))
        self._known = _KnownWords(self._hints | self._cues)
        self._for_short = _Union(rules)
        self._for_long = tuple((rule, _Union([rule])) for rule in rules if rule.longest > _LONG)
        self._searches = tuple(
            (rule, re.compile("|".join(rule.within), re.IGNORECASE).search) for rule in rules if rule.within
        )
        self._reason_for_short = lru_cache(_REMEMBERED)(self._find_for_short)

    def reason_for(self, line: str) -> str | None:
        """The name of a rule that matches the line, normalised, or None."""
        if len(line) > self._longest:
            return None
        return self._reason_for_short(line) if len(line) <= _LONG else self._find_for_long(line)

    def _find_for_short(self, line: str) -> str | None:
        lower = line.lower()
        return self._for_short.reason_for(line, lower) or self._reason_within(line, self._known.of(line, lower))

    def _find_for_long(self, line: str) -> str | None:
        lower = line.lower()
        present = self._known.of(line, lower)
        hints = self._hints & present
        for rule, union in self._for_long if hints else ():
            if len(line) <= rule.longest and not rule.hints.isdisjoint(hints):
                reason = union.reason_for(line, lower)
                if reason:
                    return reason
        return self._reason_within(line, present)

    def _reason_within(self, line: str, present: AbstractSet[str]) -> str | None:
        cues = self._cues & present
        for rule, search in self._searches if cues else ():
            if len(line) <= rule.longest and not rule.cues.isdisjoint(cues) and search(line):
                return rule.reason
        return None


class _KnownWords:
    """Finds which of some words and signs stand in a line, as words of their own.

    Words of ASCII letters are told by splitting bytes, which takes a fifth of the time of a regular expression. Beside
    other letters they may be parts of words, so there each that was found is looked at once more.
    """

    def __init__(self, known: Iterable[str]) -> None:
        # A word that the expression does not see whole is never found.
        known = {word for word in known if _WORD_OR_SIGN.fullmatch(word)}
        self._words = {word.encode(): word for word in known if word.isascii() and word.isalnum()}
        others = sorted(known.difference(self._words.values()))
        self._signs = tuple(word for word in others if word.isascii())
        self._foreign = tuple(word for word in others if not word.isascii())

    def of(self, line: str, lower: str) -> set[str]:
        """Those that stand in the line, which is `lower` in lower case; labels glued to what is before them too."""
        parts = lower.encode(errors="replace").translate(_APART).split()
        found = {self._words[part] for part in self._words.keys() & parts}
        found.update(sign for sign in self._signs if sign in lower)
        if not lower.isascii():
            found = {word for word in found if _stands_in(lower, word)}
            found.update(word for word in self._foreign if word in lower and _stands_in(lower, word))
        if ":" in line:
            found.update(map(str.lower, _GLUED.findall(line)))
        return found


def _stands_in(text: str, word: str) -> bool:
    """Whether `word`, a run of letters and digits or a sign, stands in `text` and is not part of a longer run."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not word.isalnum() or not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(word, start + 1)
    return False


class _Union:
    """The wordings of several rules as two patterns, since one match is faster than many.

    Wordings without capitals are matched with the line in lower case, which is faster than ignoring case.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        wordings = [(rule, pattern) for rule in rules for pattern in rule.anchored()]
        self._plain = _Alternatives([wording for wording in wordings if not _minds_case(wording[1])])
        self._cased = _Alternatives([wording for wording in wordings if _minds_case(wording[1])], re.IGNORECASE)

    def reason_for(self, line: str, lower: str) -> str | None:
        """The name of the rule with a wording that matches, or None; `lower` is the line in lower case."""
        return self._plain.reason_for(lower) or self._cased.reason_for(line)


class _Alternatives:
    """Wordings tried in one match, and the rule of each.

    Whether any of them matches is asked first: without groups, an alternative whose first letter is another is passed
    over, which makes that three times as fast, and most lines match none.
    """

    def __init__(self, wordings: Sequence[tuple[Rule, str]], flags: int = 0) -> None:
        self._rules = tuple(rule for rule, _ in wordings)
        self._any = re.compile("|".join(f"(?:{pattern})" for _, pattern in wordings) or "(?!)", flags).match
        self._match = re.compile("|".join(f"({pattern})" for _, pattern in wordings) or "(?!)", flags).match

    def reason_for(self, line: str) -> str | None:
        """The name of the rule with a wording that matches, or None."""
        match = self._match(line) if self._any(line) else None
        if match is None or match.lastindex is None:
            return None
        rule = self._rules[match.lastindex - 1]
        return rule.reason if len(line) <= rule.longest else None


def _minds_case(pattern: str) -> bool:
    """Whether the pattern has capitals in it."""
    return _CAPITAL.search(_ESCAPE.sub("", pattern)) is not None


def words(*parts: str) -> str:
    """One pattern for lines made of these words alone, in any order, as rows of buttons and menus are."""
    return rf"(?:(?:{'|'.join(parts)})[\W_]*+){{1,24}}"


def words_of(text: str) -> frozenset[str]:
    """The words of a text, for the hints and cues of a rule."""
    return frozenset(text.split())
