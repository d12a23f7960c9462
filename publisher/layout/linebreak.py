"""Breaking a paragraph into lines, chosen over the whole paragraph (Knuth and Plass, "Breaking
Paragraphs into Lines", Software: Practice and Experience 11, 1981).

A paragraph is a row of n atoms (words, or pieces of words). All widths are in one unit, and the
positions of the atoms are prefix sums over the paragraph set on one endless line, so that the
breaks that a line can reach are two bisections away (a hyphen may end a little beyond what follows
it, so each line is checked besides):

    start[i]   where atom i begins               spaces[i]   stretchable spaces before it
    end[j]     where a line broken before atom j ends (without the space, with a hyphen if one is
               shown)                             inner[j]    stretchable spaces before that end
    penalty[j] of a break before atom j          hyphen[j]   whether that break shows a hyphen

`start[0]` is 0 and `end[n]` is the end of the last word. A break is a pair (i, j): a line with the
atoms [i, j).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

INFINITE = 1e30

Breaks = list[tuple[int, int]]

HYPHEN_PENALTY = 50.0
"""TeX's \\hyphenpenalty."""
DASH_PENALTY = 20.0
"""Of a break after a dash or a hyphen that is in the word anyway; TeX's \\exhyphenpenalty is 50."""
DOUBLE_HYPHEN_DEMERITS = 10_000.0
"""For hyphens on two lines running; TeX's \\doublehyphendemerits."""
MAX_LADDER = 2
"""Hyphens on lines running that may be; more only where nothing else fits."""
LADDER_DEMERITS = 1_000_000.0
"""For each hyphen more."""
LAST_HYPHEN_DEMERITS = 1_000_000.0
"""For a hyphen on the line before the last: worse than a line with spaces three times as wide."""
SHORT_LAST_DEMERITS = 40_000.0
"""For a last line that the next paragraph's indent would swallow."""


@dataclass(slots=True)
class Atoms:
    """The arrays described above; `start`, `end`, `spaces`, `inner`, `penalty`, `hyphen` have n + 1 items."""

    start: Sequence[float]
    end: Sequence[float]
    spaces: Sequence[int]
    inner: Sequence[int]
    penalty: Sequence[float]
    hyphen: Sequence[bool]

    @property
    def count(self) -> int:
        """How many atoms there are."""
        return len(self.start) - 1


@dataclass(frozen=True, slots=True)
class Measure:
    """The lines to fill: `width` of all but the first, which is `indent` shorter.

    A space is `space` wide and gives up to `shrink`; at `stretch` more it is as bad as TeX's ratio 1.
    `least` is how long the last line should be at the least. `trailing` is counted in the width: what
    a line's last letter has after it, and the eye does not see.
    """

    width: float
    indent: float
    space: float
    stretch: float
    shrink: float
    least: float = 0.0
    trailing: float = 0.0

    def room(self, at: int) -> float:
        """The width of the line that begins with atom `at`."""
        return self.width - self.indent if at == 0 else self.width


def justified(atoms: Atoms, measure: Measure, tolerance: float, *, gapless: bool = False) -> Breaks | None:
    """The breaks with the least demerits, no space stretched by more than `tolerance` * stretch;
    None if there are none.

    `gapless` admits lines that are not full and have no space to stretch, at the demerits of the
    worst line.
    """
    n = atoms.count
    start, end, spaces, inner = atoms.start, atoms.end, atoms.spaces, atoms.inner
    penalty, hyphen = atoms.penalty, atoms.hyphen
    stretch, shrink = measure.stretch, measure.shrink
    most = stretch * tolerance
    tightest = [e - shrink * k for e, k in zip(end, inner, strict=True)]
    loosest = end if gapless else [e + most * k for e, k in zip(end, inner, strict=True)]
    best = [INFINITE] * (n + 1)
    previous = [-1] * (n + 1)
    ladder = [0] * (n + 1)
    best[0] = 0.0
    width = measure.width - measure.indent
    for i in range(n):
        so_far = best[i]
        if so_far < INFINITE:
            origin, before, steps = start[i], spaces[i], ladder[i]
            room = width + origin
            low = i + 1 if gapless else bisect_left(loosest, room + most * before, i + 1, n)
            high = bisect_right(tightest, room - shrink * before + 1e-6, i + 1, n + 1)
            for j in range(low, high):
                slack = room - end[j]
                gaps = inner[j] - before
                if slack >= 0.0:
                    if j == n:
                        ratio = 0.0
                    elif gaps:
                        ratio = slack / (stretch * gaps)
                    else:
                        ratio = tolerance if slack > 1e-6 else 0.0
                elif slack > -1e-6:
                    ratio = 0.0
                elif gaps and slack >= -shrink * gaps - 1e-6:
                    ratio = -slack / (shrink * gaps)
                else:
                    continue
                demerits = 1.0 + 100.0 * ratio * ratio * ratio + penalty[j]
                demerits = demerits * demerits + so_far
                if steps and hyphen[j]:
                    demerits += DOUBLE_HYPHEN_DEMERITS if steps < MAX_LADDER else LADDER_DEMERITS
                if j == n:
                    demerits += _last(room - origin - slack, steps, i, measure)
                if demerits < best[j]:
                    best[j] = demerits
                    previous[j] = i
                    ladder[j] = steps + 1 if hyphen[j] else 0
        if not i:
            width = measure.width
    return _path(previous) if best[n] < INFINITE else None


def _last(length: float, after_hyphens: int, at: int, measure: Measure) -> float:
    """The demerits that only a last line has."""
    demerits = 0.0
    if at and length < measure.least:
        demerits += SHORT_LAST_DEMERITS
    if after_hyphens:
        demerits += LAST_HYPHEN_DEMERITS
    return demerits


def ragged(atoms: Atoms, measure: Measure, *, balanced: bool) -> Breaks | None:
    """Breaks for lines that are not filled: the least sum of squared white space over all lines, the
    last not counted unless `balanced`. None if an atom is wider than its line."""
    n = atoms.count
    best = [INFINITE] * (n + 1)
    previous = [-1] * (n + 1)
    best[0] = 0.0
    for i in range(n):
        if best[i] >= INFINITE:
            continue
        width = measure.room(i)
        limit = width + atoms.start[i]
        for j in range(i + 1, bisect_right(atoms.end, limit, i + 1, n + 1)):
            free = (limit - atoms.end[j]) / width
            cost = best[i] + (0.0 if j == n and not balanced else free * free)
            cost += 1.0 + atoms.penalty[j] / HYPHEN_PENALTY  # a line more is worse than any white space
            if cost < best[j]:
                best[j] = cost
                previous[j] = i
    return _path(previous) if best[n] < INFINITE else None


def greedy(atoms: Atoms, measure: Measure) -> Breaks:
    """As many atoms a line as fit, spaces shrunk; one that is too wide stands alone on its line."""
    n = atoms.count
    tightest = [e - measure.shrink * k for e, k in zip(atoms.end, atoms.inner, strict=True)]
    breaks: Breaks = []
    i = 0
    while i < n:
        limit = measure.room(i) + atoms.start[i] - measure.shrink * atoms.spaces[i]
        j = max(bisect_right(tightest, limit, i + 1, n + 1) - 1, i + 1)
        breaks.append((i, j))
        i = j
    return breaks


def _path(previous: list[int]) -> Breaks:
    breaks: Breaks = []
    j = len(previous) - 1
    while j > 0:
        breaks.append((previous[j], j))
        j = previous[j]
    breaks.reverse()
    return breaks
