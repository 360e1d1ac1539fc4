"""Fields: which of a row's columns is what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analysis.articles import Item, Problem
from analysis.sources.options import Columns

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


def find_columns(headers: Iterable[str], columns: Columns) -> dict[str, str]:
    """For each field that `headers` have, the header that holds it; the one that `columns` names goes first."""
    known = {header.strip().lower(): header for header in reversed(list(headers))}
    found = {field: next((known[name] for name in _names(field, columns) if name in known), None) for field in NAMES}
    return {field: header for field, header in found.items() if header is not None}


def _names(field: str, columns: Columns) -> tuple[str, ...]:
    chosen: str = getattr(columns, "id" if field == "given_id" else field)
    return (chosen.strip().lower(), *NAMES[field]) if chosen else NAMES[field]


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
