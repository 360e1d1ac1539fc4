"""Map: how near neighbours are on the map of articles, and how long it takes, beside PCA and plain t-SNE.

    python -m benchmarks.map [FOLDER]

FOLDER has `news.jsonl`, `topics_reuters_r8.jsonl` and `topics_ag_news.jsonl`. The largest sets are drawn from the last
two with noise of half the distance between neighbours in the reduced space. Trustworthiness (Venna and Kaski 2001) is
of 12 neighbours (5 for 20 articles) by cosine in that space, over 1,000 of the articles; "placed" are those of them
that t-SNE did not lay out. Plain t-SNE is that of scikit-learn over all, where it takes minutes at most. Seconds are
those of one thread of this process.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.spatial import cKDTree

from analysis.layout import lay_out, sample_of
from analysis.vectors import SEED, Floats, reduce, to_unit_length, weigh
from benchmarks.report import Table, publish
from benchmarks.sentences import DATA, read_texts

Rows = Any
Layout = Callable[[Floats], Floats]

_QUERIES = 1_000
_NOISE = 0.05
_MOST_PLAIN = 8_000


def points_of(texts: Sequence[str]) -> Floats:
    """The articles `texts` in the reduced space in which topics are found, those without a usable word left out."""
    from sklearn.feature_extraction.text import CountVectorizer

    counts = CountVectorizer(min_df=2, max_df=0.5, stop_words="english", dtype=np.float64).fit_transform(texts)
    points = reduce(weigh(counts), counts, np.arange(len(texts)))
    return np.asarray(points[np.linalg.norm(points, axis=1) > 0])


def trustworthiness(points: Floats, places: Floats, rows: Rows, n_neighbours: int = 12) -> float:
    """That of the places of `rows` among all `places`: 1 where all neighbours on the map are neighbours in space.

    As scikit-learn's, which takes all rows and a matrix of all distances.
    """
    _, near = cKDTree(places).query(places[rows], n_neighbours + 1)
    penalty = sum(
        _penalty(points, row, [other for other in others if other != row][:n_neighbours])
        for row, others in zip(rows, near, strict=True)
    )
    n_points = len(points)
    return 1 - 2 * penalty / (len(rows) * n_neighbours * (2 * n_points - 3 * n_neighbours - 1))


def _penalty(points: Floats, row: int, others: Sequence[int]) -> int:
    """By how many ranks in space the neighbours `others` on the map are too far from `row`."""
    cosines = points @ points[row]
    cosines[row] = np.inf
    ranks = (cosines[np.newaxis] > cosines[others][:, np.newaxis]).sum(axis=1)
    return int(np.maximum(ranks - len(others), 0).sum())


def enlarged(points: Floats, number: int) -> Floats:
    """So many points, each one of `points` with noise."""
    random = np.random.default_rng(SEED)
    return to_unit_length(
        points[random.choice(len(points), number)] + random.normal(0, _NOISE, (number, points.shape[1]))
    )


def with_pca(points: Floats) -> Floats:
    """The two main directions."""
    from sklearn.decomposition import PCA

    return np.asarray(PCA(2, random_state=SEED).fit_transform(points))


def with_t_sne(points: Floats) -> Floats:
    """scikit-learn's t-SNE of all points, with its own defaults."""
    from sklearn.manifold import TSNE

    return np.asarray(TSNE(perplexity=min(30, len(points) // 3), random_state=SEED).fit_transform(points))


def collections(folder: Path) -> Iterator[tuple[str, Floats]]:
    """The measured sets, by name, smallest first."""
    news = read_texts(folder / "news.jsonl")
    reuters = points_of(read_texts(folder / "topics_reuters_r8.jsonl"))
    yield "20 articles of news", points_of(news[:20])
    yield "60 articles of news", points_of(news[:60])
    yield "840 articles of news", points_of(news)
    yield "7,674 articles of Reuters R8", reuters
    agency = points_of(read_texts(folder / "topics_ag_news.jsonl"))
    yield "7,600 articles of AG News", agency
    both = np.concatenate([reuters, agency])
    yield "10,000 of both with noise", enlarged(both, 10_000)
    yield "100,000 of both with noise", enlarged(both, 100_000)


def row_of(name: str, points: Floats, layout: Layout) -> tuple[str, ...]:
    """The figures of one layout of `points`."""
    started = time.process_time()
    places = layout(points)
    seconds = time.process_time() - started
    n_neighbours = 12 if len(points) > 24 else 5
    rows = np.random.default_rng(1).permutation(len(points))[:_QUERIES]
    placed = rows[~np.isin(rows, sample_of(len(points)))]
    of_all = f"{trustworthiness(points, places, rows, n_neighbours):.3f}"
    of_placed = f"{trustworthiness(points, places, placed, n_neighbours):.3f}" if len(placed) else ""
    return name, of_all, of_placed, f"{seconds:.1f}"


def main() -> None:
    """Measure, print, and write the page of results."""
    import sklearn.decomposition
    import sklearn.manifold  # noqa: F401
    from threadpoolctl import threadpool_limits

    parser = argparse.ArgumentParser(prog="python -m benchmarks.map", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    tables = []
    with threadpool_limits(1):
        for title, points in collections(parser.parse_args().folder):
            layouts: dict[str, Layout] = {"Broadsheet": lay_out, "PCA": with_pca}
            if len(points) < _MOST_PLAIN:
                layouts["plain t-SNE"] = with_t_sne
            rows = [row_of(name, points, layout) for name, layout in layouts.items()]
            tables.append(Table(title, ("trustworthiness", "of those placed", "CPU seconds"), rows))
    publish("map", "python -m benchmarks.map", tables)


if __name__ == "__main__":
    main()
