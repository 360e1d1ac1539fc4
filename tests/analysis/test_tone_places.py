"""Where a tone stands in an article: in its course, and by who speaks."""

import numpy as np
import pytest

from analysis.selection import articles_of
from analysis.steps.sentiment import SENTENCES, SENTIMENT
from analysis.tone_places import N_PARTS, VOICES, extremes_of, parts_of, sentence_rows, voices_of, with_part, with_voice

GOOD, BAD, PLAIN = "It was a wonderful success.", "It was a terrible disaster.", "The door of the house is green."


@pytest.fixture
def bundle(build_rows):
    return build_rows(
        [
            {"id": "falling", "title": "A wonderful day", "text": " ".join([GOOD] * 5 + [BAD] * 5)},
            {"id": "quoting", "text": f"“{BAD}” said the mayor. {GOOD} {GOOD} {GOOD}"},
            {"id": "short", "title": "", "text": BAD},
            {"id": "foreign", "text": "Der Streik der Hafenarbeiter dauert nach Angaben der Gewerkschaft an."},
        ]
    )


def test_a_tenth_has_the_mean_of_the_sentences_whose_middle_stands_in_it(bundle):
    articles = articles_of(bundle)
    parts = parts_of(bundle, articles)
    parts["article_id"] = parts["row"].map(articles["article_id"])
    falling = parts[parts["article_id"] == "falling"]

    assert falling["part"].tolist() == list(range(N_PARTS))
    assert (np.sign(falling["polarity"]) == [1] * 5 + [-1] * 5).all()
    assert parts.loc[parts["article_id"] == "short", "part"].tolist() == [5]
    assert "foreign" not in set(parts["article_id"])


def test_parts_lie_within_the_text_and_hold_every_scored_sentence_of_scored_articles(sample):
    articles = articles_of(sample)
    parts = parts_of(sample, articles)
    scored = sample.frame(SENTENCES).dropna(subset="polarity")

    assert parts["part"].between(0, N_PARTS - 1).all()
    assert set(parts["row"]) == set(articles.index[articles["polarity"].notna()])
    assert len(parts) <= len(scored)
    assert parts["polarity"].between(scored["polarity"].min(), scored["polarity"].max()).all()


def test_sentences_belong_to_the_articles_that_the_table_names(sample):
    ids = articles_of(sample)["article_id"].to_numpy()

    assert ids[sentence_rows(sample)].tolist() == sample.frame(SENTENCES)["article_id"].tolist()


def test_extremes_are_the_ends_of_all_sentences_in_order(sample):
    articles = articles_of(sample).iloc[::2]
    scored = sample.frame(SENTENCES).assign(row=sentence_rows(sample)).dropna(subset="polarity")
    scored = scored[scored["row"].isin(articles.index)]
    ranked = scored.sort_values(["polarity", "polarity_vader", "row", "sentence_number"]).index.tolist()

    lowest, highest = extremes_of(sample, articles, 20)

    assert lowest.index.tolist() == ranked[:20]
    assert highest.index.tolist() == ranked[:-21:-1]
    assert [len(end) for end in extremes_of(sample, articles, 10**6)] == [len(scored)] * 2
    assert [len(end) for end in extremes_of(sample, articles.head(0), 5)] == [0, 0]


def test_voices_have_the_stored_tones(bundle):
    voices = voices_of(bundle, articles_of(bundle)).set_index(["row", "voice"])["polarity"]
    stored = bundle.frame(SENTIMENT)

    assert len(voices) == stored[list(VOICES.values())].notna().to_numpy().sum()
    for (row, voice), polarity in voices.items():
        assert polarity == stored.at[row, VOICES[voice]]
    quoting = stored.index[stored["article_id"] == "quoting"][0]
    assert voices[quoting, "quoted"] < 0 < voices[quoting, "own-voice"]


@pytest.mark.parametrize(
    ("find", "value", "ids"),
    [
        (with_voice, "headline", ["falling"]),
        (with_voice, "quoted", ["quoting"]),
        (with_voice, "polarity", []),
        (with_part, "0", ["falling"]),
        (with_part, "1", ["falling", "quoting"]),
        (with_part, "5", ["falling", "short"]),
        (with_part, "-1", []),
        (with_part, "05", []),
    ],
)
def test_the_articles_that_have_a_tone_there(bundle, find, value, ids):
    articles = articles_of(bundle)

    assert articles.loc[find(bundle, articles, value), "article_id"].tolist() == ids
