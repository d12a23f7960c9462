"""Shapes of lines and paragraphs that several rules look for."""

from __future__ import annotations

import re
from collections import Counter
from enum import IntEnum
from math import inf
from statistics import median_low

from publisher.read.text.blocks import paragraph_ranges
from publisher.read.text.lines import Lines, once_a_text, words_of

# Keywords between bars ------------------------------------------------------------------------------

BAR = " | "
SENTENCE_LIKE = 6
"""Words: a piece between bars that has more is no keyword."""
LONGEST_GLUED = 3
"""Words of a keyword that may be glued to the end of a headline."""

_GLUED = re.compile(r"^(?P<head>.*[.!?。！？])\s+(?P<tail>[^.!?]+)$")


def split_bars(text: str) -> tuple[str, tuple[str, ...]]:
    """A headline and its keywords: "Rain is near. Weather | Rain" -> ("Rain is near.", ("Weather", "Rain")).

    What stands before the first bar is the headline. A piece that is long or has a colon belongs to
    it; so does all before that. The first keyword clings to the end of the headline where that has
    come to a full stop before.
    """
    pieces = [piece.strip() for piece in text.split(BAR.strip()) if piece.strip()]
    if len(pieces) < 2:
        return text.strip(), ()
    last = max((n for n, piece in enumerate(pieces) if _belongs(piece)), default=0)
    headline, keywords = BAR.join(pieces[: last + 1]), pieces[last + 1 :]
    glued = _GLUED.match(headline)
    if glued and keywords and len(glued["tail"].split()) <= LONGEST_GLUED:
        headline, keywords = glued["head"], [glued["tail"], *keywords]
    return headline, tuple(keywords)


def _belongs(piece: str) -> bool:
    return ":" in piece or len(piece.split()) > SENTENCE_LIKE


# How lines begin and end ----------------------------------------------------------------------------

UNWRAPPED = 80
"""The measure of text that has none: nobody types longer lines by hand."""

LONGEST_TYPED = 110
"""Characters of a line in unwrapped text that may still have been ended on purpose."""

NARROWEST = 24
"""Columns that a paragraph is filled to at least."""

PROSE_LINES = 5
"""Lines of the shortest block that tells the measure."""

RAGGED = 0.1
"""The share of lines in a filled paragraph that may be shorter than filling makes them."""

CAPITALS = 0.8
"""The share of lines with a capital from which a block looks like verse, not like filled prose."""

AROUND = "\"'“”‘’«»„()[]{}<>_*.,;:!?…—–-"
"""What clings to words."""
_CLOSERS = "\"”’'»«›)]}_*=|“"
_STOPS = frozenset(".!?:—-–…。！？：")


class End(IntEnum):
    """How a line ends, seen from the measure.

    `LAST` ends its block. A `FULL` line had no room for the next word. The others had: after a
    `STOPPED` one a sentence or clause is over, so a paragraph may be; `MEANT` ones end in mid-sentence,
    which nobody does but on purpose.
    """

    LAST = 0
    FULL = 1
    STOPPED = 2
    MEANT = 3


def full(lines: Lines, at: int) -> bool:
    """Whether line `at` of a wrapped text was broken because the next word had no room."""
    return line_ends(lines)[at] == End.FULL


@once_a_text
def line_ends(lines: Lines) -> tuple[End, ...]:
    """The end of each line, in the measure of its block where that was filled, else in the text's."""
    common = measure(lines)
    ends = [End.LAST] * len(lines)
    text, indent, longest = lines.text, lines.indent, inf if lines.wrapped else LONGEST_TYPED
    full, ended, meant = End.FULL, End.STOPPED, End.MEANT  # for speed: this is asked of every line
    for (first, stop), own in zip(lines.blocks, filled(lines), strict=True):
        wide = (own or common) - 1
        for at in range(first, stop - 1):
            following = text[at + 1]
            room = wide - indent[at] - len(text[at])
            word = following.find(" ")
            if (len(following) if word < 0 else word) >= room:
                ends[at] = full
            else:
                ends[at] = ended if stopped(text[at]) or len(following) > longest else meant
    return tuple(ends)


def stopped(text: str) -> bool:
    """Whether `text` ends as a sentence or the announcement of one does."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def begins_large(text: str) -> bool:
    """Whether the first letter of `text` is a capital; letters of scripts without case count as such."""
    if text[:1].isupper():
        return True
    for char in text[:6]:
        if char.isalpha():
            return not char.islower()
        if char.isdigit():
            return False
    return False


@once_a_text
def measure(lines: Lines) -> int:
    """The column that paragraphs are filled to, told by filled paragraphs alone.

    `lines.width` counts verse and lists in.
    """
    if not lines.wrapped:
        return UNWRAPPED
    found: Counter[int] = Counter()
    for (first, stop), wide in zip(lines.blocks, filled(lines), strict=True):
        if wide and stop - first >= PROSE_LINES:
            found[wide] += stop - first
    if not found:
        return max(lines.width, UNWRAPPED - 8)
    return median_low([wide for wide, count in sorted(found.items()) for _ in range(count)])


@once_a_text
def filled(lines: Lines) -> tuple[int, ...]:
    """The column that each block was filled to, 0 for one that was not or is too short to tell.

    A paragraph was filled to a measure w if no line is longer than w and none but the last had room
    for the first word of the next (greedy filling).
    """
    fewest = 3 if lines.wrapped else PROSE_LINES
    return tuple(
        _filled_to(lines, first, stop) if stop - first >= fewest else 0 for first, stop in lines.blocks
    )


def _filled_to(lines: Lines, first: int, stop: int) -> int:
    text, indent = lines.text, lines.indent
    reach = [indent[n] + len(text[n]) for n in range(first, stop)]
    wide = max(reach)
    if not NARROWEST <= wide <= LONGEST_TYPED:
        return 0
    broken = stop - first - 1
    if sum(map(begins_large, text[first + 1 : stop])) >= CAPITALS * broken:
        return 0
    short = 0
    for n, reached in enumerate(reach[:-1], first + 1):
        room = wide - 2 - reached
        if room > 1 and len(text[n].split(" ", 1)[0]) < room - 1 and not stopped(text[n - 1]):
            short += 1
    return wide if short <= RAGGED * broken else 0


@once_a_text
def paragraphs(lines: Lines) -> list[tuple[int, int]]:
    """The ranges of lines that are one paragraph each, as they will be if nobody claims otherwise."""
    return paragraph_ranges(lines, 0, len(lines))


@once_a_text
def body_indent(lines: Lines) -> int:
    """The column in which lines of running text begin: the commonest of full lines."""
    ends = line_ends(lines)
    full = End.FULL
    indents = Counter([indent for end, indent in zip(ends, lines.indent, strict=True) if end is full])
    return min(((-count, indent) for indent, count in indents.items()), default=(0, 0))[1]


@once_a_text
def small_words(lines: Lines) -> frozenset[str]:
    """The words that stand somewhere in small letters: what is none of them may be a name."""
    return frozenset(word.strip(AROUND) for word in words_of(lines) if word.islower())
