"""What a reader returns: the outline, and why it is what it is."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.outline.nodes import Outline
from publisher.outline.roles import DivisionRole
from publisher.read.text.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingReport:
    """A heading and why it is one. Lines count from 1, `end_line` is its last.

    `confidence` is in (0, 1), and 1 for what a person has said; `role` is that which a rule or a
    person gave it, None where its size and place decide.
    """

    level: int
    text: str
    line: int
    end_line: int
    confidence: float
    rule: str
    evidence: tuple[str, ...]
    role: DivisionRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The outline of a text, the claims it was built from, and its headings in order without the title."""

    outline: Outline
    claims: tuple[Claim, ...]
    headings: tuple[HeadingReport, ...]
