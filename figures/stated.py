"""Stated: what a figure says of itself where it stands alone: what is shown, of which articles, how, and by what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis import VERSION
from analysis.marks import Mark
from charts import heading_of
from figures import bursts, mark_words, words
from figures.figure import Figure
from figures.reading import Reading

PROGRAM = f"Broadsheet {VERSION}"

_MOST_NAMED = 5
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Statement:
    """What a figure says of itself, in plain sentences.

    `title` is the question that it answers, `method` says what is counted, of how many, and by which statistic, as the
    chart does; `scope` what is selected, how many articles and stories these are and of which days; `legend` explains
    what the chart marks with numbers, and what it leaves out; `source` is the program and the bundle.
    """

    title: str
    method: str
    scope: str
    legend: Sequence[str]
    marks: str
    source: str

    @property
    def caption(self) -> str:
        """The text to stand below the figure."""
        return " ".join(filter(None, (self.title, self.method, self.scope, f"{self.source}.")))

    @property
    def alternative(self) -> str:
        """The text for those who cannot see the figure."""
        return " ".join(filter(None, (self.title, self.method, self.marks, self.scope)))


def stated(reading: Reading, figure: Figure) -> Statement:
    """What `figure`, drawn of `reading`, says of itself."""
    title, method = heading_of(figure.chart)
    of = figure.of or scope(reading)
    return Statement(title, method.strip(), of, _legend(reading, figure), _marks(figure), source(reading))


def scope(reading: Reading) -> str:
    """What is selected, how many articles and stories it is, and of which days."""
    selection = reading.in_words()
    selected = f"Selected: {selection}" if selection else "The whole collection"
    stories = words.count(reading.articles["story_id"].nunique(), "story", "stories")
    among = "" if reading.selection.by_story else f" ({stories})"
    return f"{selected}; {reading.n_articles()}{among}; {_days(reading)}."


def scope_behind(reading: Reading, mark: Mark, number: int) -> str:
    """As `scope`, after what the `number` articles behind `mark` are, which alone are shown."""
    return f"Shown: {reading.counted(number)} {mark_words.describe(reading, mark)}. {scope(reading)}"


def source(reading: Reading) -> str:
    """The version of the program and the fingerprint of the bundle."""
    return f"{PROGRAM} · bundle {reading.bundle.fingerprint}"


def _days(reading: Reading) -> str:
    days = reading.articles["day"].dropna()
    n_undated = len(reading.articles) - len(days)
    if days.empty:
        return "undated"
    undated = f", {n_undated:,} undated" if n_undated else ""
    return f"{words.days(days.min(), days.max())}{undated}"


def _legend(reading: Reading, figure: Figure) -> Sequence[str]:
    told = [bursts.said(reading, one) for one in bursts.numbered(figure.bursts)]
    # Columns of a chart show their counts where its lines show the numbers of bursts.
    is_numbered = any(one.name for one in figure.bursts)
    listed = [f"{number}: {said}" for number, said in enumerate(told, 1)] if is_numbered else told
    return [*filter(None, [figure.beside]), *listed, *([bursts.METHOD] if told else [])]


def _marks(figure: Figure) -> str:
    """The first marks with their numbers."""
    named = [words.shorten(name, _LONGEST_NAME) for name in figure.names[:_MOST_NAMED]]
    if not named:
        return ""
    of = f" of {len(figure.names):,}" if len(figure.names) > len(named) else ""
    return f"The first {words.count(len(named), 'mark')}{of}: {'; '.join(named)}."
