"""Health: how many articles each check finds, in what languages and from when they are, and what became none.

Frames in, frames out; every row that counts articles has the mark that opens them.
"""

from __future__ import annotations

import pandas as pd

from analysis.articles import NOTICES, PROBLEMS
from analysis.bundle import Bundle
from analysis.checks import CHECKS, articles_with, check_of, details_of
from analysis.marks import Mark, days_mark
from analysis.selection import NONE


def checks_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """All checks, the most serious level first, in it the one that finds most; also those that find nothing.

    Columns: check, level, phrase, meaning, applies (whether any of the files can have it), n_articles, n_stories
    (that these belong to), share (of `articles`), mark. Kinds of notices that no check describes are checks by
    their own name.
    """
    paths = articles["source_path"].unique()
    checks = [check_of(name) for name in _names(bundle)]
    stories = [articles.loc[articles_with(bundle, articles, check.name), "story_id"] for check in checks]
    found = pd.DataFrame(
        {
            "check": [check.name for check in checks],
            "level": [int(check.level) for check in checks],
            "phrase": [check.phrase for check in checks],
            "meaning": [check.meaning for check in checks],
            "applies": [check.applies_to(paths) for check in checks],
            "n_articles": list(map(len, stories)),
            "n_stories": [found.nunique() for found in stories],
        }
    )
    found["share"] = found["n_articles"] / max(1, len(articles))
    found["mark"] = [str(Mark("health", name)) for name in found["check"]]
    return found.sort_values(["level", "n_articles", "check"], ascending=[True, False, True], ignore_index=True)


def problems_of(bundle: Bundle) -> pd.DataFrame:
    """What became no article, by what is wrong, most first: problem, n_items. Their sum is the number of problems."""
    counts = bundle.frame(PROBLEMS, ["problem"])["problem"].value_counts()
    found = counts.rename_axis("problem").reset_index(name="n_items")
    return found.sort_values(["n_items", "problem"], ascending=[False, True], ignore_index=True)


def notices_of(bundle: Bundle) -> pd.DataFrame:
    """What was noticed, by kind, most articles first: kind, n_articles."""
    counts = bundle.frame(NOTICES, ["article_id", "kind"]).groupby("kind")["article_id"].nunique()
    found = counts.rename_axis("kind").reset_index(name="n_articles")
    return found.sort_values(["n_articles", "kind"], ascending=[False, True], ignore_index=True)


def languages_of(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles by language, most first: language ("none" where it is not sure), n_articles, share, mark."""
    counts = articles["language"].fillna(NONE).value_counts()
    found = counts.rename_axis("language").reset_index(name="n_articles")
    found["share"] = found["n_articles"] / max(1, len(articles))
    found["mark"] = [str(Mark("language", language)) for language in found["language"]]
    return found.sort_values(["n_articles", "language"], ascending=[False, True], ignore_index=True)


def ends_of(articles: pd.DataFrame) -> pd.DataFrame:
    """The first and the last day of `articles`, one row if they are the same, none without dates.

    Columns: day, n_articles, mark.
    """
    days = articles["day"].dropna()
    ends = sorted({days.min(), days.max()}) if len(days) else []
    return pd.DataFrame(
        {
            "day": ends,
            "n_articles": [int((days == day).sum()) for day in ends],
            "mark": [str(days_mark(day.date(), day.date())) for day in ends],
        }
    )


def everything_found(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """One row a problem, then one a check and article that it finds, in the order of `checks_of`: a list to take away.

    Columns: finding, source_path, item, article_id, headline, detail; what does not apply is empty.
    """
    problems = bundle.frame(PROBLEMS).rename(columns={"problem": "finding"})
    problems["finding"] = "no article: " + problems["finding"]
    checks = checks_of(bundle, articles)
    found = [_found(bundle, articles, name) for name in checks.loc[checks["n_articles"] > 0, "check"]]
    columns = ["finding", "source_path", "item", "article_id", "headline", "detail"]
    return pd.concat([problems, *found], ignore_index=True).reindex(columns=columns).fillna("")


def _found(bundle: Bundle, articles: pd.DataFrame, name: str) -> pd.DataFrame:
    rows = articles[articles_with(bundle, articles, name)]
    listed = rows[["source_path", "article_id", "headline"]]
    return listed.assign(finding=name, detail=details_of(bundle, rows, name))


def _names(bundle: Bundle) -> list[str]:
    """The checks there are, and the kinds of notices that none of them describes."""
    return list(dict.fromkeys([*(check.name for check in CHECKS), *notices_of(bundle)["kind"]]))
