"""Verse: lines that end where the poet ended them, not where the measure did.

In hard-wrapped prose a line is broken because the next word has no room. In verse nearly every line
would have room for more, and nearly every line begins with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsVerse
from publisher.read.text.lines import Lines
from publisher.read.text.shapes import body_indent, full

NAME = "verse"

FEWEST_LINES = 3
"""Lines of the shortest poem: two short lines may be an address or a signature."""
WIDEST = 0.85
"""Share of the measure that lines of verse stay below."""
WIDEST_UNWRAPPED = 72
"""Characters of a line of verse in unwrapped text."""
LONGEST_STANZA = 20_000

NO_VERSE = re.compile(r"^(?:[-*•+\d\[(|&=]|\W*$)|\d\s*$|\.\s?\.\s?\.\s?\.|\s{4,}\S|[:;]\s*\d+$|^[A-Z .,'-]+$")
"""What lines of lists, tables, contents and title pages look like."""
CAPITAL = re.compile(r"^[\"“‘'(_¡¿«—–-]*[A-ZÀ-ÞА-ЯŒ]")
MONTHS_AND_CLOSINGS = re.compile(
    r"^(?:Dear|My dear|Yours|Your (?:obedient|humble|affectionate)|Sir,|Madam,|Signed|To:|From:|Subject:|Date:)",
    re.I,
)


class _Stanza(NamedTuple):
    first: int
    stop: int
    inset: bool


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a poem: neighbouring blocks that are stanzas."""
    base = body_indent(lines) if lines.wrapped else 0
    run: list[_Stanza] = []
    for number, (first, stop) in enumerate(lines.blocks):
        if _is_stanza(lines, first, stop):
            stanza = _Stanza(first, stop, min(lines.indent[first:stop]) > base)
            if run and (lines.block[run[-1].first] != number - 1 or lines.gap_before(first) > 3):
                yield from _claim(run)
                run = []
            run.append(stanza)
        else:
            yield from _claim(run)
            run = []
    yield from _claim(run)


def _is_stanza(lines: Lines, first: int, stop: int) -> bool:
    count = stop - first
    if not 2 <= count <= LONGEST_STANZA:
        return False
    texts = lines.text[first:stop]
    if sum(bool(NO_VERSE.search(text)) for text in texts) > 0.15 * count or MONTHS_AND_CLOSINGS.match(
        texts[0]
    ):
        return False
    if sum(bool(CAPITAL.match(text)) for text in texts) < 0.6 * count:
        return False
    longest = max(map(len, texts))
    if lines.wrapped:
        meant = sum(not full(lines, n) for n in range(first, stop - 1))
        return longest <= max(WIDEST * lines.width, 40) and meant >= 0.9 * (count - 1)
    return longest <= WIDEST_UNWRAPPED and sum(map(len, texts)) / count > 8


def _claim(run: list[_Stanza]) -> Iterator[Claim]:
    count = sum(s.stop - s.first for s in run)
    inset = sum(s.inset for s in run)
    if count < FEWEST_LINES or (len(run) == 1 and count < FEWEST_LINES + (not inset)):
        return
    evidence = [Evidence(f"{count} short lines, broken where they need not be", 1.5 + 0.15 * min(count, 20))]
    if inset > len(run) / 2:
        evidence.append(Evidence("set in", 1.0))
    if len(run) > 1:
        evidence.append(Evidence(f"{len(run)} stanzas", 1.0))
    yield Claim(rule=NAME, first=run[0].first, stop=run[-1].stop, says=IsVerse(), evidence=tuple(evidence))
