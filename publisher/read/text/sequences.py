"""Which numbers of openers go on from each other as those of headings do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from publisher.read.text.openers import Opener

FEWEST_DECIMALS = 3
"""Numbers of several parts without which a text has no decimal headings."""


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

    The longest such chain is taken, decimals of several parts counting most: a numbered list on the
    way does not break it. Empty if there are fewer than `FEWEST_DECIMALS` of them.
    """
    numbered = [
        (at, o.number.parts)
        for at, o in enumerate(found)
        if o.number and o.number.parts and (len(o.number.parts) > 1 or o.number.title)
    ]
    if sum(len(parts) > 1 for _, parts in numbered) < FEWEST_DECIMALS:
        return frozenset()
    # For each number: the best chain whose last number is it, and whose last number begins with it.
    exact: dict[tuple[int, ...], tuple[float, int]] = {(): (0.0, -1)}
    inside: dict[tuple[int, ...], tuple[float, int]] = {}
    links: list[tuple[int, int]] = []  # opener, link before it
    for at, parts in numbered:
        before = max((exact[p] for p in _parents(parts) if p in exact), default=None)
        beside = inside.get((*parts[:-1], parts[-1] - 1))
        if beside is not None and (before is None or beside > before):
            before = beside
        if before is None:
            continue
        links.append((at, before[1]))
        state = (before[0] + (1.0 if len(parts) > 1 else 0.4), len(links) - 1)
        exact[parts] = max(state, exact.get(parts, state))
        for size in range(1, len(parts) + 1):
            prefix = parts[:size]
            inside[prefix] = max(state, inside.get(prefix, state))
    chain: set[int] = set()
    link = max(exact.values())[1]
    while link >= 0:
        at, link = links[link]
        chain.add(at)
    return frozenset(chain)


def _parents(parts: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The numbers that `parts` may open a level (or several) below: 2 before 2.1, or before 2.1.1."""
    out = []
    for size in range(len(parts) - 1, -1, -1):
        if parts[size] > 1:
            break
        out.append(parts[:size])
    return out
