"""Levels of headings, found over their whole sequence.

Headings of one kind (the same word, or the same look: `heading_kinds`) have one level, and for each two
kinds it is weighed which lies under which (`relations`). Then the headings are taken in order, each under
the last one that is above its kind. Headings of one kind that have no mark of their level at all are told
apart by their words (`nesting`). Where nothing tells, all have one level.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from publisher.read.text.heading_kinds import MAX_LEVEL, Found, Kind, kinds_of
from publisher.read.text.nesting import Section, nest
from publisher.read.text.relations import NO_TEXT, relations

__all__ = ["MAX_LEVEL", "Found", "find_levels"]

MOSTLY = 0.8
"""The share of headings without marks in a text that has none."""

FEWEST_ALIKE, MOST_ALIKE = 4, 10_000
"""Headings without marks that are told apart by their words: with fewer there is nothing to go by, and
more are no headings."""


def find_levels(headings: Sequence[Found]) -> tuple[int, ...]:
    """The level of each heading, from 1."""
    headings = _as_printed(headings)
    kinds = kinds_of(headings)
    above = relations(headings, kinds)
    hosts = _hosts(headings, kinds)
    openers = _openers(headings, kinds)
    levels: list[int] = []
    parents: list[int] = []
    stack: list[int] = []
    for at, heading in enumerate(headings):
        if heading.aside:
            level = _aside_level(headings, at, levels, stack, hosts.get(at))
            stack = [n for n in stack if levels[n] < level]
        else:
            while stack and not (
                _goes_on(headings, kinds, openers[stack[-1]], at)
                if stack[-1] in openers
                else (kinds[stack[-1]], kinds[at]) in above
            ):
                stack.pop()
            level = min(MAX_LEVEL, len(stack) + 1)
        parents.append(stack[-1] if stack else -1)
        levels.append(level)
        if not heading.aside or at in openers:
            stack.append(at)
    return tuple(_nest_unmarked(headings, kinds, levels, parents))


# Headings without marks -------------------------------------------------------------------------------


def _mostly_unmarked(headings: Sequence[Found]) -> bool:
    return sum(h.unmarked for h in headings) >= MOSTLY * len(headings)


def _as_printed(headings: Sequence[Found]) -> Sequence[Found]:
    """In a text whose headings mostly have no mark of their level, names ("Introduction") have none
    either; up to its numbered appendices, below which other headings lie."""
    if not _mostly_unmarked(headings):
        return headings
    appendix = next((at for at, h in enumerate(headings) if h.scheme == "appendix"), len(headings))
    return [
        replace(h, scheme="plain", aside=False)
        if h.unmarked and (at < appendix or not h.aside)
        else replace(h, aside=False)
        if h.scheme == "appendix"
        else h
        for at, h in enumerate(headings)
    ]


def _nest_unmarked(
    headings: Sequence[Found], kinds: Sequence[Kind], levels: Sequence[int], parents: Sequence[int]
) -> list[int]:
    """`levels` in which headings of one look and one parent, without marks, are told apart by their words.

    Where other headings have marks, those of one look were given it because they are of one level.
    """
    if not _mostly_unmarked(headings) or len(headings) > MOST_ALIKE:
        return list(levels)
    groups: dict[tuple[int, Kind], list[int]] = defaultdict(list)
    for at, heading in enumerate(headings):
        if heading.unmarked and not heading.aside:
            groups[parents[at], kinds[at]].append(at)
    deeper = [0] * len(headings)
    for members in groups.values():
        if len(members) >= FEWEST_ALIKE:
            sections = _with_all_below(headings, members)
            for at, nested in zip(members, nest(sections), strict=True):
                deeper[at] = nested.level - 1
    for at, parent in enumerate(parents):
        if parent >= 0:
            deeper[at] += deeper[parent]
    return [min(MAX_LEVEL, level + more) for level, more in zip(levels, deeper, strict=True)]


def _with_all_below(headings: Sequence[Found], members: Sequence[int]) -> list[Section]:
    """The sections of `members`; what other headings before the next of them head is theirs too."""
    out = []
    for at, following in pairwise([*members, len(headings)]):
        section = headings[at].section
        assert section is not None
        below = [h.section.size for h in headings[at + 1 : following] if h.section is not None]
        out.append(replace(section, size=section.size + sum(below)) if following < len(headings) else section)
    return out


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


def _openers(headings: Sequence[Found], kinds: Sequence[Kind]) -> dict[int, int]:
    """The asides that hold a sequence of their own, and its first heading: an introduction without text
    before a chapter 1, where another chapter 1 comes later."""
    last = {kind: at for at, (h, kind) in enumerate(zip(headings, kinds, strict=True)) if h.number == 1}
    return {
        at: at + 1
        for at, (heading, following) in enumerate(pairwise(headings))
        if heading.aside
        and heading.body < NO_TEXT
        and following.number == 1
        and not following.aside
        and last[kinds[at + 1]] > at + 1
    }


def _goes_on(headings: Sequence[Found], kinds: Sequence[Kind], first: int, at: int) -> bool:
    """Whether a heading is of the sequence that begins at `first`: it has not begun again."""
    return at == first or (kinds[at] == kinds[first] and headings[at].number != 1)


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
