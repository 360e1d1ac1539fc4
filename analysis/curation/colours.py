"""Colours: which of the topics have one of their own, and which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

N_COLOURS = 8
NO_COLOUR = -1


def hand_out(largest_first: Sequence[int], had: Mapping[int, int]) -> dict[int, int]:
    """The colour, from 0, of each of the topics: one for each of the eight largest, `NO_COLOUR` for the others.

    A topic keeps the colour that it `had`, unless a larger one had the same; the others take what is left.
    """
    coloured = largest_first[:N_COLOURS]
    kept: dict[int, int] = {}
    for topic in coloured:
        colour = had.get(topic, NO_COLOUR)
        if 0 <= colour < N_COLOURS and colour not in kept.values():
            kept[topic] = colour
    free = iter([colour for colour in range(N_COLOURS) if colour not in kept.values()])
    given = {topic: kept[topic] if topic in kept else next(free) for topic in coloured}
    return {topic: given.get(topic, NO_COLOUR) for topic in largest_first}
