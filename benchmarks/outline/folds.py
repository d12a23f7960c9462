"""Reading texts with weights that were fitted without them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from unittest.mock import patch

from benchmarks.outline.corpus import Text
from benchmarks.outline.fit import Row, Weights, fit
from publisher.diagnostics import Sink
from publisher.read import Reading, read_text
from publisher.read.text import headings

FOLDS = 10


@contextmanager
def weighing(weights: Weights | None) -> Iterator[None]:
    """Read with these weights instead of those of the package (None: with those)."""
    if weights is None:
        yield
        return
    with patch.object(headings, "EVIDENCE", headings.evidence_table(weights)):
        yield


def read(text: Text, weights: Weights | None = None) -> Reading:
    """The reading of a text."""
    with weighing(weights):
        return read_text(text.source, Sink())


def groups_of(texts: Sequence[Text], key: Callable[[Text], str], folds: int) -> list[frozenset[str]]:
    """The groups of `key` dealt out to `folds` folds, in an order that does not follow the alphabet."""
    keys = sorted({key(text) for text in texts}, key=lambda k: (hash_of(k), k))
    return [frozenset(keys[n::folds]) for n in range(min(folds, len(keys)))]


def hash_of(word: str) -> int:
    """A number that depends on the word alone (FNV-1a)."""
    number = 0xCBF29CE484222325
    for byte in word.encode():
        number = (number ^ byte) * 0x100000001B3 % 2**64
    return number


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
