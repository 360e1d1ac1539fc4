"""Word groups: what a line of words finds, and how often."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.finding import Finder
from analysis.marks import Mark, behind
from analysis.periods import UNITS, Series, over_periods
from analysis.queries import Phrase, in_words, positive
from analysis.selection import Selection, articles_of, select
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.word_groups import group_query, has_words, typed_with, uses_of
from tests.analysis.making import build_rows

ROWS = [
    {"id": "a", "title": "Rain", "text": "Rain and rains. The flood rose.", "date": "2016-05-01"},
    {"id": "b", "text": "High water came. A high, slow water.", "date": "2016-05-02"},
    {"id": "c", "text": "Water stood high. Water fell. High tide.", "date": "2016-06-02"},
    {"id": "d", "text": "Nothing AND nobody.", "date": None},
]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return build_rows(ROWS, tmp_path_factory.mktemp("rows"))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("flood", "“flood”"),
        ("flood rain", "“flood” and “rain”"),
        ("flood, rain", "“flood” or “rain”"),
        ("flood rain, storm -wind", "(“flood” and “rain”) or (“storm”, but not “wind”)"),
        ('"High water", rain*', "“high water” or “rain…”"),
        ('"flood, rain", storm', "“flood rain” or “storm”"),
        ("NEAR(flood rain, 5), storm", "“flood” and “rain” within 5 words or “storm”"),
        ('an "open, quote', "“an” and “open quote”"),
        ("(open, bracket", "“open” and “bracket”"),
        ("flood,,flood , ", "“flood”"),
        ("", ""),
        (', "" * , "', ""),
    ],
)
def test_a_line_means_one_of_what_stands_between_its_commas(line, said):
    assert in_words(group_query(line)) == said


@given(st.text(alphabet='ab ,"()*-:OR“', max_size=60))
def test_whatever_is_typed_is_a_group_of_words(line):
    assert all(word for phrase in positive(group_query(line)) if isinstance(phrase, Phrase) for word in phrase.words)


@pytest.mark.parametrize(
    ("typed", "line", "asked"),
    [
        ("", "flood", "flood"),
        ("rain", "flood, storm", "rain (flood OR storm)"),
        ("rain OR hail", '"high water", storm -wind', '(rain OR hail) ("high water" OR storm -wind)'),
        ("rain snow", "flood OR storm, wind", "rain snow ((flood OR storm) OR wind)"),
        ("rain (", "flood, storm", "rain ( (flood OR storm)"),
    ],
)
def test_what_a_search_and_a_line_find_can_be_typed(typed, line, asked, bundle):
    found = typed_with(typed, line)

    assert found == asked


@given(st.text(alphabet='ab ,"()*-OR', max_size=20), st.text(alphabet='ab ,"()*-OR', max_size=20))
def test_what_can_be_typed_finds_what_both_find(bundle, typed, line):
    asked = typed_with(typed, line)
    articles = articles_of(bundle)
    finder = Finder(bundle, articles)

    if asked is not None and typed.strip():
        both = finder.find(typed) & has_words(bundle, articles, line)
        assert finder.find(asked).tolist() == both.tolist()


@pytest.mark.parametrize(
    ("line", "uses"),
    [
        ("rain", {"a": 2}),
        ("rain*", {"a": 3}),
        ("rain, rain*, rains", {"a": 3}),
        ('"high water"', {"b": 1}),
        ('"high wat*"', {}),
        ('"high wat"*', {"b": 1}),
        ("nothing -flood", {"d": 1}),
        ("-flood", {"b": 0, "c": 0, "d": 0}),
        ("high water", {"b": 4, "c": 4}),
        ("flood, high water", {"a": 1, "b": 4, "c": 4}),
        ("AND", {"a": 1, "d": 1}),
        ("snow", {}),
        ('"', {}),
        ("", {}),
    ],
)
def test_a_line_finds_its_articles_and_counts_its_uses(line, uses, bundle):
    articles = articles_of(bundle)
    found = uses_of(bundle, articles, line)

    assert {articles["article_id"][row]: n for row, n in found.items()} == uses
    assert found.index.tolist() == articles.index[has_words(bundle, articles, line)].tolist()


def test_uses_of_a_word_are_those_of_a_plain_count(sample):
    found = uses_of(sample, articles_of(sample), "strike")
    term = sample.frame(TERMS, ["term_id"], [("term", "=", "strike")])["term_id"].iloc[0]
    counts = sample.frame(TERM_COUNTS, None, [("term_id", "=", term)]).set_index("article_row")["n_occurrences"]

    assert Counter(dict(found)) == Counter(dict(counts))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "chosen", [Selection(), Selection("the", by_story=True), Selection(outlets=("Marchland Post",))], ids=str
)
@pytest.mark.parametrize("line", ["strike", 'port*, "per cent"', "the council"])
def test_every_point_opens_as_many_articles_as_it_counts(sample, unit, chosen, line):
    everything = articles_of(sample)
    articles = select(sample, everything, chosen)
    uses = uses_of(sample, everything, line)
    series = [Series(line, Mark("words", line), uses.index.to_numpy(), uses.to_numpy())]
    found = over_periods(series, articles, everything["n_words"], unit, everything["day"])
    listed = [len(behind(sample, articles, Mark.parse(mark))) for mark in found["mark"]]

    assert listed == found["n_articles"].fillna(0).tolist()
    assert sum(listed) == len(behind(sample, articles[articles["day"].notna()], Mark("words", line)))


@pytest.mark.parametrize(
    "value", ["x", "2016-05-01..2016-05-02", "2016-05-01..x|words:rain", "|at:..|words:x", "a..b|"]
)
def test_a_mark_of_no_days_or_nothing_stands_for_nothing(value, sample):
    assert behind(sample, articles_of(sample), Mark("at", value)).empty
