"""VADER: how a sentence sounds by the rated words in it and the few words before each.

Hutto and Gilbert (2014), VADER: a parsimonious rule-based model for sentiment analysis of social media text. Scores are
those of NLTK's `SentimentIntensityAnalyzer`, its oddities included (a token that repeats is judged where it stands
first), with the lexicon that the package vaderSentiment carries. Only rated tokens are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import copysign, fabs, sqrt
from operator import attrgetter
from typing import NamedTuple

from analysis.tone.contributions import Contribution, Explanation
from analysis.tone.vader_tokens import PLAIN, VaderToken, token_of
from analysis.tone.vader_words import BOOSTERS, IDIOMS, IN_CAPITALS, STRENGTHENED, TURNED

FADING = (1.0, 0.95, 0.9)
ALPHA = 15
_WRITTEN = re.compile(r"\S+")


class VaderScores(NamedTuple):
    """Shares of negative, neutral and positive tokens, 0 to 1, and the compound score, -1 to 1."""

    neg: float
    neu: float
    pos: float
    compound: float


def score_with_vader(sentence: str) -> float:
    """The compound score of `sentence`, from -1, most negative, to 1; 0 if no word of it is in the lexicon."""
    total = sum_of_ratings(_tokens(sentence))
    return round(_compound(total, _emphasis(sentence)), 4) if total else 0.0


def sum_of_ratings(tokens: Sequence[VaderToken]) -> float:
    """The sum of the ratings of a sentence's tokens after all rules but that of exclamation marks."""
    return float(sum(_valences(tokens).values()))


def vader_scores(sentence: str) -> VaderScores:
    """All that NLTK's `polarity_scores` gives for `sentence`; four times 0 where it has no token."""
    tokens = _tokens(sentence)
    if not tokens:
        return VaderScores(0.0, 0.0, 0.0, 0.0)
    valences = _valences(tokens).values()
    emphasis = _emphasis(sentence)
    # A rating counts one more than it is, to weigh against the neutral tokens that count one each.
    positive = sum((valence + 1 for valence in valences if valence > 0), 0.0)
    negative = sum((valence - 1 for valence in valences if valence < 0), 0.0)
    neutral = len(tokens) - sum(valence != 0 for valence in valences)
    if positive > fabs(negative):
        positive += emphasis
    elif positive < fabs(negative):
        negative -= emphasis
    total = positive + fabs(negative) + neutral
    neg, neu, pos = (round(fabs(part / total), 3) for part in (negative, neutral, positive))
    return VaderScores(neg, neu, pos, round(_compound(float(sum(valences)), emphasis), 4))


def explain_vader(sentence: str) -> Explanation:
    """The rated tokens of `sentence` with what each adds to the compound score, before that is rounded.

    The compound score is s / √(s² + 15) for the sum s of the ratings, so each rating has its share of it.
    """
    written = [(found, token) for found in _WRITTEN.finditer(sentence) if (token := token_of(found[0]))]
    tokens = [token for _, token in written]
    valences = _valences(tokens)
    total = float(sum(valences.values()))
    emphasis = copysign(_emphasis(sentence), total) if total else 0.0
    scale = sqrt((total + emphasis) ** 2 + ALPHA)
    parts = []
    for place, valence in valences.items():
        found, token = written[place]
        start = found.start() + found[0].index(token.text)
        why = "; ".join(_reasons(tokens, place))
        parts.append(Contribution(start, start + len(token.text), valence / scale, why))
    if emphasis:
        mark = max(sentence.rfind("!"), sentence.rfind("?"))
        parts.append(Contribution(mark, mark + 1, emphasis / scale, "exclamation or question marks"))
    return Explanation(0.0, tuple(sorted(parts, key=attrgetter("start"))))


def _tokens(sentence: str) -> list[VaderToken]:
    return list(filter(None, map(token_of, sentence.split())))


def _valences(tokens: Sequence[VaderToken]) -> dict[int, float]:
    """The rating of each rated token, by its place, after all rules but that of exclamation marks."""
    notable = [(place, token) for place, token in enumerate(tokens) if token is not PLAIN]
    rated = [(place, token.text) for place, token in notable if token.rating is not None]
    if not rated:
        return {}
    n_upper = sum([token.is_upper for _, token in notable])
    mixed_case = 0 < n_upper < len(tokens)
    first_of: dict[str, int] = {}
    valences = {place: _valence(tokens, first_of.setdefault(text, place), mixed_case) for place, text in rated}
    for but, token in notable:
        if token.lower == "but":
            return {place: valence * (0.5 if place < but else 1.5) for place, valence in valences.items()}
    return valences


def _valence(tokens: Sequence[VaderToken], place: int, mixed_case: bool) -> float:
    """The rating of the token at `place` after what stands around it has strengthened, weakened or turned it."""
    token = tokens[place]
    valence = token.rating or 0.0
    if token.is_upper and mixed_case:
        valence += IN_CAPITALS if valence > 0 else -IN_CAPITALS
    reach = min(place, 3)
    if not token.in_phrase and tokens[place - reach : place].count(PLAIN) == reach:
        return valence
    if token.lower == "kind" and place + 1 < len(tokens) and tokens[place + 1].lower == "of":
        return 0.0
    for distance in range(1, reach + 1):
        if tokens[place - distance].rating is None:
            valence = _after(tokens, place, distance, valence, mixed_case)
    return valence * TURNED if _after_least(tokens, place) else valence


def _after(tokens: Sequence[VaderToken], place: int, distance: int, valence: float, mixed_case: bool) -> float:
    """What the token `distance` before `place` makes of the rating."""
    valence += FADING[distance - 1] * _boost(tokens[place - distance], valence, mixed_case)
    valence *= _turn(tokens, place, distance)
    return _in_idiom(tokens, place, valence) if distance == 3 else valence


def _after_least(tokens: Sequence[VaderToken], place: int) -> bool:
    """Whether "least" stands before `place`, and neither "at" nor "very" before that."""
    if not place or tokens[place - 1].lower != "least":
        return False
    return place == 1 or tokens[place - 2].lower not in {"at", "very"}


def _boost(token: VaderToken, valence: float, mixed_case: bool) -> float:
    """What `token` adds to `valence`: away from zero if it strengthens, towards it if it weakens, else 0."""
    if not token.boost:
        return 0.0
    boost = -token.boost if valence < 0 else token.boost
    if token.is_upper and mixed_case:
        boost += IN_CAPITALS if valence > 0 else -IN_CAPITALS
    return boost


def _turn(tokens: Sequence[VaderToken], place: int, distance: int) -> float:
    """The factor of a negation `distance` tokens before `place`; "never so" strengthens instead."""
    before = tokens[place - distance]
    if distance == 2 and before.text == "never" and tokens[place - 1].is_so:
        return 1.5
    if distance == 3 and ((before.text == "never" and tokens[place - 2].is_so) or tokens[place - 1].is_so):
        return 1.25
    return TURNED if before.negates else 1.0


def _in_idiom(tokens: Sequence[VaderToken], place: int, valence: float) -> float:
    """The rating of the idiom that the token at `place` or those before it belong to; `valence` if there is none."""
    if not any(token.in_phrase for token in tokens[place - 2 : place + 1]):
        return valence
    text = [token.text for token in tokens[place - 3 : place + 3]]
    before = (text[2:4], text[1:4], text[1:3], text[:3], text[:2])
    valence = next((IDIOMS[phrase] for phrase in map(" ".join, before) if phrase in IDIOMS), valence)
    for phrase in (" ".join(text[3:5]), " ".join(text[3:6])):
        valence = IDIOMS.get(phrase, valence)
    if " ".join(text[:2]) in BOOSTERS or " ".join(text[1:3]) in BOOSTERS:
        valence -= STRENGTHENED
    return valence


def emphasis_of(n_exclaimed: int, n_asked: int) -> float:
    """What exclamation marks, four at most, and question marks, two or more, add to a sum, away from zero."""
    asked = 0.0 if n_asked < 2 else n_asked * 0.18 if n_asked <= 3 else 0.96
    return min(n_exclaimed, 4) * 0.292 + asked


def _emphasis(sentence: str) -> float:
    return emphasis_of(sentence.count("!"), sentence.count("?"))


def _compound(total: float, emphasis: float) -> float:
    if total > 0:
        total += emphasis
    elif total < 0:
        total -= emphasis
    return total / sqrt(total * total + ALPHA)


def _reasons(tokens: Sequence[VaderToken], place: int) -> Iterator[str]:
    """What made the rating of the token at `place` what it is, in words."""
    token = tokens[place]
    place = next(first for first, other in enumerate(tokens) if other.text == token.text)
    yield f"rated {token.rating:+.1f} of 4"
    for before in tokens[max(place - 3, 0) : place]:
        if before.acts:
            yield f"{'turned' if before.negates or before.lower == 'least' else 'graded'} by “{before.text}”"
    if token.is_upper and not all(other.is_upper for other in tokens):
        yield "in capitals"
    if any(other.lower == "but" for other in tokens):
        yield "weighed by “but”"
