"""Vectors: articles as weighted words, and in a space of fewer dimensions."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_MOST_DIMENSIONS = 100
SEED = 0


def weigh(counts: Any) -> Any:
    """TF-IDF of `counts`, a sparse matrix of articles by terms: sublinear, rows of unit length or empty."""
    from sklearn.feature_extraction.text import TfidfTransformer

    return TfidfTransformer(sublinear_tf=True).fit_transform(counts)


def reduce(weights: Any, fitted_on: npt.NDArray[np.int64]) -> Floats:
    """`weights` in at most 100 dimensions (latent semantic analysis), rows of unit length or zero.

    Deerwester and others (1990). The space is found on the rows `fitted_on`, and holds all rows.
    """
    from sklearn.decomposition import TruncatedSVD

    n_dimensions = min(_MOST_DIMENSIONS, len(fitted_on) - 1, weights.shape[1] - 1)
    svd = TruncatedSVD(max(1, n_dimensions), random_state=SEED).fit(weights[fitted_on])
    return to_unit_length(svd.transform(weights))


def to_unit_length(rows: Floats) -> Floats:
    """`rows`, each divided by its length; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1))
