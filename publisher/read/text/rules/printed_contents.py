"""A printed table of contents: dropped, because the book makes its own."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsDropped
from publisher.read.text.contents import contents
from publisher.read.text.lines import Lines

NAME = "printed-contents"

PER_LINE = 20.0
"""Each line of a table would weigh as much as a heading by itself; the table weighs more than they."""


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a table."""
    for first, stop in contents(lines).ranges:
        entries = sum(map(bool, lines.text[first:stop]))
        yield Claim(
            rule=NAME,
            first=first,
            stop=stop,
            says=IsDropped(what="printed contents"),
            evidence=(Evidence(f"{entries} lines that come again as headings", PER_LINE * entries),),
        )
