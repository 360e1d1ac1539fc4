"""Left out: what of the articles was removed, not read, not dated, or is in no topic or tone."""

from __future__ import annotations

import pandas as pd

from analysis.articles import REMOVED
from analysis.bundle import Bundle
from figures import words
from figures.ledger import Rule, became_a_field, ledger, rules_off
from figures.memo import remembered
from figures.reading import Reading
from report.document import Box, Bullets, plain


def removed_of(reading: Reading) -> list[Rule]:
    """What the rules took out of the selected articles and threw away, most lines first."""
    lines = _lines(reading.bundle.key, reading.bundle)
    chosen = lines[lines["article_id"].isin(reading.articles["article_id"])]
    rules = ledger(chosen, rules_off(reading.bundle.manifest))
    found = [rule for rule in rules if rule.n_lines and not became_a_field(rule.name)]
    return sorted(found, key=lambda rule: (-rule.n_lines, rule.name))


@remembered(2)
def _lines(key: tuple[str, str, str], _bundle: Bundle) -> pd.DataFrame:
    del key  # cache key only
    return _bundle.frame(REMOVED, ["article_id", "reason"])


def box(reading: Reading) -> Box:
    """What is not in the numbers of a report, for its first page."""
    articles, counts = reading.articles, reading.bundle.counts
    n_lines = sum(rule.n_lines for rule in removed_of(reading))
    said = [
        f"{words.count(n_lines, 'line')} of the selected texts taken out as no part of an article, by rule and listed.",
        _unread(counts["problems"]),
    ]
    said += _absent(reading, articles["day"].isna(), "no date that is known", "in no figure over time")
    said += _absent(reading, articles["polarity"].isna(), "no tone", "in no figure of tone")
    if len(reading.topics):
        said += _absent(reading, articles["topic_id"] < 0, "no topic", "counted, and in no topic")
    said += _absent(reading, articles["outlet"].isna(), "no outlet", "in no comparison of outlets")
    copies = len(articles) - articles["story_id"].nunique()
    if copies:
        said.append(f"{words.count(copies, 'article is a copy', 'articles are copies')} of another one, and counted.")
    return Box("What is not in the numbers", (Bullets(tuple(map(plain, said))),))


def _unread(n_problems: int) -> str:
    if not n_problems:
        return "Every item of the collection could be read."
    return f"{words.count(n_problems, 'item')} of the collection could not be read, each listed with the reason."


def _absent(reading: Reading, is_absent: pd.Series, what: str, where: str) -> list[str]:
    number = int(is_absent.sum())
    verb = "has" if number == 1 else "have"
    return [f"{reading.counted(number)} {verb} {what}: {where}."] if number else []
