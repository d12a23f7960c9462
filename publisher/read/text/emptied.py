"""Headings of notes: "FOOTNOTES:" over notes that all go to where they are cited heads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from publisher.outline.roles import DivisionRole
from publisher.read.text.claims import Claim, IsDropped, IsHeading, IsNote, IsSceneBreak
from publisher.read.text.lines import Lines


def without_emptied(lines: Lines, chosen: Sequence[Claim]) -> tuple[Claim, ...]:
    """`chosen`, in which a heading of notes is dropped if nothing but notes stands below it."""
    out: list[Claim] = []
    for at, claim in enumerate(chosen):
        says = claim.says
        of_notes = isinstance(says, IsHeading) and says.role is DivisionRole.NOTES
        if of_notes and _only_notes(lines, claim.stop, chosen[at + 1 :]):
            claim = replace(claim, says=IsDropped(what="heading of notes"))  # noqa: PLW2901 (its successor)
        out.append(claim)
    return tuple(out)


def _only_notes(lines: Lines, at: int, following: Sequence[Claim]) -> bool:
    """Whether the lines from `at` up to the next heading are notes, at least one."""
    notes = 0
    for claim in following:
        if lines.next_text(at) < claim.first:
            return False
        if isinstance(claim.says, IsHeading):
            return notes > 0
        if not isinstance(claim.says, IsNote | IsDropped | IsSceneBreak):
            return False
        notes += isinstance(claim.says, IsNote)
        at = claim.stop
    return notes > 0 and lines.next_text(at) >= len(lines)
