"""The bar on top of every page: what is selected, of how much, and how to change it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from analysis.queries import NOTHING, in_words, is_plain, parse
from analysis.selection import Selection
from analysis.summaries import outlets_of, topics_of
from figures import words
from ui import address, keyboard
from ui.view import View

_HELP = """
| type | to find |
|---|---|
| `flood warning` | both words, anywhere in an article |
| `"flood warning"` | the words side by side |
| `flood OR storm` | either |
| `flood -insurance` | the first without the second |
| `govern*` | all words that begin so |
| `NEAR(flood river, 5)` | with at most 5 words between |
| `(flood OR storm) warning` | what is in brackets first |
| `headline:flood` | in the headline; also `body:` |
| `outlet:herald` | in that outlet; also `byline:` |
| `date:2016-01..2016-03` | in these months; also `after:`, `before:` |

All else is taken as text.
"""


def show(view: View) -> None:
    """The widgets of the selection, and what it leaves in words, each part with a button that clears it."""
    chosen = view.selection
    with st.container(key="selection", border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            _seed("w_q", chosen.query)
            st.text_input(
                "Search",
                key="w_q",
                placeholder="Search: words or “a phrase”",
                label_visibility="collapsed",
                width=320,
                on_change=_take_query,
            )
            with st.popover("How to search", key="p_help", type="tertiary"):
                st.markdown(_HELP)
            keyboard.show()
            with st.popover(_state_of("Outlets", len(chosen.outlets)), key="p_outlets"):
                _outlets(view)
            with st.popover(_state_of("Topics", len(chosen.topics)), key="p_topics"):
                _topics(view)
            with st.popover("Dates •" if chosen.first_day or chosen.last_day else "Dates", key="p_days"):
                _days(view)
            if view.notes.tags or chosen.tags:
                with st.popover(_state_of("Tags", len(chosen.tags)), key="p_tags"):
                    _tags(view)
            _seed("w_count", "Stories" if chosen.by_story else "Articles")
            st.segmented_control(
                "Count by", ["Articles", "Stories"], key="w_count", label_visibility="collapsed", on_change=_take_count
            )
        _state(view)


def _state_of(name: str, n_chosen: int) -> str:
    return f"{name}: {n_chosen}" if n_chosen else name


def _outlets(view: View) -> None:
    # An outlet that is chosen gives each story that it carried, whoever was first.
    counted = view.everything.drop_duplicates(["outlet", "story_id"]) if view.selection.by_story else view.everything
    known = outlets_of(counted)
    names = known["outlet"].tolist()
    counts = dict(zip(names, known["n_articles"], strict=True))
    _seed("w_outlet", [name for name in view.selection.outlets if name in counts])
    st.multiselect(
        "Outlets",
        names,
        key="w_outlet",
        format_func=lambda name: f"{words.outlet(name)} ({counts[name]:,})",
        placeholder="all",
        on_change=lambda: _take(outlets=tuple(st.session_state["w_outlet"])),
    )


def _topics(view: View) -> None:
    known = topics_of(view.curated.visible, view.everything)
    names = dict(zip(known["topic_id"].tolist(), known["label"], strict=True))
    _seed("w_topic", [topic for topic in view.selection.topics if topic in names])
    st.multiselect(
        "Topics",
        list(names),
        key="w_topic",
        format_func=lambda topic: names[topic],
        placeholder="all" if names else "no topics",
        disabled=not names,
        on_change=lambda: _take(topics=tuple(st.session_state["w_topic"])),
    )


def _tags(view: View) -> None:
    counts = view.notes.tags
    _seed("w_tag", [tag for tag in view.selection.tags if tag in counts])
    st.multiselect(
        "Your tags",
        list(counts),
        key="w_tag",
        format_func=lambda tag: f"{tag} ({counts[tag]:,})",
        placeholder="all",
        on_change=lambda: _take(tags=tuple(st.session_state["w_tag"])),
    )


def _days(view: View) -> None:
    days = view.everything["day"].dropna()
    if days.empty:
        st.text_input("Dates", "no article is dated", disabled=True)
        return
    first, last = days.min().date(), days.max().date()
    chosen = view.selection
    ends = (chosen.first_day or first, chosen.last_day or last)
    # Days of an address may lie outside the collection, where the widget does not reach.
    shown = tuple(sorted(min(max(end, first), last) for end in ends))
    # A key for each state: between the first and the second day the widget keeps what the address cannot hold.
    key = f"w_days_{chosen.first_day}_{chosen.last_day}"
    st.date_input(
        "Dates",
        value=shown if chosen.first_day or chosen.last_day else (),
        min_value=first,
        max_value=last,
        format="DD/MM/YYYY",
        key=key,
        on_change=_take_days,
        args=(key,),
    )


def _state(view: View) -> None:
    chosen = view.selection
    undated = int(view.articles["day"].isna().sum())
    notes = [", ".join(filter(None, [f"{view.n_articles()}{view.rule}", view.n_hits()]))]
    all_or_some = "undated" if undated == len(view.articles) else f"{undated:,} of them undated"
    notes += [all_or_some] if undated else []
    query = parse(chosen.query)
    if query != NOTHING and not is_plain(query):
        st.caption(words.plain(f"Searched for: {in_words(query)}"))
    parts = _parts(view)
    if not parts:
        st.caption(" · ".join(notes))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(" · ".join(notes), width="content")
        for number, (name, without) in enumerate(parts):
            st.button(
                f"{words.plain(words.shorten(name, 60))} ×",
                key=f"clear_{number}",
                help="Take this out of the selection",
                on_click=address.put_selection,
                args=(without,),
            )
        if len(parts) > 1:
            st.button("Clear all", on_click=address.put_selection, args=(Selection(by_story=chosen.by_story),))


def _parts(view: View) -> list[tuple[str, Selection]]:
    """What is selected, part by part in words, each with the selection without it."""
    chosen = view.selection
    parts = [(f"“{chosen.query}”", replace(chosen, query=""))] if chosen.query else []
    parts += [(words.outlet(name), _without(chosen, "outlets", name)) for name in chosen.outlets]
    parts += [(view.topic_names.get(topic, "?"), _without(chosen, "topics", topic)) for topic in chosen.topics]
    parts += [(f"tagged {tag}", _without(chosen, "tags", tag)) for tag in chosen.tags]
    if days := words.between(chosen.first_day, chosen.last_day):
        parts.append((days, replace(chosen, first_day=None, last_day=None)))
    return parts


def _without(chosen: Selection, part: str, value: Any) -> Selection:
    kept: Any = tuple(other for other in getattr(chosen, part) if other != value)
    return replace(chosen, **{part: kept})


def _seed(key: str, value: Any) -> None:
    """Give a widget the value that the address states: it has none of its own."""
    st.session_state[key] = value


def _take(**changes: Any) -> None:
    address.put_selection(replace(address.selection(), **changes))


def _take_query() -> None:
    _take(query=st.session_state["w_q"].strip())


def _take_days(key: str) -> None:
    days = st.session_state[key]
    if len(days) != 1:  # one day: the reader is still choosing the second
        first, last = days or (None, None)
        _take(first_day=first, last_day=last)


def _take_count() -> None:
    _take(by_story=st.session_state["w_count"] == "Stories")
