"""Behind every mark of every chart stand as many articles as its number says."""

import re
import shutil
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pytest

from analysis.curation import Hide, Merge, Rename, Split, curate, edit_curation, read_curation
from analysis.marks import Mark, behind
from analysis.selection import Selection, articles_of, select
from analysis.story_articles import whole_stories
from figures import words
from tests.pages.elements import html, markdown, warnings

# How many charts each page has.
CHARTS = {"app.py": 5, "pages/keywords.py": 1, "pages/topics.py": 3, "pages/sentiment.py": 6, "pages/stories.py": 1}
STORIES = "pages/stories.py"
# Where a chart keeps the number of a mark: bars, columns, dots with their n. A point of the map is one article.
_NUMBERS = ("length", "n", "number", "total")

VIEWS = {
    "the sample": ("sample", {}),
    "the sample by story": ("sample", {"count": ["stories"]}),
    # Tidewater Dispatch has copies whose originals it does not have.
    "copies by story": ("sample", {"outlet": ["Tidewater Dispatch", "none"], "count": ["stories"]}),
    "copies of a query by story": (
        "sample",
        {"q": ["mediator OR strike"], "from": ["2026-04-22"], "count": ["stories"]},
    ),
    "many languages by story": ("many languages", {"outlet": ["Gazette"], "count": ["stories"]}),
    "all the same by story": ("all the same", {"count": ["stories"]}),
    "all the same": ("all the same", {}),
    "a query": ("sample", {"q": ["strike OR port"], "from": ["2026-03-05"]}),
    "a month by days": ("many languages", {"from": ["2025-04-01"], "to": ["2025-04-30"]}),
    "a year by months": ("many languages", {"from": ["2025-01-01"], "to": ["2025-12-31"], "tab": ["mine"]}),
    "an outlet": ("sample", {"outlet": ["Marchland Post", "none"]}),
    "many languages": ("many languages", {}),
    "few articles": ("two articles", {}),
    "own words": ("sample", {"tab": ["mine"], "words": ["strike, port*", '"the council" -strike']}),
    "no words yet": ("sample", {"tab": ["mine"]}),
    "own words by story": ("sample", {"tab": ["mine"], "words": ["port*", "x"], "count": ["stories"], "unit": ["day"]}),
}


@dataclass(frozen=True)
class Drawn:
    """A mark as the browser gets it."""

    mark: str
    number: int


def drawn(page):
    """The marks of each chart of a page."""
    return [marks for chart in page.get("vega_lite_chart") for marks in [marks_of(chart.proto)] if marks]


def marks_of(chart):
    frames = [pa.ipc.open_stream(drawing.data.data).read_pandas() for drawing in chart.datasets]
    for frame in frames:
        # Curves show what numbers of topics are worth: nothing is counted, and nothing stands behind.
        if "mark" in frame and frame["mark"].any() and "y0" not in frame:
            number = next((name for name in _NUMBERS if name in frame), None)
            counts = [to_int(value or 0) for value in frame[number]] if number else [1] * len(frame)
            # Of the lines of a strip one carries the number.
            return [Drawn(mark, count) for mark, count in zip(frame["mark"], counts, strict=True) if count]
    return []


def to_int(number):
    return int(str(number).replace(",", "").removesuffix(".0"))


def heading_number(page):
    """The number in the heading of the evidence."""
    return to_int(next(filter(None, (re.match(r"[\d,]+", heading.value) for heading in page.subheader)))[0])


def scope_of(file, mark, everything, chosen):
    """The articles that a mark of a page counts: those chosen, and on the page of stories their whole stories.

    The map shows all articles, chosen or not.
    """
    if Mark.parse(mark).kind == "article":
        return everything
    return whole_stories(everything, chosen) if file == STORIES else chosen


CASES = [pytest.param(file, *view, id=f"{name}-{file}") for name, view in VIEWS.items() for file in CHARTS]


@pytest.mark.parametrize(("file", "collection", "params"), CASES)
def test_the_number_on_a_mark_is_that_of_its_evidence(file, collection, params, bundle_of, open_page):
    bundle = bundle_of(collection)
    everything = articles_of(bundle)
    chosen = select(bundle, everything, Selection.from_params(params))
    charts = drawn(open_page(file, bundle.folder, **params))

    assert charts or file == STORIES
    for marks in charts:
        scopes = [scope_of(file, one.mark, everything, chosen) for one in marks]
        found = [behind(bundle, scope, Mark.parse(one.mark)) for one, scope in zip(marks, scopes, strict=True)]
        assert [Drawn(one.mark, len(listed)) for one, listed in zip(marks, found, strict=True)] == marks
        if "count" in params and file != STORIES:
            assert [listed["story_id"].nunique() for listed in found] == [one.number for one in marks]


@pytest.mark.parametrize("view", [view for name, view in VIEWS.items() if "by story" in name])
def test_by_story_every_selected_story_counts_once(view, bundle_of):
    collection, params = view
    bundle = bundle_of(collection)
    everything, chosen = articles_of(bundle), Selection.from_params(params)
    articles = select(bundle, everything, replace(chosen, by_story=False))

    assert select(bundle, everything, chosen)["story_id"].is_unique
    assert select(bundle, everything, chosen)["story_id"].nunique() == articles["story_id"].nunique()


@pytest.fixture(scope="module")
def edited(sample, tmp_path_factory):
    """The sample after one edit of each kind, with its topics."""
    folder = shutil.copytree(sample.folder, tmp_path_factory.mktemp("edited") / "bundle")
    bundle = replace(sample, folder=folder)
    rules = (Rename(3, "Three"), Merge(4, 1), Split(0, (20, 21)), Hide(2), Rename(20, "Part"))
    edit_curation(bundle, lambda curation: replace(curation, rules=rules))
    return bundle, curate(bundle, read_curation(folder))


@pytest.mark.parametrize("params", [{}, {"topic": ["0", "4", "3"]}, {"q": ["the"], "count": ["stories"]}])
@pytest.mark.parametrize("file", CHARTS)
def test_edits_of_topics_hold_in_every_chart_and_its_evidence(file, params, edited, open_page):
    bundle, curated = edited
    selection = Selection.from_params(params)
    selection = replace(selection, topics=curated.live(selection.topics))
    everything = curated.place(articles_of(bundle))
    chosen = select(bundle, everything, selection)
    page = open_page(file, bundle.folder, **params)
    charts = drawn(page)

    assert warnings(page) == []
    assert not any(said.problem for said in curated.said)
    for marks in charts:
        scopes = [scope_of(file, one.mark, everything, chosen) for one in marks]
        found = [behind(bundle, scope, Mark.parse(one.mark)) for one, scope in zip(marks, scopes, strict=True)]
        assert [Drawn(one.mark, len(listed)) for one, listed in zip(marks, found, strict=True)] == marks
    topics = {one.mark for marks in charts for one in marks if "topic:" in one.mark}
    assert not topics & {f"{kind}:{topic}" for kind in ("topic", "scored-topic") for topic in (0, 2, 4)}


@pytest.mark.parametrize("old", [0, 1, 2, 3, 4])
def test_a_link_to_a_topic_that_was_edited_lists_what_stands_for_it(old, edited, open_page):
    bundle, curated = edited
    heirs = curated.live([old])
    n_articles = int(np.isin(curated.article_topics, heirs).sum())
    page = open_page("pages/topics.py", bundle.folder, mark=f"topic:{old}")
    chosen = open_page("pages/topics.py", bundle.folder, topic=str(old))

    assert warnings(page) == warnings(chosen) == []
    assert heading_number(page) == n_articles > 0
    name = " or ".join(curated.names[heir] for heir in heirs)
    assert page.subheader[0].value == words.plain(f"{n_articles} articles on {name}")
    assert f"{n_articles} of {bundle.counts['articles']} articles" in markdown(chosen)


@pytest.mark.parametrize("file", CHARTS)
def test_the_page_of_a_mark_lists_as_many_as_it_says(file, sample, open_page):
    charts = drawn(open_page(file, sample.folder))

    assert len(charts) == CHARTS[file]
    for marks in charts:
        one = marks[len(marks) // 2]
        kind, _, value = one.mark.partition(":")
        page = open_page(file, sample.folder, **({"term": value} if kind == "term" else {"mark": one.mark}))

        assert warnings(page) == []
        assert heading_number(page) == one.number
        assert len(entries(page)) == min(10, one.number)


@pytest.mark.parametrize("params", [{}, {"count": ["stories"]}, {"outlet": ["Marchland Post", "Tidewater Dispatch"]}])
def test_what_stands_out_opens_as_many_as_it_says(params, sample, open_page):
    opened = [
        button for button in open_page("app.py", sample.folder, **params).button if "stand_out" in (button.key or "")
    ]
    assert opened or params

    for button in opened:
        page = open_page("app.py", sample.folder, **params)
        page.button(button.key).click().run()

        assert heading_number(page) == to_int(button.label.split()[0])


NETWORKS = {
    "a term": {"mark": "forms:strike"},
    "a phrase by story": {"term": "twin ports mercy", "count": "stories"},
    "in an outlet alone": {"mark": "term-in:court|outlet:Marchland Post"},
    "not on a topic": {"mark": "term-not-in:said|topic:0"},
    "outside the selection": {"mark": "term-elsewhere:said", "outlet": "Marchland Post"},
}


@pytest.mark.parametrize("params", NETWORKS.values(), ids=NETWORKS)
def test_the_number_on_a_word_or_line_of_a_network_is_that_of_its_sentences(params, sample, open_page):
    page = open_page("pages/keywords.py", sample.folder, panel="company", **params)
    (marks,) = [marks for marks in drawn(page) if not marks[0].mark.startswith(("term:", "forms:"))] or [[]]
    menu = page.selectbox(key="w_company_menu") if marks else None
    assert marks or not warnings(page)

    # The first and the last, which is a line where there is any; the functions behind it are asked for every mark.
    for one in {marks[0], marks[-1]} if marks else ():
        menu.set_value(one.mark).run()
        opened = open_page("pages/keywords.py", sample.folder, panel="company", **params, **{"with": one.mark})

        assert warnings(opened) == []
        assert re.match(r"\*\*([\d,]+) sentence", opened.markdown[-1].value)[1] == str(one.number)
        links = re.findall(r"<a href=.*?</a>", html(opened))
        assert len(links) == min(15, one.number)
        assert all(link.count("<mark") >= 2 for link in links)


@pytest.mark.parametrize("params", NETWORKS.values(), ids=NETWORKS)
def test_within_articles_the_number_of_a_network_is_that_of_the_articles_it_lists(params, sample, open_page):
    asked = {"panel": "company", "within": "article", **params}
    page = open_page("pages/keywords.py", sample.folder, **asked)
    (marks,) = [marks for marks in drawn(page) if not marks[0].mark.startswith(("term:", "forms:"))] or [[]]
    assert marks or not warnings(page)

    for one in {marks[0], marks[-1]} if marks else ():
        listed = []
        for number in range(1, 2 + one.number // 10):
            opened = open_page("pages/keywords.py", sample.folder, **asked, shown=str(number), **{"with": one.mark})
            listed += [key for key in entries(opened) if key not in listed]

        assert warnings(opened) == []
        assert any(re.match(rf"\*\*{one.number:,} (article|stor)", text.value) for text in opened.markdown)
        assert len(listed) == one.number


def test_a_burst_opens_as_many_as_it_says(sample, open_page):
    asked = {"tab": "mine", "words": ["strike", "mpa", "end"], "unit": "week"}
    opened = [
        one for one in open_page("pages/keywords.py", sample.folder, **asked).button if "burst" in (one.key or "")
    ]
    assert opened

    for button in opened:
        page = open_page("pages/keywords.py", sample.folder, **asked)
        page.button(button.key).click().run()

        assert heading_number(page) == to_int(button.label.split()[0])


def test_paging_through_a_list_gives_each_article_once(sample, open_page):
    listed = []
    for number in range(1, 4):
        page = open_page("app.py", sample.folder, mark="tone:-0.2..0", shown=str(number))
        listed += entries(page)

    assert len(listed) == len(set(listed)) == heading_number(page) > 20


def entries(page):
    """The articles that the evidence lists, by their addresses."""
    keys = [block.proto.id for block in page._tree if "-entry_" in getattr(getattr(block, "proto", None), "id", "")]
    return [key.rpartition("-entry_")[2] for key in keys]
