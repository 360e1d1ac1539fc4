"""Asked: what somebody wants of a report, whatever collection and selection it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from analysis.marks import GROUPS, Mark
from analysis.selection import Params
from figures.mark_values import makes_sense

# A longer quotation may be no quotation any more.
TEXT_FREE = 200
_LONGEST = 420


def today() -> date:
    """The day it is, in UTC."""
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to hold.

    Attributes:
        title: What it is called; "" for a title by the selection.
        sections: The keys of its sections, in order.
        notes: The reader's own words, in Markdown.
        articles: The ids of the articles that it shows; where there are none, one that stands for each topic.
        groups: What is set apart from what, outlets or topics; None for the selection, or the largest group.
        with_text: Whether it may hold whole articles and long quotations.
        made_on: The day that it states as its own.
    """

    title: str = ""
    sections: tuple[str, ...] = ()
    notes: str = ""
    articles: tuple[str, ...] = ()
    groups: tuple[Mark | None, Mark | None] = (None, None)
    with_text: bool = True
    made_on: date = field(default_factory=today)

    @property
    def longest_quote(self) -> int:
        """How many characters a quotation has at most."""
        return _LONGEST if self.with_text else TEXT_FREE


def groups_in(params: Params) -> tuple[Mark | None, Mark | None]:
    """The groups that an address compares, by `group=` and `against=` as the page of keywords has them."""
    marks = [Mark.parse(next(iter(params.get(name, ())), "")) for name in ("group", "against")]
    first, second = (mark if mark is not None and makes_sense(mark) and mark.kind in GROUPS else None for mark in marks)
    return first, second if first is not None else None
