"""Reasons: the name of every rule, and what it removes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from analysis.cleaning.rules import END_RULES, LINE_RULES

HEADLINE = "headline"
REPEATED_HEADLINE = "repeated headline"
BYLINE = "byline"
DATE_LINE = "date line"
REPEATS = "repeats across articles"
OFFER_BLOCK = "subscription block"
FURNITURE = "page furniture"
OUTSIDE = "outside the main text"

DESCRIPTIONS: Mapping[str, str] = MappingProxyType(
    {
        HEADLINE: "The line that became the headline.",
        REPEATED_HEADLINE: "The headline, said again.",
        BYLINE: "A line with the writer's name.",
        DATE_LINE: "A line with the date or time of publication.",
        **{rule.reason: rule.description for rule in (*LINE_RULES, *END_RULES)},
        OFFER_BLOCK: "Lines after a subscription offer at the end: plans, prices and what they include.",
        REPEATS: "Lines that stand in many different articles of the outlet or the collection.",
        FURNITURE: "What stands around the running text of a page that was saved whole.",
        OUTSIDE: "What a page in HTML shows beside its main text.",
    }
)
"""What each rule removes, by its name, in the order in which the rules are tried."""

RULES: tuple[str, ...] = tuple(DESCRIPTIONS)
"""The names of all rules; each can be switched off."""

METADATA = frozenset({HEADLINE, REPEATED_HEADLINE, BYLINE, DATE_LINE})
"""Rules that take what is known of an article rather than what does not belong to it."""
