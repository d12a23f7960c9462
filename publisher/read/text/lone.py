"""A heading that is the only one of its text: few texts have just one, most of those none."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.read.text.claims import Claim, IsHeading

SURE = 3.0
"""Log odds: a lone heading that is nothing but a short line must be said with so much."""

WITHOUT_MARK = ("heading-plain", "heading-caps")
"""Rules that have nothing but the looks of a line to go by: no number, no word."""


def without_lone(chosen: Sequence[Claim]) -> tuple[Claim, ...]:
    """`chosen` without its only heading, where that is a doubtful one without a number or a word."""
    headings = [claim for claim in chosen if isinstance(claim.says, IsHeading)]
    if len(headings) != 1 or headings[0].rule not in WITHOUT_MARK or headings[0].weight >= SURE:
        return tuple(chosen)
    return tuple(claim for claim in chosen if claim is not headings[0])
