"""Vectors: articles as weighted words, and in a space of fewer dimensions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

SEED = 0

# Of each of the two readings of a word.
_MOST_DIMENSIONS = 50
# Words beyond these are in too few articles to tell with which others they go.
_MOST_MEETING = 3_000
_ROWS_AT_A_TIME = 20_000


def weigh(counts: Any, fitted_on: Rows | None = None) -> Any:
    """TF-IDF of `counts`, a sparse matrix of articles by terms: sublinear, rows of unit length or empty.

    How rare a term is, is counted in the rows `fitted_on`; in all where there are none.
    """
    from sklearn.feature_extraction.text import TfidfTransformer

    model = TfidfTransformer(sublinear_tf=True).fit(counts if fitted_on is None else counts[fitted_on])
    return model.transform(counts)


@dataclass(frozen=True, slots=True)
class Space:
    """Two readings of every word, each a matrix of words by dimensions; an article is the sum of its words in both.

    `by_articles`: latent semantic analysis (Deerwester and others 1990), where words are alike that stand in the
    same articles. `by_company`: the word's positive pointwise mutual information with all others, reduced (Bullinaria
    and Levy 2007; Levy, Goldberg and Dagan 2015), where words are alike that keep the same company, met or not.
    """

    by_articles: Floats
    by_company: Floats

    @classmethod
    def fit(cls, weights: Any, counts: Any) -> Space:
        """The space of the articles of `weights`, TF-IDF, and `counts`; both sparse, of the same shape."""
        from sklearn.decomposition import TruncatedSVD

        n_dimensions = max(1, min(_MOST_DIMENSIONS, weights.shape[0] - 1, weights.shape[1] - 1))
        svd = TruncatedSVD(n_dimensions, random_state=SEED).fit(weights)
        return cls(np.asarray(svd.components_.T, np.float32), _company(counts, n_dimensions))

    def place(self, weights: Any) -> Floats:
        """The articles of `weights` in this space: rows of unit length, or zero."""
        return to_unit_length(
            np.hstack([to_unit_length(weights @ words) for words in (self.by_articles, self.by_company)])
        )


def reduce(weights: Any, counts: Any, fitted_on: Rows) -> Floats:
    """All articles of `weights` and `counts` in the space of those in the rows `fitted_on`: unit length, or zero."""
    return Space.fit(weights[fitted_on], counts[fitted_on]).place(weights)


def _company(counts: Any, n_dimensions: int) -> Floats:
    """For each word a row of `n_dimensions`: its company, or zeros where it is too rare to keep one."""
    from sklearn.utils.extmath import randomized_svd

    n_articles = np.asarray((counts > 0).sum(axis=0)).ravel()
    common = np.sort(np.argsort(-n_articles, kind="stable")[:_MOST_MEETING])
    left, sizes, _ = randomized_svd(_information(counts[:, common]), n_dimensions, n_iter=3, random_state=SEED)
    company = np.zeros((counts.shape[1], n_dimensions), np.float32)
    company[common] = to_unit_length(left * np.sqrt(sizes))
    return company


def _information(counts: Any) -> Floats:
    """Positive pointwise mutual information of words that meet in articles, long or short alike."""
    from scipy.sparse import csr_matrix, diags

    holds = csr_matrix((counts > 0).astype(np.float32))
    n_words = np.maximum(1, np.asarray(holds.sum(axis=1)).ravel())
    shares = diags(1 / np.sqrt(n_words)).astype(np.float32) @ holds
    # In blocks: the sparse product of all would hold three times as much.
    met = np.vstack([(shares[:, part].T @ shares).toarray() for part in _parts(counts.shape[1], 500)])
    np.fill_diagonal(met, 0)
    sums = met.sum(axis=1, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = np.log(met * sums.sum() / sums[:, np.newaxis] / sums)
    return np.asarray(np.maximum(np.nan_to_num(found, neginf=0.0), 0.0), np.float32)


def _parts(length: int, most: int) -> list[slice]:
    return [slice(start, start + most) for start in range(0, length, most)]


def sample(n_points: int, most: int) -> Rows:
    """The rows of all points, or of a seeded sample of `most`, in order."""
    if n_points <= most:
        return np.arange(n_points)
    return np.sort(np.random.default_rng(SEED).choice(n_points, most, replace=False))


def members(labels: Rows, number: int) -> Any:
    """A sparse matrix of `number` groups by articles: 1 where an article, whose group `labels` has, is a member."""
    from scipy.sparse import csr_matrix

    return csr_matrix((np.ones(len(labels)), (labels, np.arange(len(labels)))), (number, len(labels)))


def to_unit_length(rows: Floats) -> Floats:
    """`rows`, each divided by its length; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1))
