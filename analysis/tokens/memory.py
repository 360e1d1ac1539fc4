"""Memory: what a way of writing was found to mean, so that it is found once and not at each occurrence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

# Beyond this many it is begun anew: a large collection has no end of ways of writing.
_MAX_REMEMBERED = 200_000


class Memory(dict[str, T], Generic[T]):
    """What `find` says of each text that was asked for: `memory[text]`."""

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> T:
        if len(self) >= _MAX_REMEMBERED:
            self.clear()
        self[text] = found = self._find(text)
        return found
