"""How often headings said with some weight are right: the table behind `confidence`.

The weights come from reading each text with weights fitted without it, so the table tells of texts that
were never seen. Confidence must not fall where the weight grows: the shares are made monotone by pooling
adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman 1955). Each text counts by the square root of its
headings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.outline.corpus import Text
from publisher.read import Reading

STEPS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0, 10.0)
"""The lower ends of the ranges of weight that are told apart, in log odds."""

DOUBT = 1.0
"""Headings that every range is thought to have beside its own, half of them wrong."""


class Said(NamedTuple):
    """A heading said with a weight, whether it was right, and what it counts."""

    weight: float
    right: bool
    counts: float


def said_in(text: Text, reading: Reading) -> list[Said]:
    """The headings of a reading; what may be a heading or not is left out."""
    required, allowed = text.required(), text.allowed()
    told = [(h, c) for h, c in reading.with_claims() if not (h.line in allowed and h.line not in required)]
    return [Said(c.weight, h.line in required, len(told) ** -0.5) for h, c in told]


def calibrate(said: Sequence[Said]) -> tuple[tuple[float, float], ...]:
    """Pairs of the middle weight of a range and the share of headings there that are right; ascending."""
    ranges: list[tuple[float, float, float]] = []  # weight times counts, right, counts
    for low, high in zip(STEPS, (*STEPS[1:], 1e9), strict=True):
        inside = [s for s in said if low <= s.weight < high]
        if inside:
            counts = sum(s.counts for s in inside)
            right = sum(s.counts for s in inside if s.right)
            heavy = sum(s.weight * s.counts for s in inside)
            ranges.append((heavy, right + DOUBT * 0.5, counts + DOUBT))
    pooled: list[list[tuple[float, float, float]]] = []
    for entry in ranges:
        pooled.append([entry])
        while len(pooled) > 1 and _share(pooled[-2]) >= _share(pooled[-1]):
            last = pooled.pop()
            pooled[-1] += last
    return tuple((round(_middle(pool), 2), round(_share(pool), 3)) for pool in pooled) or ((0.0, 0.5),)


def _share(pool: Sequence[tuple[float, float, float]]) -> float:
    return sum(p[1] for p in pool) / sum(p[2] for p in pool)


def _middle(pool: Sequence[tuple[float, float, float]]) -> float:
    return sum(p[0] for p in pool) / sum(p[2] - DOUBT for p in pool)
