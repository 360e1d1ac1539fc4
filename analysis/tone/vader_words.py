"""VADER's rules in words and figures: those of NLTK's `VaderConstants`, to which a test holds them.

They stand here since to import NLTK takes longer than to score a thousand articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

STRENGTHENED = 0.293
"""What a strengthening word adds to the rating that follows; a weakening one takes it away."""

IN_CAPITALS = 0.733
"""What capitals add to a rating, in a sentence that is not all in capitals."""

TURNED = -0.74
"""The factor of a negation."""

_STRENGTHENING = """
    absolutely amazingly awfully completely considerably decidedly deeply effing enormously entirely
    especially exceptionally extremely fabulously flippin flipping frickin fricking friggin frigging fucking
    fully greatly hella highly hugely incredibly intensely majorly more most particularly purely quite really
    remarkably so substantially thoroughly totally tremendously uber unbelievably unusually utterly very
"""
_WEAKENING = """
    almost barely hardly kind-of kinda kindof less little marginally occasionally partly scarcely slightly
    somewhat sort-of sorta sortof
"""
_NEGATING = """
    ain't aint aren't arent can't cannot cant couldn't couldnt daren't darent despite didn't didnt doesn't
    doesnt don't dont hadn't hadnt hasn't hasnt haven't havent isn't isnt mightn't mightnt mustn't mustnt
    needn't neednt neither never none nope nor not nothing nowhere oughtn't oughtnt rarely seldom shan't shant
    shouldn't shouldnt uh-uh uhuh wasn't wasnt weren't werent without won't wont wouldn't wouldnt
"""

BOOSTERS: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(_STRENGTHENING.split(), STRENGTHENED),
        **dict.fromkeys(_WEAKENING.split(), -STRENGTHENED),
        **dict.fromkeys(("just enough", "kind of", "sort of"), -STRENGTHENED),
    }
)

NEGATIONS = frozenset(_NEGATING.split())

IDIOMS: Mapping[str, float] = MappingProxyType(
    {
        "the shit": 3.0,
        "the bomb": 3.0,
        "bad ass": 1.5,
        "yeah right": -2.0,
        "cut the mustard": 2.0,
        "kiss of death": -1.5,
        "hand to mouth": -2.0,
    }
)
"""Ratings of words that mean something else together."""

RUNS = frozenset((".", "!", "?", ",", ";", ":", "-", "'", '"', "!!", "!!!", "??", "???", "?!?", "!?!", "?!?!", "!?!?"))
"""Runs of punctuation that are taken off a token."""
