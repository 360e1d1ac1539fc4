"""Memo: what was worked out once is kept for whoever asks the same, on any page and in any session."""

from __future__ import annotations

import inspect
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Made = TypeVar("Made")


class _Place(Generic[Made]):
    """A place for one result: the first who asks makes it, the others wait."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: list[Made] = []

    def get(self, make: Callable[[], Made]) -> Made:
        with self._lock:
            if not self._made:
                self._made.append(make())
            return self._made[0]


def remembered(most: int) -> Callable[[Callable[Asked, Made]], Callable[Asked, Made]]:
    """Keep the `most` results of a function that were asked for last, by the values of its arguments.

    Arguments whose names begin with an underscore are not looked at: the others say which they are. Results are
    shared, so nobody may change them.
    """

    def _remembering(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
        signature = inspect.signature(make)
        places: OrderedDict[Hashable, _Place[Made]] = OrderedDict()
        lock = Lock()

        def _place(key: Hashable) -> _Place[Made]:
            with lock:
                place = places.setdefault(key, _Place())
                places.move_to_end(key)
                if len(places) > most:
                    places.popitem(last=False)
                return place

        @wraps(make)
        def _remembered(*args: Asked.args, **kwargs: Asked.kwargs) -> Made:
            stated = signature.bind(*args, **kwargs).arguments
            key = tuple(value for name, value in stated.items() if not name.startswith("_"))
            return _place(key).get(lambda: make(*args, **kwargs))

        return _remembered

    return _remembering
