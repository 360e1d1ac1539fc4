"""Remote work: one batch in a worker of a cluster, and what goes there and back.

The scheduler in between passes on bytes, text, and one function that is sent by value. So it needs nothing of this
program, and a worker that has none says so when it is given work.
"""

from __future__ import annotations

import pickle
import secrets
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from analysis.errors import BroadsheetError
from analysis.program import differences, program_state

# Two milliseconds a batch, for two fifths of the bytes.
_CODEC, _LEVEL = "zstd", 1
_SIZE_BYTES = 8

_ONE_AT_A_TIME = threading.Lock()


def pack(content: Any) -> bytes:
    """`content`, compressed; `unpack` gives it back."""
    plain = pickle.dumps(content, protocol=5)
    compressed: bytes = pa.Codec(_CODEC, _LEVEL).compress(plain, asbytes=True)
    return len(plain).to_bytes(_SIZE_BYTES) + compressed


def unpack(packed: bytes) -> Any:
    """What was packed."""
    size = int.from_bytes(packed[:_SIZE_BYTES])
    return pickle.loads(pa.Codec(_CODEC).decompress(memoryview(packed)[_SIZE_BYTES:], size))  # noqa: S301 - our own


def by_name() -> Callable[..., Any]:
    """`work_on` as a function that is sent by value: whoever passes it on need not have this module."""

    def in_worker(*given: Any) -> Any:
        from analysis.remote_work import work_on

        return work_on(*given)

    return in_worker


def work_on(work: bytes, program: Mapping[str, str], shared: str | None, batch: bytes) -> bytes | str | None:
    """Do the packed `work` on the packed `batch`, one batch at a time: word splitters are not made for several threads.

    Args:
        work: Any function of a batch, packed.
        program: The state of the program that packed the work.
        shared: A folder that the builder sees as well; None if the batch needs no file and there is no such folder.
        batch: The batch, packed.

    Returns:
        The result, packed, or the name of the file in `shared` that has it; None where `shared` is not seen.

    Raises:
        BroadsheetError: this worker has another program, or cannot read what it needs.
    """
    if program != program_state():
        raise BroadsheetError(another_program(f"{_address()}: this worker", differences(program_state(), program)))
    if shared and not Path(shared).is_dir():
        return None
    with _ONE_AT_A_TIME:
        try:
            result = pack(_unpacked(work)(unpack(batch)))
        except OSError as error:
            # Else it would look like a lost connection.
            raise BroadsheetError(f"{_address()}: this worker cannot go on: {error}") from error
    return _put_down(result, Path(shared)) if shared else result


def pick_up(found: bytes | str, shared: Path) -> Any:
    """The result of `work_on`; its file goes, if it has one.

    Raises:
        BroadsheetError: the file is not there.
    """
    if isinstance(found, bytes):
        return unpack(found)
    part = shared / found
    try:
        packed = part.read_bytes()
        part.unlink()
    except OSError as error:
        raise BroadsheetError(f"{part}: cannot be read, though a worker wrote it: {error.strerror}") from error
    return unpack(packed)


def another_program(whose: str, differing: str) -> str:
    """What is said of a worker or scheduler that differs from the machine that builds."""
    return f"{whose} has {differing}; put the same on all machines and start it again"


def _put_down(result: bytes, shared: Path) -> bytes | str:
    """The name of the new file that has `result`; `result` itself where none can be written."""
    part = shared / secrets.token_hex(8)
    try:
        part.write_bytes(result)
    except OSError:
        with suppress(OSError):
            part.unlink()
        return result
    return part.name


@lru_cache(maxsize=1)
def _unpacked(work: bytes) -> Callable[[Any], Any]:
    found: Callable[[Any], Any] = unpack(work)
    return found


def _address() -> str:
    from distributed import get_worker

    return str(get_worker().address)
