"""The two kinds of step, and what the second kind sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import ClassVar, Protocol

import pyarrow as pa

from analysis.articles import Documents
from analysis.schema import Table
from analysis.word_ids import WordIds

Part = tuple[Table, pa.Table]


@dataclass(frozen=True, slots=True)
class Collection:
    """What a collection step sees: the words as integers, and the tables that were written before it.

    `read(name, columns)` gives these columns of a table; articles are named by their row. What is done within
    `apart(name)` is timed as a stage of that name, and not as one of the step.
    """

    words: WordIds
    read: Callable[[str, Sequence[str]], pa.Table]
    apart: Callable[[str], AbstractContextManager[None]] = lambda name: nullcontext()


class ArticleStep(Protocol):
    """An analysis of each article by itself, in any process; it is given many at a time, for arrays to pay."""

    tables: ClassVar[tuple[Table, ...]]

    def __call__(self, documents: Documents) -> Mapping[Table, pa.Table]:
        """The rows of each of its tables for `documents`, in their order; those of one do not depend on the others."""
        ...


class CollectionStep(Protocol):
    """An analysis of the whole collection, over tables and arrays."""

    tables: ClassVar[tuple[Table, ...]]

    def __call__(self, collection: Collection) -> Iterator[Part]:
        """Its tables, in parts, in the order in which they are stored."""
        ...
