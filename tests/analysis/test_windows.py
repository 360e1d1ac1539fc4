from itertools import combinations
from math import log

import numpy as np
import pytest

from analysis.windows import npmi_of_pairs
from tests.analysis.making import word_ids


def counted_by_hand(articles, terms):
    """NPMI of each two of `terms` by counting every run of ten words."""
    texts = [[word.lower() for sentence in sentences for word in sentence] for sentences in articles]
    windows = [set(text[n : n + 10]) for text in texts for n in range(max(1, len(text) - 9))]

    def share(*words):
        return sum(set(words) <= window for window in windows) / len(windows)

    return {
        (a, b): log(share(a, b) / share(a) / share(b)) / -log(share(a, b)) if share(a, b) else -1.0
        for a, b in combinations(terms, 2)
    }


def test_pairs_are_judged_by_every_run_of_ten_words():
    random = np.random.default_rng(0)
    articles = [
        [list(random.choice(["Flood", "flood", "river", "Trent", *"abcdefghijkl"], 9)) for _ in range(4)]
        for _ in range(5)
    ] + [[["river", "flood"]]]
    terms = ["flood", "river", "trent"]

    found = npmi_of_pairs(word_ids(articles), np.arange(6), terms)

    expected = counted_by_hand(articles, terms)
    for (a, b), value in expected.items():
        assert found[terms.index(a), terms.index(b)] == found[terms.index(b), terms.index(a)] == pytest.approx(value)


@pytest.mark.parametrize(("rows", "value"), [([0], -1.0), ([1], 0.0), ([], -1.0)])
def test_only_the_articles_that_are_asked_for_count(rows, value):
    articles = [[["flood", *"abcdefghij", "river"]], [["flood", "river"]]]

    assert npmi_of_pairs(word_ids(articles), np.array(rows, np.int64), ["flood", "river"])[0, 1] == value
