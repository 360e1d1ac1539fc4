"""Visits: who is on a hosted server, and the folders of what they gave, which go when they do."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from analysis.errors import BroadsheetError
from ui.hosting.settings import Limits

# A browser that lost its connection comes back into its session for so long.
GRACE_SECONDS = 120.0

_SWEEP_SECONDS = 15.0


class Visits:
    """The sessions of one server, each with a folder of its own below `folder` for its private collections.

    A folder lasts while its session does. What stands there when the server starts is of one that was killed.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        """Empty `folder`, and hold it.

        Raises:
            BroadsheetError: another server holds it.
        """
        self._folder, self._clock = folder, clock
        # When each session was left; None while it is here.
        self._left_at: dict[str, float | None] = {}
        self._changing = threading.Lock()
        folder.mkdir(parents=True, exist_ok=True)
        self._held = FileLock(folder.with_suffix(".lock"), timeout=0)
        try:
            self._held.acquire()
        except Timeout:
            raise BroadsheetError("Another server has this workspace; give each server its own") from None
        self.sweep(Limits())

    def folder_of(self, visit: str) -> Path:
        """Where the collections of a session are, a folder each."""
        return self._folder / visit

    def enter(self, visit: str, most: int) -> None:
        """Note that a session is here; every run of its pages says so.

        Raises:
            BroadsheetError: it is new, and `most` others are here; 0 is no limit.
        """
        with self._changing:
            here = sum(left_at is None for key, left_at in self._left_at.items() if key != visit)
            if visit not in self._left_at and most and here >= most:
                raise BroadsheetError(
                    f"This demo has {most} visitors now, as many as it may. Please try again in a few minutes"
                )
            self._left_at[visit] = None

    def leave(self, visit: str) -> None:
        """Note that the browser of a session is gone."""
        with self._changing:
            if visit in self._left_at:
                self._left_at[visit] = self._clock()

    def sweep(self, limits: Limits) -> None:
        """Remove what is of no session that is here, what was not used for too long, and then what is over the limit.

        Of what is over it that goes first which was not used for longest.
        """
        self._forget_the_gone()
        kept: list[_Kept] = []
        for found in self._found():
            is_old = limits.private_minutes and self._clock() - found.used_at > 60 * limits.private_minutes
            if found.visit not in self._left_at or is_old:
                shutil.rmtree(found.folder, ignore_errors=True)
            else:
                kept.append(found)
        self._make_room(kept, limits.private_mb * 1_000_000)
        for folder in _entries(self._folder):
            if folder.name not in self._left_at:
                shutil.rmtree(folder, ignore_errors=True)

    def keep_sweeping(self, limits: Callable[[], Limits]) -> None:
        """Sweep now and then, as long as the server runs."""
        while True:
            time.sleep(_SWEEP_SECONDS)
            self.sweep(limits())

    def _forget_the_gone(self) -> None:
        with self._changing:
            now = self._clock()
            self._left_at = {
                visit: left_at
                for visit, left_at in self._left_at.items()
                if left_at is None or now - left_at <= GRACE_SECONDS
            }

    def _found(self) -> Iterator[_Kept]:
        for above in _entries(self._folder):
            for folder in _entries(above):
                try:
                    yield _Kept(above.name, folder, folder.stat().st_mtime)
                except FileNotFoundError:
                    continue  # gone by itself meanwhile

    @staticmethod
    def _make_room(kept: list[_Kept], most: int) -> None:
        sizes = {found.folder: _size(found.folder) for found in kept}
        for found in sorted(kept, key=lambda found: found.used_at):
            if not most or sum(sizes.values()) <= most:
                return
            shutil.rmtree(found.folder, ignore_errors=True)
            del sizes[found.folder]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A folder that a session keeps, and when it was used last."""

    visit: str
    folder: Path
    used_at: float


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _size(folder: Path) -> int:
    """Bytes of the files in `folder`; files come and go meanwhile."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size
        except FileNotFoundError:
            continue
    return total
