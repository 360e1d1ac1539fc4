"""The list of articles: what is not known stays blank, and links from one article to the next keep the view."""

from urllib.parse import parse_qs

from tests.pages.elements import elements, warnings

PAGE = "pages/articles.py"


def links(page, label):
    """What the links of the page with this label say in the address."""
    found = [link.proto for link in elements(page, "page_link")]
    return [parse_qs(link.query_string) for link in found if label in link.label and not link.disabled]


def test_what_is_not_known_of_an_article_stays_blank(bundle_of, open_page):
    page = open_page(PAGE, bundle_of("no dates").folder)
    [listed] = page.dataframe

    assert listed.value["Date"].isna().all()
    assert set(listed.value["Outlet"]) == {""}
    assert listed.proto.HasField("placeholder")
    assert listed.proto.placeholder == ""


def test_the_next_article_is_read_in_the_same_view(sample, open_page):
    view = {
        "q": ["port"],
        "outlet": ["Marchland Post", "none"],
        "sort": ["longest"],
        "mark": ["words:strike, union*"],
        "words": ["strike, union*", "flood"],
    }
    first = links(open_page(PAGE, sample.folder, **view), "Read from the first")[0]
    assert {**first, "article": None} == {**view, "article": None}
    page = open_page(PAGE, sample.folder, sentence="3", **first)

    assert warnings(page) == []
    assert links(page, "Next")[0].keys() == first.keys()
    assert links(page, "Next")[0] == {**first, "article": links(page, "Next")[0]["article"]}
    assert links(page, "Close") == [view]
