"""An article of our own, to put furniture around."""

from __future__ import annotations

import pytest

PARAGRAPHS = (
    "The harbour town of Lindmoor voted on Tuesday to rebuild its sea wall after a winter of storms.",
    "Engineers told the council that the old wall, built in 1911, would not stand another season of high water.",
    "“We have looked at every cheaper way, and there is none,” said Ada Brenner, who leads the works department.",
    "Fishermen had asked for a second gate so that boats can leave the harbour when the tide is low.",
    "The work will take two years and cost about four million, most of it paid by the region.",
)


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    """Five paragraphs of running text."""
    return PARAGRAPHS


@pytest.fixture
def article() -> str:
    """The paragraphs, one a line."""
    return "\n".join(PARAGRAPHS)
