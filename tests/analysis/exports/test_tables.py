"""Every table in every format comes back as it was: whole, of chosen articles, and without texts."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from analysis.articles import ARTICLES, REMOVED
from analysis.bundle import open_bundle
from analysis.errors import ExportError
from analysis.exports import FORMATS, about_articles, expected_bytes, extract, n_rows_of, text_columns
from analysis.pipeline import build
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.tables import TABLES
from tests.analysis.exports.reading import READERS, flat_table_of, table_of, written
from tests.pages.making import hostile, write_rows

CHOSEN = np.array([1, 4, 5, 17])
FORMS = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
EVERY_TABLE = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
OF_ARTICLES, OF_ALL = ([table for table in TABLES if about_articles(table) == are] for are in (True, False))


@pytest.fixture(scope="module")
def hostile_bundle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    return build([write_rows(hostile(), folder)], folder / "bundle", n_workers=1)


def test_all_tables_of_a_bundle_can_be_had(sample):
    stored = {name.removesuffix(".parquet") for name in sample.files if name.endswith(".parquet")}
    assert {table.name for table in TABLES} == stored


@EVERY_TABLE
@FORMS
@pytest.mark.parametrize("name", ["sample", "hostile_bundle"])
def test_a_table_comes_back_as_it_was(name, form, table, request):
    bundle = request.getfixturevalue(name)
    expected = flat_table_of(extract(bundle, table))

    read = READERS[form.suffix](written(extract(bundle, table), form), expected.schema)

    assert read.schema.names == expected.schema.names
    assert read.num_rows == expected.num_rows == n_rows_of(bundle, table)
    if form.suffix == ".xlsx":
        expected = without_empty_texts(expected)
    assert read.equals(expected)


def without_empty_texts(rows):
    """A cell of Excel that holds an empty text is empty."""
    for number, field in enumerate(rows.schema):
        if field.type in (pa.string(), pa.large_string()):
            texts = rows[field.name]
            rows = rows.set_column(number, field, pc.if_else(pc.equal(texts, ""), None, texts))
    return rows


@pytest.mark.parametrize("table", OF_ARTICLES, ids=lambda table: table.name)
def test_of_chosen_articles_there_are_their_rows_in_their_order(table, sample):
    ids = sample.frame(ARTICLES, ["article_id"])["article_id"].iloc[CHOSEN].tolist()
    whole = table_of(extract(sample, table))

    chosen = table_of(extract(sample, table, CHOSEN))

    assert chosen.equals(whole.filter(pc.is_in(whole["article_id"], pa.array(ids))))
    assert chosen.num_rows == n_rows_of(sample, table, CHOSEN) < whole.num_rows


@pytest.mark.parametrize(
    "table", [table for table in TABLES if not about_articles(table)], ids=lambda table: table.name
)
def test_a_table_of_the_whole_collection_is_whole_whatever_is_chosen(table, sample):
    assert table_of(extract(sample, table, CHOSEN)).equals(table_of(extract(sample, table)))


def test_rows_that_are_named_by_number_get_the_id_that_does_not_change(sample):
    ids = sample.frame(ARTICLES, ["article_id"])["article_id"].to_numpy()
    counts = table_of(extract(sample, TERM_COUNTS, CHOSEN)).to_pandas()

    assert (counts["article_id"] == ids[counts["article_row"]]).all()
    assert set(counts["article_row"]) == set(CHOSEN)


@FORMS
def test_of_no_article_there_is_a_table_with_names(form, sample):
    nothing = extract(sample, ARTICLES, CHOSEN[:0])
    read = READERS[form.suffix](written(nothing, form), flat_table_of(extract(sample, ARTICLES)).schema)

    assert read.num_rows == 0


@EVERY_TABLE
def test_without_text_nothing_of_an_article_can_be_read(table, sample):
    kept = table_of(extract(sample, table, with_text=False))

    assert not {*text_columns(table)} & {*kept.column_names}
    whole = str(kept.to_pylist())
    for body in sample.frame(ARTICLES, ["body"])["body"]:
        assert not any(body[start : start + 200] in whole for start in range(0, len(body) - 200, 100))


def test_texts_stand_in_these_columns():
    assert {table.name: text_columns(table) for table in TABLES if text_columns(table)} == {
        "articles": ("body",),
        "removed": ("text",),
        "items": ("text",),
        "word_streams": ("words",),
    }


@FORMS
def test_the_size_is_told_from_the_first_rows_alone(form, sample):
    rows = extract(sample, REMOVED)
    size = len(written(rows, form))

    def _first_rows():
        yield from extract(sample, REMOVED).batches
        raise AssertionError("more was read than the first rows")

    first = type(rows)(rows.name, rows.schema, _first_rows(), rows.about)
    assert expected_bytes(first, form, n_rows_of(sample, REMOVED)) == pytest.approx(size, rel=0.05)


def test_a_format_refuses_more_rows_than_it_holds_before_it_is_written():
    excel = next(form for form in FORMATS if form.suffix == ".xlsx")

    excel.check(1_048_575)
    with pytest.raises(ExportError, match="holds 1,048,575 rows below the names of the columns, these are 1,048,576"):
        excel.check(1_048_576)


def test_what_a_table_is_stands_in_the_file_where_there_is_a_place(sample):
    parquet = next(form for form in FORMATS if form.suffix == ".parquet")
    about = pa.parquet.read_schema(pa.BufferReader(written(extract(sample, TERMS), parquet))).metadata

    assert about[b"n_articles"] == b"Articles that hold it."


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx"])
def test_exported_articles_are_articles_when_they_are_read(ending, sample, tmp_path):
    form = next(form for form in FORMATS if form.suffix == f".{ending}")
    path = tmp_path / f"articles.{ending}"
    path.write_bytes(written(extract(sample, ARTICLES), form))

    again = build([path], tmp_path / "bundle", n_workers=1)

    before, after = (
        bundle.frame(ARTICLES, ["article_id", "headline", "outlet", "published_at"]) for bundle in (sample, again)
    )
    assert after.equals(before)
    assert open_bundle(again.folder).counts["problems"] == 0
