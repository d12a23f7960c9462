"""Headings that are nothing but a short line in mixed case: "Where I Lived, and What I Lived For"."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim
from publisher.read.text.headings import heading_claims
from publisher.read.text.lines import Lines

NAME = "heading-plain"


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a candidate."""
    return heading_claims(lines, NAME, "plain")
