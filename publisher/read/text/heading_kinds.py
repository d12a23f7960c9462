"""What levels see of a heading, and which headings are of one kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from publisher.read.text.nesting import Section

UNNUMBERED = ("caps", "plain", "italic", "named")
UNMARKED = ("plain", "named")
NUMERALS = ("roman", "arabic", "alphabet")

MAX_LEVEL = 6
"""The deepest heading (`h6`)."""

WIDER = 2
"""Blank lines by which a gap is wider than another: one line more is often chance."""

NARROW = 2
"""Blank lines that a text leaves above headings of any level."""

FEWEST = 2
"""Headings that make a gap one of a kind's own."""


class Kind(NamedTuple):
    """What headings of one level have in common; `depth` is that of decimal numbers, or of a sequence
    of numbers inside another of the same scheme."""

    scheme: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A heading as the levels see it.

    `scheme`, `number`, `depth` are those of the claim; `rank` is that of its word (1 volume, 2 part,
    3 chapter, 4 section; 0 none); `body` is how many characters of text follow before the next heading;
    `aside` says that it is of the front or back matter, which holds no other divisions; `listed` is how deep
    it lies in the printed contents (0 if they do not tell); `gap` is how many blank lines stand above
    it, `indent` the column it begins in, `capitals` that it has no small letters, `titled` that there
    are words beside its number; `section` is what it and the text below it say.
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

    section: Section | None = None

    @property
    def unmarked(self) -> bool:
        """Whether nothing in its print tells its level: no number, no capitals, no wide gap."""
        return (
            self.number is None
            and self.scheme in UNMARKED
            and not self.capitals
            and self.gap <= NARROW
            and self.section is not None
        )

    @property
    def look(self) -> tuple[int, int, bool]:
        """What of its print may tell levels apart."""
        return self.gap, self.indent, self.capitals


def kinds_of(headings: Sequence[Found]) -> list[Kind]:
    """The kind of each heading."""
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
