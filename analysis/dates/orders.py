"""Orders: whether day or month stands first, by the dates beside it, by its outlet's country, by its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from analysis.dates.numeric import Order, find_numeric
from analysis.dates.words import plain

AUTO = "auto"
ORDER_SETTINGS = (AUTO, Order.DAY_FIRST, Order.MONTH_FIRST)

# Where dates stand together: rows of one file or files of one folder, one outlet, or both.
Group = tuple[str, str]

# In the opening of a text, where its date stands if it is not in a field.
_OPENING = 2_000
_SLASHED = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/])")

_HOST = re.compile(r"(?:[a-z]+://)?(?:[^/@\s]*@)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:/\S*)?", re.IGNORECASE)
# Endings that say nothing of a country, and two-letter ones that are sold to anybody.
_AMERICAN = frozenset({"gov", "mil", "edu"})
_SOLD = frozenset(("ai", "cc", "co", "eu", "fm", "gg", "io", "la", "ly", "me", "sh", "to", "tv", "vc", "ws"))
_CODE_OF_ENDING = {"uk": "GB"}
_LOCALE_ORDERS = {"DMY": Order.DAY_FIRST, "MDY": Order.MONTH_FIRST, "YMD": Order.YEAR_FIRST}


@dataclass(frozen=True, slots=True)
class DateOrders:
    """What the dates of a collection tell of each other.

    `seen` has for each group the orders that some date of it must have; one that must be day first is such as
    `25/05/2016`. `chosen` is the order that the settings name, if any: it goes before everything.
    """

    seen: Mapping[Group, frozenset[Order]] = field(default_factory=dict)
    chosen: Order | None = None

    def decided_by(self, setting: str) -> DateOrders:
        """These with the order that the setting names; `auto` names none."""
        return replace(self, chosen=None if setting == AUTO else Order(setting))

    def of(self, source_path: str, place: str, outlet: str | None) -> Order | None:
        """The order that the dates beside an item tell; None if they tell nothing, or contradict each other.

        The narrowest group with any evidence decides: the outlet in its file, the file, the outlet anywhere.
        """
        if self.chosen:
            return self.chosen
        groups = _groups(source_path, place, outlet)
        told = next((self.seen[group] for group in groups if group in self.seen), frozenset())
        return next(iter(told)) if len(told) == 1 else None


@dataclass(slots=True)
class OrderEvidence:
    """What the dates of items tell, gathered one item after another; their order does not matter."""

    _seen: dict[Group, set[Order]] = field(default_factory=dict)

    def add(self, source_path: str, place: str, outlet: str | None, published: str | None, text: str) -> None:
        """Look at the date of one item; at the opening of its text if it has none."""
        dates = [plain(published)] if published and published.strip() else _SLASHED.findall(text[:_OPENING])
        found = [numeric for date in dates if (numeric := find_numeric(date))]
        for order in {order for numeric in found if (order := numeric.only_order())}:
            for group in _groups(source_path, place, outlet):
                self._seen.setdefault(group, set()).add(order)

    def finish(self) -> DateOrders:
        """What they tell."""
        return DateOrders({group: frozenset(orders) for group, orders in self._seen.items()})


def usual_order(language: str | None, *addresses: str | None) -> Order | None:
    """The order that is usual in the country that a web address names, else in a language; None if neither tells.

    English alone tells nothing, nor does a language in which the year stands first.

    Args:
        language: ISO 639-1 code.
        addresses: of an article or its outlet; what is no web address tells nothing.
    """
    country = next((found for address in addresses if (found := _country(address))), None)
    if country and (order := _order_in(f"{language or 'en'}-{country}") or _order_in(f"en-{country}")):
        return order
    return _order_in(language) if language and language != "en" else None


def _groups(source_path: str, place: str, outlet: str | None) -> list[Group]:
    """The groups of an item, the narrowest first."""
    where = source_path if place else source_path.rpartition("/")[0] + "/"
    name = " ".join(outlet.split()).casefold() if outlet else ""
    return [(where, name), (where, ""), ("", name)] if name else [(where, "")]


def _country(address: str | None) -> str | None:
    match = _HOST.fullmatch(address.strip()) if address else None
    if match is None:
        return None
    ending = match[1].rpartition(".")[2].lower()
    if ending in _AMERICAN:
        return "US"
    if len(ending) != len("uk") or ending in _SOLD:
        return None
    return _CODE_OF_ENDING.get(ending, ending.upper())


@cache
def _order_in(locale: str) -> Order | None:
    """What Unicode's Common Locale Data Repository says of a language, or of a language in a country."""
    from dateparser.languages.loader import default_loader

    try:
        order = default_loader.get_locale(locale).info.get("date_order", "")
    except ValueError:
        return None
    return _LOCALE_ORDERS.get(order)
