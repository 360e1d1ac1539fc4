"""Layout: a place on the plane for each article, near those that it resembles."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.vectors import SEED, Floats, sample

# t-SNE is slow: it lays out this many, and the others find their place between their neighbours.
MOST_LAID_OUT = 2_000
_PERPLEXITY = 30.0
_STEPS = 500
# The higher, the less a point minds which of its neighbours is nearest, and the more that the others stay away. On 840
# articles trustworthiness at 12 neighbours is about .897 with 1, .906 with 3 and .918 with 5.
_SHARPNESS = 5
_INITIAL_SPREAD = 1e-4

_NEIGHBOURS = 10
# Neighbours that are further apart on the map than this are different ones, between which is nothing: on 7,674
# articles trustworthiness of the points placed is .946 with the mean of the three nearest, .983 with this.
_NEAR = 0.1
_ROWS_AT_ONCE = 2_000

# A dot on the page is about three times as wide.
_APART = 0.006
_MOST_APART = 0.05
_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def lay_out(points: Floats) -> Floats:
    """A place for each of `points`, at least four rows of unit length: two columns from -1 to 1.

    t-SNE (van der Maaten and Hinton 2008) of all, or of a seeded sample of `MOST_LAID_OUT`; each other point stands
    between those of its ten nearest in the sample that are near each other. Points of the same place are spread around
    it, so that each can be seen. The same rows in the same order give the same places.
    """
    points = np.asarray(points, np.float32)
    laid_out = sample_of(len(points))
    places = np.empty((len(points), 2))
    places[laid_out] = _to_square(_t_sne(points[laid_out]))
    others = np.setdiff1d(np.arange(len(points)), laid_out)
    if len(others):
        nearest, likeness = _nearest(points[others], points[laid_out], _NEIGHBOURS)
        places[others] = _between(places[laid_out][nearest], likeness)
    return _to_square(_spread(places))


def sample_of(n_points: int) -> npt.NDArray[np.int64]:
    """The rows, ascending, of the points that t-SNE itself lays out: all, or `MOST_LAID_OUT` of them."""
    return sample(n_points, MOST_LAID_OUT)


def _t_sne(points: Any) -> Floats:
    from scipy.sparse import csr_matrix
    from sklearn.manifold import TSNE

    perplexity = min(_PERPLEXITY, (len(points) - 1) / 3)
    # Three times the perplexity is how far t-SNE looks; one more is the point itself.
    n_neighbours = min(len(points), int(3 * perplexity) + 3)
    nearest, likeness = _nearest(points, points, n_neighbours)
    distances = np.maximum(1 - likeness, 0) ** _SHARPNESS
    starts = np.arange(0, nearest.size + 1, n_neighbours)
    graph = csr_matrix((distances.ravel(), nearest.ravel(), starts), (len(points), len(points)))
    model = TSNE(
        perplexity=perplexity,
        metric="precomputed",
        init=_first_places(points),
        max_iter=_STEPS,
        random_state=SEED,
    )
    return np.asarray(model.fit_transform(graph), float)


def _first_places(points: Any) -> Any:
    """The two main directions of `points`, tiny as t-SNE wants them, with noise to tell equal points apart."""
    centred = points - points.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    # An eigenvector has no sign of its own.
    main = directions[:, :-3:-1]
    main = main * np.where(np.take_along_axis(main, np.abs(main).argmax(axis=0)[np.newaxis], axis=0) < 0, -1, 1)
    places = np.random.default_rng(SEED).normal(0, 0.1, (len(points), 2))
    along = centred @ main
    places[:, : along.shape[1]] += along / max(float(along[:, 0].std()), 1e-6)
    return (_INITIAL_SPREAD * places).astype(np.float32)


def _nearest(points: Any, among: Any, number: int) -> tuple[Any, Any]:
    """The rows of the `number` points of `among` that are most like each of `points`, best first, and the cosines."""
    number = min(number, len(among))
    nearest = np.empty((len(points), number), np.int64)
    likeness = np.empty((len(points), number), np.float32)
    for start in range(0, len(points), _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        cosines = points[part] @ among.T
        found = np.sort(np.argpartition(cosines, -number, axis=1)[:, -number:], axis=1)
        values = np.take_along_axis(cosines, found, axis=1)
        order = np.argsort(-values, axis=1, kind="stable")
        nearest[part] = np.take_along_axis(found, order, axis=1)
        likeness[part] = np.take_along_axis(values, order, axis=1)
    return nearest, likeness


def _between(neighbours: Any, likeness: Any) -> Floats:
    """The mean of those of the `neighbours` of each point that are near the first, by the fourth power of cosine."""
    away = np.linalg.norm(neighbours - neighbours[:, :1], axis=2)
    weights = np.where(away <= _NEAR, np.maximum(likeness, 1e-6).astype(float) ** 4, 0)[..., np.newaxis]
    return np.asarray((neighbours * weights).sum(axis=1) / weights.sum(axis=1))


def _spread(places: Floats) -> Floats:
    """`places`, those of one and the same place in a spiral around it, like the seeds of a sunflower."""
    _, group, sizes = np.unique(np.round(places / (_APART / 2)), axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(group, kind="stable")
    number = np.empty(len(places))
    number[order] = np.arange(len(places)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    step = np.minimum(_APART, _MOST_APART / np.sqrt(sizes[group]))
    radius, angle = step * np.sqrt(number), number * _GOLDEN_ANGLE
    return np.asarray(places + np.column_stack([radius * np.cos(angle), radius * np.sin(angle)]))


def _to_square(places: Floats) -> Floats:
    low, high = places.min(axis=0), places.max(axis=0)
    return np.asarray(2 * (places - low) / np.where(high > low, high - low, 1) - 1)
