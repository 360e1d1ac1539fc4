"""A menu of many marks offers the first and finds any other; each mark of one name is chosen by itself."""

import pytest
from streamlit.testing.v1 import AppTest


def _page(names, chosen):
    import streamlit as st

    from ui import menu

    menu.show("map", "Articles", names, chosen, lambda mark: st.session_state.update(taken=mark))


def opened(names, chosen=""):
    return AppTest.from_function(_page, kwargs={"names": names, "chosen": chosen}).run()


def many(number=500):
    return {f"article:{n}": f"Headline {n}" for n in range(number)}


def test_a_menu_of_few_marks_has_them_all_and_no_field():
    page = opened(many(200))

    assert len(page.selectbox[0].options) == 200
    assert not page.text_input


def test_a_menu_of_many_says_how_many_it_has():
    page = opened(many())

    assert len(page.selectbox[0].options) == 200
    assert page.selectbox[0].placeholder == "choose of the first 200, or click the chart"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("headline 499", ["Headline 499"]), ("499", ["Headline 499"]), ("HEAD  31 ", ["Headline 31"]), ("port", [])],
)
def test_any_mark_is_found_by_the_words_of_its_name(typed, found):
    page = opened(many()).text_input[0].input(typed).run()

    assert page.selectbox[0].options[: len(found) or None] == found
    if found:
        page.selectbox[0].select(found[0]).run()
        assert page.session_state.taken == f"article:{found[0].split()[1]}"


def test_the_chosen_mark_is_offered_wherever_it_stands():
    page = opened(many(), "article:450")

    assert page.selectbox[0].options[0] == "Headline 450"
    assert page.selectbox[0].value == "article:450"


def test_of_marks_with_the_same_name_each_is_chosen_by_itself():
    page = opened({"article:a": "Flood", "article:b": "Flood", "article:c": "Storm"})

    assert page.selectbox[0].options == ["Flood", "Flood [2]", "Storm"]
    for option, mark in (("Flood", "article:a"), ("Flood [2]", "article:b")):
        assert page.selectbox[0].select(option).run().session_state.taken == mark


def test_what_a_mark_is_chosen_by_is_cut():
    assert len(opened({"article:a": "long " * 100}).selectbox[0].options[0]) <= 81
