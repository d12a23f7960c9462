"""Which mark in the text cites which note.

The rule may know the place already. Else a mark ("1", "*") may come again in every chapter. Where a mark
is cited as often as it has notes, they are paired in order; that holds for notes at the end of a chapter or
of the book. Otherwise a note belongs to the last free citation before it, as notes do that stand below
their paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from publisher.read.text.claims import Claim, IsNote
from publisher.read.text.lines import Lines, lines_with

FROM_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

CITATION = re.compile(
    r"""\[(?:Footnote[ ])?(?P<held>[^\[\]\s]{1,8})\]      # in brackets a mark may stand anywhere
    |\{(?P<braced>\w{1,8})\}
    |(?<=[\w.,;:!?”’"'])(?:                             # else close behind a word
        \((?P<loose>\d{1,4})\)
        |\^\{?(?P<raised>\d{1,4})\}?
        |(?P<superscript>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})
    )
    |(?<=[\w.,;:!?”’"')\]])(?P<sign>\*{1,4}|[†‡§¶])(?![\w*†‡])
    """,
    re.VERBOSE,
)
"""The forms that a mark takes where it is cited."""
SIGN = re.compile(r"[\[{(^⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§¶]")
"""Every form has one of these; most lines have none."""


class Citation(NamedTuple):
    """The characters [start, stop) of `lines.text[line]` cite the note that `note` claims."""

    line: int
    start: int
    stop: int
    note: Claim


def find_citations(lines: Lines, chosen: Sequence[Claim], kept: Iterable[int]) -> dict[int, list[Citation]]:
    """The citations in the lines `kept`, by line, ascending within a line."""
    notes: dict[str, list[Claim]] = defaultdict(list)
    known: list[Citation] = []
    for claim in chosen:
        if isinstance(claim.says, IsNote):
            if claim.says.place:
                known.append(Citation(*claim.says.place, claim))
            else:
                notes[claim.says.mark].append(claim)
    if not notes and not known:
        return {}
    taken = {citation[:2] for citation in known}
    read = set(kept)
    places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for line in filter(read.__contains__, lines_with(lines, SIGN)):
        for found in CITATION.finditer(lines.text[line]):
            mark = found[found.lastgroup or 0].translate(FROM_SUPERSCRIPTS)
            if mark in notes and (line, found.start()) not in taken:
                places[mark].append((line, found.start(), found.end()))
    cited: dict[int, list[Citation]] = defaultdict(list)
    for citation in known:
        if citation.line in read:
            cited[citation.line].append(citation)
    for mark, claims in notes.items():
        for place, claim in _pair(places[mark], claims):
            cited[place[0]].append(Citation(*place, claim))
    return {line: sorted(found, key=lambda c: c.start) for line, found in sorted(cited.items())}


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
