"""Choosing among claims: the set without overlaps that has the most evidence.

Weighted interval scheduling: claims in the order of their ends, and for each the best of "without
it" and "with it, after the best that ends before it begins" (Kleinberg and Tardos, Algorithm
Design, 6.1).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from publisher.read.text.claims import Claim


def resolve(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The chosen claims, ascending by line. Claims without evidence on balance are never chosen.

    Among equally good sets the one is taken that has the earlier claims of the input.
    """
    ranked = sorted(
        ((c.stop, c.first, at, c) for at, c in enumerate(claims) if c.weight > 0 and c.first < c.stop),
        key=lambda r: r[:3],
    )
    stops = [r[0] for r in ranked]
    best = [0.0]
    before: list[int] = []
    for n, (_, first, _, claim) in enumerate(ranked):
        before.append(bisect_right(stops, first, 0, n))
        best.append(max(best[n], claim.weight + best[before[n]]))
    chosen: list[Claim] = []
    n = len(ranked)
    while n:
        if best[n] > best[n - 1]:
            chosen.append(ranked[n - 1][3])
            n = before[n - 1]
        else:
            n -= 1
    return tuple(reversed(chosen))
