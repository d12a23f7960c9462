"""Entries of a scraped list of other articles: the linked headline twice, often with keywords after
bars, then the first lines of the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsTeaser
from publisher.read.text.lines import Lines
from publisher.read.text.shapes import BAR, split_bars

NAME = "doubled-headline"

SHORTEST = 20
"""Characters: shorter lines are doubled in verse and dialogue too."""
MANY = 2
"""Pairs without keywords are entries from this number on."""


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a pair, with the lead-in that follows it."""
    if lines.wrapped:
        return
    pairs = [first for first, stop in lines.blocks if _is_pair(lines, first, stop)]
    for first in pairs:
        barred = BAR in lines.text[first]
        if not barred and len(pairs) < MANY:
            continue
        headline, keywords = split_bars(lines.text[first])
        evidence = [Evidence("the same line twice, as a linked headline is scraped", 5.0)]
        if barred:
            evidence.append(Evidence("keywords between bars", 4.0))
        yield Claim(
            rule=NAME,
            first=first,
            stop=_lead_in_stop(lines, first + 2),
            says=IsTeaser(headline=headline, keywords=keywords, head=2),
            evidence=tuple(evidence),
        )


def _is_pair(lines: Lines, first: int, stop: int) -> bool:
    return (
        stop - first == 2
        and lines.text[first] == lines.text[first + 1]
        and len(lines.text[first]) >= SHORTEST
    )


def _lead_in_stop(lines: Lines, stop: int) -> int:
    """Where the entry ends: after the paragraph that follows the pair, if one does."""
    following = lines.next_text(stop)
    if following >= len(lines):
        return stop
    begin, end = lines.blocks[lines.block[following]]
    alone = end - begin == 1
    return end if alone and BAR not in lines.text[begin] else stop
