"""Levels of headings, found over their whole sequence.

Headings of one kind (the same word, or the same look) have one level. For each two kinds it is
weighed which lies under which:

- the rank of words: part and book above chapter above section;
- B's numbers begin again after an A, while A's go on: B lies under A;
- B follows A with no text between: B lies under A;
- B, without number, stands between two consecutive numbers of A: B lies under A;
- decimal numbers have their depth;
- the printed contents set B further in than A;
- more blank lines stand above A than above B.

Headings without numbers that have one word or look, but of which some stand below wide gaps and the
others below narrow ones, are of two kinds: the wider gap lies above.

Then the headings are taken in order, each under the last one that is above its kind. Where nothing
tells, all have one level.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

UNNUMBERED = ("caps", "plain", "italic", "named")
NUMERALS = ("roman", "arabic", "alphabet")

MAX_LEVEL = 6
"""The deepest heading (`h6`)."""

NO_TEXT = 60
"""Characters of text after a heading that are as good as none."""

ENOUGH = 1.5
"""What must speak for one kind lying above another, on balance."""

RANK, RESTART, FOLLOWS, BETWEEN, LISTED, GAP, CAPITALS = 2.0, 2.0, 1.0, 1.5, 4.0, 1.5, 0.5
"""The weights of the signs above; the last: that capitals lie above mixed case."""

WIDER = 2
"""Blank lines by which a gap is wider than another: one line more is often chance."""

FEWEST = 2
"""Headings that make a gap one of a kind's own."""

CERTAIN = 100.0
"""The weight of depths."""

MOST_TIMES = 4
"""A sign counts this many times at most."""


class Kind(NamedTuple):
    """What headings of one level have in common; `depth` is that of decimal numbers, or of a sequence
    of numbers inside another of the same scheme."""

    scheme: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A heading as the levels see it.

    `scheme`, `number`, `depth` are those of the claim; `rank` is that of its word (1 part, 2 chapter,
    3 section; 0 none); `body` is how many characters of text follow before the next heading; `aside`
    says that it is of the front or back matter, which holds no other divisions; `listed` is how deep
    it lies in the printed contents (0 if they do not tell); `gap` is how many blank lines stand above
    it, `indent` the column it begins in, `capitals` that it has no small letters, `titled` that there
    are words beside its number.
    """

    scheme: str
    rank: int
    number: int | None
    depth: int
    body: int
    aside: bool = False
    listed: int = 0
    gap: int = 0
    indent: int = 0
    capitals: bool = False
    titled: bool = False

    @property
    def look(self) -> tuple[int, int, bool]:
        """What of its print may tell levels apart."""
        return self.gap, self.indent, self.capitals


def find_levels(headings: Sequence[Found]) -> tuple[int, ...]:
    """The level of each heading, from 1."""
    kinds = _kinds(headings)
    above = _relations(headings, kinds)
    hosts = _hosts(headings, kinds)
    levels: list[int] = []
    stack: list[int] = []
    for at, heading in enumerate(headings):
        if heading.aside:
            level = _aside_level(headings, at, levels, stack, hosts.get(at))
            levels.append(level)
            stack = [n for n in stack if levels[n] < level]
            continue
        while stack and (kinds[stack[-1]], kinds[at]) not in above:
            stack.pop()
        levels.append(min(MAX_LEVEL, len(stack) + 1))
        stack.append(at)
    return tuple(levels)


# Front and back matter --------------------------------------------------------------------------------


def _hosts(headings: Sequence[Found], kinds: Sequence[Kind]) -> dict[int, int]:
    """For asides inside a sequence (3, aside, 4): the last heading before whose sequence goes on after."""
    asides = [at for at, heading in enumerate(headings) if heading.aside]
    out: dict[int, int] = {}
    last: dict[Kind, int] = {}
    for at, (heading, kind) in enumerate(zip(headings, kinds, strict=True)):
        if heading.aside or heading.number is None:
            continue
        before = last.get(kind)
        last[kind] = at
        if before is not None and headings[before].number == heading.number - 1:
            for inside in asides[bisect(asides, before) : bisect(asides, at)]:
                out[inside] = max(before, out.get(inside, before))
    return out


def _aside_level(
    headings: Sequence[Found], at: int, levels: Sequence[int], stack: Sequence[int], host: int | None
) -> int:
    """A preface after a part's heading is the part's, as is a conclusion before the next chapter of the
    same part; one that looks like the divisions before it is their equal; else it is the book's."""
    if at and headings[at - 1].body < NO_TEXT and not headings[at - 1].aside:
        return min(MAX_LEVEL, levels[at - 1] + 1)
    least = 1
    if host is not None:
        least = levels[host] + any(not h.aside for h in headings[host + 1 : at])
        least = min(least, levels[at - 1] + 1)
    alike = [n for n in stack if headings[n].look == headings[at].look and levels[n] >= least]
    if alike:
        return levels[alike[0]]
    if at and headings[at - 1].aside and levels[at - 1] > least:
        return levels[at - 1]
    return min(MAX_LEVEL, least)


# Kinds ------------------------------------------------------------------------------------------------


def _kinds(headings: Sequence[Found]) -> list[Kind]:
    decimals = any(h.depth > 1 for h in headings)
    solitary = _solitary(headings)
    kinds = [
        Kind("decimal", max(1, h.depth))
        if h.depth or (decimals and h.scheme in ("arabic", "appendix"))
        else Kind("caps" if h.capitals else "plain", 0)
        if at in solitary
        else Kind(h.scheme, 0)
        for at, h in enumerate(headings)
    ]
    for scheme in ("roman", "arabic"):
        members = [at for at, kind in enumerate(kinds) if kind == Kind(scheme, 0)]
        for at in _inner([headings[m] for m in members], _alone(headings, kinds, members)):
            kinds[members[at]] = Kind(scheme, 1)
    for scheme in UNNUMBERED:
        members = [at for at, kind in enumerate(kinds) if kind.scheme == scheme and not headings[at].aside]
        for at, depth in (_by_contents(headings, members) or _by_gap(headings, members)).items():
            kinds[at] = Kind(scheme, depth)
    return kinds


def _solitary(headings: Sequence[Found]) -> set[int]:
    """Numerals with words ("I, too, ...", "O, HARP!") that no other number comes before or after."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for h in headings:
        numbers[h.scheme].add(h.number or 0)
    return {
        at
        for at, h in enumerate(headings)
        if h.scheme in NUMERALS
        and h.titled
        and h.number is not None
        and not {h.number - 1, h.number + 1} & (numbers[h.scheme] - {0})
    }


def _by_contents(headings: Sequence[Found], members: Sequence[int]) -> dict[int, int]:
    """How deep the printed contents have headings of one look; empty if they do not tell."""
    listed = [headings[at].listed for at in members if headings[at].listed]
    if len(listed) <= len(members) / 2 or len(set(listed)) < 2:
        return {}
    return {at: min(MAX_LEVEL, headings[at].listed or max(listed)) for at in members}


def _by_gap(headings: Sequence[Found], members: Sequence[int]) -> dict[int, int]:
    """Depth 1 or 2 by whether the gap above is wide or narrow; empty if there are no such two kinds.

    The first heading must stand below a wide gap: a book begins with a division of the highest level,
    while gaps left by something that fell out (a figure, a listing) come anywhere.
    """
    often = [gap for gap, n in Counter(headings[at].gap for at in members).items() if n >= FEWEST]
    if len(often) < 2 or max(often) - min(often) < WIDER:
        return {}
    middle = (max(often) + min(often)) / 2
    if headings[members[0]].gap < middle:
        return {}
    return {at: 1 if headings[at].gap >= middle else 2 for at in members}


def _alone(headings: Sequence[Found], kinds: Sequence[Kind], members: Sequence[int]) -> list[bool]:
    """Whether no heading of another kind stands between each member and the one before it."""
    out = [True]
    for before, at in pairwise(members):
        out.append(all(kinds[n] == kinds[at] or headings[n].aside for n in range(before, at)))
    return out


def _inner(found: Sequence[Found], alone: Sequence[bool]) -> list[int]:
    """The places in a sequence of numbers that belong to sequences inside it.

    1 2 [1 2 3] 3 4 [1 2] 5: where numbers begin again and later the sequence goes on from where it
    was, what is between lies inside; where both go on with the same number, a wider gap is the outer's.
    `alone` says for each number that no heading of another kind stands before it, which would explain
    why they begin again.
    """
    numbers = [h.number or 0 for h in found]
    outer = 0
    inside: list[int] = []
    sure: list[int] = []
    for at, number in enumerate(numbers):
        goes_on = bool(inside) and number == numbers[inside[-1]] + 1 and alone[at]
        if goes_on and not (number == outer + 1 and found[at].gap > found[inside[-1]].gap):
            inside.append(at)
        elif number == outer + 1:
            sure += inside
            inside = []
            outer = number
        elif number == 1 and outer and alone[at] and not inside:
            inside = [at]
        else:
            inside = []
            outer = number
    return sure + inside if sure else []


# Relations --------------------------------------------------------------------------------------------


def _relations(headings: Sequence[Found], kinds: Sequence[Kind]) -> set[tuple[Kind, Kind]]:
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
    out: Signs = {}
    for a, rank_a in rank.items():
        for b, rank_b in rank.items():
            if a.scheme == b.scheme and a.depth < b.depth:
                out[a, b] = CERTAIN
            elif 0 < rank_a < rank_b:
                out[a, b] = RANK
            elif a.scheme == "caps" and b.scheme in ("plain", "italic"):
                out[a, b] = CAPITALS
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
