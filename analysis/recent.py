"""Recent: arrays that were made last, kept while they fit into so many bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

import numpy as np
import numpy.typing as npt

Arrays = tuple[npt.NDArray[np.int64], ...]


@dataclass(slots=True)
class Recent:
    """Keeps what was asked for last; all who ask share it, so nobody may change it."""

    most_bytes: int
    _kept: OrderedDict[Hashable, Arrays] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: Hashable, make: Callable[[], Arrays]) -> Arrays:
        """What `make` makes; what it made for `key` before, if that is still kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while sum(map(_size, self._kept.values())) > self.most_bytes:
                self._kept.popitem(last=False)
        return made


def _size(arrays: Arrays) -> int:
    return sum(array.nbytes for array in arrays)
