"""Article work: from staged items to rows, one batch at a time, in any process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from analysis.articles import ARTICLES, NOTICES, REMOVED, Article, Document, Documents, Item, article_rows
from analysis.cleaning import Cleaned, Repeats, clean
from analysis.collection import ArticleStep
from analysis.dates import DateOrders, Order, assumed_reading, is_believable, parse_date, usual_order
from analysis.schema import Row, Table
from analysis.staging import Place, items_of, staged_items, staged_rows
from analysis.tokens import detect_languages


@dataclass(frozen=True, slots=True)
class PackedBatch:
    """A batch with its items, for workers that cannot read the staging file."""

    places: Sequence[Place]
    rows: pa.Table


Batch = Sequence[Place] | PackedBatch

NOT_BELIEVED = "date not believed"
SHARED = "all dated articles of the collection have it"


@dataclass(frozen=True, slots=True)
class ArticleWork:
    """What is done with each article, whatever process does it.

    `repeats`, `shared_date`, `date_orders` and `now` are the same for all articles, so that none depends on its batch.
    """

    staged: Path
    repeats: Repeats
    shared_date: str | None
    date_orders: DateOrders
    rules_off: frozenset[str]
    steps: tuple[ArticleStep, ...]
    now: datetime

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables that it fills."""
        return (ARTICLES, REMOVED, NOTICES, *(table for step in self.steps for table in step.tables))

    def __call__(self, batch: Batch) -> dict[Table, pa.Table]:
        """The rows of `batch` for each table, in the order of the batch."""
        places, items = self._opened(batch)
        cleaned = [self._clean(item) for item in items]
        languages = detect_languages([one.body for one in cleaned])
        documents, notices = list[Document](), list[Row]()
        for place, item, one, language in zip(places, items, cleaned, languages, strict=True):
            published_at, of_date = self._date(item, one, language)
            documents.append(Document(_article(place, item, one, published_at, language)))
            noticed = (*item.notices, *one.notices, *of_date, *_repeat_notices(place))
            notices += [(place.article_id, *notice) for notice in noticed]
        removed = [
            (place.article_id, *line) for place, one in zip(places, cleaned, strict=True) for line in one.removed
        ]
        together = Documents(documents)
        tables = {
            ARTICLES: article_rows(together),
            REMOVED: REMOVED.from_rows(removed),
            NOTICES: NOTICES.from_rows(notices),
        }
        for step in self.steps:
            tables.update(step(together))
        return tables

    def packed(self, batch: Sequence[Place]) -> PackedBatch:
        """The batch with its items."""
        rows = pa.concat_tables(staged_rows(self.staged, batch))
        # Copied, since what is sent of a slice is all that it is a slice of.
        return PackedBatch(batch, rows.take(pa.array(range(len(rows)))))

    def _opened(self, batch: Batch) -> tuple[Sequence[Place], Sequence[Item]]:
        if isinstance(batch, PackedBatch):
            return batch.places, list(items_of(batch.rows))
        return batch, staged_items(self.staged, [place.row for place in batch])

    def _clean(self, item: Item) -> Cleaned:
        repeated = self.repeats.lines_of(item.outlet)
        return clean(item.text, headline=item.headline, taken=item.taken, repeated=repeated, off=self.rules_off)

    def _date(
        self, item: Item, cleaned: Cleaned, language: str | None
    ) -> tuple[datetime | None, list[tuple[str, str]]]:
        text = item.published or cleaned.date_text
        if not text or not text.strip():
            return None, []
        if item.published and text.strip() == self.shared_date:
            return None, [(NOT_BELIEVED, f"{text.strip()}: {SHARED}")]
        order = self._order(item, language)
        instant = parse_date(text, order, language)
        if instant is None:
            return None, [("date not understood", text)] if item.published else []
        if not is_believable(instant, self.now):
            return None, [(NOT_BELIEVED, text)]
        assumed = assumed_reading(text, order)
        return instant, [("date order assumed", f"{assumed}; see the setting sources.date_order")] if assumed else []

    def _order(self, item: Item, language: str | None) -> Order | None:
        told = self.date_orders.of(item.source_path, item.place, item.outlet)
        return told or usual_order(language, item.url, item.outlet)


def _article(
    place: Place, item: Item, cleaned: Cleaned, published_at: datetime | None, language: str | None
) -> Article:
    return Article(
        article_id=place.article_id,
        source_path=item.source_path,
        headline=cleaned.headline or None,
        body=cleaned.body,
        outlet=_filled(item.outlet),
        byline=_filled(item.byline) or cleaned.byline,
        url=_filled(item.url),
        published_at=published_at,
        language=language,
    )


def _repeat_notices(place: Place) -> list[tuple[str, str]]:
    if place.repeats == "id":
        return [("id repeated", "another article was given the same id, so this one's has a number")]
    if place.repeats == "text":
        return [("text repeated", "another item has exactly the same text")]
    return []


def _filled(field: str | None) -> str | None:
    return " ".join(field.split()) or None if field else None
