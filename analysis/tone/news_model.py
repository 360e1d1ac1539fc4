"""The news reading: the judgement that readers of news would pass on a sentence, predicted from its words.

A linear model. Each word that it knows has a weight, which is changed by another where it stands up to five words after
a negation. Their sum is divided by the root of the number of words, and a multiple of VADER's compound score is added;
of sums near 0 half is taken. Names are not among the words that it knows: who is spoken of is not how
it is spoken of.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from math import isnan, sqrt
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.tokens import find_words, fold
from analysis.tokens.memory import Memory
from analysis.tone.contributions import Contribution, Explanation
from analysis.tone.vader import explain_vader

Floats = npt.NDArray[np.float64]

NEGATION_REACH = 5

_NEGATIONS = frozenset(
    {"not", "no", "never", "nor", "without", "neither", "none", "nobody", "nothing", "hardly", "barely", "cannot"}
)

# A sum this near to 0 is hardly evidence. It counts half, so that ±.05, the usual band, is a fair one here too.
_FAINT = 0.1

_FOLDER = Path(__file__).with_name("news")


class WordWeight(NamedTuple):
    """What a word weighs, what is added to that after a negation, and whether it is one itself."""

    weight: float = 0.0
    turned: float = 0.0
    negates: bool = False


@dataclass(frozen=True)
class NewsModel:
    """The weights of folded words, and the score that they give.

    `vader` is what one of VADER's compound scores weighs, `cut` half the width of the band around 0 that is neutral.
    """

    words: Mapping[str, WordWeight]
    vader: float
    cut: float = 0.0
    _entries: Memory[WordWeight] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_entries", Memory(self._entry))

    def score(self, words: Sequence[str], compound: float) -> float | None:
        """The polarity, -1 to 1, of the sentence that has these `words`, as they are written, and this VADER score.

        None without evidence: no word has a weight, and VADER's score is 0.
        """
        (score,) = self.scores(words, np.arange(len(words)), np.array([len(words)]), np.array([compound])).tolist()
        return None if isnan(score) else score

    def scores(
        self, vocabulary: Sequence[str], ids: npt.NDArray[Any], lengths: npt.NDArray[Any], compounds: Floats
    ) -> Floats:
        """The polarity of many sentences; NaN without evidence, or without a word.

        `ids` are their words, one sentence after the other, as places in `vocabulary`, `lengths` how many each has, and
        `compounds` their VADER scores. An empty word is none.
        """
        entries = np.fromiter(chain.from_iterable(map(self._entries.__getitem__, vocabulary)), np.float64)
        weights, turned, negates = entries.reshape(-1, 3)[ids].T
        rows = np.repeat(np.arange(len(lengths)), lengths)
        first = np.cumsum(lengths) - lengths
        places = np.arange(len(ids)) - first[rows]
        negated = np.zeros(len(ids), bool)
        for distance in range(1, NEGATION_REACH + 1):
            negated[distance:] |= (negates[:-distance] > 0) & (places[distance:] >= distance)
        is_word = np.array([bool(word) for word in vocabulary], bool)[ids]
        n_words = np.bincount(rows, is_word, len(lengths))
        evident = (compounds != 0) | (np.bincount(rows, weights != 0, len(lengths)) > 0)
        totals = np.bincount(rows, weights, len(lengths)) + np.bincount(rows, turned * negated, len(lengths))
        known = evident & (n_words > 0)
        found = _polarities(totals / np.sqrt(np.maximum(n_words, 1)) + self.vader * compounds)
        return np.where(known, found, np.nan)

    def explain(self, sentence: str) -> Explanation:
        """What each word of `sentence` adds to the sum that `polarity_of` takes."""
        spans = find_words(sentence)
        entries = [self._entries[sentence[start:end]] for start, end in spans]
        negated = negated_places([entry.negates for entry in entries])
        scale = sqrt(len(spans) or 1)
        parts = [
            Contribution(part.start, part.end, self.vader * part.weight, f"VADER: {part.why}")
            for part in explain_vader(sentence).contributions
        ]
        for place, (entry, (start, end)) in enumerate(zip(entries, spans, strict=True)):
            weight = entry.weight + (entry.turned if place in negated else 0.0)
            why = "word after a negation" if place in negated and entry.turned else "word"
            parts.append(Contribution(start, end, weight / scale, why))
        return Explanation(0.0, tuple(sorted((part for part in parts if part.weight), key=attrgetter("start"))))

    def _entry(self, written: str) -> WordWeight:
        form = fold(written)
        return self.words.get(form) or WordWeight(negates=is_negation(form))


def polarity_of(total: float) -> float:
    """The polarity, -1 to 1, that a sum stands for: half of it up to .1, from there on straight to 1 at 1 and above."""
    return float(_polarities(np.array([total]))[0])


def _polarities(totals: Floats) -> Floats:
    size = np.minimum(1.0, np.abs(totals))
    beyond = (size - _FAINT) * (1 - _FAINT / 2) / (1 - _FAINT)
    return np.copysign(np.where(size <= _FAINT, size / 2, _FAINT / 2 + beyond), totals)


def is_negation(form: str) -> bool:
    """Whether the folded word `form` turns what follows."""
    return form in _NEGATIONS or form.endswith("n't")


def negated_places(negates: Sequence[bool]) -> set[int]:
    """The places up to five words after a negation; `negates` says of each word whether it is one."""
    if True not in negates:
        return set()
    ends = len(negates)
    places = (place for place, negation in enumerate(negates) if negation)
    return {reached for place in places for reached in range(place + 1, min(place + 1 + NEGATION_REACH, ends))}


@cache
def shipped_model() -> NewsModel:
    """The model that is shipped; `benchmarks/train_tone.py` made it, and NOTICE.md beside it says of what."""
    with gzip.open(_FOLDER / "weights.tsv.gz", "rt", encoding="utf-8") as rows:
        words = {
            word: WordWeight(float(weight), float(turned), is_negation(word))
            for word, weight, turned in (row.split("\t") for row in rows)
        }
    return NewsModel(words, **json.loads((_FOLDER / "scale.json").read_text(encoding="utf-8")))


def write_model(model: NewsModel, folder: Path = _FOLDER) -> None:
    """Store `model` as `shipped_model` reads it: a row a word, by alphabet; the same model gives the same bytes."""
    rows = "".join(f"{word}\t{entry.weight:g}\t{entry.turned:g}\n" for word, entry in sorted(model.words.items()))
    (folder / "weights.tsv.gz").write_bytes(gzip.compress(rows.encode(), mtime=0))
    (folder / "scale.json").write_text(json.dumps({"vader": model.vader, "cut": model.cut}) + "\n", encoding="utf-8")
