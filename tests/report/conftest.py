"""Readings of bundles, and reports of these."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from analysis.bundle import Bundle
from analysis.curation import read_curation
from analysis.notes import read_notes
from analysis.selection import Selection
from figures.reading import Reading, open_reading
from report.asked import Asked
from report.document import Report
from report.making import make

DAY = date(2026, 6, 1)

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """Opens a bundle with what these parameters of an address select."""

    def _read(bundle: Bundle, **params: list[str]) -> Reading:
        folder = bundle.folder
        return open_reading(bundle, read_curation(folder), Selection.from_params(params), read_notes(folder))

    return _read


@pytest.fixture(scope="session")
def whole(sample: Bundle, read: Read) -> Report:
    """The report of the whole sample, with notes."""
    return make(read(sample), Asked(made_on=DAY, notes="# Mine\n\nSome *words*."))
