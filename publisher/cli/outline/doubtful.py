"""The headings that a person should look at, the least sure first."""

from __future__ import annotations

from textwrap import wrap

from publisher.cli.console import shown
from publisher.cli.outline.wording import counted, reasons, sure
from publisher.read import DOUBTFUL, HeadingReport, Reading
from publisher.read.text.claims import Claim

HANGING = 15
"""The column that reasons begin in."""

NARROWEST = 20
"""Columns that reasons take at least."""


def doubtful_headings(reading: Reading) -> list[tuple[HeadingReport, Claim]]:
    """The headings said with less confidence than `DOUBTFUL`, ascending by it, then by line."""
    doubted = [pair for pair in reading.with_claims() if pair[0].confidence < DOUBTFUL]
    return sorted(doubted, key=lambda pair: (pair[0].confidence, pair[0].line))


def as_doubtful(reading: Reading, width: int = 0) -> str:
    """One heading after the other, with the strongest reasons for and against; then how many there are.

    Reasons are in lines of at most `width` columns, 0 for no limit.
    """
    doubted = doubtful_headings(reading)
    digits = max((len(str(h.line)) for h, _ in doubted), default=1)
    parts = [_shown(heading, claim, digits, width) for heading, claim in doubted]
    total = counted(len(reading.headings), "heading")
    count = f"{len(doubted)} of {total}" if doubted else f"none of {total}"
    return "\n".join([*parts, f"[dim]{count} said with less confidence than {DOUBTFUL:.2f}[/]"])


def _shown(heading: HeadingReport, claim: Claim, digits: int, width: int) -> str:
    speaking, against = reasons(claim.evidence)
    place = f"[dim]line {heading.line:<{digits}}[/]"
    lines = [f"[yellow]{sure(heading.confidence)}[/]  {place}  [bold]{shown(heading.text)}[/]"]
    for name, given in (("for", speaking), ("against", against)):
        if given:
            first, *rest = (
                wrap("; ".join(given), max(NARROWEST, width - HANGING)) if width else ["; ".join(given)]
            )
            lines.append(f"      [dim]{name:7}[/]  {shown(first)}")
            lines += [" " * HANGING + shown(line) for line in rest]
    return "\n".join(lines)
