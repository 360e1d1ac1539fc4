import json
import random
import re
import unicodedata

import pyarrow.parquet as pq
import pytest

from analysis.articles import ARTICLES, NOTICES, PROBLEMS, REMOVED, Item
from analysis.bundle import Bundle
from analysis.cleaning import RULES
from analysis.errors import SourceError
from analysis.intake import take_in
from analysis.pipeline import build
from analysis.settings import Cleaning, Settings
from analysis.sources import Sources, read_items
from analysis.staging import ITEMS, staged_items
from analysis.steps.keywords import TERM_COUNTS, TERMS, Keywords
from analysis.steps.sentiment import SENTENCES, SENTIMENT, Sentiment
from analysis.steps.stories import STORIES
from analysis.steps.topics import ARTICLE_TOPICS, TOPIC_EXAMPLES, TOPIC_FIT, TOPIC_NUMBERS, TOPIC_TERMS, TOPICS, Topics
from analysis.stored_words import VOCABULARY, WORD_STREAMS
from analysis.work_keys import ARTICLE_KEYS
from tests.analysis.making import news, write_rows
from tests.conftest import SEEDS

# The tables and columns that scripts outside the project read.
CONTRACT = {
    ARTICLES: "article_id source_path headline body outlet byline url published_at language n_words n_sentences",
    REMOVED: "article_id line_number text reason",
    PROBLEMS: "source_path item problem detail",
    NOTICES: "article_id kind detail",
    SENTENCES: "article_id sentence_number start end polarity polarity_vader in_quotes",
    SENTIMENT: "article_id polarity polarity_vader positive_share negative_share n_scored",
    TERMS: "term_id term n_tokens n_articles n_occurrences",
    TERM_COUNTS: "article_row term_id n_occurrences",
    TOPICS: "topic_id label n_articles coherence stability",
    TOPIC_TERMS: "topic_id rank term weight article_share",
    TOPIC_EXAMPLES: "topic_id rank article_id",
    ARTICLE_TOPICS: "article_id topic_id weight agreement second_topic_id second_weight x y",
    TOPIC_NUMBERS: "n_topics stability coherence worth is_chosen",
    TOPIC_FIT: "n_stories n_fitted least_weight is_asked",
    STORIES: "article_id story_id is_original similarity",
    ITEMS: "article_id text",
}
# What a rebuild takes over articles by.
KEPT = {ARTICLE_KEYS, VOCABULARY, WORD_STREAMS}


def path_of(bundle: Bundle, name: str):
    return bundle.folder / bundle.manifest["tables"] / name


def tables_of(bundle: Bundle):
    return {table.name: pq.read_table(path_of(bundle, f"{table.name}.parquet")) for table in {*CONTRACT, *KEPT}}


@pytest.mark.parametrize("table", CONTRACT, ids=lambda table: table.name)
def test_a_table_of_the_contract_is_stored_as_it_is_declared(sample, table):
    stored = pq.read_schema(path_of(sample, f"{table.name}.parquet"))

    assert stored.equals(table.schema)
    assert set(CONTRACT[table].split()) <= set(stored.names)


def test_a_bundle_holds_these_files_and_no_others(sample):
    files = {entry.name for entry in (sample.folder / sample.manifest["tables"]).iterdir()}

    assert files == {f"{table.name}.parquet" for table in {*CONTRACT, *KEPT}} | {"search.sqlite"}
    assert {entry.name for entry in sample.folder.iterdir()} <= {sample.manifest["tables"], "manifest.json", ".lock"}


@pytest.mark.parametrize("table", [SENTIMENT, ARTICLE_TOPICS, STORIES], ids=lambda table: table.name)
def test_a_table_of_one_row_an_article_is_in_the_order_of_articles(sample, table):
    ids = sample.frame(ARTICLES, ["article_id"])["article_id"].tolist()

    assert sample.frame(table, ["article_id"])["article_id"].tolist() == ids == sorted(ids)


def test_the_manifest_counts_what_the_tables_hold(sample):
    counts, articles = sample.counts, sample.frame(ARTICLES)

    assert counts["articles"] == len(articles) == 60
    assert counts["items"] == sum(1 for _ in read_items([SEEDS])) == counts["articles"] + counts["problems"]
    assert counts["stories"] == sample.frame(STORIES)["story_id"].nunique()
    assert counts["outlets"] == articles["outlet"].nunique()
    assert counts["topics"] == len(sample.frame(TOPICS))
    assert counts["terms"] == len(sample.frame(TERMS))
    assert counts["words"] == articles["n_words"].sum()
    assert counts["sentences"] == articles["n_sentences"].sum() == len(sample.frame(SENTENCES))
    assert counts["undated"] == articles["published_at"].isna().sum()
    assert counts["first_day"] == str(articles["published_at"].min().date())
    assert counts["last_day"] == str(articles["published_at"].max().date())


def test_the_manifest_states_settings_versions_and_seconds(sample):
    assert {"format", "program", "settings", "corpus_fingerprint", "fingerprint", "counts", "seconds"} <= set(
        sample.manifest
    )
    assert sample.manifest["settings"] == json.loads(json.dumps(Settings().as_dict()))


def test_the_map_is_timed_apart_from_the_topics(sample):
    assert set(sample.manifest["seconds"]) == {"intake", "articles", "stories", "keywords", "map", "topics", "index"}


def test_what_becomes_no_article_is_a_problem(build_rows):
    bundle = build_rows([{"text": "Rain."}, {"text": ""}, {"headline": "x"}, {"text": "Snow."}])

    assert (bundle.counts["articles"], bundle.counts["problems"], bundle.counts["items"]) == (2, 2, 4)
    assert bundle.frame(PROBLEMS)["item"].tolist() == ["line 2", "line 3"]


@pytest.mark.parametrize("rows", [[], [{"text": ""}]])
def test_no_readable_article_is_an_error_and_leaves_nothing(build_rows, tmp_path, rows):
    with pytest.raises(SourceError, match=r"no article in it|no readable article"):
        build_rows(rows)
    assert not (tmp_path / "bundle").exists()


@pytest.mark.parametrize(("n_articles", "has_topics"), [(1, False), (2, False), (4, False), (5, False), (12, True)])
def test_a_small_collection_has_a_bundle(build_rows, n_articles, has_topics):
    bundle = build_rows(list(news(n_articles)))

    assert bundle.counts["articles"] == n_articles
    assert (bundle.counts["topics"] > 0) == has_topics


def squeezed(line):
    """The line in NFC with single spaces; a control character is a space."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", unicodedata.normalize("NFC", line)).split())


def kept_and_removed(item: Item, removed: dict[int, str]):
    """The lines of an item without the numbers in `removed`, and those with them; blank ones left out."""
    lines = {n: squeezed(line) for n, line in enumerate(re.split(r"\r\n|\r|\n", item.text)) if line.strip()}
    return [line for n, line in lines.items() if n not in removed], {
        n: line for n, line in lines.items() if n in removed
    }


def check_lines(bundle, paths, folder):
    intake = take_in(read_items(paths), folder / "items.arrow")
    items = staged_items(intake.staged, [place.row for place in intake.places])
    bodies = bundle.frame(ARTICLES).set_index("article_id")["body"]
    removed = bundle.frame(REMOVED)
    for place, item in zip(intake.places, items, strict=True):
        own = removed[removed["article_id"] == place.article_id]
        taken = {row.line_number: squeezed(row.text) for row in own.itertuples()}
        kept, gone = kept_and_removed(item, taken)

        assert [squeezed(line) for line in bodies[place.article_id].split("\n") if line] == kept, item.source_path
        assert gone == taken
        assert (own["reason"].str.len() > 0).all()
        assert own["body_offset"].between(0, len(bodies[place.article_id])).all()


def test_every_line_of_the_sample_is_in_a_body_or_among_the_removed_once(sample, tmp_path):
    check_lines(sample, [SEEDS], tmp_path)


def test_every_line_of_the_two_real_articles_is_kept_or_removed_once(shared, tmp_path):
    paths = [shared / "seeds"]

    check_lines(build(paths, tmp_path / "bundle", n_workers=1), paths, tmp_path)


def many_rows():
    """Articles for several batches; some without an id, some with an id that repeats, some copies."""
    rows = list(news(260))
    for number, row in enumerate(rows):
        if number % 11 == 0:
            del row["id"]
        elif number % 13 == 0:
            row["id"] = "same"
    return [*rows, {"text": ""}, *rows[:3]]


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    rows = many_rows()
    parts = [write_rows(folder / f"{n}.jsonl", rows[n::3]) for n in range(3)]
    return parts, build(parts, folder / "bundle", n_workers=1)


def test_workers_and_the_order_of_files_change_nothing(many, tmp_path):
    parts, one = many
    other = build(random.Random(1).sample(parts, 3)[::-1], tmp_path / "bundle", n_workers=2)
    first, second = tables_of(one), tables_of(other)

    assert other.fingerprint == one.fingerprint
    assert [name for name in first if not first[name].equals(second[name])] == []
    assert path_of(other, "search.sqlite").read_bytes() == path_of(one, "search.sqlite").read_bytes()
    assert other.counts == one.counts


def test_what_is_built_again_is_the_same(many, tmp_path):
    parts, _ = many
    rebuilt = [build(parts[:1], tmp_path / "bundle", n_workers=1) for _ in range(2)]

    assert rebuilt[0].manifest["tables"] == rebuilt[1].manifest["tables"]
    assert {entry.name for entry in rebuilt[1].folder.iterdir()} == {
        ".lock",
        "manifest.json",
        rebuilt[1].manifest["tables"],
    }


ROW = {"id": "a", "text": "Rain fell.", "title": "Rain", "source": "Post", "date": "2016-05-04", "author": "A. Bee"}


@pytest.mark.parametrize(
    ("change", "corpus_changes"),
    [
        ({"title": "Snow"}, False),
        ({"source": "Herald"}, False),
        ({"date": "2016-05-05"}, False),
        ({"author": None}, False),
        ({"text": "Snow fell."}, True),
        ({"id": "b"}, True),
    ],
)
def test_a_changed_field_changes_the_fingerprint(build_rows, change, corpus_changes):
    before, after = build_rows([ROW]).manifest, build_rows([ROW | change]).manifest

    assert before["fingerprint"] != after["fingerprint"]
    assert (before["corpus_fingerprint"] != after["corpus_fingerprint"]) == corpus_changes


def test_a_new_problem_changes_the_fingerprint(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Rain fell on the harbour.")
    before = build([tmp_path / "in"], tmp_path / "bundle", n_workers=1)
    (tmp_path / "in" / "b.txt").write_text("")
    after = build([tmp_path / "in"], tmp_path / "bundle", n_workers=1)

    assert (before.counts["problems"], after.counts["problems"]) == (0, 1)
    assert before.fingerprint != after.fingerprint
    assert before.manifest["corpus_fingerprint"] == after.manifest["corpus_fingerprint"]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(topics=Topics(3)),
        Settings(keywords=Keywords(min_phrase_count=2)),
        Settings(sentiment=Sentiment(languages=("en", "de"))),
        Settings(cleaning=Cleaning(off=("copyright",))),
    ],
    ids=["topics", "keywords", "sentiment", "cleaning"],
)
def test_a_changed_setting_changes_the_fingerprint(build_rows, settings):
    before, after = build_rows([ROW]).manifest, build_rows([ROW], settings).manifest

    assert before["fingerprint"] != after["fingerprint"]
    assert before["corpus_fingerprint"] == after["corpus_fingerprint"]


def test_progress_is_told_stage_by_stage(build_rows):
    seen = []
    build_rows([ROW], report=seen.append)

    assert list(dict.fromkeys(progress.stage for progress in seen)) == [
        "Reading",
        "Articles",
        "Stories",
        "Keywords",
        "Topics",
        "Search index",
    ]
    assert [(p.done, p.total) for p in seen if p.stage == "Articles"] == [(1, 1)]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"text": "Rain.", "date": "soon"}, "date not understood"),
        ({"text": "Rain.", "date": "1066-10-14"}, "date not believed"),
        ({"text": "Rain.", "date": "2999-01-01"}, "date not believed"),
    ],
)
def test_a_date_that_cannot_be_is_null_and_noticed(build_rows, row, kind):
    bundle = build_rows([row])

    assert bundle.frame(ARTICLES)["published_at"].isna().all()
    assert kind in bundle.frame(NOTICES)["kind"].tolist()


@pytest.mark.parametrize(
    ("rows", "date_order", "days", "assumed"),
    [
        ([{}, {"date": "25/05/2016"}], "auto", ["2016-05-04", "2016-05-25"], []),
        ([{}, {"date": "05/25/2016"}], "auto", ["2016-04-05", "2016-05-25"], []),
        ([{}], "auto", ["2016-04-05"], ["04/05/2016 read as 5 April 2016 (month first)"]),
        ([{}], "day first", ["2016-05-04"], []),
        ([{"url": "https://herald.co.uk/rain"}], "auto", ["2016-05-04"], []),
        ([{"text": "Die Regierung hat am Mittwoch neue Maßnahmen angekündigt."}], "auto", ["2016-05-04"], []),
    ],
)
def test_the_order_of_a_date_is_told_by_what_is_known_of_it(build_rows, rows, date_order, days, assumed):
    rows = [{"text": f"The harbour was closed for {n} days.", "date": "04/05/2016"} | row for n, row in enumerate(rows)]
    bundle = build_rows(rows, Settings(sources=Sources(date_order=date_order)))
    notices = bundle.frame(NOTICES)

    assert sorted(bundle.frame(ARTICLES)["published_at"].dt.strftime("%Y-%m-%d")) == days
    said = notices.loc[notices["kind"] == "date order assumed", "detail"]
    assert [detail.partition(";")[0] for detail in said] == assumed


def test_ids_and_texts_that_repeat_are_noticed(build_rows):
    bundle = build_rows(
        [{"id": "a", "text": "Rain."}, {"id": "a", "text": "Snow."}, {"text": "Sun."}, {"text": "Sun."}]
    )
    notices = bundle.frame(NOTICES)

    assert notices.loc[notices["kind"].str.contains("repeated"), "kind"].tolist() == ["text repeated", "id repeated"]


def test_the_manifest_names_the_rules_that_were_on(build_rows):
    bundle = build_rows([ROW], Settings(cleaning=Cleaning(off=("copyright", "photo credit"))))

    assert sorted({*bundle.manifest["cleaning_rules"], "copyright", "photo credit"}) == sorted(RULES)
    assert not {"copyright", "photo credit"} & set(bundle.manifest["cleaning_rules"])
