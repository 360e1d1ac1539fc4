"""A bundle that somebody damaged by hand is refused, and it is said what is wrong with it."""

import json
import shutil
import sqlite3

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from analysis.__main__ import main
from analysis.bundle import open_bundle
from analysis.errors import BundleError
from analysis.manifest import digest_of
from analysis.validation import check_form, validate


@pytest.fixture
def bundle(sample, tmp_path):
    return open_bundle(shutil.copytree(sample.folder, tmp_path / "bundle"))


def state(bundle, **changes):
    """The bundle whose manifest says something else."""
    path = bundle.folder / "manifest.json"
    path.write_text(json.dumps({**bundle.manifest, **changes}))
    return open_bundle(bundle.folder)


def written_anew(bundle, name):
    """The bundle whose manifest has the hash of a file as it is now: whoever damages one can mend the other."""
    files = {**bundle.files, name: digest_of(bundle.tables / name)}
    return state(bundle, files=files)


def with_column(bundle, table, column, values):
    """The bundle in which a column of a table holds something else."""
    path = bundle.tables / f"{table}.parquet"
    rows = pq.read_table(path)
    number = rows.schema.get_field_index(column)
    pq.write_table(rows.set_column(number, column, values(rows[column])), path)
    return written_anew(bundle, path.name)


def first(value):
    """All values but the first, which is another one."""

    def change(values):
        return pa.chunked_array([pa.array([value, *values.to_pylist()[1:]], values.type)])

    return change


def test_what_the_program_wrote_is_sound(bundle):
    check_form(bundle)
    validate(bundle)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"counts": None}, "has no counts"),
        ({"files": ["x"]}, "or no files"),
        ({"files": {}}, "differ in article_keys.parquet"),
        ({"fingerprint": "../x"}, "no fingerprint"),
        ({"fingerprint": 5}, "no fingerprint"),
        ({"counts": {"articles": -1}}, "counts -1 of articles"),
        ({"counts": {"articles": "<b>"}}, "counts '<b>' of articles"),
        ({"counts": {"articles": True}}, "counts True of articles"),
        ({"counts": {"first_day": "soon"}}, "counts 'soon' of first_day"),
    ],
)
def test_a_manifest_that_cannot_be_is_refused(bundle, changes, said):
    with pytest.raises(BundleError, match=said):
        check_form(state(bundle, **changes))


@pytest.mark.parametrize("tables", ["..", "../bundle", "/etc", "a/b", 5, None])
def test_tables_elsewhere_are_refused(bundle, tables):
    with pytest.raises(BundleError):
        state(bundle, tables=tables)


def test_a_count_that_is_not_that_of_the_table_is_refused(bundle):
    with pytest.raises(BundleError, match="table 'articles' has 60 rows, not 61"):
        validate(state(bundle, counts={**bundle.counts, "articles": 61}))


def test_a_file_with_another_hash_is_refused(bundle):
    path = bundle.tables / "topics.parquet"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(BundleError, match=r"topics.* (is damaged|cannot be read)"):
        validate(bundle)


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("sentences", "polarity", 7.0, "column 'polarity' leaves -1 to 1"),
        ("sentiment", "article_id", "nobody", "article_id names a row that table 'articles' has not"),
        ("article_topics", "topic_id", 999, "topic_id names a row that table 'topics' has not"),
        ("term_counts", "article_row", 999, "article_row 999 is beyond the last article"),
        ("articles", "body", None, "table 'articles'"),
    ],
)
def test_a_value_that_cannot_be_is_refused(bundle, table, column, value, said):
    with pytest.raises(BundleError, match=said):
        validate(with_column(bundle, table, column, first(value)))


@pytest.mark.parametrize("change", [lambda values: pc.cast(values, pa.large_string()), pc.utf8_length])
def test_a_column_of_another_type_is_refused(bundle, change):
    with pytest.raises(BundleError, match="table 'articles' has the columns"):
        check_form(with_column(bundle, "articles", "headline", change))


def test_a_missing_table_is_refused(bundle):
    (bundle.tables / "topics.parquet").unlink()
    with pytest.raises(BundleError, match="table 'topics' cannot be read"):
        check_form(bundle)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("create table other (x)", "table other"),
        ("create view v as select 1", "view v"),
        ("create trigger t after insert on common begin select 1; end", "trigger t"),
        ("insert into words_docsize values (60, x'00')", "is damaged"),
    ],
)
def test_an_index_that_holds_more_than_words_is_refused(bundle, script, said):
    with sqlite3.connect(bundle.tables / "search.sqlite") as opened:
        opened.execute(script)
    opened.close()
    with pytest.raises(BundleError, match=said):
        validate(written_anew(bundle, "search.sqlite"))


def test_no_index_at_all_is_refused(bundle):
    (bundle.tables / "search.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(BundleError, match="cannot be read"):
        validate(written_anew(bundle, "search.sqlite"))


def test_the_command_reads_all_of_it_where_it_is_asked_to(bundle, capsys):
    assert main(["info", str(bundle.folder), "--check"]) == 0
    with_column(bundle, "sentences", "polarity", first(7.0))
    capsys.readouterr()

    assert main(["info", str(bundle.folder)]) == 0
    assert main(["info", str(bundle.folder), "--check"]) == 2
    assert "leaves -1 to 1" in capsys.readouterr().err
