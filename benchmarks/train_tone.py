"""Train the news reading of tone, and say how well it does on sentences that it has not seen.

    python -m benchmarks.train_tone NEWSMTSC.jsonl [--write]

The file has one sentence a line: `id`, `text`, and `targets`, each with a `polarity` of -1, 0 or 1. What is predicted
is their mean. The data is the training part of NewsMTSC (Hamborg and Donnay 2021, MIT licence). A ridge regression
learns one coefficient a feature:

- how often each run of three to six letters occurs within its words, so that words of like spelling share what is
  learnt;
- the sum of its words' ratings in VADER's lexicon and in the opinion lexicon of Hu and Liu, and that of the words after
  a negation;
- VADER's compound score.

There is no intercept and judgements are taken from their mean: a sentence without a known word is 0. The features of
a word are then added up to one weight a word, which is all that is shipped. Nothing is drawn at random but the folds,
whose seed is fixed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from analysis.tokens import fold, word_list
from analysis.tone.news_model import (
    NewsModel,
    WordWeight,
    is_negation,
    negated_places,
    write_model,
)
from analysis.tone.vader import score_with_vader
from analysis.tone.vader_tokens import lexicon
from benchmarks.report import Table, publish

OPINION_LEXICON = Path(__file__).with_name("opinion_lexicon.txt")
NEUTRAL, VADER_CUT = 0.05, 0.05
LETTERS = range(3, 7)
MIN_SENTENCES_A_RUN = 3

# How far each kind of feature may move from 0, found by cross-validation; only their ratios count.
RATING, NEGATED_RATING, RUN, COMPOUND, PENALTY = 1.2, 1.0, 0.08, 4.0, 6.0

# scipy has no types.
Matrix: TypeAlias = Any
Vector = np.ndarray


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its words as written, VADER's score, the mean judgement, and the event that it is about."""

    words: tuple[str, ...]
    compound: float
    judgement: float
    event: str


@dataclass(frozen=True, slots=True)
class Figures:
    """How scores agree with the judgements: Pearson's r, and macro F1 over negative, neutral and positive."""

    r: float
    f1: float


def read_sentences(path: Path) -> list[Judged]:
    """The judged sentences of a NewsMTSC file, each text once."""
    rows = {row["text"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    return [
        Judged(
            tuple(word_list(text)),
            score_with_vader(text),
            float(np.mean([target["polarity"] for target in row["targets"]])),
            row["id"].split("_")[2],
        )
        for text, row in rows.items()
    ]


@cache
def ratings() -> Mapping[str, tuple[float, float]]:
    """For each single word of the two lexica VADER's rating, -4 to 4, and Hu and Liu's, -1 or 1; 0 for none."""
    vader = {fold(word): rating for word, rating in lexicon().items() if word_list(word) == [word]}
    opinion = dict(_opinions())
    return {word: (vader.get(word, 0.0), opinion.get(word, 0.0)) for word in sorted({*vader, *opinion})}


def _opinions() -> Iterator[tuple[str, float]]:
    for line in OPINION_LEXICON.read_text(encoding="utf-8").splitlines():
        if line[:1] in "+-" and line:
            yield line[1:], 1.0 if line[0] == "+" else -1.0


def common_words(sentences: Iterable[Judged]) -> list[str]:
    """The words that are no names, in their order.

    A name has a capital in it as often as not, or is a hashtag or handle. A rated word that was not seen is none.
    """
    lower: Counter[str] = Counter()
    capitalised: Counter[str] = Counter()
    for sentence in sentences:
        for place, word in enumerate(sentence.words):
            if word.islower() and word[0].isalnum():
                lower[fold(word)] += 1
            elif place:
                capitalised[fold(word)] += 1
    seen = {word for word in lower if lower[word] > capitalised[word]}
    return sorted(seen | {word for word in ratings() if not capitalised[word] and not lower[word]})


class Features:
    """The features of sentences, and what their coefficients come to for each word."""

    def __init__(self, sentences: Sequence[Judged]) -> None:
        self.words = common_words(sentences)
        number = {word: place for place, word in enumerate(self.words)}
        forms = [[fold(word) for word in sentence.words] for sentence in sentences]
        negated = [negated_places([is_negation(form) for form in found]) for found in forms]
        reached = [[found[place] for place in places] for found, places in zip(forms, negated, strict=True)]
        shrink = sparse.diags([1 / np.sqrt(len(found) or 1) for found in forms])
        occurrences = _counts(forms, number)
        self._ratings = sparse.csr_matrix([ratings().get(word, (0.0, 0.0)) for word in self.words])
        self._runs = _runs_of_letters(self.words, occurrences)
        self.matrix: Matrix = sparse.hstack(
            (
                shrink @ occurrences @ self._ratings * RATING,
                shrink @ _counts(reached, number) @ self._ratings * NEGATED_RATING,
                shrink @ occurrences @ self._runs * RUN,
                sparse.csr_matrix([[sentence.compound * COMPOUND] for sentence in sentences]),
            )
        ).tocsr()

    def model(self, coefficients: Vector, cut: float = 0.0) -> NewsModel:
        """The model that these coefficients of the columns of `matrix` make."""
        rating, negated, run, compound = np.split(coefficients, (2, 4, 4 + self._runs.shape[1]))
        weights = self._ratings @ rating * RATING + self._runs @ run * RUN
        turned = self._ratings @ negated * NEGATED_RATING
        words = {
            word: WordWeight(round(float(weight), 4), round(float(turn), 4), is_negation(word))
            for word, weight, turn in zip(self.words, weights, turned, strict=True)
        }
        return NewsModel(words, round(float(compound[0]) * COMPOUND, 4), cut)


def _counts(bags: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Matrix:
    """How often each text with a column occurs in each bag."""
    found = [(row, columns[text]) for row, bag in enumerate(bags) for text in bag if text in columns]
    rows, places = np.array(found, dtype=int).reshape(-1, 2).T
    return sparse.csr_matrix((np.ones(len(rows)), (rows, places)), (len(bags), len(columns)))


def _rarity(counts: Matrix) -> Vector:
    """The inverse document frequency of each column, smoothed."""
    n_bags = np.asarray((counts > 0).sum(axis=0)).ravel()
    rarity: Vector = 1 + np.log((1 + counts.shape[0]) / (1 + n_bags))
    return rarity


def _runs_of_letters(words: Sequence[str], occurrences: Matrix) -> Matrix:
    """For each word the runs of letters that it has, its beginning and end among them, by their rarity."""
    runs = [_runs(word) for word in words]
    numbers = {run: number for number, run in enumerate(sorted({run for found in runs for run in found}))}
    has = _counts(runs, numbers)
    in_sentences = (occurrences @ has > 0).astype(float)
    often = np.asarray(in_sentences.sum(axis=0)).ravel() >= MIN_SENTENCES_A_RUN
    return has[:, often] @ sparse.diags(_rarity(in_sentences)[often])


@cache
def _runs(word: str) -> list[str]:
    framed = f"<{word}>"
    return sorted({framed[start : start + n] for n in LETTERS for start in range(len(framed) - n + 1)})


def train(sentences: Sequence[Judged], cut: float = 0.0) -> NewsModel:
    """The model of these sentences; 0 is the mean of their judgements."""
    features = Features(sentences)
    judgements = _judgements(sentences)
    ridge = Ridge(alpha=PENALTY, fit_intercept=False, solver="sparse_cg", tol=1e-4)
    ridge.fit(features.matrix, judgements - judgements.mean())
    return features.model(ridge.coef_, cut)


def scores_of(model: NewsModel, sentences: Iterable[Judged]) -> Vector:
    """What `model` says of each sentence, 0 where it says nothing."""
    return np.array([model.score(sentence.words, sentence.compound) or 0.0 for sentence in sentences])


def unseen_scores(sentences: Sequence[Judged], n_folds: int) -> Vector:
    """The score of each sentence by a model that was trained without any sentence of its event."""
    scores = np.zeros(len(sentences))
    for seen, unseen in _folds(sentences, n_folds):
        scores[unseen] = scores_of(train([sentences[row] for row in seen]), [sentences[row] for row in unseen])
    return scores


def choose_cut(scores: Vector, sentences: Sequence[Judged]) -> float:
    """The cut, to two digits, at which the classes agree best with those of the judgements, by macro F1."""
    judged = _classes(_judgements(sentences), NEUTRAL)
    cuts = np.arange(0.02, 0.4, 0.01).round(2)
    return float(max(cuts, key=lambda cut: _macro_f1(judged, _classes(scores, cut))))


def cross_validate(sentences: Sequence[Judged], n_folds: int = 10, n_inner: int = 5) -> Figures:
    """How the model does on sentences of events that it has not seen; each fold's cut is chosen without that fold."""
    scores, classes = np.zeros(len(sentences)), np.zeros(len(sentences))
    for seen, unseen in _folds(sentences, n_folds):
        learnt = [sentences[row] for row in seen]
        cut = choose_cut(unseen_scores(learnt, n_inner), learnt)
        scores[unseen] = scores_of(train(learnt), [sentences[row] for row in unseen])
        classes[unseen] = _classes(scores[unseen], cut)
    judgements = _judgements(sentences)
    return Figures(_pearson(judgements, scores), _macro_f1(_classes(judgements, NEUTRAL), classes))


def vader_figures(sentences: Sequence[Judged]) -> Figures:
    """The same of VADER's score with the cuts of its authors."""
    compounds = np.array([sentence.compound for sentence in sentences])
    judgements = _judgements(sentences)
    classes = _classes(judgements, NEUTRAL)
    return Figures(_pearson(judgements, compounds), _macro_f1(classes, _classes(compounds, VADER_CUT)))


def _folds(sentences: Sequence[Judged], n_folds: int) -> Iterator[tuple[Vector, Vector]]:
    events = [sentence.event for sentence in sentences]
    yield from GroupKFold(n_folds, shuffle=True, random_state=0).split(events, groups=events)


def _judgements(sentences: Sequence[Judged]) -> Vector:
    return np.array([sentence.judgement for sentence in sentences])


def _classes(values: Vector, cut: float) -> Vector:
    return np.where(values >= cut, 1, np.where(values <= -cut, -1, 0))


def _pearson(judgements: Vector, scores: Vector) -> float:
    return float(np.corrcoef(judgements, scores)[0, 1])


def _macro_f1(judged: Vector, found: Vector) -> float:
    return float(f1_score(judged, found, average="macro"))


def main() -> None:
    """Print the figures; with --write, store the model where the program reads it."""
    parser = argparse.ArgumentParser(description="Train the news reading of tone.")
    parser.add_argument("data", type=Path, help="NewsMTSC as JSON lines")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--write", action="store_true", help="store the weights for the program")
    arguments = parser.parse_args()
    sentences = read_sentences(arguments.data)
    found = {"VADER": vader_figures(sentences), "news reading": cross_validate(sentences, arguments.folds)}
    rows = [(name, f"{figures.r:.3f}", f"{figures.f1:.3f}") for name, figures in found.items()]
    title = f"{len(sentences):,} sentences, {arguments.folds} folds"
    publish("train_tone", "python -m benchmarks.train_tone FILE", [Table(title, ("Pearson's r", "macro F1"), rows)])
    if arguments.write:
        model = train(sentences, choose_cut(unseen_scores(sentences, arguments.folds), sentences))
        write_model(model)
        print(f"{len(model.words)} words, VADER weighs {model.vader}, cut {model.cut}")


if __name__ == "__main__":
    main()
