"""Levels of headings, found over their whole sequence.

1. The depth of a decimal number (1.2.3) is its level among decimal headings.
2. Words rank: part and book above chapter above section.
3. A kind of heading lies under another if its numbers begin again after it, or if it follows it with
   no text between.
4. Where nothing tells, all headings have one level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MAX_LEVEL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A heading as the levels see it.

    `scheme`, `number`, `depth` are those of the claim; `rank` is that of its keyword (1 part, 2 chapter, 3 section; 0 none);
    `body` is how many characters of text follow before the next heading.
    """

    scheme: str
    rank: int
    number: int | None
    depth: int
    body: int


def find_levels(headings: Sequence[Found]) -> tuple[int, ...]:
    """The level of each heading, from 1."""
    kinds = [(h.scheme, h.depth) for h in headings]
    under = _under(headings, kinds)
    first: dict[tuple[str, int], int] = {}
    for at, kind in enumerate(kinds):
        first.setdefault(kind, at)
    ranks = {kind: headings[at].rank for kind, at in first.items()}
    count = Counter(kinds)
    level: dict[tuple[str, int], int] = {}
    for kind in sorted(first, key=lambda k: (ranks[k] or 2, k[1], first[k])):
        above = [
            k
            for k in level
            if (ranks[k] and ranks[kind] > ranks[k] and count[k] > 1)
            or (kind[1] > k[1] > 0)
            or (under[kind, k] > under[k, kind] and under[kind, k] >= max(1, min(2, count[k] // 2)))
        ]
        level[kind] = min(MAX_LEVEL, 1 + max((level[k] for k in above), default=0))
    return tuple(level[k] for k in kinds)


def _under(
    headings: Sequence[Found], kinds: Sequence[tuple[str, int]]
) -> Counter[tuple[tuple[str, int], tuple[str, int]]]:
    """How much speaks for the first kind lying under the second."""
    under: Counter[tuple[tuple[str, int], tuple[str, int]]] = Counter()
    for at in range(len(headings) - 1):
        if kinds[at] != kinds[at + 1] and headings[at].body < 60:
            under[kinds[at + 1], kinds[at]] += 1
    last: dict[tuple[str, int], int] = {}
    for at, kind in enumerate(kinds):
        if headings[at].number == 1 and kind in last:
            between = [k for k in kinds[last[kind] + 1 : at] if k != kind]
            if between:
                under[kind, between[-1]] += 2
        last[kind] = at
    return under
