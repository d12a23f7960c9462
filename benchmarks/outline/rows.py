"""The candidates of texts, with what the features see and what truth says."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.outline.corpus import Text
from publisher.read.text.features import candidates
from publisher.read.text.licence import licence
from publisher.read.text.lines import read_lines

Weights = dict[str, tuple[float, ...]]
"""By feature, a column a kind of heading (`KINDS`)."""


class Row(NamedTuple):
    """A candidate: its text, its kind, its features, and whether it is a heading (None: may be or not)."""

    slug: str
    kind: str
    features: tuple[str, ...]
    heading: bool | None


def rows(text: Text) -> list[Row]:
    """The candidates of a text, without those of Project Gutenberg's licence."""
    lines = read_lines(text.source)
    start, stop = licence(lines)
    required, allowed = text.required(), text.allowed()
    first = {heading["line"] for heading in text.truth["headings"] if not heading.get("optional")}
    out = []
    for candidate in candidates(lines):
        line = candidate.opener.first + 1
        if start < line <= stop:
            heading = True if line in first else None if line in required | allowed else False
            out.append(Row(text.slug, candidate.kind, candidate.features, heading))
    return out
