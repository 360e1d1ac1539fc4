"""Peers: what people write today with NLTK and scikit-learn, to be timed beside a build.

    python -m benchmarks.peers FILE [--limit N]

Reads articles as JSON lines, counts their words, fits topics to them and scores each sentence, and prints the
seconds of each as JSON. It cleans nothing, finds no phrases, no stories and no copies, tells no languages, draws no
map, writes nothing, and holds all in memory. It is one process, whose linear algebra uses all processors.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.vader import Reference

TOPICS = 20


def read_texts(path: Path, limit: int) -> list[str]:
    """The texts of the first `limit` articles."""
    with path.open(encoding="utf-8") as rows:
        return [json.loads(row)["text"] for row in islice(rows, limit)]


def count_words(texts: Sequence[str]) -> Counter[str]:
    """How often each word occurs, in lower case: the words of NLTK's own tokeniser."""
    tokenise = NLTKWordTokenizer().tokenize
    return Counter(token.lower() for text in texts for token in tokenise(text))


def fit_topics(texts: Sequence[str]) -> list[list[str]]:
    """The ten heaviest words of each of twenty topics: non-negative factors of TF-IDF."""
    vectorizer = TfidfVectorizer(stop_words="english", min_df=5, max_df=0.5)
    model = NMF(TOPICS, random_state=0, init="nndsvd").fit(vectorizer.fit_transform(texts))
    names = vectorizer.get_feature_names_out()
    return [[str(names[place]) for place in weights.argsort()[:-11:-1]] for weights in model.components_]


def mean_polarities(texts: Sequence[str]) -> list[float]:
    """The mean VADER score of the sentences of each text."""
    split, score = PunktSentenceTokenizer().tokenize, Reference().compound
    scores = ([score(sentence) for sentence in split(text)] for text in texts)
    return [sum(found) / len(found) if found else 0.0 for found in scores]


@contextmanager
def _timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    seconds[name] = round(time.perf_counter() - started, 2)


def main() -> None:
    """Run the script over a file, and print how long each part took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description="Time a plain script.")
    parser.add_argument("file", type=Path, help="articles as JSON lines with a field `text`")
    parser.add_argument("--limit", type=int, default=10_000, help="how many of them")
    arguments = parser.parse_args()
    seconds: dict[str, float] = {}
    texts = read_texts(arguments.file, arguments.limit)
    with _timed(seconds, "words"):
        count_words(texts)
    with _timed(seconds, "topics"):
        fit_topics(texts)
    with _timed(seconds, "sentiment"):
        mean_polarities(texts)
    print(json.dumps({"articles": len(texts), **seconds}))


if __name__ == "__main__":
    main()
