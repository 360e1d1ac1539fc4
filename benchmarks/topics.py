"""Topics: how well their words go together and their groups meet known classes, beside plain NMF and plain k-means.

    python -m benchmarks.topics [FOLDER]

FOLDER has `topics_reuters_r8.jsonl`, `topics_ag_news.jsonl` and `news.jsonl`. All see the same words of one build:
those that can be keywords, in two articles or more and at most half of them. Plain NMF and plain k-means are
scikit-learn's with its defaults, on TF-IDF and on 100 dimensions of latent semantic analysis, with the ten heaviest
words of a topic.

NPMI is over runs of ten words (Röder, Both and Hinneburg 2015), diversity the share of different words among all
(Dieng, Ruiz and Blei 2020), coverage the share of a topic's articles that hold three of its ten words, NMI that with
the classes (an article without a topic counts in one group of its own), none the share of articles without a topic.
"Found again" is the adjusted Rand index of groups with those of refits on 80 % of the articles, the space included, the
mean of three: over the articles that have a topic in both, and "with none" over all, where those without a topic are
one more group. Seconds are of this process.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.bundle import Bundle
from analysis.clusters import find_clusters
from analysis.curation.remaking import material_of
from analysis.pipeline import build
from analysis.settings import Settings
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.steps.topics import ARTICLE_TOPICS, TOPIC_TERMS, Topics
from analysis.topic_model import Material, place_among, place_articles
from analysis.vectors import SEED, weigh
from benchmarks.report import Table, publish
from benchmarks.sentences import DATA

Labels = npt.NDArray[np.int64]
Grouping = Callable[[Labels], Labels]

WINDOW = 10
WORDS = 10
COVERING = 3
SETS = (("topics_reuters_r8.jsonl", 8), ("topics_ag_news.jsonl", 4), ("news.jsonl", 10), ("news.jsonl", 20))
_REFITS = 3
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Labelled:
    """Texts, with the class of each where it is known."""

    name: str
    texts: tuple[str, ...]
    classes: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> Labelled:
        """The texts of a file of JSON lines."""
        with path.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        texts = tuple(f"{row.get('title') or ''}\n{row['text']}" for row in rows)
        return cls(path.name, texts, tuple(row["label"] for row in rows if "label" in row))


class Found(NamedTuple):
    """The ten words of each topic, and the topic of each text (-1: none)."""

    words: list[list[str]]
    topics: Labels


class Figures(NamedTuple):
    """What is measured of topics; `nmi` is None where no classes are known."""

    npmi: float
    diversity: float
    coverage: float
    nmi: float | None
    none: float


class Again(NamedTuple):
    """How alike groups of refits are: among articles with a topic in both, and with those without as one more group."""

    placed: float
    every: float


def measure(found: Found, labelled: Labelled) -> Figures:
    """The figures of `found`."""
    from sklearn.metrics import normalized_mutual_info_score

    texts = [_WORD.findall(text.lower()) for text in labelled.texts]
    every = [word for words in found.words for word in words]
    nmi = normalized_mutual_info_score(labelled.classes, found.topics) if labelled.classes else None
    none = float((found.topics < 0).mean())
    return Figures(npmi(found.words, texts), len(set(every)) / len(every), coverage(found, texts), nmi, none)


def npmi(topics: Sequence[Sequence[str]], texts: Sequence[Sequence[str]]) -> float:
    """The mean over topics of the mean NPMI of their pairs of words, -1 for pairs that never meet."""
    wanted = {word for topic in topics for word in topic}
    alone: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    n_windows = 0
    for window in _windows(texts, wanted):
        n_windows += 1
        alone.update(window)
        both.update(combinations(window, 2))

    def value(pair: tuple[str, str]) -> float:
        met = both[pair] / n_windows
        if not met:
            return -1.0
        return log(met * n_windows**2 / alone[pair[0]] / alone[pair[1]]) / -log(met) if met < 1 else 1.0

    return float(np.mean([np.mean([value(pair) for pair in combinations(sorted(topic), 2)]) for topic in topics]))


def _windows(texts: Sequence[Sequence[str]], wanted: set[str]) -> Iterator[list[str]]:
    """The wanted words of each run of ten, in order of the alphabet."""
    for text in texts:
        kept = [word if word in wanted else "" for word in text]
        for start in range(max(1, len(kept) - WINDOW + 1)):
            yield sorted({word for word in kept[start : start + WINDOW] if word})


def coverage(found: Found, texts: Sequence[Sequence[str]]) -> float:
    """The mean over topics of the share of their texts that hold at least three of the ten words."""
    shares = []
    for topic, words in enumerate(found.words):
        own = [texts[row] for row in np.flatnonzero(found.topics == topic).tolist()]
        if own:
            shares.append(np.mean([len(set(words) & set(text)) >= COVERING for text in own]))
    return float(np.mean(shares))


def built(labelled: Labelled, number: int, folder: Path) -> Bundle:
    """The texts as a bundle with so many topics; built anew from itself, it keeps the work on articles."""
    source = folder / "texts.jsonl"
    rows = (json.dumps({"id": f"{row:06}", "title": "", "text": text}) for row, text in enumerate(labelled.texts))
    source.write_text("\n".join(rows), encoding="utf-8")
    return build([source], folder / f"{number}", replace(Settings(), topics=Topics(number)), n_workers=1)


def broadsheet(bundle: Bundle) -> Found:
    """The topics of the bundle."""
    terms = bundle.frame(TOPIC_TERMS)
    words = terms[terms["term"].str.fullmatch(r"\w+")].sort_values(["topic_id", "rank"])
    topics = bundle.frame(ARTICLE_TOPICS)["topic_id"].fillna(-1).astype(int).to_numpy()
    return Found([group["term"].head(WORDS).tolist() for _, group in words.groupby("topic_id")], topics)


def words_of(bundle: Bundle) -> tuple[list[str], Any]:
    """The words that topics may be told by, and how often each article holds each."""
    from scipy.sparse import csr_matrix

    terms, counts = bundle.frame(TERMS), bundle.frame(TERM_COUNTS)
    n_articles = bundle.counts["articles"]
    usable = terms[terms["is_keyword"] & (terms["n_tokens"] == 1) & terms["n_articles"].between(2, n_articles / 2)]
    counts = counts[counts["term_id"].isin(usable["term_id"])]
    columns = np.searchsorted(np.sort(usable["term_id"]), counts["term_id"])
    places = (counts["article_row"], columns)
    shape = (n_articles, len(usable))
    return usable.sort_values("term_id")["term"].tolist(), csr_matrix(
        (counts["n_occurrences"].astype(float), places), shape
    )


def plain_nmf(names: Sequence[str], counts: Any, number: int) -> Found:
    """scikit-learn's NMF of TF-IDF; an article's topic is the one with most weight."""
    from sklearn.decomposition import NMF

    model = NMF(number, random_state=SEED)
    topics = model.fit_transform(weigh(counts)).argmax(axis=1)
    return Found([[names[n] for n in np.argsort(-of_topic)[:WORDS]] for of_topic in model.components_], topics)


def plain_k_means(names: Sequence[str], counts: Any, number: int) -> Found:
    """k-means on latent semantic analysis; the words are those of most mean TF-IDF in a group."""
    weights = weigh(counts)
    labels = plain_groups(counts, number)
    means = [np.asarray(weights[labels == group].mean(axis=0)).ravel() for group in range(number)]
    return Found([[names[n] for n in np.argsort(-mean)[:WORDS]] for mean in means], labels)


def plain_groups(counts: Any, number: int) -> Labels:
    """The groups of k-means on latent semantic analysis."""
    from sklearn.cluster import KMeans
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    points = normalize(TruncatedSVD(100, random_state=SEED).fit_transform(weigh(counts)))
    return np.asarray(KMeans(number, n_init=10, random_state=SEED).fit_predict(points))


def own_groups(material: Material, stories: Labels, number: int) -> Labels:
    """The topic of each of the articles `stories`, found among these alone; -1 for none."""
    points, _, fitted_on = place_articles(material.counts[:, material.is_telling], stories)
    places, _ = place_among(points, find_clusters(points[fitted_on], number), fitted_on)
    return places.topics[stories]


def found_again(rows: Labels, grouping: Grouping) -> Again:
    """How alike the groups of the articles `rows` are to those of 80 % of them, the mean of three."""
    from sklearn.metrics import adjusted_rand_score

    whole, random, values = grouping(rows), np.random.default_rng(SEED), []
    for _ in range(_REFITS):
        drawn = np.sort(random.choice(len(rows), int(0.8 * len(rows)), replace=False))
        before, after = whole[drawn], grouping(rows[drawn])
        placed = (before >= 0) & (after >= 0)
        among_placed = adjusted_rand_score(before[placed], after[placed])
        values.append((among_placed, adjusted_rand_score(before, after)))
    return Again(*(float(np.mean(column)) for column in zip(*values, strict=True)))


def compare(labelled: Labelled, number: int) -> Table:
    """The figures of the program and of its peers on these texts."""
    with tempfile.TemporaryDirectory() as folder:
        bundle = built(labelled, number, Path(folder))
        names, counts = words_of(bundle)
        material = material_of(bundle)
        again = found_again(material.stories, lambda rows: own_groups(material, rows, number))
        rows = [_row("Broadsheet", broadsheet(bundle), labelled, again)]
        rows.append(_row("plain NMF", plain_nmf(names, counts, number), labelled, None))
        again = found_again(np.arange(counts.shape[0]), lambda rows: plain_groups(counts[rows], number))
        rows.append(_row("plain k-means", plain_k_means(names, counts, number), labelled, again))
    seconds = f"{bundle.manifest['seconds']['topics']:.1f} s for the topics of Broadsheet with their map"
    columns = ("NPMI", "diversity", "coverage", "NMI", "none", "found again", "with none")
    return Table(f"{labelled.name}, {len(labelled.texts):,} articles, {number} topics; {seconds}", columns, rows)


def _row(name: str, found: Found, labelled: Labelled, again: Again | None) -> tuple[str, ...]:
    figures = (*measure(found, labelled), *(again or (None, None)))
    return (name, *("" if figure is None else f"{figure:.3f}" for figure in figures))


def main() -> None:
    """Measure, print, and write the page of results."""
    import sklearn.cluster
    import sklearn.decomposition  # noqa: F401
    from threadpoolctl import threadpool_limits

    parser = argparse.ArgumentParser(prog="python -m benchmarks.topics", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    folder, started = parser.parse_args().folder, time.process_time()
    with threadpool_limits(1):
        tables = [compare(Labelled.read(folder / name), number) for name, number in SETS]
    publish("topics", "python -m benchmarks.topics", tables)
    print(f"{time.process_time() - started:.0f} CPU seconds in all")


if __name__ == "__main__":
    main()
