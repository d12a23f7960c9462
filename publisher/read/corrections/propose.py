"""The corrections file for a reading: the first one, and the next one after a person's changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from publisher.diagnostics import Sink
from publisher.outline.nodes import Metadata
from publisher.read.corrections.anchors import make_anchors
from publisher.read.corrections.apply import Ranges
from publisher.read.corrections.model import (
    FIELDS,
    RULE,
    Corrections,
    Fact,
    Known,
    Listed,
    digest_of,
    mark_of,
)
from publisher.read.corrections.place import place
from publisher.read.reading import HeadingReport, Reading
from publisher.read.text.inline import collapse
from publisher.read.text.lines import read_lines
from publisher.source import Source

SUREST = 0.99
"""What a program may say of itself; certain is only a person."""


class Merged(NamedTuple):
    """A file brought up to date, the headings that are new in it, and how many of its own are lost."""

    corrections: Corrections
    new: tuple[HeadingReport, ...]
    lost: int


def propose(source: Source, inferred: Reading, name: str = "") -> Corrections:
    """The file that says what was inferred from `source` and changes nothing."""
    facts = facts_of(inferred.outline.metadata)
    return Corrections(
        name=name,
        metadata=facts,
        headings=tuple(_listed(h) for h in inferred.headings),
        digest=digest_of(source),
        inferred=_marks(facts),
        known=_known(source, inferred.headings, ()),
    )


def merge(source: Source, inferred: Reading, corrected: Reading, old: Corrections) -> Merged:
    """The file `old` brought up to date with `source`.

    `corrected` is the reading that obeys `old`. Each correction is kept, also what is not in the text any
    more: that is for a person to delete. What was inferred and `old` does not know is listed too. A file
    that nobody has changed is made anew.
    """
    if not old.edited():
        before = {(k.mark, k.level) for k in old.known}
        new = tuple(h for h in inferred.headings if (mark_of(h.text), h.level) not in before)
        return Merged(propose(source, inferred, old.name), new, 0)
    placement = place(read_lines(source), old, Sink())
    placed = {p.first + 1 for p in placement.placed}
    settled = Ranges([*((p.first, p.stop) for p in placement.placed), *placement.struck])
    # Without a record, or without a list, nobody can tell what is new.
    open_ = [h for h in inferred.headings if not settled.touch(h.line - 1, h.end_line)] if old.digest else []
    headings = {h.line: h for h in (*open_, *corrected.headings)}
    ends = {h.line: h.end_line for h in inferred.headings}
    listed = [_listed(headings[line], ends.get(line)) for line in sorted(headings)]
    known = _known(source, inferred.headings, [h for h in corrected.headings if h.rule == RULE])
    lost = [replace(h, line=0) if h.line in headings and h.text else h for h in placement.lost]
    lines = {k.anchor.line for k in known}
    known += tuple(
        k for k in old.known if k.anchor.line not in lines and any(k.anchor.line == h.line for h in lost)
    )
    return Merged(
        Corrections(
            name=old.name,
            metadata=_merged_facts(inferred.outline.metadata, old),
            headings=tuple(sorted([*listed, *lost], key=lambda h: h.line)),
            digest=digest_of(source),
            inferred=_marks(facts_of(inferred.outline.metadata)),
            known=tuple(sorted(known, key=lambda k: k.anchor.line)),
        ),
        tuple(h for h in open_ if h.line not in placed) if old.headings is not None else (),
        len(lost),
    )


def facts_of(metadata: Metadata) -> tuple[Fact, ...]:
    """The metadata as a file has them."""
    return tuple(Fact(name, getattr(metadata, name)) for name in FIELDS)


def _marks(facts: Sequence[Fact]) -> tuple[tuple[str, str], ...]:
    return tuple((fact.name, mark_of(fact.value)) for fact in facts)


def _merged_facts(metadata: Metadata, old: Corrections) -> tuple[Fact, ...]:
    before = dict(old.inferred)
    changed = {f.name: f for f in old.metadata if before.get(f.name) != mark_of(f.value)}
    return tuple(changed.get(fact.name, fact) for fact in facts_of(metadata))


def _listed(heading: HeadingReport, end: int | None = None) -> Listed:
    """A heading of a reading as a file lists it; `end` is its last line as inferred, if it was."""
    return Listed(
        level=heading.level,
        text=heading.text,
        line=heading.line,
        lines=heading.end_line - heading.line + 1 if end not in (None, heading.end_line) else 0,
        role=heading.role,
        sure=None if heading.rule == RULE else min(SUREST, round(heading.confidence, 2)),
    )


def _known(
    source: Source, inferred: Sequence[HeadingReport], own: Sequence[HeadingReport]
) -> tuple[Known, ...]:
    """The record of what was inferred, and of what a person has added."""
    lines = {h.line for h in inferred}
    headings = sorted([*inferred, *(h for h in own if h.line not in lines)], key=lambda h: h.line)
    texts = [line.strip() for line in source.text.split("\n")]
    anchors = make_anchors(texts, [(h.line - 1, h.end_line) for h in headings])
    out = []
    for heading, anchor in zip(headings, anchors, strict=True):
        added = heading.line not in lines
        text = heading.text
        if added:
            # What a person calls it, in other words perhaps, is known by the difference from the text.
            text = collapse(" ".join(filter(None, texts[heading.line - 1 : heading.end_line])))
        out.append(
            Known(anchor=anchor, level=heading.level, mark=mark_of(text), role=heading.role, added=added)
        )
    return tuple(out)
