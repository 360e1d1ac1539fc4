"""Stories: which texts several articles carry, and which outlets carry the same."""

from __future__ import annotations

from collections.abc import Iterator

from figures import stories
from figures.figure import Figure
from figures.reading import Reading
from report.asked import Asked
from report.document import Block, Paragraph, plain
from report.drawing import picture
from report.grids import grid
from report.sections.part import Part

_LISTED = 10


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    yield Paragraph(plain(stories.summary(reading)), "lead")
    carried = stories.carried(reading)
    yield picture(reading, carried)
    if isinstance(carried, Figure):
        yield grid(carried.table, "The stories in numbers", most=_LISTED)
        yield picture(reading, stories.pairs(reading))


PART = Part("stories", "Stories", _write)
