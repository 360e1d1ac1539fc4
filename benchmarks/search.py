"""Search: what each kind of query takes on a collection, beside pandas looking through the texts.

    python -m benchmarks.search BUNDLE

The words are those of the collection: its commonest, its most frequent terms, some that stand in a hundredth and in few
of its articles. A row is one query: milliseconds of a processor to find its articles and then to count its hits in all,
the median of five and the slowest, each of a bundle opened anew, so that nothing is remembered from one to the next;
how many articles and hits there are.
Beside it stands `Series.str.count` of the word, whole and in any case, over bodies that are in memory already. What
nothing is found for gets suggestions, whose time is told as well.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

import pandas as pd

from analysis.articles import ARTICLES
from analysis.bundle import Bundle, open_bundle
from analysis.finding import Finder, hits_of
from analysis.selection import articles_of
from analysis.steps.keywords import TERMS
from analysis.suggestions import Suggestions
from benchmarks.report import Table, publish

Found = TypeVar("Found")

_TIMES = 5
_COLUMNS = ("articles", "hits", "articles found, ms", "hits counted then, ms", "both, slowest, ms", "pandas, ms")


class Run(NamedTuple):
    """What one search found, and the seconds that it took to find the articles and then to count their hits."""

    n_articles: int
    n_hits: int
    finding: float
    counting: float


@dataclass(frozen=True)
class Searched:
    """A collection whose queries are timed."""

    bundle: Bundle

    @cached_property
    def articles(self) -> pd.DataFrame:
        """All its articles."""
        return articles_of(self.bundle)

    @cached_property
    def bodies(self) -> pd.Series[str]:
        """The bodies of all its articles."""
        return self.bundle.frame(ARTICLES, ["body"])["body"]

    def queries(self) -> Iterator[tuple[str, str]]:
        """A name and what is typed, for each kind of query."""
        terms = self.bundle.frame(TERMS, ["term", "n_articles", "n_tokens", "is_keyword"])
        words = terms[(terms["n_tokens"] == 1) & terms["is_keyword"] & terms["term"].str.fullmatch("[a-z]{5,}")]
        phrase = terms.loc[terms["n_tokens"] == 2, "term"].iloc[0]
        often, also, third = words["term"].iloc[:3]
        some = words.loc[words["n_articles"] <= len(self.articles) / 100, "term"].iloc[0]
        rare = words.loc[words["n_articles"] <= 3, "term"].iloc[0]
        outlet = self.articles["outlet"].dropna().mode().iloc[0]
        first, last = (f"{day:%Y-%m}" for day in self.articles["day"].quantile([0.25, 0.75]))
        yield "a rare word", rare
        yield "a word of a hundredth", some
        yield "the most frequent term", often
        yield "the commonest word", "the"
        yield "two words", f"{often} {also}"
        yield "either of five", " OR ".join(words["term"].iloc[:5])
        yield "one without another", f"{often} -{also}"
        yield "a phrase", f'"{phrase}"'
        yield "a phrase of common words", '"of the"'
        yield "a beginning", f"{some[:4]}*"
        yield "a beginning of two letters", f"{often[:2]}*"
        yield "the commonest beginning", "th*"
        yield "near", f"NEAR({often} {also}, 10)"
        yield "near common words", "NEAR(the of, 5)"
        yield "in the headline", f"headline:{often}"
        yield "in an outlet", f'outlet:"{outlet}"'
        yield "in some months", f"date:{first}..{last}"
        yield (
            "all of it",
            f'({often} OR {also}) -{third} {some[:4]}* -"{phrase}" -outlet:"{outlet}" date:{first}..{last}',
        )

    def row_of(self, name: str, typed: str) -> tuple[str, ...]:
        """The figures of one query."""
        runs = [self.searched(typed) for _ in range(_TIMES)]
        finding, counting = [one.finding for one in runs], [one.counting for one in runs]
        slowest = max(a + b for a, b in zip(finding, counting, strict=True))
        times = (f"{1000 * value:.0f}" for value in (median(finding), median(counting), slowest))
        return (f"{name}: `{typed}`", f"{runs[0].n_articles:,}", f"{runs[0].n_hits:,}", *times, self.beside(typed))

    def searched(self, typed: str) -> Run:
        """One search of a bundle that nobody has searched yet."""
        bundle = open_bundle(self.bundle.folder)
        found, [finding] = timed(lambda: Finder(bundle, self.articles).find(typed), 1)
        hits, [counting] = timed(lambda: hits_of(bundle, typed), 1)
        return Run(int(found.sum()), int(hits[found].sum()), finding, counting)

    def beside(self, typed: str) -> str:
        """What pandas takes for a single word; nothing for other queries."""
        if not typed.isalpha():
            return ""
        pattern = re.compile(rf"\b{typed}\b", re.IGNORECASE)
        _, (seconds, *_) = timed(lambda: self.bodies.str.count(pattern).sum(), 1)
        return f"{1000 * seconds:,.0f}"

    def suggested(self, typed: str) -> tuple[str, ...]:
        """The figures of the suggestions for what finds nothing."""
        found, seconds = timed(lambda: Suggestions(self.bundle, self.articles).spelled(typed))
        said = ", ".join(f"{one.typed} ({one.n_articles:,})" for one in found) or "nothing"
        return f"`{typed}`", said, f"{1000 * median(seconds):.0f}", f"{1000 * max(seconds):.0f}"


def timed(work: Callable[[], Found], times: int = _TIMES) -> tuple[Found, list[float]]:
    """What `work` gives, and its seconds of a processor each time."""
    seconds = []
    for _ in range(times):
        started = time.process_time()
        found = work()
        seconds.append(time.process_time() - started)
    return found, seconds


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("bundle", type=Path)
    searched = Searched(open_bundle(parser.parse_args().bundle))
    size = f"{len(searched.articles):,} articles"
    rows = [searched.row_of(name, typed) for name, typed in searched.queries()]
    misspelled = [searched.suggested(typed) for typed in ("goverment", "presidnet elction", "xqzzwy")]
    tables = [
        Table(size, _COLUMNS, rows),
        Table(f"Suggestions, {size}", ("suggested", "median, ms", "slowest, ms"), misspelled),
    ]
    publish("search", "python -m benchmarks.search BUNDLE", tables)


if __name__ == "__main__":
    main()
