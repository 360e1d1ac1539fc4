"""Fields: which of a row's columns is what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from analysis.articles import Item, Problem
from analysis.sources.options import Columns, KnownTable, Sources, folded

# The first name that is there wins; case and spaces around are ignored.
NAMES: Mapping[str, tuple[str, ...]] = {
    "given_id": ("id", "article_id", "guid"),
    "text": ("text", "body", "content", "article", "full_text"),
    "headline": ("title", "headline"),
    "outlet": ("source", "outlet", "publisher", "publication", "site", "domain"),
    "published": ("published", "published_at", "date", "publish_date", "pub_date", "timestamp"),
    "byline": ("author", "authors", "byline"),
    "url": ("url", "link"),
}

# What a field of the settings is called in an item.
_IN_ITEM = {"id": "given_id"}
_IN_SETTINGS = {"given_id": "id"}


def find_columns(headers: Iterable[str], sources: Sources) -> dict[str, str]:
    """For each field that a table with these `headers` has, the header that holds it.

    Where the table is known by its headers, that is what was said of it; else a name that was chosen goes first.
    """
    present = _by_name(headers)
    return _of_known(present, (known for known in sources.tables if known.names == present.keys())) or _of_names(
        present, sources.columns
    )


def find_fields(keys: Iterable[str], sources: Sources) -> dict[str, str]:
    """As `find_columns`, for an object of JSON, which may lack some keys of its like; never the text."""
    return dict(_found_fields(tuple(keys), sources))


# Objects that follow each other mostly have the same keys.
@lru_cache(maxsize=64)
def _found_fields(keys: tuple[str, ...], sources: Sources) -> dict[str, str]:
    present = _by_name(keys)
    like = [known for known in sources.tables if folded(known.text) in present and known.names >= present.keys()]
    closest = sorted(like, key=lambda known: len(known.names))
    return _of_known(present, closest) or _of_names(present, sources.columns)


def stated_names(columns: Mapping[str, str]) -> dict[str, str]:
    """What `find_columns` found, by the names that fields have in the settings."""
    return {_IN_SETTINGS.get(field, field): header for field, header in columns.items()}


def _by_name(headers: Iterable[str]) -> dict[str, str]:
    """The headers by what they are compared by; the first of two alike."""
    return {folded(header): header for header in reversed(list(headers))}


def _of_known(present: Mapping[str, str], tables: Iterable[KnownTable]) -> dict[str, str]:
    stated = next((known.columns for known in tables), {})
    names = {_IN_ITEM.get(field, field): folded(name) for field, name in stated.items()}
    return {field: present[name] for field, name in names.items() if name in present}


def _of_names(present: Mapping[str, str], columns: Columns) -> dict[str, str]:
    found = {
        field: next((present[name] for name in _names(field, columns) if name in present), None) for field in NAMES
    }
    return {field: header for field, header in found.items() if header is not None}


def _names(field: str, columns: Columns) -> tuple[str, ...]:
    chosen: tuple[str, ...] = getattr(columns, _IN_SETTINGS.get(field, field))
    return (*filter(None, map(folded, chosen)), *NAMES[field])


def item_of_row(row: Mapping[str, object], columns: Mapping[str, str], source_path: str, place: str) -> Item | Problem:
    """The item in `row`, whose fields stand in `columns`; a problem if it has no text."""
    fields = {field: plain_value(row.get(header)) for field, header in columns.items()}
    text = fields.pop("text", None)
    if text is None or not text.strip():
        return Problem(source_path, place, "no text", missing_text(columns, row))
    given_id = (fields.pop("given_id", None) or "").strip() or None
    return replace(Item(source_path, text, place, given_id), **fields)  # type: ignore[arg-type]


def missing_text(columns: Mapping[str, str], headers: Iterable[str]) -> str:
    """Why a row or table has no text, and what would mend it."""
    if "text" in columns:
        return f"'{columns['text']}' is empty"
    names = list(headers)
    seen = ", ".join(f"'{name}'" for name in names[:12]) + (", ..." if len(names) > 12 else "")
    example = names[-1] if names else "story"
    return (
        f"none of {', '.join(NAMES['text'])} is among its columns: {seen}; "
        f'say which holds the text: [sources.columns] text = "{example}"'
    )


def plain_value(value: object) -> str | None:
    """`value` of a JSON field as text: names of lists and objects joined by commas; None for null."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return plain_value(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(plain_value, value)))
    return str(value)
