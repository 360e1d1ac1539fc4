"""A figure: a chart whose marks stand for articles, with its table; or why there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

import charts
from analysis.bursts import Burst
from charts.numbers import Style


@dataclass(frozen=True)
class Figure:
    """A chart and what stands with it.

    Each of `rows` is a mark of the chart: its column `mark` says what it stands for, `names` what to call it
    in a menu. `table` says in numbers what the chart shows, `note` what a column of it means, `styles` how its numbers
    are written where the default does not fit. `beside` is what else a reader should know of the chart. `bursts` are
    those that the chart numbers, the strongest first. `of` says what it is drawn of where that is not the selection.
    """

    key: str
    chart: charts.Figure
    rows: pd.DataFrame
    names: Sequence[str]
    table: pd.DataFrame
    note: str = ""
    styles: Mapping[str, Style] = field(default_factory=dict)
    beside: str = ""
    bursts: Sequence[Burst] = ()
    of: str = ""

    @cached_property
    def spec(self) -> Mapping[str, Any]:
        """The specification of the chart with its frames, as a page sends it; nobody may change it."""
        return charts.packed(self.chart)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What its marks stand for."""
        return frozenset(map(str, self.rows["mark"]))


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no figure, in a sentence or two for readers."""

    reason: str


Drawn = Figure | Missing
