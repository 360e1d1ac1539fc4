"""Row groups: one column of a stored table, only the parts that are asked for, read ahead of whoever works on them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

Rows = npt.NDArray[np.int64]

_READERS = 2
_AHEAD = 4


def read_groups(path: Path, column: str, rows: Rows) -> Iterator[tuple[int, pa.Array]]:
    """The values of `column` in the row groups that hold any of `rows`, in order, each with its first row.

    Two threads read, a few groups ahead; decoding is Arrow's work and holds up none.
    """
    metadata = pq.read_metadata(path)
    ends = np.cumsum([metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)])

    def _read(n: int) -> pa.Array:
        with pq.ParquetFile(path, metadata=metadata) as stored:
            return stored.read_row_group(n, [column], use_threads=False)[column].combine_chunks()

    wanted = deque(np.unique(np.searchsorted(ends, rows, side="right")).tolist())
    reading = deque[tuple[int, Future[pa.Array]]]()
    with ThreadPoolExecutor(_READERS) as pool:
        while wanted or reading:
            while wanted and len(reading) < _AHEAD:
                n = wanted.popleft()
                reading.append((int(ends[n - 1]) if n else 0, pool.submit(_read, n)))
            first, read = reading.popleft()
            yield first, read.result()
