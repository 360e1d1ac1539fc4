"""Checks: how many articles each of them finds, the worst first, with the articles behind every number."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from analysis.bundle import Bundle
from analysis.checks import COPIES, VERY_SHORT, Level, check_of
from analysis.health import checks_of
from analysis.marks import Mark
from figures import words
from ui import evidence, findings
from ui.marks import chosen_mark, put_mark
from ui.view import View

_HEADINGS = {
    Level.LOST: "Text is missing",
    Level.MISLEADING: "Numbers may mislead",
    Level.UNKNOWN: "Not known",
    Level.MENDED: "Mended",
}
# By what the articles that a check found are listed, where it is not their day.
_ORDERS = {VERY_SHORT: "n_words", COPIES: "story_id"}


def show(view: View) -> None:
    """What was found, by how serious it is; then, in a line each, what was not, and what could not be looked for."""
    found = of_everything(view)
    st.subheader("What was noticed", anchor=False)
    counted = found[found["n_articles"] > 0]
    for level, rows in counted.groupby("level"):
        with findings.group(_HEADINGS[Level(level)]):
            for number, check in rows.iterrows():
                _row(view, check, f"check_{number}")
    absent = found[found["n_articles"] == 0]
    _in_one_line("Checked and not found: articles", absent.loc[absent["applies"], "phrase"].tolist())
    unchecked = map(check_of, absent.loc[~absent["applies"], "check"])
    _in_one_line(
        "Not checked: articles", [f"{check.phrase} (no {' or '.join(check.endings)} file)" for check in unchecked]
    )


def of_everything(view: View) -> pd.DataFrame:
    """All checks over all articles, as `checks_of` gives them."""
    return _checks(view.bundle.key, view.bundle, view.everything)


def worst(view: View) -> list[str]:
    """What a reader should know first, each in a few words: problems, and the largest count of each serious level.

    Copies are left out: how many there are is said with the number of articles.
    """
    found = of_everything(view)
    is_serious = (found["n_articles"] > 0) & (found["level"] < Level.MENDED) & (found["check"] != COPIES)
    serious = found[is_serious].drop_duplicates("level")
    unread = view.bundle.counts["problems"]
    said = [words.count(unread, "item could not be read", "items could not be read")] if unread else []
    counts = serious["n_stories" if view.selection.by_story else "n_articles"]
    return said + [f"{view.counted(n)} {phrase}" for n, phrase in zip(counts, serious["phrase"], strict=True)]


@st.cache_resource(max_entries=4, show_spinner=False)
def _checks(key: tuple[str, str, str], _bundle: Bundle, _everything: pd.DataFrame) -> pd.DataFrame:
    del key  # cache key only
    return checks_of(_bundle, _everything)


def _row(view: View, check: pd.Series, key: str) -> None:
    mark = Mark("health", check["check"])
    is_open = chosen_mark() == mark
    number = f"**{words.count(check['n_articles'], 'article')}** ({words.share(check['share'])})"
    findings.row(
        findings.Finding(
            key,
            label=f"{number} {words.plain(check['phrase'])}",
            meaning=words.plain(_meaning(check)),
            is_open=is_open,
            toggle=partial(put_mark, None if is_open else mark),
        )
    )
    if is_open:
        evidence.show(view, order=_ORDERS.get(mark.value, "day"))


def _meaning(check: pd.Series) -> str:
    if check["check"] != COPIES:
        return str(check["meaning"])
    texts = words.count(check["n_stories"], "text stands", "texts stand")
    return f"{texts} in more than one article. {check['meaning']}"


def _in_one_line(before: str, phrases: list[str]) -> None:
    if phrases:
        st.caption(words.plain(f"{before} {' · '.join(phrases)}."))
