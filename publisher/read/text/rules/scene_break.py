"""Pauses between scenes, shown by a row of signs: "* * *", "***", "—", "#", "⁂"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsSceneBreak
from publisher.read.text.lines import Lines

NAME = "scene-break"

ROW = re.compile(r"^(?:(?:[*•·⁂❦✻☙❧~#+oO0xX](?:\s*[*•·~#+])*)|(?:[-–—_=]\s*){1,}|(?:[.…]\s*){3,})$")
LETTERS = re.compile(r"[oO0xX]")
UNDERLINE = re.compile(r"^[-=_~]+$")


def claims(lines: Lines) -> Iterator[Claim]:
    """Rows that stand alone; one that underlines the line above it is a heading's."""
    for first, stop in lines.blocks:
        for n in range(first, stop):
            text = lines.text[n]
            if len(text) > 80 or not ROW.match(text) or LETTERS.search(text):
                continue
            alone = stop - first == 1 or not lines.wrapped
            if alone and not (n > first and UNDERLINE.match(text)) and _inside(lines, n):
                yield Claim(
                    rule=NAME,
                    first=n,
                    stop=n + 1,
                    says=IsSceneBreak(),
                    evidence=(Evidence("a row of signs alone on its line", 4.5),),
                )


def _inside(lines: Lines, at: int) -> bool:
    """Whether text stands before and after: a row at either end separates nothing."""
    return lines.last_text(at - 1) >= 0 and lines.next_text(at + 1) < len(lines)
