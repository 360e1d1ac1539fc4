"""Notes: what the reader has to say."""

from __future__ import annotations

from collections.abc import Iterable

from figures.reading import Reading
from report.asked import Asked
from report.document import Block
from report.markdown import read_markdown
from report.sections.part import Part


def _write(reading: Reading, asked: Asked) -> Iterable[Block]:
    return read_markdown(asked.notes)


PART = Part("notes", "Notes", _write)
