import pytest
from hypothesis import given, settings

from analysis.articles import ARTICLES
from analysis.finding import Finder, hits_of
from analysis.queries import parse, positive
from analysis.selection import articles_of
from analysis.text_hits import text_hits
from analysis.tokens import split_sentences
from tests.analysis.making import build_rows
from tests.analysis.queries.test_parsing import typings

ROWS = [
    {"id": "a", "title": "Flood warning", "text": "The flood came. The river rose to the town, and the flood stayed.",
     "source": "The Herald", "author": "Ann O’Neill", "date": "2016-05-01"},
    {"id": "b", "title": "River watch", "text": "No floods were seen on the river.", "source": "Herald-Post",
     "date": "2016-06-02"},
    {"id": "c", "title": "Strike", "text": "The strike went on.", "source": "Post", "author": "Bo Li",
     "date": "2017-01-03"},
    {"id": "d", "title": "No date", "text": "The flood and the strike and the storm."},
]  # fmt: skip


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return build_rows(ROWS, tmp_path_factory.mktemp("rows"))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("flood", "ad"),
        ("flood*", "abd"),
        ("flood OR strike", "acd"),
        ("flood -strike", "a"),
        ("-flood", "bc"),
        ("flood OR -river", "acd"),
        ("headline:flood", "a"),
        ("body:flood -headline:flood", "d"),
        ("headline:(river OR strike)", "bc"),
        ("NEAR(flood storm, 5)", "d"),
        ("NEAR(flood storm, 4)", ""),
        ("outlet:herald", "ab"),
        ('outlet:"the herald"', "a"),
        ("outlet:her", ""),
        ("outlet:her*", "ab"),
        ("outlet:none", "d"),
        ("byline:o'neill", "a"),
        ("byline:(o'neill OR li)", "ac"),
        ("date:2016", "ab"),
        ("date:2016-06..2017-01", "bc"),
        ("after:2016-06", "bc"),
        ("before:2016-06", "a"),
        ("-date:2016", "cd"),
        ("flood outlet:herald OR date:2017", "ac"),
        ("xylophon", ""),
        ("?!", ""),
    ],
)
def test_a_query_finds_the_articles_that_it_means(bundle, typed, ids):
    articles = articles_of(bundle)

    assert "".join(articles["article_id"][Finder(bundle, articles).find(typed)]) == ids


@pytest.mark.parametrize(
    ("typed", "n_hits"),
    [
        ("flood", [3, 0, 0, 1]),
        ("flood -strike", [3, 0, 0, 1]),
        ("floods OR flood*", [3, 1, 0, 1]),
        ('flood OR "flood warning"', [3, 0, 0, 1]),
        ('"the flood" flood', [3, 0, 0, 1]),
        ("headline:flood", [1, 0, 0, 0]),
        ("NEAR(the river, 2)", [3, 2, 0, 0]),
        ("-flood", [0, 0, 0, 0]),
        ("outlet:herald", [0, 0, 0, 0]),
    ],
)
def test_hits_are_counted_without_overlap(bundle, typed, n_hits):
    assert hits_of(bundle, typed).tolist() == n_hits


@settings(max_examples=100, deadline=None)
@given(typings)
def test_no_text_is_an_error(bundle, typed):
    articles = articles_of(bundle)
    found = Finder(bundle, articles).find(typed)

    assert found.dtype == bool
    assert len(found) == len(hits_of(bundle, typed)) == len(ROWS)


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(f"w{n}" for n in range(20_000)),
        " OR ".join(f"flood{n}" for n in range(20_000)),
        "flood " * 17_000,
        '"' + "flood " * 17_000,
        "flood'; drop table words; --",
        "{headline body}: flood",
        "flood\x00river \ud800",
    ],
    ids=lambda typed: repr(typed[:20]),
)
def test_nothing_typed_is_too_much(bundle, typed):
    assert Finder(bundle, articles_of(bundle)).find(typed).sum() <= len(ROWS)


@pytest.mark.parametrize(
    "typed",
    ["the", "police OR said", "gov*", '"the government" OR the', "NEAR(police said, 20)", "headline:the"],
)
def test_an_article_has_as_many_marks_as_hits(sample, typed):
    articles = sample.frame(ARTICLES, ["headline", "body"])
    wanted = positive(parse(typed))
    n_marks = [
        sum(map(len, text_hits(one.headline, one.body, split_sentences(one.body), wanted)))
        for one in articles.itertuples()
    ]

    assert n_marks == hits_of(sample, typed).tolist()
    assert sum(n_marks) > 0
