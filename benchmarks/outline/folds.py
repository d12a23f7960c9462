"""Weights that were fitted without the texts that they are to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from benchmarks.outline.corpus import Text, groups_of
from benchmarks.outline.fit import fit
from benchmarks.outline.rows import Row, Weights

FOLDS = 10


def left_out(
    texts: Sequence[Text],
    found: dict[str, list[Row]],
    training: Sequence[Text],
    key: Callable[[Text], str],
    folds: int = FOLDS,
) -> dict[str, Weights]:
    """For each text the weights fitted without all texts of its group.

    `found` are the rows of all texts and training texts by slug; of the training texts those are left
    out whose work is left out.
    """
    out: dict[str, Weights] = {}
    for group in groups_of(texts, key, folds):
        works = {text.work for text in texts if key(text) in group}
        kept = [t for t in texts if key(t) not in group]
        extra = [t for t in training if t.work not in works]
        rows = [row for t in (*kept, *extra) for row in found[t.slug]]
        weights = fit(rows, [t.slug for t in extra if t.is_training])
        out |= {text.slug: weights for text in texts if key(text) in group}
    return out
