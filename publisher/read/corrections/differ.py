"""What corrections change: the inferred reading and the corrected one side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publisher.outline.nodes import Metadata
from publisher.read.corrections.model import FIELDS, Fact
from publisher.read.reading import HeadingReport, Reading


class Kind(StrEnum):
    """How a heading differs."""

    ADDED = "added"
    REMOVED = "removed"
    RELEVELED = "releveled"
    REWORDED = "reworded"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Change:
    """A heading that differs, in one way or several; None where it is no heading."""

    kinds: tuple[Kind, ...]
    inferred: HeadingReport | None
    corrected: HeadingReport | None

    @property
    def line(self) -> int:
        """Its first line, from 1."""
        heading = self.corrected or self.inferred
        return heading.line if heading else 0


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs: the facts before and after, in the order of the metadata; the headings by line."""

    facts: tuple[tuple[Fact, Fact], ...]
    headings: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.facts or self.headings)


def differ(inferred: Reading, corrected: Reading) -> Difference:
    """What `corrected` has otherwise than `inferred`; headings are the same if they begin in one line."""
    before = {h.line: h for h in inferred.headings}
    after = {h.line: h for h in corrected.headings}
    changes = []
    for line in sorted(before | after):
        one, other = before.get(line), after.get(line)
        kinds = _kinds(one, other)
        if kinds:
            changes.append(Change(kinds, one, other))
    return Difference(_facts(inferred.outline.metadata, corrected.outline.metadata), tuple(changes))


def _kinds(one: HeadingReport | None, other: HeadingReport | None) -> tuple[Kind, ...]:
    if one is None or other is None:
        return (Kind.ADDED,) if one is None else (Kind.REMOVED,)
    differing = (
        (Kind.RELEVELED, one.level != other.level),
        (Kind.REWORDED, one.text != other.text),
        (Kind.ROLE, one.role != other.role),
    )
    return tuple(kind for kind, differs in differing if differs)


def _facts(one: Metadata, other: Metadata) -> tuple[tuple[Fact, Fact], ...]:
    pairs = ((Fact(name, getattr(one, name)), Fact(name, getattr(other, name))) for name in FIELDS)
    return tuple((before, after) for before, after in pairs if before != after)
