import json
import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.bundle import CURATION
from analysis.curation import (
    Curation,
    Hide,
    Merge,
    Rename,
    Split,
    carry_over,
    curate,
    edit_curation,
    read_curation,
    save_curation,
)
from analysis.curation.json_form import from_json, to_json
from analysis.curation.signatures import Change, Known, Signature
from analysis.drafts import bundle_lock
from analysis.errors import BundleError, CurationError
from analysis.pipeline import build
from analysis.settings import Settings
from analysis.steps.topics import Topics
from tests.analysis.curation.making import after

keys = st.integers(0, 999)
rules = st.one_of(
    st.builds(Rename, keys, st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=80)),
    st.lists(keys, min_size=2, max_size=2, unique=True).map(lambda two: Merge(*two)),
    st.lists(keys, min_size=3, max_size=6, unique=True).map(lambda some: Split(some[0], tuple(some[1:]))),
    st.builds(Hide, keys),
)
known = st.builds(
    Known,
    key=keys,
    name=st.text(max_size=99),
    colour=st.integers(-1, 7),
    signature=st.builds(
        Signature,
        st.lists(st.tuples(st.text(max_size=9), st.floats(0, 9)), max_size=3).map(tuple),
        st.lists(st.text("0123456789abcdef", min_size=12, max_size=12), max_size=3).map(tuple),
        st.integers(0, 99),
    ),
    topic_id=st.integers(-1, 99),
)
curations = st.builds(
    Curation,
    fingerprint=st.text("0123456789abcdef", max_size=16),
    rules=st.lists(rules, max_size=4).map(tuple),
    topics=st.lists(known, max_size=4, unique_by=lambda one: one.key).map(tuple),
    changes=st.lists(
        st.builds(Change, st.sampled_from(["same", "born", "split"]), st.just((("A", 3),)), st.just((1, 2))), max_size=2
    ).map(tuple),
)


@given(curations)
def test_json_gives_back_the_curation_that_it_was_made_of(curation):
    assert from_json(json.loads(json.dumps(to_json(curation)))) == curation


@pytest.fixture
def bundle(sample, tmp_path):
    """A bundle of its own to change."""
    folder = shutil.copytree(sample.folder, tmp_path / "bundle")
    return type(sample)(folder, sample.manifest)


def test_no_file_is_no_change(bundle):
    assert read_curation(bundle.folder) == Curation()


def test_an_edit_is_stored_and_read_again(bundle):
    edit_curation(bundle, lambda curation: curation.with_rule(Rename(0, "Zero")))
    edit_curation(bundle, lambda curation: curation.with_rule(Hide(1)))
    stored = read_curation(bundle.folder)

    assert stored.rules == (Rename(0, "Zero"), Hide(1))
    assert stored.fingerprint == bundle.fingerprint
    assert len(stored.topics) == bundle.counts["topics"]
    assert sorted(entry.name[:6] for entry in bundle.folder.iterdir()) == [".lock", "curati", "manife", "tables"]


def stored(**changes):
    sound = {"format": 1, "fingerprint": "f", "rules": [], "topics": [], "changes": []}
    return json.dumps({**sound, **changes})


def ruled(**rule):
    return stored(rules=[rule])


TOPIC = {"key": 1, "name": "x", "colour": 0, "topic_id": 0, "n_articles": 1, "terms": [], "articles": []}

DAMAGED = {
    "nothing": "",
    "torn": stored()[:30],
    "no object": "[]",
    "deep": "[" * 100_000,
    "another format": stored(format=2),
    "no format": "{}",
    "rules are text": stored(rules="x"),
    "too many rules": stored(rules=[{"rule": "hide", "topic": 1}] * 501),
    "an unknown rule": ruled(rule="burn", topic=1),
    "a key of text": ruled(rule="hide", topic="1"),
    "a key of truth": ruled(rule="hide", topic=True),
    "a negative key": ruled(rule="hide", topic=-1),
    "a huge key": ruled(rule="hide", topic=10**12),
    "no name": ruled(rule="rename", topic=1),
    "an empty name": ruled(rule="rename", topic=1, name="\u200b"),
    "a long name": ruled(rule="rename", topic=1, name="x" * 501),
    "merged into itself": ruled(rule="merge", topic=1, into=1),
    "split in one": ruled(rule="split", topic=1, parts=[2]),
    "split in the same": ruled(rule="split", topic=1, parts=[2, 2]),
    "split in itself": ruled(rule="split", topic=1, parts=[1, 2]),
    "split in many": ruled(rule="split", topic=1, parts=list(range(2, 99))),
    "a colour too many": stored(topics=[{**TOPIC, "colour": 8}]),
    "a weight of no number": stored(topics=[{**TOPIC, "terms": [["x", float("nan")]]}]),
    "an article of no hash": stored(topics=[{**TOPIC, "articles": ["../../x"]}]),
    "a key twice": stored(topics=[TOPIC, TOPIC]),
    "an unknown change": stored(changes=[{"kind": "x", "before": [], "after": []}]),
    "another encoding": "\ud83c".encode("utf-16", "surrogatepass"),
}


@pytest.fixture(params=DAMAGED.values(), ids=DAMAGED)
def damaged(request, bundle):
    content = request.param.encode() if isinstance(request.param, str) else request.param
    (bundle.folder / CURATION).write_bytes(content)
    return content


def test_a_damaged_file_is_named_and_said_what_is_wrong(bundle, damaged):
    with pytest.raises(CurationError, match=r"curation\.json: cannot be read \(.+\); move it away, or mend it"):
        read_curation(bundle.folder)

    assert (bundle.folder / CURATION).read_bytes() == damaged


def test_an_edit_keeps_a_damaged_file_aside(bundle):
    for content in ("first", "second"):
        (bundle.folder / CURATION).write_text(content)
        edit_curation(bundle, lambda curation: curation.with_rule(Hide(0)))

    assert read_curation(bundle.folder).rules == (Hide(0),)
    assert (bundle.folder / "curation-damaged-1.json").read_text() == "first"
    assert (bundle.folder / "curation-damaged-2.json").read_text() == "second"


def test_a_file_of_too_many_bytes_is_not_read(bundle):
    with (bundle.folder / CURATION).open("wb") as out:
        out.truncate(10**9)

    with pytest.raises(CurationError, match="more than"):
        read_curation(bundle.folder)


def test_while_a_build_writes_nothing_is_edited(bundle, monkeypatch):
    monkeypatch.setattr("analysis.curation.storing._WAIT_SECONDS", 0)
    with bundle_lock(bundle.folder), pytest.raises(BundleError, match="another build"):
        edit_curation(bundle, lambda curation: curation.with_rule(Hide(0)))

    assert read_curation(bundle.folder) == Curation()


def test_what_is_refused_changes_nothing(bundle):
    def refuse(curation):
        raise CurationError("no")

    with pytest.raises(CurationError):
        edit_curation(bundle, refuse)

    assert not (bundle.folder / CURATION).exists()


def test_another_version_of_a_collection_goes_on_from_the_names_and_colours_of_the_first(bundle, tmp_path):
    other = build([bundle.folder], tmp_path / "other", replace(Settings(), topics=Topics(7)), n_workers=1)
    curated = after(bundle, [("rename", 0, 0), ("hide", 1, 0)])
    carry_over(bundle, curated.curation, other.folder)
    carried = curate(other, read_curation(other.folder))

    assert read_curation(other.folder).rules == curated.curation.rules
    assert "Name 0" in carried.topics["label"].tolist()
    kept = carried.topics.merge(curated.visible, on="key")
    assert len(kept) > 1
    assert (kept["colour_x"] == kept["colour_y"]).all()
    assert not (bundle.folder / CURATION).exists()


def test_a_collection_without_topics_has_nothing_to_carry_over(build_rows):
    few = build_rows([{"text": "Rain."}, {"text": "Sun."}])
    carry_over(few, Curation(), few.folder)

    assert not (few.folder / CURATION).exists()


def test_a_curation_of_a_real_bundle_is_small(bundle):
    save_curation(bundle.folder, after(bundle, [("rename", 0, 0), ("split", 0, 1)]).curation)

    assert (bundle.folder / CURATION).stat().st_size < 100_000
