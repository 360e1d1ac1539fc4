"""What a rebuild takes over changes nothing in what it writes."""

import json
import random
import shutil
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import analysis.article_stage
from analysis.article_stage import ArticleStage
from analysis.articles import ARTICLES, NOTICES
from analysis.bundle import FORMAT, open_bundle
from analysis.drafts import bundle_lock, commit, draft_in
from analysis.engines import choose_engine
from analysis.intake import take_in
from analysis.pipeline import How, build
from analysis.progress import say_nothing
from analysis.search import INDEX_NAME
from analysis.settings import Cleaning, Settings
from analysis.sources import read_items
from analysis.steps.keywords import Keywords
from analysis.steps.sentiment import Sentiment
from analysis.steps.topics import Topics
from tests.analysis.making import news, write_rows

TEXTS = [row["text"] for row in news(12, n_sentences=3)]
FURNITURE = "Our correspondents are on the spot day and night"
HERE = partial(choose_engine, 1)
EVERYTHING = ["stories", "keywords", "topics", "index"]


@pytest.fixture(autouse=True, scope="module")
def small_batches():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis.article_stage, "_BATCH_ARTICLES", 5)
        yield


def article_tables(files, out, bundles=(), chosen=None):
    """The tables of single articles as a bundle of their own, and how many articles were taken over."""
    with bundle_lock(out), draft_in(out) as draft:
        intake = take_in(read_items([files]), draft.folder / "items.arrow")
        stage = ArticleStage(draft, intake, chosen or Settings(), bundles)
        n_reused = stage.run(HERE, say_nothing)
        stage.close()
        (draft.folder / INDEX_NAME).unlink(missing_ok=True)
        intake.staged.unlink()
        counts = {"articles": len(intake.places)}
        manifest = {"format": FORMAT, "fingerprint": "f", "counts": counts, "stages": {}, "files": draft.digests()}
        commit(out, draft, {**manifest, "metadata_fingerprint": intake.metadata_fingerprint})
    return open_bundle(out), n_reused


ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "file": st.sampled_from(["one", "two"]),
            "number": st.integers(0, len(TEXTS) - 1),
            "has_furniture": st.booleans(),
            "source": st.sampled_from([None, "Gazette", "Herald"]),
            "date": st.sampled_from([None, "04/05/2016", "25/05/2016", "2016-05-04", "soon", "2999-01-01"]),
            "id": st.sampled_from([None, "same", "other"]),
        }
    ),
    min_size=1,
    max_size=16,
)


def write(folder, items):
    folder.mkdir(parents=True)
    for name in ("one", "two"):
        rows = [_row(item) for item in items if item["file"] == name]
        write_rows(folder / f"{name}.jsonl", rows)
    return folder


def _row(item):
    text = TEXTS[item["number"]] + (f"\n{FURNITURE}" if item["has_furniture"] else "")
    return {"text": text} | {name: item[name] for name in ("source", "date", "id") if item[name]}


@given(before=ITEMS, added=ITEMS, more=st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_after_any_edits_the_tables_are_those_of_a_full_build(before, added, more):
    kept = [item for item in before if more.random() < 0.8]
    after = more.sample([*kept, *added], len(kept) + len(added))
    with TemporaryDirectory() as name:
        folder = Path(name)
        first, _ = article_tables(write(folder / "before", before), folder / "a")
        files = write(folder / "after", after)
        full, nothing = article_tables(files, folder / "b")
        again, _ = article_tables(files, folder / "c", [first])

        assert nothing == 0
        assert again.files == full.files


PLAIN = [{"id": f"p{n}", "text": text, "source": "Gazette"} for n, text in enumerate(TEXTS[:6])]
FURNISHED = [row | {"text": f"{row['text']}\n{FURNITURE}"} for row in PLAIN[2:4]]
DATED = [row | {"date": "04/05/2016"} for row in PLAIN]
TOMORROW = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()


@pytest.mark.parametrize(
    ("before", "after", "n_reused"),
    [
        (PLAIN, PLAIN, 6),
        (PLAIN, PLAIN[::-1], 6),
        (PLAIN[:5], PLAIN, 5),
        (PLAIN, PLAIN[2:], 4),
        (PLAIN, [PLAIN[0] | {"text": "Snow fell."}, *PLAIN[1:]], 5),
        (PLAIN, [PLAIN[0] | {"title": "Snow"}, *PLAIN[1:]], 5),
        (PLAIN, [PLAIN[0] | {"id": "p9"}, *PLAIN[1:]], 5),
        # The third article with a line makes it furniture in the two that are there.
        ([*PLAIN[:2], *FURNISHED], [*PLAIN[:2], *FURNISHED, PLAIN[4] | {"text": f"{TEXTS[4]}\n{FURNITURE}"}], 2),
        # One date tells how the others in its file are read.
        (DATED, [*DATED, {"id": "q", "text": "Snow fell.", "date": "25/05/2016"}], 0),
        (DATED, [*DATED, {"id": "q", "text": "Snow fell.", "date": "2016-05-25"}], 6),
        # Such a date may have come by the next build.
        ([PLAIN[0] | {"date": TOMORROW}, *PLAIN[1:]], [PLAIN[0] | {"date": TOMORROW}, *PLAIN[1:]], 5),
    ],
)
def test_an_article_is_worked_on_again_only_where_something_of_it_changed(tmp_path, before, after, n_reused):
    (tmp_path / "in").mkdir()
    first, _ = article_tables(write_rows(tmp_path / "in" / "rows.jsonl", before), tmp_path / "a")
    files = write_rows(tmp_path / "in" / "rows.jsonl", after)
    again, found = article_tables(files, tmp_path / "b", [first])

    assert found == n_reused
    assert again.files == article_tables(files, tmp_path / "c")[0].files


def test_what_is_wrong_with_a_date_that_all_have_lasts(tmp_path):
    rows = [row | {"id": f"s{n}", "date": "2016-05-04"} for n, row in enumerate([*PLAIN, *PLAIN])]
    files = write_rows(tmp_path / "rows.jsonl", rows)
    first, _ = article_tables(files, tmp_path / "a")

    assert (first.frame(NOTICES)["kind"] == "date not believed").sum() == 12
    assert article_tables(files, tmp_path / "b", [first])[1] == 12


def test_rows_come_from_several_bundles(tmp_path):
    files = write_rows(tmp_path / "rows.jsonl", PLAIN)
    bundles = []
    for number, rows in enumerate([PLAIN[:2], PLAIN[1:4]]):
        write_rows(files, rows)
        bundles.append(article_tables(files, tmp_path / f"{number}")[0])
    write_rows(files, PLAIN)
    merged, n_reused = article_tables(files, tmp_path / "merged", bundles)

    assert n_reused == 4
    assert merged.files == article_tables(files, tmp_path / "full")[0].files


def test_another_state_of_the_program_takes_nothing_over(tmp_path, monkeypatch):
    files = write_rows(tmp_path / "rows.jsonl", PLAIN)
    first, _ = article_tables(files, tmp_path / "a")
    monkeypatch.setattr("analysis.work_keys.program_digest", lambda: "another")

    assert article_tables(files, tmp_path / "b", [first])[1] == 0


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    folder = tmp_path_factory.mktemp("first")
    return build([write_rows(folder / "news.jsonl", news(40))], folder / "bundle", n_workers=1)


@pytest.fixture
def bundle(first, tmp_path):
    """A bundle that may be written over, and `news.jsonl` from which it was built."""
    shutil.copytree(first.folder, tmp_path / "bundle")
    write_rows(tmp_path / "news.jsonl", news(40))
    return open_bundle(tmp_path / "bundle")


def rebuilt(bundle, chosen=None, **how):
    return build([bundle.folder.parent / "news.jsonl"], bundle.folder, chosen, n_workers=1, how=How(**how))


def edited():
    """The articles of which some are gone, some are changed, and some are new, in another order."""
    rows = [row | {"text": f"{row['text']} It rained."} if n % 9 == 2 else row for n, row in enumerate(news(44))]
    return random.Random(3).sample(rows[5:], len(rows) - 5)


def test_a_rebuild_after_edits_is_a_full_build(bundle, tmp_path):
    files = write_rows(tmp_path / "news.jsonl", edited())
    again, full = rebuilt(bundle), build([files], tmp_path / "full", n_workers=1)

    assert 0 < again.manifest["reused"]["articles"] < 39
    assert full.manifest["reused"] == {"articles": 0, "stages": [], "refused": []}
    assert again.fingerprint == full.fingerprint
    assert again.files == full.files
    assert again.counts == full.counts
    again.check()


@pytest.mark.parametrize(
    ("chosen", "n_articles", "stages"),
    [
        (Settings(), 40, EVERYTHING),
        (Settings(topics=Topics(3)), 40, ["stories", "keywords", "index"]),
        (Settings(keywords=Keywords(stop_words=("harbour",))), 40, ["stories", "index"]),
        (Settings(sentiment=Sentiment(reading="vader")), 0, EVERYTHING),
        (Settings(cleaning=Cleaning(off=("copyright",))), 0, EVERYTHING),
    ],
    ids=["nothing", "topics", "keywords", "sentiment", "a rule that took nothing"],
)
def test_a_stage_runs_again_only_where_it_reads_or_is_told_something_else(bundle, tmp_path, chosen, n_articles, stages):
    again = rebuilt(bundle, chosen)
    full = build([tmp_path / "news.jsonl"], tmp_path / "full", chosen, n_workers=1)

    assert again.manifest["reused"] == {"articles": n_articles, "stages": stages, "refused": []}
    assert again.files == full.files
    assert again.fingerprint == full.fingerprint


def test_what_was_taken_over_can_be_taken_over_again(bundle):
    rebuilt(bundle, Settings(topics=Topics(3)))
    again = rebuilt(open_bundle(bundle.folder), Settings(topics=Topics(2)))

    assert again.manifest["reused"]["stages"] == ["stories", "keywords", "index"]
    assert len(again.frame(ARTICLES)) == 40


def test_a_fresh_build_takes_nothing_over(bundle):
    assert rebuilt(bundle, fresh=True).manifest["reused"] == {"articles": 0, "stages": [], "refused": []}


def test_files_that_are_added_to_a_bundle_are_all_that_is_worked_on(bundle, tmp_path):
    more = write_rows(tmp_path / "more.jsonl", [{"text": "Snow fell on the harbour."}])
    again = build([bundle.folder, more], bundle.folder, n_workers=1)

    assert again.counts["articles"] == 41
    assert again.manifest["reused"]["articles"] == 40


@pytest.mark.parametrize("name", ["articles.parquet", "term_counts.parquet", "search.sqlite"])
@pytest.mark.parametrize("harm", ["torn", "gone", "one bit"])
def test_a_damaged_bundle_is_left_aside_and_said(bundle, name, harm):
    path = bundle.tables / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.unlink()
    if harm != "gone":
        path.write_bytes(content if harm == "one bit" else content[:100])
    again = rebuilt(bundle)

    assert again.manifest["reused"] == {
        "articles": 0,
        "stages": [],
        "refused": [f"{bundle.folder}: {name} is damaged"],
    }
    again.check()


def test_a_bundle_of_another_version_is_left_aside_and_said(bundle):
    manifest = bundle.folder / "manifest.json"
    stated = json.loads(manifest.read_text())
    manifest.write_text(json.dumps(stated | {"format": FORMAT - 1}))

    [refused] = rebuilt(bundle).manifest["reused"]["refused"]
    assert "was built by another version" in refused
