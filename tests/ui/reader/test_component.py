"""The reader as Python sees it: what goes to the browser, and what may come back."""

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import ui.reader
from ui.reader import Page, Sentence
from ui.reader.component import _number

PACKAGE = Path(ui.reader.__file__).parent
PAGE = Page("a1", "River", (), "One. Two.", (Sentence(0, 4), Sentence(5, 9)), ())


def script():
    import streamlit as st

    from ui.reader import Mark, Options, Page, Sentence, clicked, reader

    page = Page(
        st.session_state.get("article", "a1"),
        "<b>River</b> $rises$",
        ("Courier",),
        "<script>alert(1)</script> rose. It fell.",
        (Sentence(0, 31, -0.5), Sentence(32, 40)),
        (Mark(26, 30),),
    )

    def note() -> None:
        st.session_state.noted = clicked(page, "reader")

    sentence = reader(page, Options(sentence=1), key="reader", on_sentence=note)
    st.text(f"clicked {sentence}, noted {st.session_state.get('noted')}")


@pytest.fixture
def app():
    return AppTest.from_function(script, default_timeout=30)


def test_the_browser_gets_the_article_as_text(app):
    app.run()

    sent = json.loads(app.get("bidi_component")[0].proto.json)
    assert not app.exception
    assert sent["sentence"] == 1
    assert sent["page"]["headline"] == [{"text": "<b>River</b> $rises$", "kinds": "", "place": None}]
    assert [run["text"] for run in sent["page"]["blocks"][0]["pieces"][0]["runs"]] == [
        "<script>alert(1)</script> ",
        "rose",
        ".",
    ]


def test_article_text_never_enters_the_code_of_the_component(app):
    app.run()

    proto = app.get("bidi_component")[0].proto
    assert proto.html_content == ""
    assert "alert(1)" not in proto.js_content + proto.css_content


def test_nothing_is_clicked_at_first(app):
    app.run()

    assert app.text[0].value == "clicked None, noted None"


def test_a_click_comes_back_as_the_number_of_the_sentence(app):
    app.run()
    app.session_state["reader"] = {"sentence": {"article": "a1", "number": 1, "at": 5}}
    app.run()

    assert app.text[0].value.startswith("clicked 1")


def test_a_click_on_one_article_says_nothing_about_another(app):
    app.run()
    app.session_state["reader"] = {"sentence": {"article": "a1", "number": 1, "at": 5}}
    app.session_state["article"] = "a2"
    app.run()

    assert app.text[0].value.startswith("clicked None")


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ({"article": "a1", "number": 0}, 0),
        ({"article": "a1", "number": 1, "at": 3}, 1),
        ({"article": "a1", "number": 2}, None),
        ({"article": "a1", "number": -1}, None),
        ({"article": "a1", "number": True}, None),
        ({"article": "a1", "number": "1"}, None),
        ({"article": "a1"}, None),
        ({"article": "b2", "number": 0}, None),
        ([], None),
        ("1", None),
        (None, None),
    ],
)
def test_only_a_sentence_of_this_page_is_believed(sent, number):
    assert _number(sent, PAGE) == number


@pytest.mark.parametrize("name", ["elements.js", "rail.js", "reader.js"])
def test_scripts_make_no_markup_from_strings_and_no_requests(name):
    code = (PACKAGE / name).read_text(encoding="utf-8")

    forbidden = r"(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\b|Function\(|fetch\(|https?:"
    assert not re.search(forbidden, code)


@pytest.mark.parametrize("name", ["reader.css", "rail.css", "print.css"])
def test_styles_load_nothing(name):
    assert not re.search(r"url\(|@import|https?:", (PACKAGE / name).read_text(encoding="utf-8"))
