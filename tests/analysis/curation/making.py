"""Curations and signatures that tests are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from analysis.bundle import Bundle, open_bundle
from analysis.curation import Curated, Curation, Described, FreshRemaker, Hide, Merge, Part, Rename, Split, curate
from analysis.curation.signatures import Signature, signature

# What a reader may do, with numbers that say to which topic, into which one, and in how many parts.
Edit = tuple[str, int, int]


@dataclass(frozen=True)
class Remembering:
    """Finds parts and words once for the same articles: tests of many edits make the same topics again and again."""

    fresh: FreshRemaker
    found: dict[tuple[object, ...], Any] = field(default_factory=dict)

    def divide(self, rows: np.ndarray, number: int) -> tuple[Part, ...]:
        key = (rows.tobytes(), number)
        if key not in self.found:
            self.found[key] = self.fresh.divide(rows, number)
        return self.found[key]

    def describe(self, groups: np.ndarray, wanted: Sequence[int]) -> tuple[Described, ...]:
        key = (groups.tobytes(), tuple(wanted), "words")
        if key not in self.found:
            self.found[key] = self.fresh.describe(groups, wanted)
        return self.found[key]


@cache
def _remembering(folder: Path, fingerprint: str) -> Remembering:
    del fingerprint  # cache key only
    return Remembering(FreshRemaker(open_bundle(folder)))


def remembering(bundle: Bundle) -> Remembering:
    """What remembers the parts and words of `bundle`."""
    return _remembering(bundle.folder, bundle.fingerprint)


def topic(words: str, article_ids: Iterable[str] = ()) -> Signature:
    """A topic with these words, the first the heaviest, and these articles."""
    terms = words.split()
    weights = np.linspace(1, 0.5, len(terms))
    return signature(pd.DataFrame({"term": terms, "weight": weights}), article_ids)


def edited(curated: Curated, edit: Edit) -> Curation:
    """The curation after one edit of a topic that is shown; as it was where there is none to edit."""
    kind, one, other = edit
    keys = sorted(curated.topics["key"].tolist())
    if len(keys) < 2:
        return curated.curation
    first = keys[one % len(keys)]
    others = [key for key in keys if key != first]
    rule = {
        "rename": lambda: Rename(first, f"Name {other}"),
        "merge": lambda: Merge(first, others[other % len(others)]),
        "split": lambda: Split(first, curated.curation.new_keys(2 + other % 3)),
        "hide": lambda: Hide(first),
    }[kind]()
    return curated.curation.with_rule(rule)


def after(bundle: Bundle, edits: Sequence[Edit], start: Curation | None = None) -> Curated:
    """The topics of `bundle` after these edits, one upon the other."""
    curated = curate(bundle, start or Curation(), remembering(bundle))
    for edit in edits:
        curated = curate(bundle, edited(curated, edit), remembering(bundle))
    return curated
