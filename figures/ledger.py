"""The ledger of cleaning: what each rule took, which rules are off, and what a change of them would do."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.cleaning import DESCRIPTIONS, METADATA, RULES
from figures import words

SWITCHABLE = tuple(rule for rule in RULES if rule not in METADATA)
"""The rules that a reader may switch off: those that take what does not belong to an article."""

# Reasons that are no rules: what the file or the export says around the text.
_OTHER = {
    "no visible text": "Lines with nothing to see in them: control characters, spaces of no width.",
    "export mark": "What an export puts between articles.",
    "front matter": "The marks around the header of a Markdown file.",
    "export field": "What an export says of an article beside its text: it became a field.",
}
_NO_FIELD = frozenset({"repeated headline", "no visible text", "export mark", "front matter", *SWITCHABLE})
_OF_HEADER = "A line of the header that some files open with: it became a field."


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason for which lines are removed, and what it took in a collection.

    `can_be_off` is False for what is known of an article (headline, byline, date) and for what its file says.
    """

    name: str
    takes: str
    n_lines: int
    n_articles: int
    is_on: bool
    can_be_off: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader would change: rules to switch off, and rules to switch on again, in the order of RULES."""

    off: tuple[str, ...]
    on: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.off or self.on)

    def in_words(self) -> str:
        """The change as sentences: "2 rules will be off: copyright and photo credit." Empty for none."""
        return " ".join(filter(None, (_will_be("off", self.off), _will_be("on again", self.on))))


def rules_off(manifest: Mapping[str, Any]) -> frozenset[str]:
    """The rules that were off when the bundle with this manifest was built."""
    return frozenset(manifest["settings"]["cleaning"]["off"])


def ledger(reasons: pd.DataFrame, off: Set[str]) -> list[Rule]:
    """All rules: those off first, then by how many lines they took; `reasons` has `reason` and `article_id` a line."""
    counts = reasons.groupby("reason").agg(lines=("article_id", "size"), articles=("article_id", "nunique"))
    names = [*RULES, *sorted(set(counts.index) - set(RULES))]
    counts = counts.reindex(names, fill_value=0)
    rules = [
        Rule(name, _takes(name), int(lines), int(articles), name not in off, name in SWITCHABLE)
        for name, lines, articles in counts.itertuples()
    ]
    return sorted(rules, key=lambda rule: (rule.is_on, -rule.n_lines))


def became_a_field(reason: str) -> bool:
    """Whether lines with this reason were not thrown away, but became a field of the article."""
    return reason not in _NO_FIELD


def change(off: Set[str], wanted: Set[str]) -> Change:
    """The change from the rules that are `off` to those that are `wanted` off."""
    return Change(
        tuple(name for name in SWITCHABLE if name in wanted - off),
        tuple(name for name in SWITCHABLE if name in off - wanted),
    )


def listed(names: tuple[str, ...]) -> str:
    """Names as a person lists them: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _will_be(state: str, names: tuple[str, ...]) -> str:
    return f"{words.count(len(names), 'rule')} will be {state}: {listed(names)}." if names else ""


def _takes(name: str) -> str:
    return DESCRIPTIONS.get(name) or _OTHER.get(name, _OF_HEADER)
