"""Where the large blocks of a page stand, compared loosely with what is stored: the layout, and no pixels.

A block that is stored must stand in the same columns, in the same order from top to bottom, and be about as high; fonts
that break lines elsewhere do not matter, nor do blocks that are new. After a change that is meant, store it anew:

    BROADSHEET_STORE_LAYOUTS=yes python -m pytest tests/browser/test_pages.py
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

STORED = Path(__file__).with_name("layouts.json")
_STORES = "BROADSHEET_STORE_LAYOUTS"

# How far a side of a block may be from where it stood, as a share of the width of the page.
_SIDE = 0.04
# How many times as high, or as low, a block may be.
_HEIGHT = 1.8
# Lower or narrower ones are widgets and rows of lists, and so are those of these names.
_LEAST_HEIGHT, _LEAST_SHARE = 75, 0.2
_SMALL = ("w_", "n_", "rule_")

# How often a page is looked at until all has taken its place, and how long is waited between.
_LOOKS, _BETWEEN_MS = 20, 250

_BLOCKS = """main => {
  const frame = main.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect();
  const key = node => [...node.classList].find(name => name.startsWith('st-key-')).slice('st-key-'.length);
  const named = [...main.querySelectorAll('[class*=st-key-]')].map(node => [key(node), node]);
  const headings = [...main.querySelectorAll('h1, h2, h3')].map(node => [node.innerText, node]);
  return [...headings, ...named].map(([name, node]) => [name, node.getBoundingClientRect()]).map(([name, box]) =>
    [name, (box.left - frame.left) / frame.width, (box.right - frame.left) / frame.width, box.top, box.height]);
}"""
# What a key has after its name: the chosen mark, a fingerprint, a hash.
_AFTER_NAME = re.compile(r"_(None|-?\d{6,}|[0-9a-f]{16})$")


class Block(NamedTuple):
    """A block: its left and right side as shares of the width of the page, its top and height in pixels."""

    name: str
    left: float
    right: float
    top: float
    height: float


def differences(page: Any, name: str, width: int) -> list[str]:
    """What stands elsewhere than it did on the page `name` of this width, in words."""
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    key = f"{name}, {width} wide"
    if os.environ.get(_STORES):
        page.wait_for_timeout(_LOOKS * _BETWEEN_MS)
        _store({**stored, key: _large(page)})
        return []
    before = [Block(*block) for block in stored[key]]
    for _ in range(_LOOKS):
        if not compare(before, _large(page)):
            return []
        page.wait_for_timeout(_BETWEEN_MS)
    return compare(before, _large(page))


def compare(before: list[Block], now: list[Block]) -> list[str]:
    """What of the blocks `before` is missing now, in other columns, much higher or lower, or in another order."""
    by_name = {block.name: block for block in now}
    found = [f"{block.name} is missing" for block in before if block.name not in by_name]
    kept = [(block, by_name[block.name]) for block in before if block.name in by_name]
    for old, new in kept:
        if max(abs(old.left - new.left), abs(old.right - new.right)) > _SIDE:
            found.append(f"{old.name} reached from {old.left} to {old.right}, now from {new.left} to {new.right}")
        if not 1 / _HEIGHT <= new.height / old.height <= _HEIGHT:
            found.append(f"{old.name} was {old.height:.0f} high, now {new.height:.0f}")
    for (old_one, new_one), (old_next, new_next) in pairwise(kept):
        is_below = old_one.top + old_one.height <= old_next.top
        if is_below and new_one.top + new_one.height > new_next.top + 1:
            found.append(f"{old_next.name} stood below {old_one.name}")
    return found


def _store(layouts: Mapping[str, Sequence[Sequence[Any]]]) -> None:
    """Write the layouts, a block a line."""
    parts = []
    for key, blocks in sorted(layouts.items()):
        lines = ",\n  ".join(json.dumps(block) for block in blocks)
        parts.append(f"{json.dumps(key)}: [\n  {lines}\n]")
    STORED.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def _large(page: Any) -> list[Block]:
    """The large blocks of the page, from top to bottom, each name once."""
    rows = page.get_by_test_id("stMain").evaluate(_BLOCKS)
    blocks = [
        Block(_AFTER_NAME.sub("", name), round(left, 2), round(right, 2), round(top), round(height))
        for name, left, right, top, height in rows
    ]
    large = [one for one in blocks if one.height >= _LEAST_HEIGHT and one.right - one.left >= _LEAST_SHARE]
    named = {
        one.name: one for one in reversed(large) if not one.name.startswith(_SMALL) and not one.name[-1:].isdigit()
    }
    return sorted(named.values(), key=lambda one: (one.top, one.left, one.name))
