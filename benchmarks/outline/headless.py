"""Texts without any heading: what stands between two headings of a text of the corpus.

Chapters, stories, letters, essays and sections, each cut out with the text's own layout; the reader should
find no heading in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from benchmarks.outline.corpus import Text
from benchmarks.outline.readings import weighing
from benchmarks.outline.rows import Weights
from publisher.diagnostics import Sink
from publisher.read import read_text
from publisher.source import Source

SHORTEST, LONGEST = 3_000, 40_000
"""Characters of a piece."""

PIECES = 2
"""Of one text at most."""


def pieces(text: Text) -> Iterator[Source]:
    """The longest stretches without a heading that are short enough, in the order of the text."""
    if not text.truth["headings"]:
        return
    lines = text.source.text.split("\n")
    headings = text.truth["headings"]
    found = []
    for before, after in pairwise(headings):
        piece = "\n".join(lines[before["end_line"] : after["line"] - 1]).strip("\n")
        if SHORTEST <= len(piece) <= LONGEST:
            found.append((len(piece), before["end_line"], piece))
    for _, line, piece in sorted(sorted(found, reverse=True)[:PIECES], key=lambda f: f[1]):
        yield Source(f"{text.slug}, after line {line}", piece + "\n")


def without_heading(texts: Sequence[Text], weights: Mapping[str, Weights] | None) -> tuple[int, list[str]]:
    """How many pieces there are, and the names of those in which a heading was found, with the first."""
    many, wrong = 0, []
    for text in texts:
        with weighing(weights[text.slug] if weights else None):
            for piece in pieces(text):
                many += 1
                found = read_text(piece, Sink()).headings
                if found:
                    wrong.append(f"{piece.name}: {len(found)}, the first {found[0].text[:40]!r}")
    return many, wrong
