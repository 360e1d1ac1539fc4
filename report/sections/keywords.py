"""Keywords: the words and phrases in most articles, with their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from figures import terms
from figures.reading import Reading
from report.asked import Asked
from report.document import Block
from report.drawing import picture
from report.grids import grid
from report.sections.part import Part

_DRAWN = 15
_LISTED = 20


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    figure = terms.most_used(reading, terms.Wanted(_DRAWN))
    yield picture(reading, figure)
    yield grid(figure.table, "The terms in numbers", most=_LISTED, styles=figure.styles, note=figure.note)


PART = Part("keywords", "Keywords", _write)
