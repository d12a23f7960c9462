"""Which kinds of headings lie above which.

For each two kinds A and B it is weighed which lies under which:

- the rank of words: part and book above chapter above section;
- B's numbers begin again after an A, while A's go on: B lies under A;
- B follows A with no text between: B lies under A;
- B, without number, stands between two consecutive numbers of A: B lies under A;
- decimal numbers have their depth;
- the printed contents set B further in than A;
- more blank lines stand above A than above B.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from publisher.read.text.heading_kinds import FEWEST, WIDER, Found, Kind

NO_TEXT = 60
"""Characters of text after a heading that are as good as none."""

ENOUGH = 1.5
"""What must speak for one kind lying above another, on balance."""

RANK, RESTART, FOLLOWS, BETWEEN, LISTED, GAP, CAPITALS = 2.0, 2.0, 1.0, 1.5, 4.0, 1.5, 1.5
"""The weights of the signs above; the last: that capitals lie above mixed case, if they
come first and are not more; else a third of it."""

CERTAIN = 100.0
"""The weight of depths."""

MOST_TIMES = 4
"""A sign counts this many times at most."""


def relations(headings: Sequence[Found], kinds: Sequence[Kind]) -> set[tuple[Kind, Kind]]:
    """The pairs (A, B) of kinds where A lies above B."""
    signs: dict[tuple[Kind, Kind], float] = defaultdict(float)
    for sign in (_ranks, _restarts, _follows, _between, _listed, _gaps):
        for pair, weight in sign(headings, kinds).items():
            signs[pair] += weight
    order = list(dict.fromkeys(kinds))
    above: set[tuple[Kind, Kind]] = set()
    for a, b in sorted(
        ((a, b) for a in order for b in order if a != b),
        key=lambda pair: (signs[pair[1], pair[0]] - signs[pair], order.index(pair[0]), order.index(pair[1])),
    ):
        if signs[a, b] - signs[b, a] >= ENOUGH and (b, a) not in above:
            above.add((a, b))
    return above


Signs = dict[tuple[Kind, Kind], float]


def _ranks(headings: Sequence[Found], kinds: Sequence[Kind]) -> Signs:
    rank = {kind: h.rank for kind, h in zip(kinds, headings, strict=True)}
    often = Counter(kinds)
    order = {kind: n for n, kind in enumerate(often)}
    out: Signs = {}
    for a, rank_a in rank.items():
        for b, rank_b in rank.items():
            if a.scheme == b.scheme and a.depth < b.depth:
                out[a, b] = CERTAIN
            elif 0 < rank_a < rank_b:
                out[a, b] = RANK
            elif a.scheme == "caps" and b.scheme in ("plain", "italic"):
                opens = often[a] <= often[b] and order[a] < order[b]
                out[a, b] = CAPITALS if opens else CAPITALS / 3
            elif a.scheme == "appendix" and b.scheme == "plain":
                out[a, b] = CERTAIN
    return out


def _listed(headings: Sequence[Found], kinds: Sequence[Kind]) -> Signs:
    depths: dict[Kind, list[int]] = defaultdict(list)
    for kind, heading in zip(kinds, headings, strict=True):
        if heading.listed:
            depths[kind].append(heading.listed)
    usual = {kind: median_low(deep) for kind, deep in depths.items()}
    return {(a, b): LISTED for a in usual for b in usual if usual[a] < usual[b]}


def _gaps(headings: Sequence[Found], kinds: Sequence[Kind]) -> Signs:
    """Kinds of which three in four stand below gaps wider than those of three in four of another."""
    gaps: dict[Kind, list[int]] = defaultdict(list)
    for kind, heading in zip(kinds, headings, strict=True):
        if not heading.aside:
            gaps[kind].append(heading.gap)
    usual = {
        kind: (sorted(gap)[len(gap) // 4], sorted(gap)[len(gap) * 3 // 4])
        for kind, gap in gaps.items()
        if len(gap) >= FEWEST
    }
    return {(a, b): GAP for a in usual for b in usual if usual[a][0] >= usual[b][1] + WIDER}


def _restarts(headings: Sequence[Found], kinds: Sequence[Kind]) -> Signs:
    members: dict[Kind, list[int]] = defaultdict(list)
    for at, (heading, kind) in enumerate(zip(headings, kinds, strict=True)):
        if heading.number is not None and not heading.aside:
            members[kind].append(at)
    going_on = {
        at
        for places in members.values()
        for before, at in pairwise(places)
        if headings[at].number == (headings[before].number or 0) + 1
    }
    times: Counter[tuple[Kind, Kind]] = Counter()
    for kind, places in members.items():
        for last, at, following in zip(places, places[1:], [*places[2:], places[-1]], strict=False):
            # A number 1 that no 2 follows is more likely a slip than a sequence.
            if headings[at].number == 1 and headings[following].number in (1, 2) and following != at:
                between = [n for n in range(last + 1, at) if not headings[n].aside and kinds[n] != kind]
                times.update(list(dict.fromkeys((kinds[n], kind) for n in between)))
                times.update((kinds[n], kind) for n in between if n in going_on)
    return {pair: RESTART * min(n, MOST_TIMES) for pair, n in times.items()}


def _follows(headings: Sequence[Found], kinds: Sequence[Kind]) -> Signs:
    times: Counter[tuple[Kind, Kind]] = Counter()
    for at in range(len(headings) - 1):
        one, other = headings[at], headings[at + 1]
        if kinds[at] != kinds[at + 1] and one.body < NO_TEXT and not (one.aside or other.aside):
            times[kinds[at], kinds[at + 1]] += 1
    return {pair: FOLLOWS * min(n, MOST_TIMES) for pair, n in times.items()}


def _between(headings: Sequence[Found], kinds: Sequence[Kind]) -> Signs:
    """Kinds without numbers (mostly) inside the sequence of another, with text of their own."""
    inside: Counter[tuple[Kind, Kind]] = Counter()
    total = Counter(k for k, h in zip(kinds, headings, strict=True) if not h.aside)
    last: dict[Kind, int] = {}
    for at, (heading, kind) in enumerate(zip(headings, kinds, strict=True)):
        if heading.number is None or heading.aside:
            continue
        before = last.get(kind)
        if before is not None and headings[before].number == heading.number - 1:
            for n in range(before + 1, at):
                unnumbered = headings[n].number is None and not headings[n].aside
                if unnumbered and kinds[n] != kind and headings[n].body >= NO_TEXT:
                    inside[kind, kinds[n]] += 1
        last[kind] = at
    return {pair: BETWEEN * min(n, MOST_TIMES) for pair, n in inside.items() if n > total[pair[1]] / 2}
