"""Rule: a named reason to remove a line, told by the wording of that line alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

_LONG = 120
_WORD_OR_SIGN = re.compile(r"[^\W_]+|[{%©℗™®»›>]")
# Labels that lost the space before them: «a fallen bridgeCredit: Ada Brant».
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])[A-Z][a-z]+(?=:)")
_ESCAPE = re.compile(r"\\.")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")


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
        self._for_short = _Union(rules)
        self._for_long = tuple((rule, _Union([rule])) for rule in rules if rule.longest > _LONG)
        self._searches = tuple(
            (rule, re.compile("|".join(rule.within), re.IGNORECASE).search) for rule in rules if rule.within
        )

    def reason_for(self, line: str) -> str | None:
        """The name of a rule that matches the line, normalised, or None."""
        if len(line) > self._longest:
            return None
        lower = line.lower()
        present = set(_WORD_OR_SIGN.findall(lower))
        if ":" in line:
            present.update(map(str.lower, _GLUED.findall(line)))
        if len(line) <= _LONG:
            return self._for_short.reason_for(line, lower) or self._reason_within(line, present)
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
