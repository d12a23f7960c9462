"""Headings that begin with a roman or arabic numeral or a letter: "XIV", "3. The Sea", "— I —"."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim
from publisher.read.text.headings import heading_claims
from publisher.read.text.lines import Lines

NAME = "heading-numeral"


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a candidate."""
    return heading_claims(lines, NAME, "numeral")
