"""What is searched for, as the pages show it."""

import pytest

from tests.pages.elements import markdown

ARTICLES = "pages/articles.py"


def test_what_is_misspelled_is_offered_as_it_is_spelled(open_page, sample):
    page = open_page(ARTICLES, sample.folder, q="strrike")

    assert "No article is found for" in markdown(page)
    offered = page.button(key="suggested_0")
    assert offered.label == "strike"
    offered.click().run()
    assert page.query_params["q"] == "strike"


def test_what_other_parts_of_the_selection_leave_out_is_found_in_the_whole_collection(open_page, sample):
    page = open_page(ARTICLES, sample.folder, q="strike", **{"from": "2100-01-01"})

    page.button(key="search_everywhere").click().run()
    assert page.query_params == {"q": "strike"}


@pytest.mark.parametrize("typed", ["strike OR port", 'gov* OR "the port"', "headline:strike"])
def test_the_hits_of_the_list_are_those_of_all(open_page, sample, typed):
    page = open_page(ARTICLES, sample.folder, q=typed)

    assert f"{page.dataframe[0].value['Hits'].astype(int).sum()} hits" in markdown(page)
    page.selectbox(key="w_sort").set_value("hits").run()
    assert page.query_params["sort"] == "hits"
    assert page.dataframe[0].value["Hits"].astype(int).is_monotonic_decreasing


def test_nothing_that_is_typed_is_more_than_text_where_nothing_is_found(open_page, sample):
    typed = '<b>qqqq</b> $math$ :red[x] "open'

    page = open_page("app.py", sample.folder, q=typed)

    assert r"\$math\$" in markdown(page)
    assert not page.exception
