"""The language of a text, by a small model that comes with its package and needs no network."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_FIRST_LOOK, _SECOND_LOOK = 500, 2_000
_CERTAIN, _SURE = 0.95, 0.5
_FEWEST_LETTERS = 6
# Languages that share so many words that a short text of one may look like another.
_ALIKE = frozenset(
    (
        *("no", "nb", "nn", "da", "sv", "hr", "bs", "sr", "sl", "mk", "bg", "id", "ms", "gl", "pt", "es", "ca"),
        *("uk", "ru", "be", "cs", "sk", "nl", "af"),
    )
)
_SURE_OF_ALIKE = 0.8
_NO_LANGUAGE = "zxx"  # ISO 639-2: no linguistic content

# Texts looked at together: enough for arrays to pay, few enough to hold.
_AT_ONCE = 256

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int32]


class Guess(NamedTuple):
    """The likeliest ISO 639-1 language of a text, and how likely that is, 0 to 1."""

    language: str
    probability: float


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language of `text`: see `detect_languages`."""
    return detect_languages([text])[0]


def detect_languages(texts: Sequence[str]) -> list[str | None]:
    """ISO 639-1 code of the language of each text, judged by its first 500 characters, or by 2,000 where unsure.

    None where there are fewer than 6 letters or no language has a probability of 0.5; of 0.8 for one that has near
    relatives, such as Danish or Malay. The same text always has the same answer, whatever stands beside it.
    """
    found: list[str | None] = []
    for start in range(0, len(texts), _AT_ONCE):
        found += _detect(texts[start : start + _AT_ONCE])
    return found


def _detect(texts: Sequence[str]) -> list[str | None]:
    usable = [place for place, text in enumerate(texts) if _has_letters(text[:_FIRST_LOOK])]
    guesses = dict(zip(usable, guess([texts[place][:_FIRST_LOOK] for place in usable]), strict=True))
    unsure = [place for place in usable if guesses[place].probability < _CERTAIN and len(texts[place]) > _FIRST_LOOK]
    guesses.update(zip(unsure, guess([texts[place][:_SECOND_LOOK] for place in unsure]), strict=True))
    return [_believed(guesses.get(place)) for place in range(len(texts))]


def _has_letters(text: str) -> bool:
    return next(islice(filter(str.isalpha, text), _FEWEST_LETTERS - 1, None), None) is not None


def _believed(found: Guess | None) -> str | None:
    if found is None or found.language == _NO_LANGUAGE:
        return None
    enough = _SURE_OF_ALIKE if found.language in _ALIKE else _SURE
    return found.language if found.probability >= enough else None


def guess(texts: Sequence[str]) -> list[Guess]:
    """What the model says of each text, which is what its package says, for many texts at a time."""
    return _model().guess([_encode(text) for text in texts]) if texts else []


def _encode(text: str) -> bytes:
    text = text.lower() if text.isupper() else text
    return unicodedata.normalize("NFC", text).encode(errors="surrogatepass")


@dataclass(frozen=True, slots=True)
class _Model:
    """The model of py3langid (Barbaresi), after Lui and Baldwin 2012: features that an automaton finds, naive Bayes.

    `moves[rows[state], byte]` is the next state, `features[state]` the feature found in it, or -1. `weights` has a row
    a feature and a column a language; a language may have several columns.
    """

    moves: npt.NDArray[np.uint32]
    rows: Numbers
    features: Numbers
    weights: Floats
    priors: Floats
    languages: tuple[str, ...]

    def guess(self, texts: Sequence[bytes]) -> list[Guess]:
        """The likeliest language of each text."""
        found = self._walk(texts)
        scores = np.stack([self._scores(features[features >= 0]) for features in found])
        scores /= np.sqrt(np.maximum(1, [len(text) for text in texts]))[:, np.newaxis]
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        chances = self._by_language(chances)
        best = chances.argmax(axis=1)
        return [Guess(self.languages[one], float(chances[row, one])) for row, one in enumerate(best)]

    def _walk(self, texts: Sequence[bytes]) -> Numbers:
        """The feature at each byte: a row a text. All texts go through the automaton side by side."""
        longest = max(map(len, texts), default=0)
        letters = np.zeros((len(texts), longest), np.uint8)
        for row, text in enumerate(texts):
            letters[row, : len(text)] = np.frombuffer(text, np.uint8)
        found = np.full((longest, len(texts)), -1, np.int32)
        states = np.zeros(len(texts), np.int64)
        for place, column in enumerate(np.ascontiguousarray(letters.T)):
            states = self.moves[self.rows[states], column]
            found[place] = self.features[states]
        lengths = np.array([len(text) for text in texts])
        found[np.arange(longest)[:, np.newaxis] >= lengths] = -1
        return np.ascontiguousarray(found.T)

    def _scores(self, features: Numbers) -> Floats:
        """The score of each column; all are 0 without any feature."""
        if not len(features):
            return np.zeros(len(self.priors), np.float32)
        different, counts = np.unique(features, return_counts=True)
        return np.asarray(np.log1p(counts.astype(np.float32)) @ self.weights[different] + self.priors)

    def _by_language(self, chances: Floats) -> Floats:
        """`chances` with those of a language's further columns added to its first."""
        first: dict[str, int] = {}
        for column, language in enumerate(self.languages):
            if (kept := first.setdefault(language, column)) != column:
                chances[:, kept] += chances[:, column]
                chances[:, column] = 0
        return chances


@cache
def _model() -> _Model:
    """The model for the languages that have a code of two letters. It takes about half a second to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    columns = [n for n, code in enumerate(whole.nb_classes) if len(code) == len("en") or code == _NO_LANGUAGE]
    return _Model(
        moves=np.asarray(whole.tk_nextmove).reshape(-1, 256),
        rows=np.asarray(whole.tk_row, np.int32),
        features=np.asarray(whole.tk_output, np.int32),
        weights=np.ascontiguousarray(whole.nb_ptc[:, columns], np.float32),
        priors=np.asarray(whole.nb_pc[columns], np.float32),
        languages=tuple(whole.nb_classes[column] for column in columns),
    )
