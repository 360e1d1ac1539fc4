"""Marks: what they read as, and which articles stand behind them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.bundle import Bundle
from analysis.marks import Mark, behind, days_mark, forms_of, term_mark, term_rows, tone_mark
from analysis.periods import by_period
from analysis.queries import phrase_of
from analysis.selection import NONE, Selection, articles_of, select
from analysis.steps.topics import TOPICS
from analysis.summaries import outlets_of, terms_of, topics_of, words_of
from analysis.tone_summaries import by_tone, parts_toned, voices_toned
from tests.analysis.making import build_rows
from tests.analysis.test_selection import ROWS


@pytest.fixture(scope="module")
def bundle(tmp_path_factory) -> Bundle:
    return build_rows(ROWS, tmp_path_factory.mktemp("rows"))


kinds = st.sampled_from(
    [
        "term",
        "forms",
        "term-in",
        "term-not-in",
        "term-elsewhere",
        "topic",
        "topic-in",
        "outlet",
        "days",
        "tone",
        "language",
        "health",
        "voice",
        "part",
    ]
)


@given(kinds, st.text(min_size=1))
def test_a_mark_reads_back_what_it_wrote(kind, value):
    assert Mark.parse(str(Mark(kind, value))) == Mark(kind, value)


@pytest.mark.parametrize(
    ("mark", "term", "group"),
    [
        (Mark("term", "flood"), "flood", None),
        (Mark("term-elsewhere", "flood"), "flood", None),
        (Mark("term-in", "flood|outlet:A|B: C"), "flood", Mark("outlet", "A|B: C")),
        (Mark("term-not-in", "10:30|topic:3"), "10:30", Mark("topic", "3")),
        (Mark("term-in", "flood|article:x"), "flood", None),
        (Mark("outlet", "flood|topic:3"), None, None),
        (Mark("topic-in", "3|outlet:A|B: C"), None, Mark("outlet", "A|B: C")),
        (Mark("topic-in", "3|topic:4"), None, None),
    ],
)
def test_a_mark_of_a_term_names_it_and_its_group(mark, term, group):
    assert (mark.term, mark.group) == (term, group)


@pytest.mark.parametrize(
    ("mark", "topic"),
    [
        (Mark("topic", "3"), "3"),
        (Mark("scored-topic", "3"), "3"),
        (Mark("term-in", "flood|topic:none"), "none"),
        (Mark("topic-in", "3|outlet:A"), "3"),
        (Mark("term-in", "flood|outlet:3"), None),
        (Mark("outlet", "3"), None),
    ],
)
def test_a_mark_names_the_topic_it_is_about(mark, topic):
    assert mark.topic == topic


@pytest.mark.parametrize("group", [None, Mark("outlet", "A"), Mark("topic", "2")])
@pytest.mark.parametrize("inside", [True, False])
def test_the_mark_of_a_term_in_a_group_reads_back(group, inside):
    mark = term_mark("10:30", group, inside=inside)

    assert (Mark.parse(str(mark)), mark.term, mark.group) == (mark, "10:30", group)


@pytest.mark.parametrize("text", ["", "term", "term:", ":x", "colour:red", "TERM:x"])
def test_what_is_no_mark_is_none(text):
    assert Mark.parse(text) is None


@pytest.mark.parametrize(
    ("mark", "ids"),
    [
        ("term:flood", "abd"),
        ("term:the", "abcd"),
        ("term-in:flood|outlet:Herald", "a"),
        ("term-not-in:flood|outlet:Herald", "bd"),
        ("term-in:the strike|outlet:none", "d"),
        ("term-not-in:flood|topic:none", ""),
        ("term-in:flood|topic:none", "abd"),
        ("term-in:flood", ""),
        ("term-not-in:flood|tone:-1..1", ""),
        ("term-elsewhere:flood", "abd"),
        ("forms:flood", "abd"),
        ("forms:the", "abcd"),
        ("forms:snow", ""),
        ("term:came to", "ab"),
        ("term:snow", ""),
        ('term:"', ""),
        ("topic:none", "abcd"),
        ("topic-in:none|outlet:Herald", "ac"),
        ("topic-in:none|days:2016-05-01..2016-05-02", "ab"),
        ("topic-in:0|outlet:Herald", ""),
        ("topic-in:none|tone:-1..1", ""),
        ("topic-in:none", ""),
        ("topic:0", ""),
        ("topic:x", ""),
        ("topic:" + "9" * 5_000, ""),
        ("outlet:Herald", "ac"),
        ("outlet:none", "d"),
        ("language:en", "abcd"),
        ("language:none", ""),
        ("health:copies", "ab"),
        ("health:no date", "d"),
        ("health:x", ""),
        ("article:c", "c"),
        ("voice:own-voice", "abcd"),
        ("voice:headline", ""),
        ("voice:x", ""),
        ("part:x", ""),
        ("part:10", ""),
        ("article:x", ""),
        (str(days_mark(date(2016, 5, 1), date(2016, 5, 2))), "ab"),
        ("days:2016-05-01", ""),
        ("days:..", ""),
        ("days:2016-05-01..x", ""),
        ("days:0001-01-01..9999-12-31", "abc"),
        (str(tone_mark(-1, 1)), "abcd"),
        ("tone:x..y", ""),
        ("tone:nan..nan", ""),
        ("tone:0..0.1..0.2", ""),
        ("tone:", None),
    ],
)
def test_a_mark_stands_for_the_articles_that_share_its_fact(bundle, mark, ids):
    parsed = Mark.parse(mark)

    assert (parsed and "".join(behind(bundle, articles_of(bundle), parsed)["article_id"])) == ids


def test_an_outlet_may_have_any_name(build_rows):
    names = ["A:B", "..", "&topic=1", "none", "نيوز", "x" * 300]
    bundle = build_rows([{"id": name, "text": "Rain.", "source": name} for name in names])
    articles = articles_of(bundle)

    for name in names:
        assert list(behind(bundle, articles, Mark("outlet", name))["outlet"]) == [name]
        assert list(select(bundle, articles, Selection(outlets=(name,)))["outlet"]) == [name]


EVERY = Selection()


SAMPLE_SELECTIONS = {
    "everything": EVERY,
    "stories": replace(EVERY, by_story=True),
    "a query": replace(EVERY, query="strike"),
    "a phrase": replace(EVERY, query='"per cent"'),
    "an outlet": replace(EVERY, outlets=("The Harbour Gazette",)),
    "no outlet": replace(EVERY, outlets=(NONE,)),
    "a topic": replace(EVERY, topics=(0,)),
    "some days": replace(EVERY, first_day=date(2026, 4, 1), last_day=date(2026, 4, 20)),
    "much": Selection("river", ("Northfold Courier",), first_day=date(2026, 3, 10), by_story=True),
    "nothing": replace(EVERY, query="zyzzyva"),
}


@pytest.fixture(params=SAMPLE_SELECTIONS.values(), ids=SAMPLE_SELECTIONS)
def chosen(request, sample):
    return select(sample, articles_of(sample), request.param)


@pytest.mark.parametrize(
    "summary", ["topics_of", "by_tone", "outlets_of", "parts_toned", "voices_toned", "day", "week", "month", "year"]
)
def test_a_mark_opens_as_many_articles_as_it_counts(sample, chosen, summary):
    rows = {
        "topics_of": lambda: topics_of(sample.frame(TOPICS), chosen),
        "by_tone": lambda: by_tone(chosen),
        "outlets_of": lambda: outlets_of(chosen),
        "parts_toned": lambda: parts_toned(sample, chosen),
        "voices_toned": lambda: voices_toned(sample, chosen),
    }.get(summary, lambda: by_period(chosen, summary))()
    listed = [len(behind(sample, chosen, Mark.parse(mark))) for mark in rows["mark"]]

    assert listed == rows["n_articles"].tolist()


@pytest.mark.parametrize("summary", [terms_of, words_of])
def test_the_mark_of_a_term_opens_as_many_articles_as_it_counts(sample, chosen, summary):
    terms = summary(sample, chosen)
    # The first forty and some of the rest: the same fact, said three thousand times, takes its time.
    rows = [*range(min(40, len(terms))), *range(40, len(terms), 30)]
    listed = {terms["mark"][n]: len(behind(sample, chosen, Mark.parse(terms["mark"][n]))) for n in rows}

    assert listed == {terms["mark"][n]: terms["n_articles"][n] for n in rows}


def test_a_term_that_is_not_stored_is_searched_for(sample):
    assert len(term_rows(sample, "the")) == len(sample.index.holding(phrase_of("the"))) > 0


def test_the_forms_of_a_term_are_those_of_one_word_commonest_first(build_rows):
    bundle = build_rows([{"text": "A strike."}, {"text": "The strikes and a strike."}, {"text": "Strikes struck us."}])

    assert forms_of(bundle, "strikes") == forms_of(bundle, "strike") == ["strike", "strikes"]
    assert forms_of(bundle, "struck") == ["struck"]
    assert forms_of(bundle, "the") == ["the"]
    found = behind(bundle, articles_of(bundle), Mark("forms", "strike"))
    assert len(found) == 3
