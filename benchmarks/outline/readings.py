"""Reading texts with other weights than those of the package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from benchmarks.outline.corpus import Text
from benchmarks.outline.rows import Weights
from publisher.diagnostics import Sink
from publisher.read import Reading, read_text
from publisher.read.text import headings


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
