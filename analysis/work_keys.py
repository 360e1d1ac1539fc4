"""Work keys: what the rows of one article depend on, in one number, so that a rebuild can tell what has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict

import pyarrow as pa

from analysis.bundle import FORMAT
from analysis.cleaning.reasons import OUTSIDE
from analysis.dates import DateOrders
from analysis.intake import Intake
from analysis.program import program_digest
from analysis.schema import Column, Table
from analysis.settings import Settings
from analysis.staging import staged_columns

_DIGITS = 16

ARTICLE_KEYS = Table(
    "article_keys",
    "One row an article, in their order: by this a rebuild knows which articles it need not work on again.",
    (
        Column("article_id", pa.string(), "The article."),
        Column("work_key", pa.binary(_DIGITS), "A hash of all that its rows depend on: itself, settings, program."),
    ),
    key=("article_id",),
)

# What an article's own dates are read by.
_DATED_BY = ("source_path", "place", "outlet", "published")


def work_keys(intake: Intake, settings: Settings) -> pa.Table:
    """The rows of ARTICLE_KEYS.

    Two articles with one key, in whatever collections, have the same rows in all tables that article work fills, if
    their dates are not in the future.
    """
    orders = intake.date_orders.decided_by(settings.sources.date_order)
    common = _common(intake, settings)
    keys = list[bytes]()
    for place, (date_order, shares_date) in zip(intake.places, _dates(intake, orders), strict=True):
        digest = hashlib.blake2b(common, digest_size=_DIGITS)
        digest.update(intake.item_hashes[place.row])
        digest.update(intake.own_repeats[place.row].tobytes())
        digest.update(repr((place.article_id, place.repeats, date_order, shares_date)).encode())
        keys.append(digest.digest())
    return ARTICLE_KEYS.from_columns({"article_id": intake.places.article_ids, "work_key": keys})


def _common(intake: Intake, settings: Settings) -> bytes:
    """What all articles depend on."""
    parts: list[object] = [FORMAT, program_digest(), sorted(set(settings.cleaning.off)), asdict(settings.sentiment)]
    if OUTSIDE in settings.cleaning.off:
        # Lines outside the main text were not surveyed, so which of them repeat is not known article by article.
        by_outlet = sorted((str(name), sorted(found)) for name, found in intake.repeats.by_outlet.items())
        parts.append((sorted(intake.repeats.everywhere), by_outlet))
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).digest()


def _dates(intake: Intake, orders: DateOrders) -> Iterator[tuple[str | None, bool]]:
    """For each article the order of its date that others tell, and whether it has the date that all have."""
    for row in staged_columns(intake.staged, intake.places, _DATED_BY):
        told = orders.of(row["source_path"], row["place"], row["outlet"])
        yield told, (row["published"] or "").strip() == intake.shared_date
