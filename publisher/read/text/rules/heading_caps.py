"""Headings in capitals: "THE GOLDEN BIRD"."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim
from publisher.read.text.headings import heading_claims
from publisher.read.text.lines import Lines

NAME = "heading-caps"


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a candidate."""
    return heading_claims(lines, NAME, "caps")
