"""Data health: what was noticed of the articles, what was taken out of them, what became none."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analysis.health import checks_of, languages_of, problems_of
from analysis.selection import NONE
from figures import words
from figures.reading import Reading
from report.asked import Asked
from report.document import Block, Paragraph, plain
from report.grids import grid
from report.left_out import removed_of
from report.sections.part import Part

_MOST_REASONS = 12
_MOST_PROBLEMS = 12
_MOST_LANGUAGES = 6


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    yield Paragraph(plain(f"{_dates(reading)} {_languages(reading)}"), "lead")
    yield from _checks(reading)
    removed = removed_of(reading)
    if removed:
        rows = [(rule.name, rule.takes, rule.n_lines, rule.n_articles) for rule in removed]
        shown = pd.DataFrame(rows, columns=["rule", "what it takes", "lines", "articles"])
        yield grid(shown, "Lines that were taken out of the texts", most=_MOST_REASONS)
    problems = problems_of(reading.bundle)
    if len(problems):
        shown = problems.rename(columns={"n_items": "items"})
        yield grid(shown, "Items of the collection that became no article", most=_MOST_PROBLEMS)


def _checks(reading: Reading) -> Iterator[Block]:
    found = checks_of(reading.bundle, reading.articles)
    counted = found[found["n_articles"] > 0]
    if len(counted):
        shown = pd.DataFrame(
            {
                "articles": counted["n_articles"],
                "share": counted["share"],
                "what was noticed": counted["phrase"],
                "what it means": counted["meaning"],
            }
        )
        yield grid(shown, "What was noticed", most=len(shown))
    absent = found.loc[(found["n_articles"] == 0) & found["applies"], "phrase"].tolist()
    if absent:
        yield Paragraph(plain(f"Checked and not found: articles {', '.join(absent)}."), "small")


def _dates(reading: Reading) -> str:
    days = reading.articles["day"].dropna()
    undated = len(reading.articles) - len(days)
    if days.empty:
        return "No article here has a date that is known."
    span = words.days(days.min().date(), days.max().date())
    return f"{reading.counted(len(days))} dated, {span}; {undated:,} undated."


def _languages(reading: Reading) -> str:
    found = languages_of(reading.articles).head(_MOST_LANGUAGES)
    said = [
        f"{'not sure' if row.language == NONE else words.language(row.language)} {row.n_articles:,}"
        for row in found.itertuples()
    ]
    return f"Languages: {', '.join(said)}." if said else ""


PART = Part("health", "Data health", _write)
