"""My words over time: lines of the reader's own, and what stands there before there are any."""

from tests.pages.elements import markdown, warnings
from tests.pages.test_keywords import PAGE, frames


def lines(page):
    """The names of the lines that are drawn."""
    [rows] = [frame for frame in frames(page, "mark") if "name" in frame]
    return list(dict.fromkeys(rows["name"]))


def words_of(page):
    words = page.query_params.get("words", [])
    return [words] if isinstance(words, str) else words


def test_before_any_words_are_asked_for_those_of_most_articles_are_drawn(sample, open_page):
    page = open_page(PAGE, sample.folder, tab="mine")

    assert warnings(page) == []
    assert page.text_area(key="w_my_words").value == ""
    offered = [page.button(key=f"offer_{number}").label for number in range(6)]
    assert [line.strip('"') for line in lines(page)] == offered[:3]
    assert "words" not in page.query_params


def test_what_is_offered_is_followed_by_a_click_and_offered_no_more(sample, open_page):
    page = open_page(PAGE, sample.folder, tab="mine", words="strike")
    assert lines(page) == ["strike"]
    offered = page.button(key="offer_0").label
    page.button(key="offer_0").click().run()

    assert warnings(page) == []
    assert [line.strip('"') for line in words_of(page)] == ["strike", offered]
    assert lines(page) == words_of(page)
    assert page.button(key="offer_0").label != offered


def test_nothing_is_offered_beyond_the_lines_that_can_be_drawn(sample, open_page):
    page = open_page(PAGE, sample.folder, tab="mine", words=[f"strike, {letter}" for letter in "abcdefgh"])

    assert warnings(page) == []
    assert "Follow:" not in markdown(page)
