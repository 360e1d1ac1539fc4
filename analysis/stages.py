"""Stages: what each stage of a build read, so that a rebuild can take over what it would only write again.

These are verifying traces as in Mokhov, Mitchell and Peyton Jones (2018), Build Systems à la Carte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, is_dataclass
from typing import Any

import pyarrow as pa

from analysis.bundle import Bundle
from analysis.drafts import Draft
from analysis.manifest import file_of
from analysis.program import program_digest


@dataclass(slots=True)
class Stages:
    """The stages of one build: what it takes over from `bundles`, and what it writes itself."""

    draft: Draft
    bundles: Sequence[Bundle]
    done: dict[str, dict[str, Any]] = field(default_factory=dict)
    reused: list[str] = field(default_factory=list)

    def take(self, name: str, settings: object = None) -> bool:
        """Take over the files of the stage `name` if it would write the same; whether it was done."""
        for bundle in self.bundles:
            stage = bundle.manifest["stages"].get(name)
            if stage and stage["key"] == self._key(name, settings, stage["read"]):
                for file in stage["wrote"]:
                    self.draft.take(bundle, file)
                self.done[name] = stage
                self.reused.append(name)
                return True
        return False

    def record(self, name: str, settings: object, read: Iterable[str], wrote: Iterable[str]) -> None:
        """Keep that the stage `name` read these files, and wrote those."""
        files = sorted(set(read))
        self.done[name] = {"key": self._key(name, settings, files), "read": files, "wrote": sorted(set(wrote))}

    def _key(self, name: str, settings: object, read: Iterable[str]) -> str | None:
        files = [(file, self.draft.digest(file)) for file in read if (self.draft.folder / file).exists()]
        stated = asdict(settings) if is_dataclass(settings) and not isinstance(settings, type) else settings
        parts = json.dumps([name, program_digest(), stated, files], sort_keys=True)
        return hashlib.sha256(parts.encode()).hexdigest()[:32]


@dataclass(slots=True)
class Reading:
    """Reads columns of finished tables, and keeps which files that were."""

    draft: Draft
    files: set[str] = field(default_factory=set)

    def __call__(self, name: str, columns: Sequence[str]) -> pa.Table:
        """These columns of the table `name`."""
        self.files.add(file_of(name))
        return self.draft.read(name, columns)
