"""Which blocks are paragraphs broken into lines, in a text whose other lines are paragraphs of their own.

A book of poems has a preface, a scraped page quotes a mail: filled to a measure and broken there, while
the text as a whole is not. A block was filled if hardly any of its lines had room for the first word of the
next; verse is seldom filled, and begins its lines with capitals.
"""

from __future__ import annotations

from collections import Counter

from publisher.read.text.lines import WIDEST, Lines, once_a_text

NARROWEST = 40
"""Columns that a paragraph is filled to at least."""
TELLING = 3
"""Lines of the shortest block that tells its own measure."""
ROOM = 0.15
"""The share of lines in a filled block that may have room for the next word."""
SMALL = 0.3
"""The share of lines after the first that begin in small letters, at least."""
EVEN, MOSTLY = 0.75, 0.6
"""Where more have room, lines are so long, of the longest, and so many begin in small letters, at least."""
RAGGED = 6
"""Columns by which a block of two lines may fall short of the measure of the others."""


@once_a_text
def wrapped_blocks(lines: Lines) -> frozenset[int]:
    """The indices of blocks whose lines make paragraphs together; all of them in a wrapped text."""
    if lines.wrapped:
        return frozenset(range(len(lines.blocks)))
    wide = {at: _filled_to(lines, first, stop) for at, (first, stop) in enumerate(lines.blocks)}
    found = {at: width for at, width in wide.items() if width}
    if not found:
        return frozenset()
    widths = Counter(found.values())
    usual = min(widths, key=lambda width: (-widths[width], width))
    pairs = {at for at, (first, stop) in enumerate(lines.blocks) if _is_pair(lines, first, stop, usual)}
    return frozenset(found.keys() | pairs)


def _filled_to(lines: Lines, first: int, stop: int) -> int:
    """The column that a block of some lines was filled to, 0 if it was not."""
    if stop - first < TELLING:
        return 0
    text = lines.text
    wide = max(len(text[n]) + lines.indent[n] for n in range(first, stop))
    if not NARROWEST <= wide <= WIDEST:
        return 0
    broken = stop - first - 1
    small = sum(text[n][0].islower() for n in range(first + 1, stop))
    room = sum(not _is_full(lines, n, wide) for n in range(first, stop - 1))
    if room <= ROOM * broken and small >= SMALL * broken:
        return wide
    even = min(len(text[n]) + lines.indent[n] for n in range(first, stop - 1)) >= EVEN * wide
    return wide if broken >= TELLING and even and small >= MOSTLY * broken else 0


def _is_pair(lines: Lines, first: int, stop: int, usual: int) -> bool:
    """Whether two lines are a paragraph in the measure that others of the text are filled to."""
    if stop - first != TELLING - 1 or not lines.text[first + 1][0].islower():
        return False
    reach = lines.indent[first] + len(lines.text[first])
    return reach <= usual + RAGGED and _is_full(lines, first, usual - RAGGED)


def _is_full(lines: Lines, at: int, wide: int) -> bool:
    """Whether line `at` has no room for the first word of the next."""
    word = lines.text[at + 1].split(None, 1)[0]
    return lines.indent[at] + len(lines.text[at]) + 1 + len(word) > wide - 1
