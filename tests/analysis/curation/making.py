"""Curations and signatures that tests are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.curation import Curated, Curation, Hide, Merge, Part, Rename, Split, curate, split_articles
from analysis.curation.signatures import Signature, signature

# What a reader may do, with numbers that say to which topic, into which one, and in how many parts.
Edit = tuple[str, int, int]

_DIVIDED: dict[tuple[str, bytes, int], tuple[Part, ...]] = {}


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


def remembering(bundle: Bundle, rows: np.ndarray, number: int) -> tuple[Part, ...]:
    """`split_articles`, once for the same articles: tests of many edits split the same topics again and again."""
    key = (bundle.fingerprint, rows.tobytes(), number)
    if key not in _DIVIDED:
        _DIVIDED[key] = split_articles(bundle, rows, number)
    return _DIVIDED[key]


def after(bundle: Bundle, edits: Sequence[Edit], start: Curation | None = None) -> Curated:
    """The topics of `bundle` after these edits, one upon the other."""
    curated = curate(bundle, start or Curation(), remembering)
    for edit in edits:
        curated = curate(bundle, edited(curated, edit), remembering)
    return curated
