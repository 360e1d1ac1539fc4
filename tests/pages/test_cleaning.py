"""The page Data shows each rule of cleaning with its lists and its switch, and an article before and after."""

import pytest

from analysis.articles import ARTICLES, REMOVED
from figures import words
from figures.ledger import SWITCHABLE
from tests.pages.elements import html, markdown, warnings
from tests.pages.making import SNIPPETS

DATA = "pages/data.py"


@pytest.fixture
def data(sample, open_page):
    return lambda **params: open_page(DATA, sample.folder, **params)


def switch(page, rule):
    return next(toggle for toggle in page.toggle if toggle.label == rule)


def keys(page):
    return {button.key for button in page.button}


def test_every_rule_but_those_of_metadata_has_a_switch_that_is_on(data):
    page = data()

    assert {toggle.label for toggle in page.toggle} == set(SWITCHABLE)
    assert all(toggle.value for toggle in page.toggle)
    assert "apply_rules" not in keys(page)


def test_the_counts_of_a_rule_are_those_of_its_lists(data, sample):
    removed = sample.frame(REMOVED)
    buttons = {button.key: button for button in data().button}
    for reason, lines in removed.groupby("reason"):
        assert buttons[f"lines_{reason}"].label == words.count(len(lines), "line")
        assert buttons[f"articles_{reason}"].label == words.count(lines["article_id"].nunique(), "article")


@pytest.mark.parametrize("kind", ["lines", "articles"])
@pytest.mark.parametrize("reason", ["copyright", "repeats across articles", "headline"])
def test_a_count_opens_the_list_of_all_that_it_counts(reason, kind, data, sample):
    removed = sample.frame(REMOVED, where=[("reason", "=", reason)])
    page = data()

    next(button for button in page.button if button.key == f"{kind}_{reason}").click().run()

    assert warnings(page) == []
    n_rows = len(removed) if kind == "lines" else removed["article_id"].nunique()
    assert [len(table.value) for table in page.dataframe] == [n_rows]
    assert words.count(n_rows, kind.removesuffix("s")) in markdown(page)


def test_a_line_of_the_address_is_shown_in_its_article(data, sample):
    line = sample.frame(REMOVED, where=[("reason", "=", "copyright")]).iloc[0]

    page = data(rule="copyright", article=line["article_id"], line=str(line["line_number"] + 1))

    assert warnings(page) == []
    assert html(page).count("cut chosen") == 2  # among its neighbours, and before and after
    assert page.selectbox(key="w_compared").value == line["article_id"]


@pytest.mark.parametrize("reason", ["xylophone", "<script>", "no visible text"])
def test_a_rule_that_took_nothing_opens_no_list(reason, data):
    page = data(rule=reason)

    assert warnings(page) == []
    assert not page.dataframe


@pytest.mark.parametrize("line", ["0", "-1", "x", "²", "9" * 400])
def test_a_line_of_no_sense_is_pointed_at_nowhere(line, data):
    page = data(rule="copyright", line=line)

    assert warnings(page) == []
    assert " chosen" not in html(page).split('class="compare"')[1]


def test_a_switch_says_what_it_would_change_and_can_be_taken_back(data):
    page = data()
    switch(page, "copyright").set_value(False).run()

    assert words.plain("1 rule will be off: copyright.") in markdown(page)
    assert "as a version of your own" in markdown(page)

    page.button(key="reset_rules").click().run()

    assert switch(page, "copyright").value
    assert "apply_rules" not in keys(page)


def test_an_article_is_chosen_by_its_headline(data, sample):
    page = data()
    chosen = page.selectbox(key="w_compared")
    other = next(headline for headline in chosen.options if headline != chosen.value)

    chosen.select(other).run()

    assert warnings(page) == []
    assert words.as_html(other.rpartition(" (")[0]) in html(page)


def test_an_article_of_the_address_is_compared(data, sample):
    removed = sample.frame(REMOVED)
    article_id = removed["article_id"].iloc[-1]

    page = data(article=article_id)

    assert page.selectbox(key="w_compared").value == article_id
    n_lines = html(page).count('<p class="line cut') + html(page).count('<p class="line moved')
    assert n_lines == (removed["article_id"] == article_id).sum()


def test_hostile_text_before_and_after_is_text(bundle_of, open_page):
    hostile = bundle_of("hostile")
    for article_id, body in hostile.frame(ARTICLES, ["article_id", "body"]).itertuples(index=False):
        page = open_page(DATA, hostile.folder, article=article_id)

        assert warnings(page) == []
        assert all(words.as_html(line) in html(page) for line in body.split("\n"))
        assert not any(snippet in html(page) for snippet in SNIPPETS if "<" in snippet)
