"""What every step keeps to, whatever it is given."""

from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from analysis.articles import Document, Documents
from analysis.steps import keywords, sentiment, stories, topics, words
from tests.analysis.making import article, bodies, collection_of, run

ARTICLE_STEPS = [sentiment.STEP, words.STEP]
COLLECTION_STEPS = [stories.STEP, keywords.STEP, topics.STEP]

DOCUMENTS = {
    "no body": article(""),
    "a headline alone": article("", headline="Rain"),
    "white space": article(" \n\t\n "),
    "punctuation": article("... !!! ???\n--\n“”"),
    "one letter": article("x"),
    "one word": article("Rain"),
    "numbers": article("1984. 12,5. 3/4"),
    "Arabic": article("قال الرئيس إن المحادثات ستبدأ غدا. ولم يحدد مكانا لها.", language="ar"),
    "Hebrew and English": article("הנשיא אמר Hello world. שלום.", language="he"),
    "Chinese": article("北京下雨了。明天有雪。", language="zh"),
    "German": article("Es regnet in Köln. Die Straßen sind leer.", language="de"),
    "a long word": article("x" * 10_000),
    "a long sentence": article("rain and " * 5_000),
    "emoji": article("😀 👨‍👩‍👧 😀"),
    "joined marks": article("e\u0301te\u0301 \u200d\u200c\u00ad"),
    "odd line ends": article("One.\x85Two.\u2028Three.\x0cFour."),
    "NUL": article("Rain\x00fell."),
}

SENTENCES = ["Rain fell on the harbour.", "The harbour strike goes on.", "Nurses met the judge.", "A goal.", "The end."]

COLLECTIONS = {
    "one article": SENTENCES[:1],
    "two": SENTENCES[:2],
    "four": SENTENCES[:4],
    "five": SENTENCES,
    "all equal": SENTENCES[:1] * 8,
    "all equal but one": [*SENTENCES[:1] * 8, "Another day."],
    "no shared words": [f"alpha{n} beta{n} gamma{n}." for n in range(8)],
    "one shared word": [f"Harbour alpha{n}." for n in range(8)],
    "words in all": [f"The harbour strike number{n}." for n in range(8)],
    "two shared words by turns": ["harbour" if n % 2 else "strike" for n in range(8)],
    "stop words": ["And then he was there."] * 6 + ["It is not."] * 3,
    "numbers": [f"{n}. 1984." for n in range(8)],
    "no words at all": ["..."] * 8,
    "empty": [""] * 8,
    "some empty": ["", *SENTENCES, ""],
    "other scripts": ["北京下雨了。", "قال الرئيس إن", "Es regnet.", "Дождь идёт.", "雨が降る。", "ฝนตก"],
}


@pytest.fixture(params=COLLECTIONS.values(), ids=COLLECTIONS)
def texts(request):
    return request.param


@pytest.mark.parametrize("step", ARTICLE_STEPS, ids=lambda step: type(step).__name__)
@pytest.mark.parametrize("document", map(Document, DOCUMENTS.values()), ids=DOCUMENTS)
def test_an_article_step_returns_the_tables_it_declares(step, document):
    found = step(Documents([document]))

    assert set(found) == set(step.tables)
    for table, rows in found.items():
        assert table.conform(rows).equals(rows)


@pytest.mark.parametrize("step", ARTICLE_STEPS, ids=lambda step: type(step).__name__)
def test_the_rows_of_an_article_are_the_same_beside_any_others(step):
    documents = [Document(replace(one, article_id=name)) for name, one in DOCUMENTS.items()]
    together, apart = step(Documents(documents)), [step(Documents([document])) for document in documents]

    for table, rows in together.items():
        assert rows.to_pylist() == [row for tables in apart for row in tables[table].to_pylist()]


@pytest.mark.parametrize("step", ARTICLE_STEPS, ids=lambda step: type(step).__name__)
def test_no_articles_have_no_rows(step):
    assert [len(rows) for rows in step(Documents([])).values()] == [0] * len(step.tables)


@pytest.mark.parametrize("document", map(Document, DOCUMENTS.values()), ids=DOCUMENTS)
def test_sentences_lie_in_the_body_in_order(document):
    rows = sentiment.STEP(Documents([document]))[sentiment.SENTENCES].to_pylist()
    body = document.article.body
    edges = [edge for row in rows for edge in (row["start"], row["end"])]

    assert edges == sorted(edges)
    assert [row["sentence_number"] for row in rows] == list(range(len(rows)))
    assert all(not gap.strip() for gap in gaps(body, edges))


def gaps(body, edges):
    """What of `body` lies outside the sentences with these starts and ends."""
    return [body[start:end] for start, end in zip([0, *edges[1::2]], [*edges[::2], len(body)], strict=True)]


def test_a_collection_step_returns_the_tables_it_declares(texts, tmp_path):
    collection, draft = collection_of(bodies(texts), tmp_path)
    for step in COLLECTION_STEPS:
        found = run(step, collection, draft)

        assert set(found) == set(step.tables)
        for table, rows in found.items():
            assert table.conform(rows).equals(rows)
            assert not has_nan(rows)
    draft.close()


def has_nan(rows: pa.Table) -> bool:
    """Whether a number is none: what is not known is null in a table."""
    return any(pc.any(pc.is_nan(column)).as_py() for column in rows.columns if pa.types.is_floating(column.type))


def test_collection_steps_give_the_same_again(texts, tmp_path):
    first, second = (all_tables(texts, tmp_path / name) for name in ("first", "second"))

    assert first.keys() == second.keys()
    assert all(first[table].equals(second[table]) for table in first)


def all_tables(texts, folder) -> dict[str, pa.Table]:
    folder.mkdir()
    collection, draft = collection_of(bodies(texts), folder)
    found = {table.name: rows for step in COLLECTION_STEPS for table, rows in run(step, collection, draft).items()}
    draft.close()
    return found
