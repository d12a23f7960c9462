"""The title of a scraped page once more in the middle of its text."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsDropped
from publisher.read.text.lines import Lines

NAME = "running-title"

SHORTEST = 12
"""Characters of a title that does not come again by chance."""
LONG = 120
"""Characters of a paragraph of running text."""


def claims(lines: Lines) -> Iterator[Claim]:
    """Repeats of the first line, alone between two paragraphs of running text.

    Only in unwrapped text, which pages are scraped as: in a book a story may be called as the book is.
    """
    first = lines.next_text(0)
    if lines.wrapped or first >= len(lines) or len(lines.text[first]) < SHORTEST:
        return
    title = _folded(lines.text[first])
    for n in range(first + 1, len(lines)):
        if lines.text[n] and _folded(lines.text[n]) == title and _between_paragraphs(lines, n):
            yield Claim(
                rule=NAME,
                first=n,
                stop=n + 1,
                says=IsDropped(what="running title"),
                evidence=(Evidence("repeats the title between two paragraphs", 8.0),),
            )


def _between_paragraphs(lines: Lines, at: int) -> bool:
    before, after = lines.last_text(at - 1), lines.next_text(at + 1)
    if before < 0 or after >= len(lines) or not (lines.blank(at - 1) and lines.blank(at + 1)):
        return False
    return len(lines.text[before]) >= LONG and len(lines.text[after]) >= LONG


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
