"""What was printed at the head or foot of a page, not in the text: titles and page numbers.

In scraped pages the title comes again in the middle of the text. In scanned books a line with the
title and the page's number stands between the lines of every page. Headings are numbered too; but
they do not come in the middle of a sentence, and running titles most often do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsParagraph, Says, Trim
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.shapes import begins_large, body_indent, measure, stopped

NAME = "running-title"

SHORTEST = 12
"""Characters of a title that does not come again by chance."""
LONG = 120
"""Characters of a paragraph of running text."""

DROPPED = IsDropped(what="running title")

NUMBERED = re.compile(
    r"^\W*(?:(?P<left>\d{1,4})\W*\s(?P<after>[^\d\s].*)|(?P<before>.*[^\d\s])\s\W*(?P<right>\d{1,4})\W*"
    r"|(?:page |p\. ?|seite )?(?P<alone>\d{1,4})\W*)$",
    re.IGNORECASE,
)
"""A title and a page number, or a page number."""
DIGIT = re.compile(r"\d")
NO_LETTER = re.compile(r"[\W\d]")
LONGEST = 80
"""Characters of a running title."""
FEWEST = 5
"""Pages of the shortest scan."""
SKIPPED = 4
"""Page numbers that may be missing between two (blank pages, plates, errors of recognition)."""
INTERRUPTING = 0.4
"""The share of running titles that stand in the middle of a sentence, at least."""


class Head(NamedTuple):
    """A running title at `line`, with the page number `page`; `key` is the title's letters."""

    line: int
    page: int
    key: str


def claims(lines: Lines) -> Iterator[Claim]:
    """Running titles dropped; and paragraphs that one stands in, made whole."""
    yield from _repeats(lines)
    whole = _interrupted(lines)
    inside = {n for first, stop in whole for n in range(first, stop)}
    for head in heads(lines):
        if head.line not in inside:
            yield _claim(head.line, head.line + 1, DROPPED, "a title and the next page's number")
    for first, stop in whole:
        yield _claim(first, stop, IsParagraph(), "goes on below the number of the next page")


def trims(lines: Lines) -> Iterator[Trim]:
    """The running titles within paragraphs."""
    inside = {n for first, stop in _interrupted(lines) for n in range(first, stop)}
    for head in heads(lines):
        if head.line in inside:
            stop = len(lines.text[head.line])
            yield Trim(rule=NAME, line=head.line, start=0, stop=stop, what=DROPPED.what)


def _claim(first: int, stop: int, says: Says, reason: str) -> Claim:
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(reason, 8.0),))


# Titles of scraped pages ---------------------------------------------------------------------------------


def _repeats(lines: Lines) -> Iterator[Claim]:
    """Repeats of the first line, alone between two paragraphs of running text.

    Only in unwrapped text, which pages are scraped as: in a book a story may be called as the book is.
    """
    first = lines.next_text(0)
    if lines.wrapped or first >= len(lines) or len(lines.text[first]) < SHORTEST:
        return
    title = _folded(lines.text[first])
    for n in range(first + 1, len(lines)):
        text = lines.text[n]
        if text[:1].casefold()[:1] != title[:1]:
            continue
        if _folded(text) == title and _between_paragraphs(lines, n):
            yield _claim(
                n, n + 1, IsDropped(what="running title"), "repeats the title between two paragraphs"
            )


def _between_paragraphs(lines: Lines, at: int) -> bool:
    before, after = lines.last_text(at - 1), lines.next_text(at + 1)
    if before < 0 or after >= len(lines) or not (lines.blank(at - 1) and lines.blank(at + 1)):
        return False
    return len(lines.text[before]) >= LONG and len(lines.text[after]) >= LONG


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


# Pages of scanned books ----------------------------------------------------------------------------------


@once_a_text
def heads(lines: Lines) -> Sequence[Head]:
    """The running titles of a scanned book, ascending; none where page numbers are not in order."""
    ends = sorted({n for first, stop in lines.blocks for n in (first, stop - 1)})
    found = [head for n in ends if len(lines.text[n]) <= LONGEST and (head := _head(lines, n))]
    chain = _chain(found)
    if len(chain) < FEWEST or sum(_interrupts(lines, h.line) for h in chain) < INTERRUPTING * len(chain):
        return ()
    keys = {h.key for h in chain if h.key}
    pages = {h.line for h in chain}
    first, last = chain[0].line, chain[-1].line
    return [h for h in found if h.line in pages or (h.key in keys and first < h.line <= last)]


def _head(lines: Lines, at: int) -> Head | None:
    text = lines.text[at]
    if not DIGIT.search(text[:6] + text[-6:]):
        return None
    found = NUMBERED.match(text)
    if found is None:
        return None
    page = int(found["left"] or found["right"] or found["alone"])
    return Head(at, page, NO_LETTER.sub("", found["after"] or found["before"] or "").casefold())


def _chain(found: Sequence[Head]) -> list[Head]:
    """The longest run of page numbers that ascend by one or a few."""
    best: dict[int, tuple[int, int]] = {}
    links: list[int] = []
    for at, head in enumerate(found):
        length, before = max(
            (best.get(head.page - d, (0, -1)) for d in range(1, SKIPPED + 1)), key=lambda b: b[0]
        )
        links.append(before)
        if length + 1 >= best.get(head.page, (0, 0))[0]:
            best[head.page] = (length + 1, at)
    at = max(best.values(), default=(0, -1))[1]
    chain: list[Head] = []
    while at >= 0:
        chain.append(found[at])
        at = links[at]
    return chain[::-1]


def _interrupts(lines: Lines, at: int) -> bool:
    """Whether the line before is full and unfinished, or the next goes on in small letters."""
    before, after = lines.last_text(at - 1), lines.next_text(at + 1)
    if before < 0 or after >= len(lines) or stopped(lines.text[before]):
        return False
    full = lines.indent[before] + len(lines.text[before]) > 0.8 * measure(lines)
    return full and (not begins_large(lines.text[after]) or lines.indent[after] <= body_indent(lines))


@once_a_text
def _interrupted(lines: Lines) -> Sequence[tuple[int, int]]:
    """The paragraphs of a wrapped text that running titles stand in, as ranges of lines."""
    whole: list[tuple[int, int]] = []
    if not lines.wrapped:
        return whole
    for head in heads(lines):
        if _interrupts(lines, head.line):
            first = _begin(lines, lines.last_text(head.line - 1))
            stop = _end(lines, lines.next_text(head.line + 1))
            if whole and first < whole[-1][1]:
                first = whole.pop()[0]
            whole.append((first, stop))
    return whole


def _begin(lines: Lines, at: int) -> int:
    """The first line of the paragraph that line `at` is in."""
    base = body_indent(lines)
    while not lines.blank(at - 1) and lines.indent[at] <= base:
        at -= 1
    return at


def _end(lines: Lines, at: int) -> int:
    """The line after the last of the paragraph that line `at` goes on with."""
    base = body_indent(lines)
    at += 1
    while not lines.blank(at) and lines.indent[at] <= base:
        at += 1
    return at
