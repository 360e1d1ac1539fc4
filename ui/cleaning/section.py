"""The section on cleaning: the rules with their switches and lists, then one article before and after."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.articles import REMOVED
from analysis.bundle import Bundle
from analysis.settings import Cleaning, settings_of
from figures import words
from figures.csv_export import csv_of
from figures.ledger import SWITCHABLE, Change, Rule, change, ledger, listed, rules_off
from ui import collections, making
from ui.cleaning import article, lines
from ui.saving import save_button
from ui.view import View

_STYLE = Path(__file__).with_name("cleaning.css")
_SHARES = [4, 7, 4]


def show(view: View) -> None:
    """What cleaning removed, rule by rule; each can be switched off, which analyses the collection anew."""
    st.html(_STYLE)
    reasons = _reasons(view.bundle.key, view.bundle)
    off = rules_off(view.bundle.manifest)
    rules = ledger(reasons, off)
    st.subheader("What cleaning removed", anchor=False)
    _summary(view, reasons, off)
    with st.container(key="cleaning_rules", gap="xxsmall"):
        _rules(view, rules)
        _apply(view, rules, change(off, _wanted_off(view, off)))
    article.show(view, reasons["article_id"].value_counts())


def _summary(view: View, reasons: pd.DataFrame, off: frozenset[str]) -> None:
    n_articles = words.count(reasons["article_id"].nunique(), "article")
    removed = f"**{words.count(len(reasons), 'line')} of {n_articles}** were taken out."
    said = [removed if len(reasons) else "Nothing: every line is in the body of its article."]
    said += ["Each is listed here with its reason; every other line is in a body."] if len(reasons) else []
    if off:
        names = listed(tuple(name for name in SWITCHABLE if name in off))
        said.append(f"**Off: {words.plain(names)}**; what {'it' if len(off) == 1 else 'they'} would take stays.")
    st.markdown(" ".join(said))
    if len(reasons):
        save_button(
            "Save all removed lines (CSV)",
            lambda: csv_of(lines.exported(view, lines.removed_lines(view))),
            "removed-lines.csv",
            key="save_removed",
        )


def _rules(view: View, rules: list[Rule]) -> None:
    most = max((rule.n_lines for rule in rules), default=0)
    found = [rule for rule in rules if rule.can_be_off and (rule.n_lines or not rule.is_on)]
    fields = [rule for rule in rules if not rule.can_be_off and rule.n_lines]
    idle = [rule for rule in rules if rule.can_be_off and rule.is_on and not rule.n_lines]
    _group(view, "No part of the article: each rule can be switched off", found, most)
    _group(view, "Known of the article, or part of its file: always taken", fields, most)
    if idle:
        with st.expander(f"Rules that found nothing here ({len(idle)})", key="idle_rules"):
            _group(view, "", idle, most)


def _group(view: View, title: str, rules: list[Rule], most: int) -> None:
    if title and rules:
        st.html(f'<p class="rules">{title}</p>')
    for rule in rules:
        with st.container(key=f"rule_{rule.name}", gap="xsmall"):
            _row(view, rule, most)
            lines.show_if_asked(view, rule)


def _row(view: View, rule: Rule, most: int) -> None:
    name, takes, counts = st.columns(_SHARES, vertical_alignment="center")
    with name:
        if rule.can_be_off:
            st.toggle(rule.name, value=rule.is_on, key=_key(view, rule.name))
        else:
            st.html(f'<span class="always">{words.as_html(rule.name)}</span>')
    with takes:
        width = 100 * rule.n_lines / most if most else 0
        bar = f'<span class="bar" style="width:{width:.1f}%"></span>' if rule.n_lines else ""
        st.html(f'<p class="takes">{words.as_html(rule.takes)}</p>{bar}')
    with counts:
        if rule.n_lines:
            lines.counts(rule)
        elif not rule.is_on:
            st.html('<p class="takes">Off: takes nothing</p>')


def _key(view: View, name: str) -> str:
    """The key of a switch: that of another build is another, and stands as that build was made."""
    return f"on_{view.bundle.fingerprint}_{name}"


def _wanted_off(view: View, off: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in SWITCHABLE if not st.session_state.get(_key(view, name), name not in off))


def _apply(view: View, rules: list[Rule], changed: Change) -> None:
    """What the switches would change, and the button that does it."""
    if not changed:
        return
    with st.container(key="cleaning_change", border=True):
        st.markdown(_said(view, rules, changed))
        with st.container(horizontal=True):
            asked = st.button("Analyse anew", type="primary", key="apply_rules")
            st.button("Leave the rules as they are", key="reset_rules", on_click=_reset, args=(view, changed))
        if asked:
            _rebuild(view, changed)


def _said(view: View, rules: list[Rule], changed: Change) -> str:
    back = sum(rule.n_lines for rule in rules if rule.name in changed.off)
    said = [f"**{words.plain(changed.in_words())}**"]
    if back:
        said.append(f"{words.count(back, 'line')} will be in the bodies again, save those that another rule takes.")
    own = collections.is_own(view.place)
    said.append("The collection is analysed anew" + ("." if own else ", as a version of your own; this one stays."))
    return " ".join(said)


def _rebuild(view: View, changed: Change) -> None:
    settings = settings_of(view.bundle.manifest["settings"])
    off = {*settings.cleaning.off, *changed.off} - {*changed.on}
    cleaning = Cleaning(tuple(sorted(off)))
    making.rebuild(view.place, view.bundle, replace(settings, cleaning=cleaning))


def _reset(view: View, changed: Change) -> None:
    for name in (*changed.off, *changed.on):
        st.session_state[_key(view, name)] = name in changed.off


@st.cache_resource(max_entries=4, show_spinner=False)
def _reasons(key: tuple[str, str, str], _bundle: Bundle) -> pd.DataFrame:
    """For each removed line its article and its reason."""
    del key  # cache key only
    return _bundle.frame(REMOVED, ["article_id", "reason"])
