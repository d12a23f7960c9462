"""Paragraphs whose line ends are meant: addresses, dedications, casts of plays, imprints.

In wrapped text a line that leaves much room is the last of its paragraph, or its writer ended it. What is
neither verse nor a list and consists of such lines keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsParagraph
from publisher.read.text.lines import Lines
from publisher.read.text.shapes import begins_large, body_indent, measure, paragraphs

NAME = "broken-lines"

ROOM = 8
"""Columns that stay free beside the first word of the next line, at least."""
LARGE = 0.8
"""The share of lines after the first that begin with a capital, a digit or a mark, at least."""
LONGEST = 60
"""Lines."""
WEIGHT = 0.01
"""What anything else is claimed to be, it is."""


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a paragraph, in wrapped text: in other text each line is a paragraph anyhow."""
    if not lines.wrapped:
        return
    wide = measure(lines) - ROOM
    for first, stop in paragraphs(lines):
        if (
            1 < stop - first <= LONGEST
            and _leaves_room(lines, first, stop, wide)
            and _is_list(lines, first, stop)
        ):
            yield Claim(
                rule=NAME,
                first=first,
                stop=stop,
                says=IsParagraph(broken=True),
                evidence=(Evidence("all its lines leave room for the next word", WEIGHT),),
            )


def _leaves_room(lines: Lines, first: int, stop: int, wide: int) -> bool:
    """Whether each line but the last has room for the first word of the next, and more."""
    text, indent = lines.text, lines.indent
    return all(
        indent[n] + len(text[n]) + 1 + len(text[n + 1].split(None, 1)[0]) <= wide
        for n in range(first, stop - 1)
    )


def _is_list(lines: Lines, first: int, stop: int) -> bool:
    """Whether the lines begin as names of things do, or are centred."""
    large = sum(_begins(lines.text[n]) for n in range(first + 1, stop))
    if large >= LARGE * (stop - first - 1):
        return True
    indents = lines.indent[first:stop]
    return min(indents) > body_indent(lines) and len(set(indents)) > (stop - first) // 2


def _begins(text: str) -> bool:
    return begins_large(text) or not text[0].isalpha()
