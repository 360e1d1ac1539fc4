"""Theme: the colours that every chart shares, and the scales that hand them out.

A chart asks for a colour by *role* (a chosen bar, a topic, the text on a mark): the dashboard's categorical
colours hold one colour a role, in light and in dark, so that one chart is right in both. Colours are written down
here and repeated in `.streamlit/config.toml`; a test holds the two together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from charts.numbers import to_number

N_TOPIC_COLOURS = 8
ROLES = (*map(str, range(N_TOPIC_COLOURS)), "other", "plain", "quiet", "accent", "ink", "faint", "paper", "grid")

SERIF = '"Source Serif", "Source Serif Pro", "Source Serif 4", Georgia, "Liberation Serif", "Noto Serif", serif'
SANS = '"Source Sans", "Source Sans Pro", "Source Sans 3", "Liberation Sans", "DejaVu Sans", sans-serif'


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one mode.

    Marks stand out from the paper by 3:1 at least and text by 4.5:1 (WCAG 2.2). The colours of topics were chosen
    to stay apart under protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes, 2009). `tone` runs
    from negative to positive and `ramp` from little to much, in ten colours each.
    """

    topics: tuple[str, ...]
    other: str
    plain: str
    quiet: str
    accent: str
    ink: str
    faint: str
    paper: str
    grid: str
    tone: tuple[str, ...]
    ramp: tuple[str, ...]

    @property
    def categorical(self) -> tuple[str, ...]:
        """One colour for each of `ROLES`, in that order."""
        named = (self.other, self.plain, self.quiet, self.accent, self.ink, self.faint, self.paper, self.grid)
        return (*self.topics, *named)


LIGHT = Colours(
    topics=("#0a488a", "#bb7508", "#24705d", "#705785", "#44491b", "#1e89b1", "#8d4f2f", "#662b4a"),
    other="#8c877d",
    plain="#41607f",
    quiet="#938d82",
    accent="#a31f34",
    ink="#1f1d1a",
    faint="#625d54",
    paper="#fbfaf6",
    grid="#e4e0d6",
    tone=(
        "#6b2a04",
        "#873a07",
        "#a44f10",
        "#b36a2b",
        "#958061",
        "#6b8896",
        "#3d84a5",
        "#1d6f95",
        "#0f577b",
        "#083f5e",
    ),
    ramp=(
        "#e6ebf0",
        "#ccd8e3",
        "#b0c3d5",
        "#92adc5",
        "#7496b4",
        "#577fa2",
        "#3f6a90",
        "#2b567d",
        "#1a4269",
        "#0c2f54",
    ),
)
DARK = Colours(
    topics=("#4a7fc2", "#e3993e", "#45c3a3", "#ab89c9", "#c4ce8d", "#9ad9f6", "#b95d28", "#f3a3c8"),
    other="#85817a",
    plain="#8ba6c2",
    quiet="#716e68",
    accent="#f0808a",
    ink="#e9e6df",
    faint="#aca79d",
    paper="#17181b",
    grid="#33353a",
    tone=(
        "#ffb877",
        "#f6a25a",
        "#e28f48",
        "#c68550",
        "#a08b72",
        "#7f97a5",
        "#62a4c4",
        "#5fb5da",
        "#79c7ec",
        "#9fddff",
    ),
    ramp=(
        "#22303f",
        "#2a4058",
        "#335171",
        "#3f648b",
        "#4f78a3",
        "#648db8",
        "#7ca2ca",
        "#98b8da",
        "#b6cfe8",
        "#d6e6f5",
    ),
)


def palette() -> alt.Scale:
    """The scale from a role to its colour in the mode that is shown."""
    return alt.Scale(domain=list(ROLES), range="category")


def topic_role(topic_id: int | None) -> str:
    """The role that colours a topic: its own for the eight largest, "other" for further ones and for none."""
    return str(topic_id) if topic_id is not None and 0 <= topic_id < N_TOPIC_COLOURS else "other"


def topic_roles(topic_ids: Iterable[object]) -> list[str]:
    """The role of each topic; what is missing is none."""
    numbers = (to_number(topic_id) for topic_id in topic_ids)
    return [topic_role(None if number is None else int(number)) for number in numbers]


def own_roles(frame: pd.DataFrame) -> list[str]:
    """The role of the topic of each row: by its `colour`, from 0, where that says which it has; else by `topic_id`."""
    return topic_roles(frame["colour" if "colour" in frame else "topic_id"])


def tone_scale() -> alt.Scale:
    """The scale from polarity, -1 to 1, to the diverging colours: brown below zero, blue above."""
    return alt.Scale(domain=[-1, 1], range="diverging", interpolate="rgb", clamp=True)


def print_config(colours: Colours = LIGHT) -> dict[str, Any]:
    """The Vega-Lite configuration that stands in for the dashboard's theme where there is none."""
    return {
        "axis": {"labelFontSize": 12},
        "background": colours.paper,
        "font": SANS,
        "range": {"category": colours.categorical, "diverging": colours.tone, "ramp": colours.ramp},
        "title": {"color": colours.ink},
        "view": {"stroke": None},
    }
