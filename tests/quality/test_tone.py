"""How the news reading does on sentences that it was not trained on.

Each floor stands one noise below the figure that was measured.
"""

import pytest

from benchmarks.train_tone import cross_validate, read_sentences, vader_figures

pytestmark = pytest.mark.quality


def test_the_news_reading_agrees_with_readers_better_than_vader(shared):
    sentences = read_sentences(shared / "data" / "sentiment_sentences.jsonl")
    found, plain = cross_validate(sentences, n_folds=4, n_inner=2), vader_figures(sentences)

    # Measured .580 and .579 with these few folds; drawing the sentences anew moves r by .008 and F1 by .006.
    assert found.r >= 0.572
    assert found.f1 >= 0.573
    assert found.r > plain.r + 0.1
    assert found.f1 > plain.f1 + 0.03
