"""Which numbers of openers go on from each other as those of headings do."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from publisher.read.text.openers import Opener

_LETTERED = re.compile(r"[A-Z]((?:\.\d{1,3}){1,5})\.?(?:\s|$)")

FEWEST_DECIMALS = 3
"""Numbers of several parts without which a text has no decimal headings."""

LEAP = 1.6
"""What a step that leaves numbers out costs, in decimals of several parts."""


def chains(found: Sequence[Opener]) -> dict[int, tuple[int, int]]:
    """For each numbered opener: how long the longest run 1, 2, 3 ... through it is, and how many lines
    before it its predecessor stands (0 for a first)."""
    series: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, opener in enumerate(found):
        if opener.number and opener.number.scheme != "decimal":
            series[opener.number.scheme, bool(opener.number.title) and not opener.number.keyword].append(at)
    out: dict[int, tuple[int, int]] = {}
    for members in series.values():
        last: dict[int, int] = {}
        before: dict[int, int] = {}
        length: dict[int, int] = {}
        for at in members:
            number = found[at].number
            assert number is not None
            if number.number - 1 in last:
                before[at] = last[number.number - 1]
                length[at] = length[before[at]] + 1
            else:
                length[at] = 1
            last[number.number] = at
        for at in reversed(members):
            if at in before:
                length[before[at]] = max(length[before[at]], length[at])
        for at in members:
            out[at] = length[at], found[at].first - found[before[at]].first if at in before else 0
    return out


def decimal_order(found: Sequence[Opener]) -> frozenset[int]:
    """The openers whose decimal numbers follow each other as those of headings do: 1, 1.1, 1.2, 2 ...

    The chain is taken that is worth most: it ascends, decimals of several parts count most, and each step
    that leaves numbers out costs. A numbered list on the way does not break it, nor does a heading that
    was not seen. Numbers in brackets are references. Empty if there are fewer than `FEWEST_DECIMALS`
    of several parts.
    """
    numbered = [
        (at, o.number.parts)
        for at, o in enumerate(found)
        if o.number
        and o.number.parts
        and o.number.label[0] not in "[("
        and (len(o.number.parts) > 1 or o.number.title)
    ]
    if sum(len(parts) > 1 for _, parts in numbered) < FEWEST_DECIMALS:
        return frozenset()
    rank = {parts: n for n, parts in enumerate(sorted({parts for _, parts in numbered}), start=1)}
    # For each number: the best chain whose last number is it, whose last begins with it, or is less.
    exact: dict[tuple[int, ...], Link] = {(): Link(0.0, -1)}
    inside: dict[tuple[int, ...], Link] = {}
    less = _Best(len(rank))
    links: list[tuple[int, int]] = []  # opener, link before it
    best = Link(0.0, -1)
    for at, parts in numbered:
        before = max((exact[p] for p in _parents(parts) if p in exact), default=Link(-LEAP, -1))
        before = max(before, inside.get((*parts[:-1], parts[-1] - 1), before))
        leap = less.below(rank[parts])
        before = max(before, Link(leap.worth - LEAP, leap.last))
        links.append((at, before.last))
        state = Link(before.worth + (1.0 if len(parts) > 1 else 0.4), len(links) - 1)
        exact[parts] = max(state, exact.get(parts, state))
        for size in range(1, len(parts) + 1):
            prefix = parts[:size]
            inside[prefix] = max(state, inside.get(prefix, state))
        less.put(rank[parts], state)
        best = max(best, state)
    chain: set[int] = set()
    link = best.last
    while link >= 0:
        at, link = links[link]
        chain.add(at)
    return frozenset(chain)


class Link(NamedTuple):
    """A chain of numbers: what it is worth, and the index of its last link."""

    worth: float
    last: int


class _Best:
    """The best chain among those that end below a rank: prefix maxima (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        self.tree = [Link(0.0, -1)] * (size + 1)

    def below(self, rank: int) -> Link:
        best = Link(0.0, -1)
        rank -= 1
        while rank > 0:
            best = max(best, self.tree[rank])
            rank -= rank & -rank
        return best

    def put(self, rank: int, link: Link) -> None:
        while rank < len(self.tree):
            self.tree[rank] = max(self.tree[rank], link)
            rank += rank & -rank


def _parents(parts: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The numbers that `parts` may open a level (or several) below: 2 before 2.1, or before 2.1.1."""
    out = []
    for size in range(len(parts) - 1, -1, -1):
        if parts[size] > 1:
            break
        out.append(parts[:size])
    return out


def lettered(text: str) -> tuple[int, ...]:
    """The numbers after the letter of an appendix that a line begins with: A.1.2 has 1 and 2; else none."""
    found = _LETTERED.match(text)
    return tuple(int(part) for part in found[1].split(".")[1:]) if found else ()
