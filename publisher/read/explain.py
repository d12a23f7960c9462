"""Why a line is what it is: all that the rules say of it, chosen or not."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.diagnostics import Sink
from publisher.read import claims_of, infer
from publisher.read.corrections.apply import correct
from publisher.read.corrections.model import Corrections
from publisher.read.reading import confidence_of
from publisher.read.text.claims import Claim, Evidence
from publisher.read.text.features import candidates
from publisher.read.text.folding import fold
from publisher.read.text.headings import evidence_of
from publisher.read.text.lines import read_lines
from publisher.source import Source


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim that covers a line, and the chosen claims that have some of its lines: for a claim that
    was not chosen these are what it lost to."""

    claim: Claim
    confidence: float
    chosen: bool
    rivals: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is said of line `line` (from 1), the heaviest claim first.

    `winner` is the claim that holds it, None for a line that is a paragraph because nothing else is
    claimed. `inferred` is the one that would hold it without corrections. `short` is the evidence of a
    line that might have been a heading and for which no rule spoke, the heaviest first.
    """

    line: int
    text: str
    heard: tuple[Heard, ...]
    winner: Claim | None
    inferred: Claim | None
    short: tuple[Evidence, ...] = ()


def explain(source: Source, line: int, corrections: Corrections | None = None) -> Explanation:
    """What is said of line `line` (from 1) of `source`. Costs as much as a reading.

    Raises IndexError for a line that is not in the text.
    """
    lines = read_lines(source)
    at = line - 1
    if not 0 <= at < len(lines):
        raise IndexError(line)
    said = list(claims_of(lines))
    inferred, levels = infer(lines, said)
    chosen = correct(lines, said, inferred, levels, corrections, Sink()).claims if corrections else inferred
    winner, would = _holding(chosen, at), _holding(inferred, at)
    heard = [_heard(claim, chosen) for claim in _covering([*said, *chosen], at)]
    candidate = next((c for c in candidates(lines) if c.opener.first <= at < c.opener.stop), None)
    spoken = candidate is not None and any(c.first == candidate.opener.first for c in said)
    return Explanation(
        line=line,
        text=lines.text[at],
        heard=tuple(sorted(heard, key=lambda h: (not h.chosen, -h.claim.weight))),
        winner=winner,
        inferred=would,
        short=() if candidate is None or spoken else evidence_of(candidate),
    )


def lines_with(source: Source, text: str) -> list[int]:
    """The lines of `source`, from 1, whose words are those of `text`; if none are, those that hold them."""
    wanted = fold(text)
    folded = [fold(line) for line in source.text.split("\n")] if wanted else []
    same = [n for n, words in enumerate(folded, 1) if words == wanted]
    return same or [n for n, words in enumerate(folded, 1) if wanted in words]


def _covering(claims: list[Claim], at: int) -> list[Claim]:
    covering = [claim for claim in claims if claim.first <= at < claim.stop]
    return list({id(claim): claim for claim in covering}.values())


def _holding(chosen: tuple[Claim, ...], at: int) -> Claim | None:
    return next((claim for claim in chosen if claim.first <= at < claim.stop), None)


def _heard(claim: Claim, chosen: tuple[Claim, ...]) -> Heard:
    won = any(claim is one for one in chosen)
    rivals = [] if won else [c for c in chosen if c.first < claim.stop and claim.first < c.stop]
    return Heard(claim, confidence_of(claim), won, tuple(rivals))
