"""Fitting the weights of the features of headings: logistic regression with shrinkage.

Each feature has a weight shared by all kinds of heading and one a kind. The shared ones shrink towards 0
(a few towards what is known beforehand: `PRIOR`), those of a kind towards the shared ones. Each text counts
by the square root of its candidates, so that a long one does not outvote the rest, and the texts of
`training` count less than those of the corpus (`TRAINING`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.outline.rows import Row, Weights
from publisher.read.text.kinds import KINDS
from publisher.read.text.weights import BASE

SHARED, OWN = 3.0, 8.0
"""How strongly shared weights shrink, and those of a kind."""

CERTAIN = 6.0
"""How many times stronger weights of `PRIOR` shrink towards what is known."""

PRIOR = {
    "a plain sentence": -2.5,
    "decimal numbers in order": 6.0,
    "decimal numbers out of order": -3.0,
    "a running head with a page number": -5.0,
    "an edit link at its end": 6.0,
    "runs on into the text": -4.0,
    "a bracket after the number": -3.0,
    "ends in page numbers as an entry of an index does": -2.0,
    "begins as a caption does": -2.0,
    "would open a letter": -3.0,
    "a small letter after the number": -2.0,
    "a name below verse": -3.0,
    "the same line comes often": -3.0,
    "the same line comes a few times": -1.0,
}
"""What is known of features that few texts have or that overlap with others."""

TRAINING = 0.15
"""What a training text counts against one of the corpus."""

BIAS = 0.0
"""Against all headings, in log odds."""

LEAST = 0.05
"""Rows whose weights are all smaller are left out."""


def fit(found: Sequence[Row], training: Iterable[str] = ()) -> Weights:
    """The weights, by feature, a column a kind (`KINDS`); `training` are the slugs that count less."""
    known = [row for row in found if row.heading is not None]
    names, matrix = _design(known)
    right = np.array([float(bool(row.heading)) for row in known])
    weight = _row_weights(known, frozenset(training))
    shrink = np.array([SHARED if kind is None else OWN for kind, _ in names])
    towards = np.zeros(len(names))
    for at, (kind, name) in enumerate(names):
        if kind is None and name in PRIOR:
            towards[at] = PRIOR[name]
            shrink[at] *= CERTAIN
        elif kind is None and name == BASE:
            shrink[at] = 0.001

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ at
        away = at - towards
        value = np.sum(weight * (np.logaddexp(0, odds) - right * odds)) + 0.5 * np.sum(shrink * away**2)
        slope = matrix.T @ (weight * (1 / (1 + np.exp(-odds)) - right)) + shrink * away
        return float(value), slope

    solved = minimize(loss, towards, jac=True, method="L-BFGS-B", options={"maxiter": 2000, "maxfun": 4000}).x
    known_before: dict[Name, float] = {(None, name): odds for name, odds in PRIOR.items()}
    return _table(known_before | dict(zip(names, map(float, solved), strict=True)))


Name = tuple[str | None, str]
"""A kind (None: shared by all) and a feature."""


def _design(found: Sequence[Row]) -> tuple[list[Name], csr_matrix]:
    index: dict[Name, int] = {}
    at, columns = [], []
    for n, row in enumerate(found):
        for feature in dict.fromkeys((BASE, *row.features)):
            for name in ((None, feature), (row.kind, feature)):
                at.append(n)
                columns.append(index.setdefault(name, len(index)))
    shape = (len(found), len(index))
    return list(index), csr_matrix((np.ones(len(at)), (at, columns)), shape=shape)


def _row_weights(found: Sequence[Row], training: frozenset[str]) -> np.ndarray:
    sizes = Counter(row.slug for row in found)
    weight = np.array([sizes[r.slug] ** -0.5 * (TRAINING if r.slug in training else 1) for r in found])
    own = sum(1 for row in found if row.slug not in training)
    scaled: np.ndarray = weight * (own / weight.sum())
    return scaled


def _table(solved: Mapping[Name, float]) -> Weights:
    """Rounded rows, in the order of the alphabet."""
    table: Weights = {}
    for kind, name in sorted(solved, key=lambda k: (k[1] != BASE, k[1], k[0] or "")):
        if kind is None:
            base = solved[kind, name] + (BIAS if name == BASE else 0.0)
            row = tuple(round(base + solved.get((k, name), 0.0), 1) + 0.0 for k in KINDS)
            if max(map(abs, row)) >= LEAST:
                table[name] = row
    return table
