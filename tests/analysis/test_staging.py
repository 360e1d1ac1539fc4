"""A bundle keeps its items as they were found, and stands for them where something is built of it."""

import pyarrow.parquet as pq
import pytest

from analysis.articles import ARTICLES, NOTICES, PROBLEMS, REMOVED
from analysis.bundle import FORMAT, open_bundle
from analysis.errors import BundleError
from analysis.pipeline import build
from analysis.settings import Cleaning, Settings
from analysis.staging import ITEMS, stored_items
from tests.conftest import SEEDS

DIRTY = [
    {"id": "a", "title": "Rain", "text": "Rain fell.\nShare this article\nIt fell all night.", "date": "2016-05-04"},
    {"id": "a", "title": "", "text": "Snow fell.\r\n\r\nIt was \ud800 cold.", "source": "Gazette"},
    {"text": "The cafÃ© was shut, said the owner of the cafÃ©."},
    {"text": ""},
]


def files_of(bundle):
    folder = bundle.folder / bundle.manifest["tables"]
    return {path.name: path for path in folder.glob("*.parquet")}


def rebuilt(bundle, tmp_path, *more, settings=None):
    return build([bundle.folder, *more], tmp_path / "rebuilt", settings, n_workers=1)


def test_the_items_are_as_they_were_found(build_rows):
    items = build_rows(DIRTY).frame(ITEMS).set_index("article_id")

    assert items.loc["a", "text"] == DIRTY[0]["text"]
    assert items.loc["a-2", "text"] == "Snow fell.\r\n\r\nIt was \ufffd cold."
    assert (items.loc["a-2", "given_id"], items.loc["a-2", "headline"]) == ("a", "")
    assert items.loc["a", "published"] == "2016-05-04"


def test_the_items_stand_in_the_order_of_the_articles(sample):
    assert sample.frame(ITEMS)["article_id"].tolist() == sample.frame(ARTICLES)["article_id"].tolist()


def test_a_bundle_built_of_a_bundle_is_the_same(build_rows, tmp_path):
    first = build_rows(DIRTY)
    second = rebuilt(first, tmp_path)

    assert second.fingerprint == first.fingerprint
    assert files_of(second).keys() == files_of(first).keys()
    for name, path in files_of(first).items():
        assert pq.read_table(path).equals(pq.read_table(files_of(second)[name])), name


def test_a_bundle_can_replace_itself_with_other_settings(build_rows, tmp_path):
    bundle = build_rows(DIRTY)
    [reason] = set(bundle.frame(REMOVED)["reason"])
    again = build([bundle.folder], bundle.folder, Settings(cleaning=Cleaning((reason,))), n_workers=1)

    assert again.frame(REMOVED).empty
    assert "Share this article" in again.frame(ARTICLES).set_index("article_id").loc["a", "body"]


def test_files_can_be_added_to_a_bundle(build_rows, tmp_path):
    bundle = build_rows(DIRTY)
    (tmp_path / "more.txt").write_text("Hail fell on the harbour.")
    both = rebuilt(bundle, tmp_path, tmp_path / "more.txt")

    assert both.counts["articles"] == bundle.counts["articles"] + 1
    assert both.counts["items"] == bundle.counts["items"] + 1
    assert set(bundle.frame(ARTICLES)["article_id"]) < set(both.frame(ARTICLES)["article_id"])


def test_problems_and_notices_of_reading_outlive_a_rebuild(build_rows, tmp_path):
    bundle = build_rows(DIRTY)
    again = rebuilt(bundle, tmp_path)

    assert again.frame(PROBLEMS)["problem"].tolist() == ["no text"]
    assert "mojibake repaired" in set(again.frame(NOTICES)["kind"])


def test_two_bundles_make_one(sample, build_rows, tmp_path):
    bundle = build_rows(DIRTY)
    both = rebuilt(bundle, tmp_path, sample.folder)

    assert both.counts["articles"] == bundle.counts["articles"] + sample.counts["articles"]


def test_adding_the_same_files_in_another_order_is_the_same(build_rows, tmp_path):
    bundle = build_rows(DIRTY)
    one = build([bundle.folder, SEEDS], tmp_path / "one", n_workers=1)
    other = build([SEEDS, bundle.folder], tmp_path / "other", n_workers=1)

    assert one.fingerprint == other.fingerprint


def of_format(bundle, number):
    """The folder of `bundle`, which says that it is of another format."""
    manifest = bundle.folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', f'"format": {number}'))
    return bundle.folder


def test_a_bundle_of_an_earlier_format_is_built_anew_from_its_items(build_rows):
    bundle = build_rows(DIRTY)
    again = build([of_format(bundle, FORMAT - 1)], bundle.folder, n_workers=1)

    assert again.fingerprint == bundle.fingerprint
    assert again.counts == bundle.counts


def test_a_bundle_of_a_later_format_is_no_source(build_rows, tmp_path):
    with pytest.raises(BundleError, match="a later version"):
        build([of_format(build_rows(DIRTY), FORMAT + 1)], tmp_path / "rebuilt", n_workers=1)


def test_items_that_were_kept_in_another_way_are_no_source(build_rows, tmp_path):
    bundle = build_rows(DIRTY)
    items = files_of(bundle)["items.parquet"]
    pq.write_table(pq.read_table(items).drop_columns("taken"), items)

    with pytest.raises(BundleError, match="'items' is of another version"):
        build([of_format(bundle, FORMAT - 1)], tmp_path / "rebuilt", n_workers=1)


def test_a_damaged_table_of_items_is_an_error_with_its_name(build_rows):
    bundle = build_rows(DIRTY)
    files_of(bundle)["items.parquet"].write_bytes(b"PAR1")

    with pytest.raises(BundleError, match="'items' cannot be read"):
        list(stored_items(open_bundle(bundle.folder)))
