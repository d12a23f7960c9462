"""What a reader returns: the outline, and why it is what it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from publisher.outline.nodes import Outline
from publisher.outline.roles import DivisionRole
from publisher.read.corrections.model import RULE
from publisher.read.text.calibration import POINTS
from publisher.read.text.claims import Claim, IsHeading
from publisher.read.text.inline import collapse

LEAST = 0.001
"""The confidence of a claim is never nearer to 0 or 1: certain is only a person."""

DOUBTFUL = 0.9
"""A heading said with less confidence than this should be looked at by a person."""


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

    def with_claims(self) -> tuple[tuple[HeadingReport, Claim], ...]:
        """The headings, each with its claim."""
        claims = (claim for claim in self.claims if isinstance(claim.says, IsHeading))
        return tuple(zip(self.headings, claims, strict=True))


def confidence_of(claim: Claim) -> float:
    """How sure a claim is to be right: in (0, 1), and 1 for what a person has said."""
    if claim.rule == RULE:
        return 1.0
    return min(max(round(share_right(claim.weight), 3), LEAST), 1 - LEAST)


def share_right(weight: float) -> float:
    """The share of headings said with `weight` (log odds) that are right, as `calibration` measured.

    Below what was measured the odds fall with the weight.
    """
    at = bisect_right(POINTS, (weight, 2.0))
    if at == len(POINTS):
        return POINTS[-1][1]
    if at == 0:
        low, share = POINTS[0]
        odds = share / (1 - share) * exp(max(weight - low, -50.0))
        return odds / (1 + odds)
    (low, share_low), (high, share_high) = POINTS[at - 1], POINTS[at]
    return share_low + (share_high - share_low) * (weight - low) / (high - low)


def report(chosen: Sequence[Claim], levels: Sequence[int]) -> tuple[HeadingReport, ...]:
    """The headings among the chosen claims; `levels` has the level of each."""
    headings = [(c, c.says) for c in chosen if isinstance(c.says, IsHeading)]
    return tuple(
        HeadingReport(
            level=level,
            text=collapse(f"{says.label} {says.title}"),
            line=claim.first + 1,
            end_line=claim.stop,
            confidence=confidence_of(claim),
            rule=claim.rule,
            evidence=tuple(e.reason for e in claim.evidence),
            role=says.role,
        )
        for (claim, says), level in zip(headings, levels, strict=True)
    )
