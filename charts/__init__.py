"""Charts: a frame in, an Altair chart out, by the shape of the data."""

from altair.utils.schemapi import disable_debug_mode

from charts.bars import ranked_bars
from charts.course import course
from charts.curves import curves
from charts.distribution import distribution
from charts.diverging import diverging_bars
from charts.dots import dot_ranges
from charts.map import scatter_map
from charts.marks import Figure, heading_of, packed, picked_marks, standalone
from charts.network import network
from charts.numbers import Measure, number_text
from charts.strips import strips
from charts.theme import palette, tone_scale, topic_role
from charts.timeline import timeline
from charts.trends import trends

__all__ = [
    "Figure",
    "Measure",
    "course",
    "curves",
    "distribution",
    "diverging_bars",
    "dot_ranges",
    "heading_of",
    "network",
    "number_text",
    "packed",
    "palette",
    "picked_marks",
    "ranked_bars",
    "scatter_map",
    "standalone",
    "strips",
    "timeline",
    "tone_scale",
    "topic_role",
    "trends",
]

# Altair would validate every part of a chart as it is made, which takes as long as all the rest; the tests validate
# every chart as a whole.
disable_debug_mode()
