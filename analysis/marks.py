"""Marks: what one mark of a chart stands for, and the articles behind it.

A `Mark` lives in the address of the page, beside the selection.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.checks import articles_with
from analysis.queries import Near, Phrase, phrase_of, positive
from analysis.selection import NONE, Rows, day_of, is_topic, topic_id_of
from analysis.story_articles import carried_by_both, with_story
from analysis.term_index import term_index
from analysis.tone_places import with_part, with_voice
from analysis.word_groups import group_query, has_words

# Which of some articles a value stands for.
Finder = Callable[[Bundle, pd.DataFrame, str], "pd.Series[bool]"]

# The kinds of marks that articles can be compared by.
GROUPS = ("outlet", "topic")
_TERM_IN_GROUP = ("term-in", "term-not-in")
# Where the articles on a topic may be looked for.
_TOPIC_GROUPS = ("outlet", "days")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one mark of a chart stands for: the articles that share one fact.

    `kind` is a key of `_KINDS`; `value` is that kind's own words: a term, one that stands for all its forms, a topic
    id, an outlet, two days, two bounds of polarity, a code, a check, an id, a voice or a tenth of the text that has a
    tone, the id of a story, two outlets (for one article of each story that both carried). With "scored-" before it, a
    topic, an outlet or days stand for those articles alone that have a tone. A term's articles, in any of its forms, in
    one group alone are "term-in" and those outside that group "term-not-in", with `term|outlet:name` or
    `term|topic:id` as their value; those outside the selection are "term-elsewhere". The articles on a topic in one
    outlet or of some days are "topic-in", with `id|outlet:name` or `id|days:...`. "words" have a line of words of the
    reader's own; and what another mark stands for on some days alone is "at", with `first..last|kind:value`.
    """

    kind: str
    value: str

    @property
    def fact(self) -> str:
        """Its kind, whether it stands for all the articles or for those that have a tone."""
        return self.kind.removeprefix("scored-")

    @property
    def term(self) -> str | None:
        """The term that its articles hold; None where they share another fact."""
        if self.kind in ("term", "forms", "term-elsewhere"):
            return self.value
        return self.value.partition("|")[0] if self.kind in _TERM_IN_GROUP else None

    @property
    def group(self) -> Mark | None:
        """Where a term is looked for, or outside of, or a topic in; None for any other mark."""
        kinds = GROUPS if self.kind in _TERM_IN_GROUP else _TOPIC_GROUPS if self.kind == "topic-in" else ()
        group = Mark.parse(self.value.partition("|")[2]) if kinds else None
        return group if group is not None and group.kind in kinds else None

    @property
    def topic(self) -> str | None:
        """The topic that it is about, by itself or as what a term is looked for in; None for one about none."""
        if self.kind == "topic-in":
            return self.value.partition("|")[0]
        about = self.group or self.subject
        return about.value if about.fact == "topic" else None

    @property
    def of_days(self) -> tuple[Mark, Mark] | None:
        """The days, and the mark whose articles of these it stands for; None for any other mark."""
        if self.kind != "at":
            return None
        days, _, rest = self.value.partition("|")
        inner = Mark.parse(rest)
        return (Mark("days", days), inner) if inner is not None and inner.kind != "at" else None

    @property
    def subject(self) -> Mark:
        """What it is about, whatever days it is narrowed to."""
        return self.of_days[1] if self.of_days else self

    @classmethod
    def parse(cls, text: str) -> Mark | None:
        """The mark that `text`, as `str(mark)` gives it, stands for; None if it is none."""
        kind, colon, value = text.partition(":")
        return cls(kind, value) if colon and kind in _KINDS and value else None

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"


def term_mark(term: str, group: Mark | None = None, *, inside: bool = True) -> Mark:
    """The mark of the articles with any form of `term`: all that are selected, or those in or out of `group` alone."""
    if group is None:
        return Mark("forms" if inside else "term-elsewhere", term)
    return Mark("term-in" if inside else "term-not-in", f"{term}|{group}")


def at_mark(days: Mark, mark: Mark) -> Mark:
    """The mark of those of the articles behind `mark` that are of `days`."""
    return Mark("at", f"{days.value}|{mark}")


def days_mark(first: date, last: date) -> Mark:
    """The mark of the articles of some days, both included."""
    return Mark("days", f"{first.isoformat()}..{last.isoformat()}")


def tone_mark(low: float, high: float) -> Mark:
    """The mark of the articles with a polarity of at least `low` and below `high`, or up to it where it is 1."""
    return Mark("tone", f"{low:g}..{high:g}")


def behind(bundle: Bundle, articles: pd.DataFrame, mark: Mark) -> pd.DataFrame:
    """The rows of `articles` that `mark` stands for; none for a mark that makes no sense."""
    return articles[_KINDS[mark.kind](bundle, articles, mark.value)]


def _with_term(bundle: Bundle, articles: pd.DataFrame, term: str) -> pd.Series[bool]:
    return articles.index.to_series().isin(term_rows(bundle, term))


def term_rows(bundle: Bundle, term: str) -> Rows:
    """The rows of the articles that hold `term`, ascending; a text that is no stored term is searched for."""
    index = term_index(bundle)
    number = index.number_of(term)
    return bundle.index.holding(phrase_of(term)) if number is None else index.with_terms([number])[0]


def forms_of(bundle: Bundle, term: str) -> list[str]:
    """The terms that are forms of one word or phrase with `term`, commonest first; itself alone if it is not stored."""
    index = term_index(bundle)
    number = index.number_of(term)
    if number is None:
        return [term]
    return list(index.terms["term"].iloc[np.flatnonzero(index.form_of == index.form_of[number])])


def terms_behind(bundle: Bundle, mark: Mark) -> list[str]:
    """The terms whose occurrences `mark` is about, each in its normal form; none for a mark of another fact."""
    if mark.term is None:
        return []
    return [mark.term] if mark.kind == "term" else forms_of(bundle, mark.term)


def phrases_behind(bundle: Bundle, mark: Mark) -> tuple[Phrase | Near, ...]:
    """What to look for in the text of an article to show why `mark` stands for it; nothing for another fact."""
    if mark.subject.kind == "words":
        return positive(group_query(mark.subject.value))
    return tuple(Phrase(tuple(term.split())) for term in terms_behind(bundle, mark.subject))


def _with_forms(bundle: Bundle, articles: pd.DataFrame, term: str) -> pd.Series[bool]:
    rows = np.concatenate([term_rows(bundle, form) for form in forms_of(bundle, term)])
    return articles.index.to_series().isin(rows)


def _with_topic(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    return articles["topic_id"] == (topic_id_of(value) if is_topic(value) else -2)


def _with(column: str) -> Finder:
    """The articles that have the value in `column`, or "none" for none."""
    return lambda bundle, articles, value: articles[column].fillna(NONE) == value


def _on_days(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    first, last = (day_of(part) for part in [*value.split(".."), ""][:2])
    if first is None or last is None:
        return pd.Series(False, articles.index)
    return articles["day"].between(pd.Timestamp(first), pd.Timestamp(last))


def _with_tone(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    try:
        low, high = map(float, value.split(".."))
    except ValueError:
        return pd.Series(False, articles.index)
    return articles["polarity"].between(low, high, inclusive="both" if high >= 1 else "left")


def _in_group(inside: bool) -> Finder:
    """The articles with any form of a term that belong to the group it is named with, or those that do not."""

    def _find(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
        mark = Mark("term-in", value)
        if mark.group is None:
            return pd.Series(False, articles.index)
        belongs = _KINDS[mark.group.kind](bundle, articles, mark.group.value)
        return _with_forms(bundle, articles, mark.term or "") & (belongs == inside)

    return _find


def _topic_in_group(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    mark = Mark("topic-in", value)
    if mark.group is None:
        return pd.Series(False, articles.index)
    return _with_topic(bundle, articles, mark.topic or "") & _KINDS[mark.group.kind](bundle, articles, mark.group.value)


def _with_words(bundle: Bundle, articles: pd.DataFrame, line: str) -> pd.Series[bool]:
    return pd.Series(has_words(bundle, articles, line), articles.index)


def _at(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """The articles behind another mark that are of some days."""
    parts = Mark("at", value).of_days
    if parts is None:
        return pd.Series(False, articles.index)
    days, mark = parts
    return _on_days(bundle, articles, days.value) & _KINDS[mark.kind](bundle, articles, mark.value)


def _scored(find: Finder) -> Finder:
    """Those of the articles which `find` finds that have a tone."""
    return lambda bundle, articles, value: find(bundle, articles, value) & articles["polarity"].notna()


_KINDS: dict[str, Finder] = {
    "term": _with_term,
    "forms": _with_forms,
    "term-in": _in_group(inside=True),
    "term-not-in": _in_group(inside=False),
    "term-elsewhere": _with_forms,
    "topic": _with_topic,
    "topic-in": _topic_in_group,
    "outlet": _with("outlet"),
    "days": _on_days,
    "words": _with_words,
    "at": _at,
    "tone": _with_tone,
    "language": _with("language"),
    "health": articles_with,
    "article": _with("article_id"),
    "story": lambda _, articles, value: with_story(articles, value),
    "pair": lambda _, articles, value: carried_by_both(articles, value),
    "voice": with_voice,
    "part": with_part,
    "scored-topic": _scored(_with_topic),
    "scored-outlet": _scored(_with("outlet")),
    "scored-days": _scored(_on_days),
}
