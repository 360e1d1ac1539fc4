"""The page of keywords: exact counts, what sets articles apart, lines in context, spread, hidden words."""

import json
import re
from html import unescape
from urllib.parse import parse_qs

import pyarrow as pa
import pytest

from analysis.articles import ARTICLES
from analysis.comparisons import compare, word_counts
from analysis.marks import Mark, behind
from analysis.selection import Selection, articles_of, select
from analysis.steps.keywords import TERM_COUNTS, TERMS
from tests.pages.elements import html, markdown, warnings
from tests.pages.making import SNIPPETS, hostile

PAGE = "pages/keywords.py"
GAZETTE, POST = "outlet:The Harbour Gazette", "outlet:Marchland Post"
PAIRS = {
    "a selection": {"q": "strike"},
    "a selection by story": {"q": "strike", "count": "stories"},
    "an outlet": {"group": POST},
    "an outlet of a selection": {"group": POST, "q": "the", "from": "2026-03-01"},
    "a topic by story": {"group": "topic:0", "count": "stories"},
    "two outlets": {"group": POST, "against": GAZETTE},
    "two topics": {"group": "topic:0", "against": "topic:1"},
}


def frames(page, name):
    """The rows of the charts that have a column of this name."""
    found = [pa.ipc.open_stream(one.data.data).read_pandas() for chart in charts(page) for one in chart.datasets]
    return [frame for frame in found if name in frame]


def charts(page):
    return [chart.proto for chart in page.get("vega_lite_chart")]


def bars(page):
    (frame,) = frames(page, "length")
    return frame


def address(page, name):
    """The values of a parameter, which is told as one string where there is one."""
    values = page.query_params[name]
    return [values] if isinstance(values, str) else values


def lines(page):
    return re.findall(r"<a class=.*?</a>", html(page))


def open_term(open_page, bundle, mark, **params):
    one = Mark.parse(mark)
    named = {"term": one.value} if one.kind == "term" else {"mark": mark}
    return open_page(PAGE, bundle.folder, **named, **params)


@pytest.mark.parametrize("params", PAIRS.values(), ids=PAIRS)
def test_a_bar_that_sets_apart_opens_as_many_articles_as_are_counted(params, sample, open_page):
    drawn = bars(open_page(PAGE, sample.folder, tab="apart", **params))
    assert len(drawn) > 2

    for bar in drawn.iloc[[0, -1]].itertuples():
        page = open_term(open_page, sample, bar.mark, tab="apart", **params)

        assert warnings(page) == []
        assert page.subheader[0].value.split()[0] == str(bar.n)
        side = bar.first if bar.length > 0 else bar.second
        assert f": {bar.n} of " in side


@pytest.mark.parametrize("params", PAIRS.values(), ids=PAIRS)
def test_every_bar_that_sets_apart_has_the_number_of_its_articles(params, sample, open_page):
    everything = articles_of(sample)
    selection = Selection.from_params({name: [value] for name, value in params.items()})
    chosen = select(sample, everything, selection)
    left = everything[~everything["story_id"].isin(chosen["story_id"])] if selection.by_story else everything
    others = select(sample, left.drop(chosen.index, errors="ignore"), Selection(by_story=selection.by_story))

    for bar in bars(open_page(PAGE, sample.folder, tab="apart", **params)).itertuples():
        mark = Mark.parse(bar.mark)
        among = others if mark.kind == "term-elsewhere" else chosen
        assert len(behind(sample, among, mark)) == bar.n


def test_a_figure_names_its_statistic_its_groups_and_its_prior(sample, open_page):
    page = open_page(PAGE, sample.folder, tab="apart", q="strike")
    everything = articles_of(sample)
    chosen = select(sample, everything, Selection("strike"))
    found = compare(sample, chosen, everything.drop(chosen.index), word_counts(everything))
    said = json.loads(charts(page)[0].spec)["description"]

    assert said.startswith("What sets “strike” apart from the rest of the collection?")
    assert "log-odds ratio (Monroe, Colaresi and Quinn 2008)" in said
    for n, size in zip(found.n_articles, found.n_words, strict=True):
        assert f"{n} articles of {size:,} words" in said
    assert f"prior of {found.prior_weight:,.0f} words" in said


def test_nothing_selected_offers_groups_that_one_click_chooses(sample, open_page):
    page = open_page(PAGE, sample.folder, tab="apart")
    assert not charts(page)

    page.button(key="offer_outlet_0").click().run()

    assert address(page, "group")[0].startswith("outlet:")
    assert charts(page)


@pytest.mark.parametrize("params", [{"q": "the"}, {"group": "outlet:nobody"}, {"group": POST, "against": "topic:0"}])
def test_a_comparison_that_makes_no_sense_is_no_crash(params, sample, open_page):
    assert warnings(open_page(PAGE, sample.folder, tab="apart", **params)) == []


@pytest.mark.parametrize("count", ["articles", "stories"])
@pytest.mark.parametrize("measure", ["articles", "share", "occurrences", "rate"])
def test_a_measure_is_exact(measure, count, sample, open_page):
    everything = articles_of(sample)
    chosen = select(sample, everything, Selection("port", by_story=count == "stories"))
    counts = sample.frame(TERM_COUNTS)
    terms = sample.frame(TERMS)
    counts["word"] = counts["term_id"].map(terms.set_index("term_id")["form_of"])
    words = counts[counts["article_row"].isin(chosen.index)].groupby("word")
    names = terms.set_index("term")["form_of"]
    n_words = word_counts(everything)[chosen.index].sum()
    drawn = bars(open_page(PAGE, sample.folder, q="port", by=measure, count=count))

    assert len(drawn) == 20
    assert drawn["length"].is_monotonic_decreasing
    for bar in drawn.itertuples():
        uses = words.get_group(names[bar.mark.partition(":")[2]])
        n_articles, n_occurrences = uses["article_row"].nunique(), uses["n_occurrences"].sum()
        exact = {
            "articles": n_articles,
            "share": n_articles / len(chosen),
            "occurrences": n_occurrences,
            "rate": 10_000 * n_occurrences / n_words,
        }[measure]
        assert bar.length == pytest.approx(exact)


def test_a_bar_of_occurrences_opens_as_many_lines(sample, open_page):
    bar = bars(open_page(PAGE, sample.folder, by="occurrences")).iloc[0]
    total = int(bar["length"])
    seen = []
    for number in range(1, -(-total // 25) + 1):
        page = open_term(open_page, sample, bar["mark"], by="occurrences", shown=str(number))
        seen += lines(page)
        assert f"{25 * number - 24:,}–{min(25 * number, total):,} of {total} lines" in markdown(page).replace("\\", "")

    assert len(seen) == total > 25


@pytest.mark.parametrize("order", ["day", "before", "after"])
def test_every_order_has_the_same_lines(order, sample, open_page):
    found = []
    for number in ("1", "2", "3"):
        found += lines(open_page(PAGE, sample.folder, term="strike", panel="lines", order=order, shown=number))
    default = [
        line
        for number in "123"
        for line in lines(open_page(PAGE, sample.folder, term="strike", panel="lines", shown=number))
    ]

    assert len(found) > 25
    assert sorted(found) == sorted(default)
    assert (found == default) == (order == "day")


def test_a_line_opens_its_article_at_its_sentence(sample, open_page):
    ids = set(sample.frame(ARTICLES, ["article_id"])["article_id"])
    for line in lines(open_page(PAGE, sample.folder, term="strike", panel="lines", q="port", stop="pier")):
        (href,) = re.findall(r'href="articles\?([^"]+)"', line)
        link = parse_qs(unescape(href))

        assert set(link) <= {"q", "article", "term", "sentence"}
        assert (link["q"], link["term"]) == (["port"], ["strike"])
        assert set(link["article"]) <= ids


def test_lines_of_hostile_articles_are_text(bundle_of, open_page):
    page = open_page(PAGE, bundle_of("hostile").folder, term="flood", panel="lines")

    assert len(lines(page)) == len(hostile())
    assert not any(tag in html(page) for tag in ("<script", "<img", "<svg"))
    assert "javascript:window.pwned=4" in html(page)
    assert not [snippet for snippet in SNIPPETS if snippet in markdown(page)]


def test_a_term_from_right_to_left_has_what_comes_first_at_its_right(bundle_of, open_page):
    page = open_page(PAGE, bundle_of("many languages").folder, term="الميناء", panel="lines")

    assert lines(page)
    assert all(line.startswith('<a class="rtl"') for line in lines(page))


@pytest.mark.parametrize("term", ["strike", "the"])
def test_a_strip_has_a_line_for_each_article(term, sample, open_page):
    page = open_page(PAGE, sample.folder, term=term, panel="spread")
    (drawn,) = frames(page, "told_day")
    found = behind(sample, articles_of(sample), Mark("term", term))

    assert warnings(page) == []
    assert sorted(drawn["mark"]) == sorted("article:" + found["article_id"])
    assert page.subheader[0].value.startswith(f"{len(found)} articles")


def test_a_chosen_line_of_a_strip_shows_where_the_term_stands(sample, open_page):
    counts = sample.frame(TERM_COUNTS)
    term_id = sample.frame(TERMS).set_index("term").at["strike", "term_id"]
    row = counts[counts["term_id"] == term_id].iloc[0]
    article_id = sample.frame(ARTICLES, ["article_id"])["article_id"][row["article_row"]]
    page = open_page(PAGE, sample.folder, term="strike", panel="spread", at=article_id)

    assert len(lines(page)) == row["n_occurrences"]
    assert f"article={article_id}" in html(page)


@pytest.mark.parametrize("params", [{}, {"by": "rate", "kind": "words"}, {"tab": "apart", "q": "strike"}])
def test_hidden_words_leave_the_figures_and_no_count(params, sample, open_page):
    whole = bars(open_page(PAGE, sample.folder, **params))
    word = whole["label"].iloc[1].lower()
    page = open_page(PAGE, sample.folder, stop=[f"{word}, zebra", "Xylophone"], **params)
    left = bars(page)

    assert not left["label"].str.lower().str.split().map(lambda words: word in words).any()
    both = whole.merge(left, on="mark", suffixes=("", "_left"))
    assert len(both) > 5
    assert (both["length"] == both["length_left"]).all()
    assert "Hide words: 3" in markdown(page)


def test_a_word_is_hidden_by_the_field_and_the_address_says_so(sample, open_page):
    page = open_page(PAGE, sample.folder)
    page.multiselect(key="w_stop").set_value(["Strike’s"]).run()

    assert address(page, "stop") == ["strike"]
    assert "strike" not in bars(page)["label"].str.lower().tolist()


def test_choices_stand_in_the_address_only_where_they_differ(sample, open_page):
    page = open_page(PAGE, sample.folder)
    page.selectbox(key="w_by").set_value("rate").run()
    assert address(page, "by") == ["rate"]

    page.selectbox(key="w_by").set_value("articles").run()
    assert "by" not in page.query_params
