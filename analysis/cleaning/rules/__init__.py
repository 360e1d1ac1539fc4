"""Rules: the kinds of lines that are no part of an article, told by their wording."""

from __future__ import annotations

from functools import lru_cache

from analysis.cleaning.rules import (
    attribution,
    buttons,
    lists,
    navigation,
    offers,
    page,
    pictures,
    sign_up,
    small_print,
)
from analysis.cleaning.rules.rule import Rule, RuleSet

LINE_RULES: tuple[Rule, ...] = (
    page.TEMPLATE,
    small_print.NOTE,
    attribution.AGENCY,
    small_print.COPYRIGHT,
    pictures.PHOTO,
    page.ADVERTISEMENT,
    sign_up.CONSENT,
    offers.SUBSCRIPTION,
    page.COMMENTS,
    buttons.SHARE,
    lists.INLINE,
    lists.HEADING,
    navigation.NAVIGATION,
    buttons.FOLLOW,
    sign_up.NEWSLETTER,
    small_print.DISCLAIMER,
    pictures.CAPTION,
    pictures.DATED_CAPTION,
)
"""Rules for any line; where two match, the first names it."""

END_RULES: tuple[Rule, ...] = (attribution.LAST_MARKS, attribution.BIOGRAPHY)
"""Rules for the last lines of a text alone."""


@lru_cache(maxsize=64)
def rules_without(off: frozenset[str]) -> RuleSet:
    """The rules for any line, but those named in `off`."""
    return RuleSet([rule for rule in LINE_RULES if rule.reason not in off])


@lru_cache(maxsize=64)
def rules_for_the_end(off: frozenset[str]) -> RuleSet:
    """The rules for the last lines, but those named in `off`."""
    return RuleSet([rule for rule in END_RULES if rule.reason not in off])
