"""The address: what a page reads from it, what it writes there, and what goes along to another page."""

import pytest
from streamlit.testing.v1 import AppTest

SCRIPT = """
import streamlit as st
from datetime import date
from analysis.marks import Mark
from analysis.selection import Selection
from ui import address, marks
st.session_state["found"] = {call}
"""


def run(call, **params):
    """What `call` gives at the address with these parameters, and the parameters after it."""
    app = AppTest.from_string(SCRIPT.format(call=call))
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app.session_state["found"], {
        name: [values] if isinstance(values, str) else values for name, values in app.query_params.items()
    }


def after(call, **params):
    return run(call, **params)[1]


@pytest.mark.parametrize(
    ("params", "value"),
    [({}, ""), ({"q": "rain"}, "rain"), ({"q": ["rain", "snow"]}, "rain"), ({"q": "x" * 500_000}, "x" * 500)],
)
def test_a_value_is_the_first_and_not_too_long(params, value):
    assert run("address.value('q')", **params)[0] == value


def test_nothing_is_written_where_nothing_differs_from_the_default():
    assert after("address.put_selection(Selection())") == {}


def test_a_selection_is_written_and_read_back():
    call = "address.put_selection(Selection('rain', ('A', 'B'), (0, -1), date(2026, 3, 1), None, True))"
    params = after(call)

    assert params == {
        "q": ["rain"],
        "outlet": ["A", "B"],
        "topic": ["0", "none"],
        "from": ["2026-03-01"],
        "count": ["stories"],
    }
    assert after(call.replace("put_selection(", "put_selection(address.selection() or "), **params) == params


def test_another_selection_replaces_the_whole_one_and_turns_back_to_the_first_page():
    params = after("address.put_selection(Selection('snow'))", q="rain", outlet="A", shown="3", mark="topic:0", x="y")

    assert params == {"q": ["snow"], "mark": ["topic:0"], "x": ["y"]}


def test_an_empty_value_takes_a_parameter_out():
    assert after("address.put(article=None, q='', outlet=['B', 'C'])", article="a", q="rain", outlet="A") == {
        "outlet": ["B", "C"]
    }


def test_the_collection_and_the_selection_travel_and_nothing_else():
    found, _ = run(
        "dict(address.travelling(article='a', term=None))",
        collection="c",
        q="rain",
        outlet=["A", "B"],
        count="stories",
        term="flood",
        mark="topic:0",
        shown="2",
        article="b",
        view="print",
    )

    assert found == {"collection": ["c"], "q": ["rain"], "outlet": ["A", "B"], "count": ["stories"], "article": "a"}


def test_a_link_from_a_page_to_itself_keeps_all_that_it_does_not_change():
    found, _ = run(
        "dict(address.staying(article='a', sentence=None, sort=''))",
        q="rain",
        words=["a", "b"],
        article="b",
        sentence="3",
        sort="longest",
    )

    assert found == {"q": ["rain"], "words": ["a", "b"], "article": "a"}


@pytest.mark.parametrize(
    ("params", "mark"),
    [
        ({}, None),
        ({"term": "flood"}, "term:flood"),
        ({"term": "a:b"}, "term:a:b"),
        ({"mark": "topic:0"}, "topic:0"),
        ({"mark": "topic:none"}, "topic:none"),
        ({"mark": "days:2026-03-01..2026-03-07"}, "days:2026-03-01..2026-03-07"),
        ({"mark": "tone:-0.1..0"}, "tone:-0.1..0"),
        ({"mark": "outlet:a..b"}, "outlet:a..b"),
        ({"mark": "topic:0", "term": "flood"}, "term:flood"),
        ({"mark": "topic:x"}, None),
        ({"mark": "days:soon..later"}, None),
        ({"mark": "days:2026-03-01"}, None),
        ({"mark": "tone:nan..1"}, None),
        ({"mark": "tone:1..-1"}, None),
    ],
)
def test_the_chosen_mark_is_one_that_makes_sense(params, mark):
    found, _ = run("str(marks.chosen_mark() or '') or None", **params)

    assert found == mark


@pytest.mark.parametrize(
    ("mark", "params"),
    [
        ("Mark('term', 'flood')", {"term": ["flood"]}),
        ("Mark('topic', '0')", {"mark": ["topic:0"]}),
        ("None", {}),
    ],
)
def test_choosing_a_mark_forgets_the_one_before_and_its_page(mark, params):
    assert after(f"marks.put_mark({mark})", term="old", mark="tone:0..1", shown="2") == params
