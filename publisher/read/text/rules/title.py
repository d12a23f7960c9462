"""The title: the first line of the text, if it is short and stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsMetadata
from publisher.read.text.lines import Lines

NAME = "title"


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim at most."""
    first = lines.next_text(0)
    if first < len(lines) and len(lines.text[first]) < 200:
        yield Claim(
            rule=NAME,
            first=first,
            stop=first + 1,
            says=IsMetadata(name="title", value=lines.text[first]),
            evidence=(Evidence("the first line", 4.0),),
        )
