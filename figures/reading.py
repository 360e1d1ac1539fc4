"""Reading: a collection with what somebody selected of it, and how to say so; what every figure is drawn of."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from analysis.articles import ARTICLES
from analysis.bundle import Bundle
from analysis.curation import Curated, Curation, Described, FreshRemaker, Part, Remaker, curate, digest
from analysis.finding import hits_of
from analysis.marks import Mark, behind
from analysis.notes import Notes
from analysis.queries import Near, Phrase, parse, positive
from analysis.selection import Rows, Selection, articles_of, select
from analysis.story_articles import one_a_story, whole_stories
from analysis.summaries import topics_of
from analysis.zoom import Stretch
from charts import Measure
from figures import words
from figures.mark_values import topic_named
from figures.memo import remembered


@dataclass(frozen=True)
class Reading:
    """A collection, all its articles, the selection, and the articles in that.

    The frames are those of `articles_of`; they are shared, and copied on write. Their topics, and those of the
    selection, are the curated ones: as the reader left them.
    """

    bundle: Bundle
    curated: Curated
    everything: pd.DataFrame
    selection: Selection
    articles: pd.DataFrame

    @property
    def key(self) -> tuple[str, ...]:
        """What is kept of a selection is known by: the collection, and which of its articles are on which topic."""
        return *self.bundle.key, self.curated.digest

    @cached_property
    def whole_key(self) -> Hashable:
        """What is kept of all that a reader sees is known by: with the names of topics, and the selection."""
        return self.bundle.key, digest(self.curated.curation), self.selection

    @cached_property
    def topic_names(self) -> dict[int, str]:
        """The name of each topic by its id; -1 is that of articles with none."""
        return {-1: "No topic", **self.curated.names}

    @cached_property
    def sought(self) -> tuple[Phrase | Near, ...]:
        """What the search looks for in the texts."""
        return positive(parse(self.selection.query))

    @cached_property
    def hits(self) -> pd.Series[int]:
        """How many hits of the search each article has, selected or not, by its row; the reader marks as many."""
        if not self.sought:
            return pd.Series(0, self.everything.index)
        return _hits(self.bundle.key, self.selection.query, self.bundle)

    @cached_property
    def topics(self) -> pd.DataFrame:
        """The topics that are not hidden, with their numbers of selected articles: as `topics_of`."""
        return topics_of(self.curated.visible, self.articles)

    @cached_property
    def with_shown_topic(self) -> pd.DataFrame:
        """The selected articles whose topic is not hidden, and those with none."""
        return self.articles[~self.articles["topic_id"].isin(self.curated.hidden["topic_id"])]

    def hidden_in_words(self) -> str:
        """How many topics are hidden, with how many of the selected articles; empty for none."""
        hidden = self.curated.hidden
        if hidden.empty:
            return ""
        n_articles = len(self.articles) - len(self.with_shown_topic)
        return f"{words.count(len(hidden), 'topic')} hidden, {self.counted(n_articles)}"

    @property
    def covered_days(self) -> pd.Series:
        """The first and the last of the days of the collection that are between the ends of the selection."""
        whole, chosen = self.whole_days, self.selected_days
        covered = whole.common(chosen) if whole and chosen else whole
        return pd.Series(pd.to_datetime([covered.first, covered.last] if covered else []))

    @cached_property
    def whole_days(self) -> Stretch | None:
        """From the first to the last day of the collection; None where no article is dated."""
        days = self.everything["day"].dropna()
        return Stretch(days.min().date(), days.max().date()) if len(days) else None

    @property
    def selected_days(self) -> Stretch | None:
        """The days that are selected, up to an end of the collection where one is not stated; None for all."""
        first, last, whole = self.selection.first_day, self.selection.last_day, self.whole_days
        if whole is None or not (first or last):
            return None
        return Stretch(first or min(whole.first, last or whole.first), last or max(whole.last, first or whole.last))

    @cached_property
    def others(self) -> pd.DataFrame:
        """The articles that are not selected; or one of each story of which none is."""
        if not self.selection.by_story:
            return self.everything.drop(self.articles.index)
        return one_a_story(self.everything[~self.everything["story_id"].isin(self.articles["story_id"])])

    @cached_property
    def with_copies(self) -> pd.DataFrame:
        """The selected articles, all of a story too where stories are counted."""
        return select(self.bundle, self.everything, replace(self.selection, by_story=False))

    @cached_property
    def whole_stories(self) -> pd.DataFrame:
        """The selected articles with all others of their stories: a story is shown whole."""
        return whole_stories(self.everything, self.articles)

    def behind(self, mark: Mark) -> pd.DataFrame:
        """The articles that `mark` stands for: of those selected, but for others, whole stories and one article."""
        articles = self._scope_of(mark)
        return articles.loc[behind(self.bundle, self._as_named(articles, mark), mark).index]

    def _scope_of(self, mark: Mark) -> pd.DataFrame:
        if mark.kind == "term-elsewhere":
            return self.others
        if mark.kind == "article":
            # The map shows all, selected or not.
            return self.everything
        return self.whole_stories if mark.kind in ("story", "pair") else self.articles

    def _as_named(self, articles: pd.DataFrame, mark: Mark) -> pd.DataFrame:
        """`articles`, those in what stands now for the topic that `mark` names under the name that it has there."""
        named = topic_named(mark)
        heirs = () if named is None else self.curated.live([named])
        if named is None or heirs == (named,):
            return articles
        return articles.assign(topic_id=articles["topic_id"].mask(articles["topic_id"].isin(heirs), named))

    def bodies(self, rows: Sequence[int]) -> dict[int, str]:
        """The bodies of the articles in these rows."""
        ids = self.everything.loc[list(rows), "article_id"].tolist()
        if not ids:
            return {}
        found = self.bundle.frame(ARTICLES, ["article_id", "body"], [("article_id", "in", ids)])
        by_id = dict(zip(found["article_id"], found["body"], strict=True))
        return {row: by_id[article_id] for row, article_id in zip(rows, ids, strict=True)}

    def titles(self, found: pd.DataFrame) -> list[str]:
        """What to call each of the articles `found`: its headline, or its opening words where it has none."""
        bodies = self.bodies(found.index[found["headline"].isna()].tolist())
        return [words.title(headline, bodies.get(row, "")) for row, headline in found["headline"].items()]

    def in_words(self) -> str:
        """What is selected, as a person would say it; empty for everything."""
        chosen = self.selection
        parts = [f"“{chosen.query}”"] if chosen.query else []
        parts += [" or ".join(chosen.outlets)] if chosen.outlets else []
        parts += [" or ".join(self.topic_names.get(topic, "?") for topic in chosen.topics)] if chosen.topics else []
        parts += ["tagged " + " or ".join(chosen.tags)] if chosen.tags else []
        parts += [words.between(chosen.first_day, chosen.last_day)] if chosen.first_day or chosen.last_day else []
        return " · ".join(parts)

    def counted(self, number: int) -> str:
        """A number of articles, or of stories where those are counted."""
        return words.count(number, *(("story", "stories") if self.selection.by_story else ("article", "articles")))

    def counted_behind(self, mark: Mark, number: int) -> str:
        """As `counted`; what a story has are articles, and what two outlets share stories, whatever is counted."""
        if mark.kind in ("story", "pair"):
            return words.count(number, *(("article",) if mark.kind == "story" else ("story", "stories")))
        return self.counted(number)

    @property
    def nouns(self) -> str:
        """What is counted: articles, or stories."""
        return "stories" if self.selection.by_story else "articles"

    @property
    def measure(self) -> Measure:
        """How many articles, or stories, a mark of a chart counts."""
        return Measure("n_articles", self.nouns)

    @property
    def rule(self) -> str:
        """How a story is counted, to stand in a sentence after what counts stories; empty where articles are."""
        return " (each once, by its original or its first selected article)" if self.selection.by_story else ""

    def n_articles(self) -> str:
        """How many articles (or stories) of how many the selection leaves, in words."""
        shown, most = (
            len(self.articles),
            self.bundle.counts["stories" if self.selection.by_story else "articles"],
        )
        if shown == most:
            return self.counted(shown)
        return f"{shown:,} of {self.counted(most)}"

    def n_hits(self) -> str:
        """How many hits of the search the selected articles have, in words; empty where nothing is looked for."""
        return words.count(int(self.hits[self.articles.index].sum()), "hit") if self.sought else ""


def open_reading(
    bundle: Bundle, curation: Curation, stated: Selection, notes: Notes | None = None, remaker: Remaker | None = None
) -> Reading:
    """What `stated` selects of `bundle`, with its topics as `curation` leaves them.

    Topics that were split or merged since are those that stand in their place now. `notes` say which articles have the
    tags that are selected. `remaker` finds the parts and words of topics, what it found is kept.

    Raises:
        BundleError: a table is missing or damaged.
    """
    curated, everything = _curated(bundle.key, digest(curation), bundle, curation, remaker or FreshRemaker(bundle))
    tagged = (notes or Notes()).tagged(stated.tags)
    chosen = replace(stated, topics=curated.live(stated.topics), tagged=tagged)
    return Reading(bundle, curated, everything, chosen, select(bundle, everything, chosen))


@remembered(8)
def _curated(
    key: tuple[str, str, str], curation: str, _bundle: Bundle, _curation: Curation, _remaker: Remaker
) -> tuple[Curated, pd.DataFrame]:
    del curation  # cache key only
    curated = curate(_bundle, _curation, _Remembering(key, _remaker))
    return curated, curated.place(_articles(key, _bundle))


@dataclass(frozen=True)
class _Remembering:
    """Finds parts and words of topics once for the same articles, whatever else is changed."""

    key: tuple[str, str, str]
    fresh: Remaker

    def divide(self, rows: Rows, number: int) -> tuple[Part, ...]:
        """As `Remaker` says."""
        return _divided(self.key, rows.tobytes(), number, self.fresh, rows)

    def describe(self, groups: Rows, wanted: Sequence[int]) -> tuple[Described, ...]:
        """As `Remaker` says."""
        return _described(self.key, groups.tobytes(), tuple(wanted), self.fresh, groups)


@remembered(32)
def _divided(key: tuple[str, str, str], articles: bytes, number: int, _fresh: Remaker, _rows: Rows) -> tuple[Part, ...]:
    del key, articles  # cache key only
    return _fresh.divide(_rows, number)


@remembered(32)
def _described(
    key: tuple[str, str, str], groups: bytes, wanted: tuple[int, ...], _fresh: Remaker, _groups: Rows
) -> tuple[Described, ...]:
    del key, groups  # cache key only
    return _fresh.describe(_groups, wanted)


@remembered(64)
def _hits(key: tuple[str, str, str], query: str, _bundle: Bundle) -> pd.Series[int]:
    del key  # cache key only
    return hits_of(_bundle, query)


@remembered(4)
def _articles(key: tuple[str, str, str], _bundle: Bundle) -> pd.DataFrame:
    del key  # cache key only
    return articles_of(_bundle)
