from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.bundle import Bundle
from analysis.selection import NONE, Selection, articles_of, select
from analysis.steps.topics import ARTICLE_TOPICS
from tests.analysis.making import build_rows

selections = st.builds(
    Selection,
    query=st.text(),
    outlets=st.lists(st.text(min_size=1), unique=True).map(tuple),
    topics=st.lists(st.integers(-1, 99), unique=True).map(tuple),
    first_day=st.none() | st.dates(),
    last_day=st.none() | st.dates(),
    by_story=st.booleans(),
)


@given(selections)
def test_an_address_gives_back_the_selection_that_it_was_made_of(selection):
    assert Selection.from_params(selection.to_params()) == selection


def test_an_address_says_only_what_differs_from_the_default():
    assert Selection().to_params() == {}
    assert Selection(topics=(3, -1), by_story=True).to_params() == {"topic": ["3", "none"], "count": ["stories"]}


@given(st.dictionaries(st.sampled_from(["q", "outlet", "topic", "from", "to", "count", "x"]), st.lists(st.text())))
def test_any_address_can_be_read(params):
    selection = Selection.from_params(params)

    assert Selection.from_params(selection.to_params()) == selection


@pytest.mark.parametrize(
    "params",
    [
        {"topic": ["x", "", "1.5", "-2", "²", "9" * 5_000]},
        {"from": ["yesterday"], "to": ["2016-02-30"]},
        {"from": [""], "to": []},
        {"count": ["articles"]},
        {"outlet": [""]},
        {"unknown": ["x"]},
    ],
)
def test_nonsense_in_an_address_is_passed_over(params):
    assert Selection.from_params(params) == Selection()


def test_what_is_repeated_in_an_address_counts_once():
    chosen = Selection.from_params({"topic": ["1", "1", "none", "-1"], "outlet": ["A", "A"]})

    assert (chosen.topics, chosen.outlets) == ((1, -1), ("A",))


ROWS = [
    {"id": "a", "text": "The flood came to the town.", "source": "Herald", "date": "2016-05-01"},
    {"id": "b", "text": "The flood came to the town.", "source": "Post", "date": "2016-05-02T23:59:59Z"},
    {"id": "c", "text": "The strike went on.", "source": "Herald", "date": "2016-05-03"},
    {"id": "d", "text": "The flood and the strike.", "date": None},
]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory) -> Bundle:
    return build_rows(ROWS, tmp_path_factory.mktemp("rows"))


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(), "abcd"),
        (Selection(query="flood"), "abd"),
        (Selection(query='"the strike" flood'), "d"),
        (Selection(query="snow"), ""),
        (Selection(query="..."), ""),
        (Selection(outlets=("Herald",)), "ac"),
        (Selection(outlets=("Herald", NONE)), "acd"),
        (Selection(outlets=("Nobody",)), ""),
        (Selection(topics=(-1,)), "abcd"),
        (Selection(topics=(0,)), ""),
        (Selection(topics=(10**30,)), ""),
        (Selection(first_day=date(2016, 5, 2)), "bc"),
        (Selection(last_day=date(2016, 5, 2)), "ab"),
        (Selection(first_day=date(2016, 5, 2), last_day=date(2016, 5, 2)), "b"),
        (Selection(first_day=date(2016, 5, 3), last_day=date(2016, 5, 1)), ""),
        (Selection(first_day=date.min), "abc"),
        (Selection(last_day=date.max), "abc"),
        (Selection(by_story=True), "acd"),
        (Selection(query="flood", outlets=("Post",), by_story=True), "b"),
        (Selection(query="flood", outlets=("Herald", "Post"), last_day=date(2016, 5, 1)), "a"),
    ],
)
def test_a_selection_holds_the_articles_that_meet_all_its_parts(bundle, selection, ids):
    chosen = select(bundle, articles_of(bundle), selection)

    assert "".join(chosen["article_id"]) == ids


def test_topics_are_selected_by_their_number(sample):
    topics = sample.frame(ARTICLE_TOPICS)["topic_id"]
    chosen = select(sample, articles_of(sample), Selection(topics=(0, 1)))

    assert list(chosen.index) == list(topics.index[topics.isin([0, 1])])
    assert len(chosen) > 0


def test_only_counting_by_story_leaves_everything_in():
    assert Selection().is_everything
    assert Selection(by_story=True).is_everything
    assert not Selection(query="x").is_everything
