"""Which mark in the text cites which note.

A mark ("1", "*") may come again in every chapter. Where a mark is cited as often as it has notes,
they are paired in order; that holds for notes at the end of a chapter or of the book. Otherwise a
note belongs to the last free citation before it, as notes do that stand below their paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from publisher.read.text.claims import Claim, IsNote
from publisher.read.text.lines import Lines

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Citation(NamedTuple):
    """The characters [start, stop) of `lines.text[line]` cite the note that `note` claims."""

    line: int
    start: int
    stop: int
    note: Claim


def find_citations(lines: Lines, chosen: Sequence[Claim], kept: Iterable[int]) -> dict[int, list[Citation]]:
    """The citations in the lines `kept`, by line, ascending within a line."""
    notes: dict[str, list[Claim]] = defaultdict(list)
    for claim in chosen:
        if isinstance(claim.says, IsNote):
            notes[claim.says.mark].append(claim)
    if not notes:
        return {}
    pattern = re.compile("|".join(_forms(mark) for mark in sorted(notes, key=lambda m: (-len(m), m))))
    marks = {form: mark for mark in notes for form in _plain_forms(mark)}
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for line in kept:
        for found in pattern.finditer(lines.text[line]):
            mark = marks.get(found[0])
            if mark is not None:
                places[mark].append((line, found.start(), found.end()))
    cited: dict[int, list[Citation]] = defaultdict(list)
    for mark, claims in notes.items():
        for place, claim in _pair(places[mark], claims):
            cited[place[0]].append(Citation(*place, claim))
    return {line: sorted(found, key=lambda c: c.start) for line, found in sorted(cited.items())}


def _plain_forms(mark: str) -> tuple[str, ...]:
    forms = [f"[{mark}]", f"{{{mark}}}", f"[Footnote {mark}]"]
    if mark.isdigit():
        forms += [f"({mark})", f"^{mark}", f"^{{{mark}}}", mark.translate(SUPERSCRIPTS)]
    elif not mark.isalnum():
        forms.append(mark)
    return tuple(forms)


def _forms(mark: str) -> str:
    """A mark in brackets may stand anywhere; a bare sign only close behind text and before a gap."""
    bare = [re.escape(f) for f in _plain_forms(mark) if not f.startswith(("[", "{", "("))]
    held = [re.escape(f) for f in _plain_forms(mark) if f.startswith(("[", "{"))]
    loose = [re.escape(f) for f in _plain_forms(mark) if f.startswith("(")]
    parts = ["|".join(held)]
    if loose:
        parts.append(rf"(?<=[\w.,;:!?”’\"'])(?:{'|'.join(loose)})")
    if bare:
        parts.append(rf"(?<=[\w.,;:!?”’\"')\]])(?:{'|'.join(bare)})(?![\w*†‡])")
    return "|".join(parts)


def _pair(
    places: Sequence[tuple[int, int, int]], claims: Sequence[Claim]
) -> Iterable[tuple[tuple[int, int, int], Claim]]:
    if len(places) == len(claims):
        yield from zip(places, claims, strict=True)
        return
    free = 0
    starts = [p[0] for p in places]
    for claim in claims:
        before = bisect_left(starts, claim.first, free) - 1
        if before >= free:
            yield places[before], claim
            free = before + 1


def with_notes(citations: Mapping[int, Sequence[Citation]]) -> set[int]:
    """The first lines of the notes that are cited."""
    return {c.note.first for found in citations.values() for c in found}
