"""Correcting a reading: what a person says becomes claims that outweigh all others on their lines.

The list of a corrections file is the whole truth about headings. What is struck out loses its claim, and
its lines fall to whatever else claims them. Headings that the list does not know are kept, and reported,
where the text has been edited since; in the very text the list was made for they are left out, and
reported: then it is the program that has changed its mind, not the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from publisher.diagnostics import Place, Sink
from publisher.outline.nodes import Metadata
from publisher.read.corrections.model import RULE, Corrections, mark_of
from publisher.read.corrections.place import Placed, Placement, place
from publisher.read.corrections.wording import heading_of, reworded
from publisher.read.text.claims import (
    Claim,
    Evidence,
    IsDropped,
    IsHeading,
    IsPreformatted,
    IsQuote,
    IsVerse,
)
from publisher.read.text.inline import collapse
from publisher.read.text.lines import Lines
from publisher.read.text.resolve import resolve

WEIGHT = 1000.0
"""More than all else on a line, in log odds."""

MOST_NEW = 20
"""Headings that are not in the list and are told one by one."""

DIVISIBLE = (IsVerse, IsQuote, IsPreformatted, IsDropped)
"""What a heading in its midst divides in two of its kind."""


class Corrected(NamedTuple):
    """The claims of a reading without overlaps, ascending, and the level of each heading among them."""

    claims: tuple[Claim, ...]
    levels: tuple[int, ...]


def correct(
    lines: Lines,
    said: Sequence[Claim],
    chosen: Sequence[Claim],
    levels: Sequence[int],
    corrections: Corrections,
    sink: Sink,
) -> Corrected:
    """The reading as `corrections` has it.

    `said` is all that the rules claim, `chosen` the inferred choice and `levels` those of its headings.
    An unedited file gives back `chosen` and `levels`. Warns what `place` warns, and "correction-new".
    """
    if corrections.headings is None:
        return Corrected(tuple(chosen), tuple(levels))
    placement = place(lines, corrections, sink)
    inferred = {
        claim.first: (claim, level)
        for claim, level in zip((c for c in chosen if isinstance(c.says, IsHeading)), levels, strict=True)
    }
    headings = _listed(lines, said, inferred, placement)
    known = Ranges([*((p.first, p.stop) for p in placement.placed), *placement.struck])
    new = [pair for pair in inferred.values() if not known.touch(pair[0].first, pair[0].stop)]
    _tell(lines, [claim for claim, _ in new], placement, corrections, sink)
    if corrections.digest and not placement.same_text:
        headings += new
    headings.sort(key=lambda pair: pair[0].first)
    kept = [claim for claim, _ in headings]
    before = [claim for claim, _ in inferred.values()]
    if [(c.first, c.stop) for c in kept] == [(c.first, c.stop) for c in before]:
        own = {c.first: c for c in kept}
        claims = tuple(own[c.first] if isinstance(c.says, IsHeading) else c for c in chosen)
    else:
        claims = _around(said, chosen, kept)
    return Corrected(claims, tuple(level for _, level in headings))


def correct_metadata(metadata: Metadata, corrections: Corrections) -> Metadata:
    """`metadata` with what a person changed; what is as it was inferred follows the text, unless the text
    does not say it any more."""
    inferred = dict(corrections.inferred)
    changed = {
        fact.name: fact.value
        for fact in corrections.metadata
        if inferred.get(fact.name) != mark_of(fact.value) or not getattr(metadata, fact.name)
    }
    return replace(metadata, **changed)  # type: ignore[arg-type]


class Ranges:
    """Ranges of lines [first, stop), to be asked whether one touches them."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self.firsts = [first for first, _ in ordered]
        self.stops = list(accumulate((stop for _, stop in ordered), max))

    def touch(self, first: int, stop: int) -> bool:
        """Whether any of them has a line of [first, stop)."""
        before = bisect_left(self.firsts, stop)
        return before > 0 and self.stops[before - 1] > first


# Headings -----------------------------------------------------------------------------------------------

Inferred = Mapping[int, tuple[Claim, int]]
"""The inferred headings with their levels, by their first lines."""


def _listed(
    lines: Lines, said: Sequence[Claim], inferred: Inferred, placement: Placement
) -> list[tuple[Claim, int]]:
    """The claims of what is listed, with their levels."""
    wanted = {p.first for p in placement.placed}
    maybe: dict[int, list[Claim]] = defaultdict(list)
    for claim in said:
        if claim.first in wanted and isinstance(claim.says, IsHeading):
            maybe[claim.first].append(claim)
    out: list[tuple[Claim, int]] = []
    for n, placed in enumerate(placement.placed):
        room = placement.placed[n + 1].first if n + 1 < len(placement.placed) else len(lines)
        own = inferred.get(placed.first)
        candidates = ([own[0]] if own else []) + sorted(maybe[placed.first], key=lambda c: -c.weight)
        claim = _claim(lines, placed, [c for c in candidates if c.stop <= room], own)
        level = placed.listed.level or (own[1] if own else out[-1][1] if out else 1)
        out.append((claim, level))
    return out


def _claim(lines: Lines, placed: Placed, candidates: Sequence[Claim], own: tuple[Claim, int] | None) -> Claim:
    """What is claimed of a listed heading: the inferred claim itself where nobody has changed it."""
    listed, known = placed.listed, placed.known
    exact = known is not None or listed.lines > 0 or placed.whole
    base = next((c for c in candidates if not exact or c.stop == placed.stop), None)
    stop = base.stop if base else placed.stop
    says = base.says if base else None
    if not isinstance(says, IsHeading):
        says = heading_of(collapse(" ".join(lines.text[placed.first : stop]).replace("\f", "")))
    changes = []
    words = _wording(placed)
    if words and words != collapse(f"{says.label} {says.title}"):
        says = reworded(says, words)
        changes.append("wording")
    as_inferred = own is not None and base is own[0]
    if _is_own_role(placed, says, as_inferred):
        says = replace(says, role=listed.role)
        changes.append("role")
    if known and listed.level not in (0, known.level):
        changes.append("level")
    if own and as_inferred and known and listed.sure is not None and not changes:
        return own[0]
    evidence = (Evidence(_reason(placed, changes), WEIGHT),)
    return Claim(rule=RULE, first=placed.first, stop=stop, says=says, evidence=evidence)


def _is_own_role(placed: Placed, says: IsHeading, as_inferred: bool) -> bool:
    """Whether a person gives a heading another role, or none, than it has by itself."""
    listed, known = placed.listed, placed.known
    if known is None:
        return listed.role is not None
    return listed.role != (known.role if as_inferred and not known.added else says.role)


def _wording(placed: Placed) -> str:
    """The words that a person gives a heading, "" where the text's own hold."""
    listed, known = placed.listed, placed.known
    if placed.quoted or (known and mark_of(listed.text) == known.mark):
        return ""
    return collapse(listed.text)


def _reason(placed: Placed, changes: Sequence[str]) -> str:
    known = placed.known
    if known is None or known.added:
        return "you have added it"
    if changes:
        return f"you have changed its {' and '.join(changes)}"
    return "your corrections list it" if placed.listed.sure is not None else "you are sure of it"


# The rest -----------------------------------------------------------------------------------------------


def _around(said: Sequence[Claim], chosen: Sequence[Claim], headings: Sequence[Claim]) -> tuple[Claim, ...]:
    """The best set of claims that has just these headings."""
    ranges = Ranges((h.first, h.stop) for h in headings)
    own = {id(claim) for claim in said}
    pool = [c for c in said if not isinstance(c.says, IsHeading)]
    # What became of a claim after it was chosen: a heading of notes, say, that heads nothing.
    pool += [c for c in chosen if id(c) not in own and not isinstance(c.says, IsHeading)]
    rest = [c for c in pool if not ranges.touch(c.first, c.stop)]
    for claim in chosen:
        if isinstance(claim.says, DIVISIBLE) and ranges.touch(claim.first, claim.stop):
            rest += _divided(claim, headings)
    return tuple(sorted((*resolve(rest), *headings), key=lambda c: c.first))


def _divided(claim: Claim, headings: Sequence[Claim]) -> Iterator[Claim]:
    """What is left of a claim before, between and after the headings in it."""
    at = claim.first
    for n in range(bisect_left(headings, claim.first, key=lambda h: h.stop), len(headings)):
        heading = headings[n]
        if heading.first >= claim.stop:
            break
        if at < heading.first:
            yield replace(claim, first=at, stop=heading.first)
        at = max(at, heading.stop)
    if at < claim.stop:
        yield replace(claim, first=at)


# What is told -------------------------------------------------------------------------------------------


def _tell(
    lines: Lines, new: Sequence[Claim], placement: Placement, corrections: Corrections, sink: Sink
) -> None:
    """Warn of the headings that the list does not know."""
    kept = bool(corrections.digest) and not placement.same_text
    what = "is new since the corrections were written, and is kept" if kept else "is not listed, and left out"
    hint = "try publisher outline --edit, which brings the list up to date"
    for claim in new[:MOST_NEW]:
        text = _shown(claim)
        sink.warn("correction-new", f'"{text}" {what}', lines.source.place(lines.offset[claim.first]), hint)
    if len(new) > MOST_NEW:
        message = f"{len(new) - MOST_NEW} more lines that look like headings are not listed either"
        sink.warn("correction-new", message, Place(file=corrections.name), hint)


def _shown(claim: Claim) -> str:
    says = claim.says
    return collapse(f"{says.label} {says.title}") if isinstance(says, IsHeading) else ""
