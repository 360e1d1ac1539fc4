"""Every chart says what it counts, and has its numbers as a table and a widget that does what a click does."""

import json
import re

import pytest

from analysis.steps.sentiment import SENTENCES
from tests.pages.elements import elements, warnings, with_table

KEYWORDS = "pages/keywords.py"
VIEWS = {
    "overview": ("app.py", {}),
    "keywords": (KEYWORDS, {}),
    "apart": (KEYWORDS, {"tab": "apart", "q": "strike"}),
    "spread": (KEYWORDS, {"term": "strike", "panel": "spread"}),
    "topics": ("pages/topics.py", {}),
    "sentiment": ("pages/sentiment.py", {}),
    "stories": ("pages/stories.py", {}),
    "by story": ("pages/sentiment.py", {"count": "stories", "outlet": ["Marchland Post", "Tidewater Dispatch"]}),
}


def descriptions(page):
    """What the charts of a page say of themselves: the question, what is counted, how many, by which method."""
    return [json.loads(chart.proto.spec)["description"] for chart in page.get("vega_lite_chart")]


@pytest.mark.parametrize(("file", "params"), VIEWS.values(), ids=VIEWS)
def test_a_chart_asks_a_question_says_how_many_and_has_a_table_and_a_menu(file, params, sample, open_page):
    page = open_page(file, sample.folder, **params)
    said = descriptions(page)

    assert warnings(page) == []
    assert said
    for one in said:
        question, _, method = one.partition("? ")
        assert question, one
        assert re.search(r"\bn = [\d,]+|\bof [\d,]+|\d+ (articles|stories)", method), one
    tables = [popover for popover in elements(page, "popover") if popover.proto.popover.label == "Table"]
    assert len(tables) == len(said)
    # The number of topics is chosen by a box with the number itself.
    n_boxes = sum("number of topics" in one.lower() or one.startswith("How many topics") for one in said)
    menus = [box for box in page.selectbox if "or click" in (box.proto.placeholder or "")]
    assert len(menus) + n_boxes == len(said)


@pytest.mark.parametrize(("file", "params"), VIEWS.values(), ids=VIEWS)
def test_a_table_is_sent_when_it_is_opened(file, params, sample, open_page):
    page = open_page(file, sample.folder, **params)
    n_before = len(page.dataframe)
    keys = re.findall(r"-(\w+)_opened", " ".join(shown.proto.popover.id for shown in elements(page, "popover")))

    assert keys
    # How each outlet uses a term stands open on the page.
    assert n_before == ("panel" in params)
    for number, key in enumerate(keys, 1):
        page = with_table(page, key)
        assert len(page.dataframe) == n_before + number
    assert warnings(page) == []


@pytest.mark.parametrize(("file", "params"), VIEWS.values(), ids=VIEWS)
def test_a_chart_is_saved_by_a_menu_that_makes_nothing_before_it_is_opened(file, params, sample, open_page):
    page = open_page(file, sample.folder, **params)
    keys = re.findall(r"-(\w+)_saves", " ".join(shown.proto.popover.id for shown in elements(page, "popover")))

    assert len(keys) == len(page.get("vega_lite_chart"))
    assert not page.code
    page.session_state[f"{keys[0]}_saves"] = True
    page = page.run()
    labels = [button.proto.label for button in elements(page, "download_button")]
    labels = [label for label in labels if not label.startswith("Save")]
    assert warnings(page) == []
    assert labels == ["PNG 1×", "PNG 2×", "PNG 3×", "SVG", "Table (CSV)"]
    caption, link = (shown.value for shown in page.code)
    assert sample.fingerprint in caption
    assert all(f"{name}=" in link for name in params)


def test_charts_over_time_say_how_many_articles_have_no_date_and_which_periods_are_not_whole(sample, open_page):
    n_undated = sample.counts["undated"]
    by_question = {
        one.partition("?")[0]: one
        for file in ("app.py", "pages/sentiment.py")
        for one in descriptions(open_page(file, sample.folder))
    }

    assert n_undated
    assert f"{n_undated} articles without a date not shown" in by_question["When were they published"]
    assert "not complete" in by_question["When were they published"]
    assert "without a date not shown" in by_question["Did the tone change"]
    assert "“in part”" in by_question["Did the tone change"]


def test_the_course_of_an_article_has_its_sentences_as_a_table(sample, open_page):
    sentences = sample.frame(SENTENCES).dropna(subset="polarity")
    article_id = sentences["article_id"].value_counts().sort_index().idxmax()
    page = with_table(open_page("pages/articles.py", sample.folder, article=article_id), "course")
    [table] = [frame.value for frame in page.dataframe if list(frame.value) == ["sentence", "tone"]]

    assert len(table) == (sentences["article_id"] == article_id).sum()
    assert any(re.search(r"n = \d+", one) for one in descriptions(page))


def test_an_article_of_the_spread_is_chosen_from_its_menu(sample, open_page):
    page = open_page(KEYWORDS, sample.folder, term="strike", panel="spread")
    menu = page.selectbox(key="w_lines_menu")
    page = menu.select(menu.options[1]).run()

    assert warnings(page) == []
    assert page.query_params["at"]
