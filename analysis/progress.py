"""Progress: what a build says of itself while it runs, and what that tells: how fast it is, how long it takes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

READING, ARTICLES = "Reading", "Articles"

_SAID = {
    READING: "Reading articles",
    ARTICLES: "Cleaning and scoring",
    "Stories": "Finding copies",
    "Keywords": "Counting words and phrases",
    "Topics": "Finding topics",
    "Search index": "Finishing the search index",
}

# What a stage after the articles takes, in articles that could be worked on in that time, by the number of articles:
# measured by `benchmarks/build.py`. Between these it grows in proportion.
_WORTH = {
    "Stories": ((0, 0), (10_000, 300), (100_000, 4_200)),
    "Keywords": ((0, 100), (10_000, 2_000), (100_000, 30_000)),
    "Topics": ((0, 150), (1_000, 600), (10_000, 3_200), (100_000, 8_300)),
    "Search index": ((0, 0), (100_000, 2_000)),
}

# Articles that are taken over from an earlier build go by faster, and say nothing of the stages that follow.
_MOST_A_SECOND = 1_500
_WINDOW_SECONDS = 20.0
_FEWEST_SECONDS = 0.5


class Progress(NamedTuple):
    """How far a stage is: `done` of `total` units; a total of 0 means that it is not known."""

    stage: str
    done: int
    total: int = 0


Report = Callable[[Progress], None]


def say_nothing(progress: Progress) -> None:
    """A `Report` for whoever does not watch."""
    del progress


class Outlook(NamedTuple):
    """How far a build is: articles a second and seconds left are None where they cannot be told yet.

    `share` is how much of the whole is done, 0 to 1; it never falls.
    """

    progress: Progress
    rate: float | None
    seconds_left: float | None
    share: float

    def said(self) -> str:
        """What goes on, how far that is, how fast, and about how long it takes, in a line."""
        stage, done, total = self.progress
        parts = [_SAID.get(stage, stage)]
        if total:
            parts.append(f"{done:,} of {total:,}")
        elif done:
            parts.append(f"{done:,} so far")
        if self.rate and done:
            parts.append(f"{self.rate:,.0f} a second")
        if self.seconds_left is not None:
            parts.append(_said_time(self.seconds_left))
        return " · ".join(parts)


@dataclass(slots=True)
class Pace:
    """Tells from the reports of one build how fast it is and how long it still takes."""

    clock: Callable[[], float] = time.monotonic
    _progress: Progress = field(default=Progress("Starting", 0), init=False)
    _began: float = field(init=False)
    _stage_began: float = field(init=False)
    _marks: deque[tuple[float, int]] = field(default_factory=deque, init=False)
    _n_articles: int = field(default=0, init=False)
    _seconds_an_article: float | None = field(default=None, init=False)
    _share: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        self._began = self._stage_began = self.clock()

    def note(self, progress: Progress) -> None:
        """Take in a report."""
        now = self.clock()
        if progress.stage != self._progress.stage:
            self._stage_began = now
            self._marks.clear()
        self._progress = progress
        self._marks.append((now, progress.done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_SECONDS:
            self._marks.popleft()
        if progress.stage == ARTICLES:
            self._n_articles = progress.total
            if rate := self._rate():
                self._seconds_an_article = 1 / rate

    def outlook(self) -> Outlook:
        """How far the build is now."""
        left = self._seconds_left()
        if left is not None:
            gone = self.clock() - self._began
            self._share = max(self._share, gone / (gone + left) if gone + left else 0.0)
        return Outlook(self._progress, self._rate(), left, self._share)

    def _rate(self) -> float | None:
        """Units a second, as of late."""
        if len(self._marks) < 2:
            return None
        (first, before), (last, done) = self._marks[0], self._marks[-1]
        return (done - before) / (last - first) if last - first >= _FEWEST_SECONDS and done > before else None

    def _seconds_left(self) -> float | None:
        stage, done, total = self._progress
        if self._seconds_an_article is None or stage == READING:
            return None
        pace = max(self._seconds_an_article, 1 / _MOST_A_SECOND)
        later = list(_WORTH)[list(_WORTH).index(stage) + 1 if stage in _WORTH else 0 :]
        left = sum(_worth(name, self._n_articles) for name in later) * pace
        if stage == ARTICLES:
            return left + (total - done) * self._seconds_an_article
        gone = self.clock() - self._stage_began
        return left + max(0.0, _worth(stage, self._n_articles) * pace - gone)


def _worth(stage: str, n_articles: int) -> float:
    """What the stage takes, in articles."""
    points = _WORTH.get(stage, ((0, 0), (1, 0)))
    for (low, least), (high, most) in pairwise(points):
        if n_articles <= high or high == points[-1][0]:
            return least + (most - least) * (n_articles - low) / (high - low)
    return 0.0


def _said_time(seconds: float) -> str:
    if seconds < 5:
        return "a few seconds left"
    if seconds < 90:
        return f"about {round(seconds / 5) * 5} s left"
    return f"about {round(seconds / 60)} min left" if seconds < 5400 else f"about {seconds / 3600:.1f} h left"
