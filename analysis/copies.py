"""Copies: which texts are one text, whole, edited or shortened.

What is compared is containment, the share of the shorter text's shingles that stand in the longer one (Broder 1997):
near 1 for a copy, also of a part. Texts are taken in the order of their length, and each joins the shortest text that
it holds; so all members of a group hold one text, and no chain of small changes joins what has nothing in common. The
cost is linear: of all texts with one shingle each meets only the shortest and the next shorter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np

from analysis.shingles import Bodies, Hashes
from analysis.word_ids import Counts, Ids

# Between what was measured: edited copies hold .9 and more of each other, independent reports of one event,
# which share quotations, up to .4.
SAME_STORY = 0.6

# A shorter text may well be a formula that many articles hold.
FEWEST_SHINGLES = 30

# A text that holds two others, and is so much longer than each, is a digest of several stories.
_DIGEST_TIMES_LONGER = 1.5

# Candidates share this part of what is looked up; well below SAME_STORY, as it is a sample.
_SAMPLE_SHARE = 0.25

_KEPT_SETS = 4096

# Words whose shingles are looked up together, so that what is sorted at a time stays below some hundred megabytes.
_WORDS_A_PART = 40_000_000


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts are alike, both from 0 to 1: the shared part of all their shingles, and of the shorter one's."""

    resemblance: float
    containment: float


SAME = Likeness(1.0, 1.0)


def likeness(one: Hashes, other: Hashes) -> Likeness:
    """How alike two sets of shingles are, each sorted and without repetitions; not at all if one is empty."""
    shorter, longer = sorted((one, other), key=len)
    if not len(shorter):
        return Likeness(0.0, 0.0)
    places = np.minimum(np.searchsorted(longer, shorter), len(longer) - 1)
    n_shared = int(np.count_nonzero(longer[places] == shorter))
    return Likeness(n_shared / (len(one) + len(other) - n_shared), n_shared / len(shorter))


def group_copies(bodies: Bodies, rows: Sequence[int]) -> list[int]:
    """For each of these article rows, whose bodies all differ, the row of the text that it holds: mostly its own."""
    lengths = np.diff(bodies.words.offsets)
    by_length = sorted(rows, key=lambda row: (lengths[row], row))
    shingles = lru_cache(_KEPT_SETS)(bodies.shingles)
    held = {row: row for row in by_length}
    for longer, pairs in groupby(_candidates(bodies, by_length), key=lambda pair: pair[0]):
        texts = sorted({held[shorter] for _, shorter in pairs})
        own = shingles(longer)
        alike = {text: likeness(own, shingles(text)) for text in texts if len(shingles(text)) >= FEWEST_SHINGLES}
        same = [text for text, found in alike.items() if found.containment >= SAME_STORY]
        if same and not _is_digest(own, [shingles(text) for text in same]):
            held[longer] = max(same, key=lambda text: (alike[text].resemblance, -text))
    return [held[row] for row in rows]


def _is_digest(own: Hashes, held: Sequence[Hashes]) -> bool:
    return len(held) > 1 and len(own) > _DIGEST_TIMES_LONGER * max(map(len, held))


def _candidates(bodies: Bodies, by_length: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of rows, the longer text first, that share enough of what is looked up; in the order of the longer."""
    place_of = np.full(bodies.words.n_articles, -1, np.int64)
    place_of[list(by_length)] = np.arange(len(by_length))
    n_parts = 1 + int(bodies.words.offsets[-1]) // _WORDS_A_PART
    n_sampled = np.zeros(len(by_length), np.int64)
    found, shared = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for part in range(n_parts):
        places, hashes = _looked_up(bodies, place_of, part, n_parts)
        n_sampled += np.bincount(places, minlength=len(by_length))
        for gathered, one in zip((found, shared), _meetings(places, hashes, len(by_length)), strict=True):
            gathered.append(one)
    keys, place_of_key = np.unique(np.concatenate(found), return_inverse=True)
    n_shared = np.bincount(place_of_key, np.concatenate(shared), len(keys)).astype(np.int64)
    longer, shorter = keys // max(1, len(by_length)), keys % max(1, len(by_length))
    enough = n_shared >= np.maximum(1, _SAMPLE_SHARE * np.minimum(n_sampled[longer], n_sampled[shorter]))
    rows = np.array(by_length, np.int64)
    return list(zip(rows[longer[enough]].tolist(), rows[shorter[enough]].tolist(), strict=True))


def _looked_up(bodies: Bodies, place_of: Counts, part: int, n_parts: int) -> tuple[Ids, Hashes]:
    """The places and shingles of the texts that have one, each pair once, sorted by shingle and then by place."""
    places, hashes = [np.zeros(0, np.int32)], [np.zeros(0, np.uint64)]
    for rows, found in bodies.sampled(part, n_parts):
        has_place = place_of[rows] >= 0
        places.append(place_of[rows][has_place].astype(np.int32))
        hashes.append(found[has_place])
    all_places, all_hashes = np.concatenate(places), np.concatenate(hashes)
    order = np.lexsort((all_places, all_hashes))
    all_places, all_hashes = all_places[order], all_hashes[order]
    is_new = np.ones(len(order), bool)
    is_new[1:] = (all_hashes[1:] != all_hashes[:-1]) | (all_places[1:] != all_places[:-1])
    return all_places[is_new], all_hashes[is_new]


def _meetings(places: Ids, hashes: Hashes, n_places: int) -> tuple[Counts, Counts]:
    """Pairs of places that meet at a shingle, and at how many: each with the first there and with the one before it.

    A pair is one number: the place of the longer text times `n_places`, and that of the shorter.
    """
    starts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])) if len(hashes) else np.zeros(0, np.int64)
    first = np.repeat(starts, np.diff(np.append(starts, len(hashes))))
    here = np.arange(len(hashes))
    with_first, with_last = here[here > first], here[here > first + 1]
    longer = np.concatenate([places[with_first], places[with_last]]).astype(np.int64)
    shorter = np.concatenate([places[first[with_first]], places[with_last - 1]])
    keys, n_shared = np.unique(longer * n_places + shorter, return_counts=True)
    return keys, n_shared
