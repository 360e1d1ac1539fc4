"""Checks: what may be wrong with an article, in words, and the articles that it is wrong with.

What was noticed while an article was read is in the table of notices; the rest is seen in its fields. A check of
either sort is named by one word or a few, the kind of its notice where it has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum

import pandas as pd

from analysis.articles import NOTICES
from analysis.bundle import Bundle
from analysis.steps.stories import STORIES

# Gopher's training texts have at least so many: Rae and others (2021), "Scaling Language Models", appendix A.
FEWEST_WORDS = 50

# The checks that other modules name.
COPIES = "copies"
VERY_SHORT = "very short"

_TABLES = (".csv", ".tsv", ".xlsx")


class Level(IntEnum):
    """How serious a finding is, the most serious first."""

    LOST = 0
    MISLEADING = 1
    UNKNOWN = 2
    MENDED = 3


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that may be wrong.

    `phrase` says it after a number of articles, `meaning` in one sentence. Where `endings` are named, only files
    whose names end so can have it.
    """

    name: str
    level: Level
    phrase: str
    meaning: str
    endings: tuple[str, ...] = ()

    def applies_to(self, paths: Iterable[str]) -> bool:
        """Whether an article from one of these files can have it."""
        names = (path.lower().removesuffix(".gz") for path in paths)
        return not self.endings or any(name.endswith(self.endings) for name in names)


CHECKS: tuple[Check, ...] = (
    Check("empty", Level.LOST, "without words", "There is no text to count; only its fields are known."),
    Check("cut off", Level.LOST, "cut off", "The text stops before its end, as behind a paywall."),
    Check(
        "characters lost",
        Level.LOST,
        "with lost characters",
        "Some letters were lost before the text came here and stand as \ufffd.",
    ),
    Check(
        "pages without text",
        Level.LOST,
        "with pages that have no text",
        "Pages of a PDF are pictures or damaged, so what they say is not here.",
        (".pdf",),
    ),
    Check(
        COPIES,
        Level.MISLEADING,
        "with a text that another has too",
        "Whole, edited or shortened. Each copy is counted, unless stories are counted instead of articles.",
    ),
    Check(
        "text repeated",
        Level.MISLEADING,
        "found twice, line for line",
        "The very same text was read before: a file may have been added twice.",
    ),
    Check(
        "id repeated",
        Level.MISLEADING,
        "with the id of another",
        "Both are kept; the later one has a number after its id.",
    ),
    Check(
        VERY_SHORT,
        Level.MISLEADING,
        f"with fewer than {FEWEST_WORDS} words",
        "Too little for a topic or a tone to mean much: a caption, a teaser, or a page that was not read right.",
    ),
    Check(
        "little text left",
        Level.MISLEADING,
        "with hardly any text",
        "Nearly all of it looked like menus or notes, so it was kept: its words may be those of the site.",
    ),
    Check(
        "more cells than columns",
        Level.MISLEADING,
        "with more cells than columns",
        "A comma in the text may have split the row of the table, so that fields stand in the wrong place.",
        _TABLES,
    ),
    Check(
        "date not believed",
        Level.MISLEADING,
        "with a date that is not believed",
        "It lies before 1900 or in the future, or all articles have the same; it is not used.",
    ),
    Check(
        "date not understood",
        Level.MISLEADING,
        "with a date that is not understood",
        "What is given as the date names no complete day; it is not used.",
    ),
    Check("no date", Level.UNKNOWN, "without a date", "They are in no chart over time and in no selection by days."),
    Check("no outlet", Level.UNKNOWN, "without an outlet", "They are in no comparison of outlets."),
    Check("no headline", Level.UNKNOWN, "without a headline", "Lists show the beginning of the text instead."),
    Check(
        "language unsure",
        Level.UNKNOWN,
        "in a language that is not sure",
        "The text is too short, or too mixed, to tell which.",
    ),
    Check(
        "mojibake repaired",
        Level.MENDED,
        "with garbled letters that were mended",
        "Letters such as Ã© stood where é belongs; only what was certain was changed.",
    ),
)

_BY_NAME = {check.name: check for check in CHECKS}

# The checks that are seen in the row of an article, as `articles_of` gives it.
_SEEN: dict[str, Callable[[pd.DataFrame], pd.Series[bool]]] = {
    "empty": lambda articles: articles["n_words"] == 0,
    VERY_SHORT: lambda articles: articles["n_words"].between(1, FEWEST_WORDS - 1),
    "no date": lambda articles: articles["published_at"].isna(),
    "no outlet": lambda articles: articles["outlet"].isna(),
    "no headline": lambda articles: articles["headline"].isna(),
    "language unsure": lambda articles: articles["language"].isna(),
}


def check_of(name: str) -> Check:
    """The check of this name; one that says no more than the name for a kind of notice that is not described."""
    return _BY_NAME.get(name) or Check(
        name, Level.MISLEADING, f"noticed: {name}", "It was noticed while they were read."
    )


def articles_with(bundle: Bundle, articles: pd.DataFrame, name: str) -> pd.Series[bool]:
    """Which of `articles`, rows as `articles_of` gives them, the check `name` finds; none for an unknown name."""
    found = _is_one_of(articles, _notices(bundle, name))
    if name == COPIES:
        found |= _is_one_of(articles, copies_of(bundle))
    return found | _SEEN[name](articles) if name in _SEEN else found


def details_of(bundle: Bundle, articles: pd.DataFrame, name: str) -> pd.Series[str]:
    """What the check `name` saw each of `articles` by, by row; empty where its name says all."""
    if name == VERY_SHORT:
        return articles["n_words"].map(lambda n_words: f"{n_words} {'word' if n_words == 1 else 'words'}")
    if name == COPIES:
        found = _said_of_copies(copies_of(bundle))
    else:
        found = _notices(bundle, name).groupby("article_id")["detail"].agg("; ".join)
    return articles["article_id"].map(found).fillna("").astype(str)


def copies_of(bundle: Bundle) -> pd.DataFrame:
    """The articles of stories that have several: the rows of STORIES, and n_copies (of the story)."""
    stories = bundle.frame(STORIES)
    sizes = stories.groupby("story_id")["article_id"].transform("size")
    return stories.assign(n_copies=sizes)[sizes > 1]


def _is_one_of(articles: pd.DataFrame, listed: pd.DataFrame) -> pd.Series[bool]:
    # To look a hundred thousand ids up takes time, even among none.
    return articles["article_id"].isin(listed["article_id"]) if len(listed) else pd.Series(False, articles.index)


def _said_of_copies(copies: pd.DataFrame) -> pd.Series[str]:
    originals = copies[copies["is_original"]].set_index("story_id")["article_id"]
    of = copies["story_id"].map(originals)
    shared = (copies["containment"] * 100).round().astype(int).astype(str)
    same = ("the same words as " + of).where(
        copies["similarity"] == 1, shared + " % of the shorter text is shared with " + of
    )
    first = "the first of " + copies["n_copies"].astype(str)
    return same.where(~copies["is_original"], first).set_axis(copies["article_id"])


def _notices(bundle: Bundle, kind: str) -> pd.DataFrame:
    return bundle.frame(NOTICES, ["article_id", "detail"], [("kind", "=", kind)])
