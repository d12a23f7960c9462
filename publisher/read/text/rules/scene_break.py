"""Pauses between scenes, shown by a row of signs: "* * *", "***", "—", "#", "⁂"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsSceneBreak
from publisher.read.text.lines import Lines, beginning_with

NAME = "scene-break"

ROW = re.compile(
    r"(?:[*•·⁂❦✻☙❧~#+](?:\s*[*•·~#+])*|(?:[-–—_=]\s*)+|(?:[.…]\s*){3,})$",
)
SIGNS = frozenset("*•·⁂❦✻☙❧~#+-–—_=.…")
LONGEST = 80
"""Characters of a row."""
FEWEST = 3
"""Signs of a row that may stand between paragraphs without blank lines."""
UNDERLINE = re.compile(r"^[-=_~]+$")


def claims(lines: Lines) -> Iterator[Claim]:
    """Rows that stand alone; one that underlines the line above it is a heading's, two are a box."""
    for n in beginning_with(lines, SIGNS):
        text = lines.text[n]
        if not _is_row(text) or not _inside(lines, n):
            continue
        first, stop = lines.blocks[lines.block[n]]
        if lines.wrapped and (n > first and stop > n + 1):
            continue
        beside = [lines.text[at] for at in (n - 1, n + 1) if first <= at < stop]
        if any(map(_is_row, beside)) or (n > first and UNDERLINE.match(text)):
            continue
        if lines.wrapped and beside and not _is_starred(text):
            continue
        yield Claim(
            rule=NAME,
            first=n,
            stop=n + 1,
            says=IsSceneBreak(),
            evidence=(Evidence("a row of signs alone on its line", 4.5),),
        )


def _is_starred(text: str) -> bool:
    """Whether it is a row that no line of text ends or begins with: it needs no blank lines."""
    return sum(not char.isspace() for char in text) >= FEWEST and text[0] in "*•⁂"


def _is_row(text: str) -> bool:
    return text[:1] in SIGNS and len(text) <= LONGEST and bool(ROW.match(text))


def _inside(lines: Lines, at: int) -> bool:
    """Whether text stands before and after: a row at either end separates nothing."""
    return lines.last_text(at - 1) >= 0 and lines.next_text(at + 1) < len(lines)
