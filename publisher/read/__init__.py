"""Reading: one input to one outline, and the reasons for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp
from pathlib import PurePath

from publisher.diagnostics import Sink
from publisher.outline.nodes import Outline
from publisher.read.language import detect_language
from publisher.read.text.assemble import assemble
from publisher.read.text.claims import Claim, IsHeading, IsMetadata
from publisher.read.text.contents import contents
from publisher.read.text.emptied import without_emptied
from publisher.read.text.folding import fold
from publisher.read.text.inline import collapse
from publisher.read.text.levels import Found, find_levels
from publisher.read.text.lines import Lines, read_lines
from publisher.read.text.resolve import resolve
from publisher.read.text.rules import RULES, TRIMMERS
from publisher.read.text.words import RANKS
from publisher.source import Source

__all__ = ["HeadingReport", "Reading", "read_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingReport:
    """A heading and why it is one. Lines count from 1, `end_line` is its last; `confidence` is in (0, 1)."""

    level: int
    text: str
    line: int
    end_line: int
    confidence: float
    rule: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The outline of a text, the claims it was built from, and its headings in order without the title."""

    outline: Outline
    claims: tuple[Claim, ...]
    headings: tuple[HeadingReport, ...]


def read_text(source: Source, sink: Sink, language: str | None = None) -> Reading:
    """Read an unmarked text. `language` is a BCP 47 tag; without it the language is found out.

    Warns "title-missing" where the text does not say its title; its file's name is then taken.
    """
    lines = read_lines(source)
    chosen = without_emptied(lines, resolve(claim for rule in RULES for claim in rule(lines)))
    trims = [trim for trimmer in TRIMMERS for trim in trimmer(lines)]
    levels = _levels(lines, chosen)
    declared = [c.says.value for c in chosen if isinstance(c.says, IsMetadata) and c.says.name == "language"]
    language = language or next(iter(declared), "") or detect_language(source.text)
    outline = assemble(lines, chosen, levels, trims, language)
    if not outline.metadata.title:
        title = _title_of_name(source.name)
        sink.warn("title-missing", f'no title was found; "{title}" is taken', None, "try --title")
        outline = replace(outline, metadata=replace(outline.metadata, title=title))
    return Reading(outline=outline, claims=chosen, headings=_reports(chosen, levels))


def _title_of_name(name: str) -> str:
    """A title from the name of a file: "the-sea_2.txt" gives "the sea 2"."""
    stem = PurePath(name).stem
    return " ".join(re.split(r"[\W_]+", stem)).strip() or "Untitled"


def _levels(lines: Lines, chosen: Sequence[Claim]) -> tuple[int, ...]:
    headings = [c for c in chosen if isinstance(c.says, IsHeading)]
    nexts = [*(c.first for c in headings[1:]), len(lines)][: len(headings)]
    found = [
        Found(
            scheme=c.says.scheme,
            rank=RANKS.get(c.says.scheme, 0),
            number=c.says.number,
            depth=c.says.depth,
            listed=_listed_depth(lines, c.says),
            aside=c.says.role is not None,
            body=sum(len(lines.text[n]) for n in range(c.stop, min(following, c.stop + 20))),
        )
        for c, following in zip(headings, nexts, strict=True)
        if isinstance(c.says, IsHeading)
    ]
    return find_levels(found)


def _listed_depth(lines: Lines, says: IsHeading) -> int:
    """How deep the printed contents have this heading, 0 if they do not tell."""
    depths = contents(lines).depths
    if not depths:
        return 0
    keys = (fold(f"{says.label} {says.title}"), fold(says.title), fold(says.label))
    return next((depths[key] for key in keys if key in depths), 0)


def _reports(chosen: Sequence[Claim], levels: Sequence[int]) -> tuple[HeadingReport, ...]:
    headings = [(c, c.says) for c in chosen if isinstance(c.says, IsHeading)]
    return tuple(
        HeadingReport(
            level=level,
            text=collapse(f"{says.label} {says.title}"),
            line=claim.first + 1,
            end_line=claim.stop,
            confidence=round(1 / (1 + exp(-claim.weight)), 3),
            rule=claim.rule,
            evidence=tuple(e.reason for e in claim.evidence),
        )
        for (claim, says), level in zip(headings, levels, strict=True)
    )
