"""Queue: builds take turns, and those who wait are told their place."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Queue:
    """Lets a few in at a time, in the order in which they came."""

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._inside = 0
        self._waiting: list[object] = []

    @property
    def n_waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @contextmanager
    def turn(self, most: int, wait: Callable[[int], None]) -> Iterator[None]:
        """Be inside, with at most `most` at once; 0 is no limit.

        While it is not our turn `wait` is called, again and again, with our place in the queue, from 1; whatever it
        raises takes us out of it.
        """
        ticket = object()
        with self._changing:
            self._waiting.append(ticket)
        try:
            while place := self._place(ticket, most):
                wait(place)
        except BaseException:
            with self._changing:
                self._waiting.remove(ticket)
            raise
        try:
            yield
        finally:
            with self._changing:
                self._inside -= 1

    def _place(self, ticket: object, most: int) -> int:
        """The place of `ticket` in the queue; 0 when it went inside."""
        with self._changing:
            place = self._waiting.index(ticket)
            if most and self._inside + place >= most:
                return place + 1
            self._waiting.remove(ticket)
            self._inside += 1
            return 0
