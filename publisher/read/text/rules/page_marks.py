"""Marks of the printed book's pages that a transcription left in the text: "[Pg 12]", "{12}", "0012m".

They stand alone on a line or in the middle of a sentence, and their numbers ascend through the whole text;
what stands in brackets and does not is something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsDropped, Trim
from publisher.read.text.lines import Lines, beginning_with, lines_with, once_a_text

NAME = "page-marks"

MARK = re.compile(
    r"[\[{]_?(?:pg|p|pp|page|pag|s|seite)_?[. ]{0,2}(?P<named>\d{1,4})_?[\]}]|\{(?P<braced>\d{1,4})\}",
    re.IGNORECASE,
)
ALONE = re.compile(r"[\[(]_?(?P<held>\d{1,4})_?[\])]|[|—–-] ?(?P<ruled>\d{1,4}) ?[|—–-]|(?P<anchor>\d{3,5})m")
"""What is a page's number only where it stands alone on its line."""
OPENERS = frozenset("[(|—–-0123456789")
BRACKET = re.compile(r"[\[{]")
LONGEST = 10
"""Characters of a mark alone."""

FEWEST = 8
"""Pages of the shortest text that has such marks."""
ASCENDING = 0.9
"""The share of marks that must come after one with a lower number, and not by far."""
FARTHEST = 12
"""Pages from one mark to the next."""


class Mark(NamedTuple):
    """The characters [start, stop) of a line give the number of a page."""

    line: int
    start: int
    stop: int
    kind: str
    page: int


def claims(lines: Lines) -> Iterator[Claim]:
    """Marks that stand alone."""
    for mark in marks(lines):
        if mark.stop - mark.start == len(lines.text[mark.line]):
            yield Claim(
                rule=NAME,
                first=mark.line,
                stop=mark.line + 1,
                says=IsDropped(what="page mark"),
                evidence=(Evidence("the number of a page, one of many that ascend", 9.0),),
            )


def trims(lines: Lines) -> Iterator[Trim]:
    """Marks within lines."""
    for line, start, stop, _, _ in marks(lines):
        text = lines.text[line]
        if stop - start < len(text):
            # of the spaces around a mark one is enough
            end = stop + (text[stop : stop + 1] == " " and (not start or text[start - 1] == " "))
            yield Trim(rule=NAME, line=line, start=start, stop=end, what="page mark")


@once_a_text
def marks(lines: Lines) -> Sequence[Mark]:
    """The marks of pages, ascending by line; none of a kind that does not ascend."""
    kinds: dict[str, list[Mark]] = {}
    for n in sorted({*beginning_with(lines, OPENERS), *lines_with(lines, BRACKET)}):
        for mark in _marks(n, lines.text[n]):
            kinds.setdefault(mark.kind, []).append(mark)
    return sorted(mark for found in kinds.values() if _ascends(found) for mark in found)


def _marks(line: int, text: str) -> Iterator[Mark]:
    alone = ALONE.fullmatch(text) if len(text) <= LONGEST and text[:1] in OPENERS else None
    for found in [alone] if alone else MARK.finditer(text) if "[" in text or "{" in text else ():
        kind = found.lastgroup or ""
        yield Mark(line, found.start(), found.end(), kind, int(found[kind]))


def _ascends(found: Sequence[Mark]) -> bool:
    steps = [b.page - a.page for a, b in pairwise(found)]
    return len(found) >= FEWEST and sum(0 < s <= FARTHEST for s in steps) >= ASCENDING * len(steps)
