"""Headings that are nothing but a short line: alone between blank lines, no full stop, text after it."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsHeading
from publisher.read.text.lines import Lines

NAME = "heading-plain"


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a line of that shape."""
    if lines.wrapped:
        return
    for first, stop in lines.blocks:
        text = lines.text[first]
        following = lines.next_text(stop)
        if stop - first == 1 and 2 < len(text) < 140 and text[-1] not in ".!?:;,。！？：" and text[0].isupper() and "|" not in text:
            if following < len(lines) and len(lines.text[following]) > 140:
                yield Claim(rule=NAME, first=first, stop=stop, says=IsHeading(scheme="plain", title=text),
                    evidence=(Evidence("a short line alone, without a full stop", 1.0), Evidence("long text follows", 1.0)))
