"""Over time: what a reader may choose of figures along time: the length of a period, shares or counts."""

from __future__ import annotations

from analysis.periods import Unit, units_for
from analysis.zoom import unit_within
from figures import topics
from figures.figure import Figure
from ui import choices, figure, zoom
from ui.marks import chosen_name
from ui.view import View

_SHOWN_AS = {"": "Shares", "counts": "Counts"}


def choose_unit(view: View, name: str = "unit") -> Unit:
    """The length of a period, with the menu that says so: by the span of the days unless the reader asks."""
    units = units_for(view.covered_days)
    default = unit_within(view.selected_days, view.covered_days)
    options: dict[str, str] = {
        "": f"By {default} (by the span)",
        **{unit: f"By {unit}" for unit in units if unit != default},
    }
    asked = choices.menu(name, options, "Periods", width=190)
    return next((unit for unit in units if unit == asked), default)


def show_topics(view: View) -> None:
    """How much of each period the largest topics have, as shares unless the reader asks for counts."""
    as_counts = choices.chosen("topics_time_as", _SHOWN_AS) == "counts"
    zoom.show(view)
    drawn = topics.over_time(view, as_counts=as_counts, chosen=chosen_name())
    if drawn is topics.NONE_SHOWN:
        return
    if isinstance(drawn, Figure):
        choices.segments("topics_time_as", _SHOWN_AS, "Show", quiet=True)
    figure.show(view, drawn)
