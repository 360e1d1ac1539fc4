"""VADER's tokens: what each means to its rules, found once for each way in which it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import punctuation

from analysis.tokens.memory import Memory
from analysis.tone.vader_words import BOOSTERS, IDIOMS, NEGATIONS, RUNS

_PUNCTUATION = frozenset(punctuation)
_IN_PHRASES = frozenset(word for phrase in (*IDIOMS, *BOOSTERS) if " " in phrase for word in phrase.lower().split())
# Words of idioms but for those that stand everywhere: without one of these there is no idiom.
_TELLING = _IN_PHRASES - {"the", "of", "to"}
_NAMED_BY_RULES = frozenset({"so", "this", "never", "least", "but", "at", "very", "of", "kind"})


@dataclass(frozen=True, slots=True, eq=False)
class VaderToken:
    """A token as VADER's rules see it.

    `text` is without one run of punctuation before or after it, `rating` that of the lexicon, None for a token that
    is not in it. `boost` is what it adds to a rating that follows. Tokens that no rule looks at share one value.
    """

    text: str
    lower: str
    rating: float | None
    boost: float
    negates: bool
    in_phrase: bool
    is_upper: bool
    is_so: bool
    tells_idiom: bool = False

    @property
    def acts(self) -> bool:
        """Whether it changes the rating of a word that follows."""
        return self.rating is None and (self.negates or self.boost != 0 or self.is_so or self.lower == "least")


PLAIN, PLAIN_UPPER = (VaderToken("", "", None, 0.0, False, False, is_upper, False) for is_upper in (False, True))


@cache
def lexicon() -> Mapping[str, float]:
    """For each token of the lexicon, in lower case, its mean rating from -4 to 4."""
    rows = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8").splitlines()
    return {token: float(rating) for token, rating, *_ in (row.split("\t") for row in rows if "\t" in row)}


def _token(written: str) -> VaderToken | None:
    """The token that is written so; None for a single character, which VADER leaves out."""
    if len(written) < 2:
        return None
    lower = written.lower()
    if lower not in _looked_at() and lower.strip(punctuation) not in _looked_at() and "n't" not in lower:
        return PLAIN_UPPER if written.isupper() else PLAIN
    text = _without_run(written)
    lower = text.lower()
    return VaderToken(
        text=text,
        lower=lower,
        rating=lexicon().get(lower),
        boost=BOOSTERS.get(lower, 0.0),
        negates=lower in NEGATIONS or "n't" in lower,
        in_phrase=lower in _IN_PHRASES,
        is_upper=text.isupper(),
        is_so=text in {"so", "this"},
        tells_idiom=lower in _TELLING,
    )


@cache
def _looked_at() -> frozenset[str]:
    """All tokens that a rule may look at, in lower case."""
    return frozenset({*lexicon(), *BOOSTERS, *NEGATIONS, *_IN_PHRASES, *_NAMED_BY_RULES})


def _without_run(written: str) -> str:
    """`written` without a known run of punctuation on one side, if a word of two characters or more is left."""
    word = written.strip(punctuation)
    if len(word) < 2 or not _PUNCTUATION.isdisjoint(word):
        return written
    before, _, after = written.partition(word)
    return word if not (before and after) and before + after in RUNS else written


_MEMORY = Memory(_token)
token_of = _MEMORY.__getitem__
forget = _MEMORY.clear
