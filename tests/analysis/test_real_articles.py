"""What becomes of real dirt: the articles that the project started from, and those of the sample collection."""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.articles import ARTICLES, NOTICES, REMOVED
from analysis.bundle import Bundle
from analysis.pipeline import build
from analysis.steps.keywords import TERMS
from analysis.steps.sentiment import SENTENCES
from tests.conftest import ROOT

EXPECTED = json.loads((ROOT / "tests" / "seeds" / "expected.json").read_text(encoding="utf-8"))["articles"]


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory) -> Bundle:
    return build([shared / "seeds"], tmp_path_factory.mktemp("real") / "bundle", n_workers=1)


def row_of(bundle: Bundle, key: str) -> pd.Series:
    """The article with this key of `expected.json`: a path, a path and an id, or a path and a headline."""
    articles = bundle.frame(ARTICLES)
    path, _, name = key.partition("#")
    chosen = articles[articles["source_path"].str.startswith(path)]
    if name:
        chosen = chosen[(chosen["article_id"] == name) | (chosen["headline"] == name)]
    [row] = chosen.itertuples()
    return row


def removed_from(bundle: Bundle, row) -> pd.DataFrame:
    removed = bundle.frame(REMOVED)
    return removed[removed["article_id"] == row.article_id]


def is_cut_off(bundle: Bundle, row) -> bool:
    notices = bundle.frame(NOTICES)
    return "cut off" in notices.loc[notices["article_id"] == row.article_id, "kind"].tolist()


class TestTheArticleWithItsHeadlineThreeTimes:
    headline = "Syrian President Assad tells Putin: 'Door open to political process'"

    @pytest.fixture
    def row(self, real):
        return row_of(real, "000_")

    def test_the_headline_is_the_headline_and_stands_nowhere_else(self, real, row):
        removed = removed_from(real, row)

        assert row.headline == self.headline
        assert self.headline not in row.body
        assert (removed["text"] == self.headline).sum() == 3

    def test_the_list_at_its_end_goes(self, real, row):
        assert "Related news" not in row.body
        assert removed_from(real, row)["text"].tolist()[-1] == "Related news"

    def test_the_torn_end_stays_with_its_sentence_and_is_noticed(self, real, row):
        sentences = real.frame(SENTENCES)
        last = sentences[sentences["article_id"] == row.article_id].iloc[-1]
        text = row.body[last["start"] : last["end"]]

        assert row.body.endswith('and have restored security to 65 villages and towns", said Brig.')
        assert text.startswith('"The courageous armed forces')
        assert text.endswith("said Brig.")
        assert is_cut_off(real, row)

    def test_all_the_rest_is_in_the_body(self, real, row):
        assert row.body.startswith("Ahead of the 21 May informal summit")
        assert len(removed_from(real, row)) == 4
        assert len(row.body.split("\n\n")) == 9


class TestTheArticleWithASubscriptionBlock:
    @pytest.fixture
    def row(self, real):
        return row_of(real, "002_")

    def test_the_body_ends_with_the_last_line_of_the_article(self, row):
        assert row.body.startswith("Syrian rebel groups have agreed to attend")
        assert row.body.endswith("according the Russia's Interfax news agency.")
        assert len(row.body.split("\n")) == 12

    def test_all_that_stands_below_is_removed_with_a_reason(self, real, row, shared):
        path = shared / "seeds" / row.source_path
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        removed = removed_from(real, row)

        assert removed["text"].tolist() == lines[12:]
        assert removed["text"].tolist()[0] == "--IANS"
        assert (removed["reason"] != "").all()

    def test_it_is_not_cut_off(self, real, row):
        assert not is_cut_off(real, row)

    @pytest.mark.parametrize("word", ["months", "month", "subscribe", "subscription", "premium", "₹", "₹900", "ians"])
    def test_no_word_of_it_is_a_keyword(self, real, word):
        assert not real.frame(TERMS)["term"].str.split().map(lambda words: word in words).any()

    def test_no_headline_is_made_up(self, row):
        assert pd.isna(row.headline)


@pytest.mark.parametrize("case", EXPECTED, ids=lambda case: case["key"])
class TestTheSample:
    def test_the_headline_is_found(self, sample, case):
        assert row_of(sample, case["key"]).headline == case["headline"]

    def test_the_body_begins_and_ends_where_the_article_does(self, sample, case):
        body = row_of(sample, case["key"]).body

        assert body.startswith(case["body_starts"])
        assert body.endswith(case["body_ends"])

    def test_what_is_no_part_of_the_article_is_not_in_the_body(self, sample, case):
        body = row_of(sample, case["key"]).body

        assert [furniture for furniture in case["not_in_body"] if furniture in body] == []

    def test_a_cut_off_article_is_noticed(self, sample, case):
        assert is_cut_off(sample, row_of(sample, case["key"])) == case["cut_off"]
