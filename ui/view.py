"""View: a reading, with what only the page knows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from analysis.bundle import Bundle
from analysis.curation import Described, FreshRemaker, Part
from analysis.notes import Notes
from analysis.selection import Rows
from figures.reading import Reading, open_reading
from ui import address, curations, own_notes
from ui.collections import Place


@dataclass(frozen=True)
class View(Reading):
    """What a page shows. `trouble` says what is wrong with the reader's changes of the topics."""

    place: Place
    trouble: str = ""
    # What this run of the page has put on it already, so that two charts with the same mark list it once.
    placed: set[str] = field(default_factory=set)
    # The reader's own tags and notes, and what is wrong with them.
    notes: Notes = field(default_factory=Notes)
    notes_trouble: str = ""


def open_view(place: Place, bundle: Bundle) -> View:
    """The view that the address asks for."""
    curation, trouble = curations.read(place, bundle)
    notes, notes_trouble = own_notes.read(place, bundle)
    read = open_reading(bundle, curation, address.selection(), notes, _Announced(FreshRemaker(bundle)))
    return View(**vars(read), place=place, trouble=trouble, notes=notes, notes_trouble=notes_trouble)


@dataclass(frozen=True)
class _Announced:
    """Says on the page what is waited for."""

    fresh: FreshRemaker

    def divide(self, rows: Rows, number: int) -> tuple[Part, ...]:
        """As `Remaker` says."""
        with st.spinner("Splitting a topic"):
            return self.fresh.divide(rows, number)

    def describe(self, groups: Rows, wanted: Sequence[int]) -> tuple[Described, ...]:
        """As `Remaker` says."""
        with st.spinner("Finding the words of a topic"):
            return self.fresh.describe(groups, wanted)
