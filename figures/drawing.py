"""Drawing: a figure is drawn once for the same reading and choice, and kept for whoever asks the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar

from figures.figure import Drawn, Figure
from figures.memo import remembered
from figures.reading import Reading

_MOST = 16

Draws = TypeVar("Draws", bound=Callable[..., Drawn])


def drawn_once(draw: Draws) -> Draws:
    """Keep what `draw(reading, ..., chosen=...)` drew last, by the whole key of the reading and its other arguments.

    A mark that is chosen elsewhere, and is none of the figure's own, leaves it as it is.
    """

    @remembered(_MOST)
    def _drawn(key: Hashable, asked: tuple[Hashable, ...], chosen: str | None, _again: Callable[..., Drawn]) -> Drawn:
        return _again(chosen=chosen)

    @wraps(draw)
    def _once(reading: Reading, *args: Any, chosen: str | None = None, **named: Any) -> Drawn:
        def _again(chosen: str | None) -> Drawn:
            return draw(reading, *args, chosen=chosen, **named)

        asked = (*args, *sorted(named.items()))
        plain = _drawn(reading.whole_key, asked, None, _again)
        if chosen is None or not isinstance(plain, Figure) or chosen not in plain.marks:
            return plain
        return _drawn(reading.whole_key, asked, chosen, _again)

    return _once  # type: ignore[return-value]  # the same but for keeping
