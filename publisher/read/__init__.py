"""Reading: one input to one outline, and the reasons for it."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePath

from publisher.diagnostics import Sink
from publisher.read.corrections.apply import correct, correct_metadata
from publisher.read.corrections.model import Corrections
from publisher.read.language import detect_language
from publisher.read.reading import DOUBTFUL, HeadingReport, Reading, report
from publisher.read.text.assemble import assemble
from publisher.read.text.claims import Claim, IsHeading, IsMetadata
from publisher.read.text.contents import contents
from publisher.read.text.emptied import without_emptied
from publisher.read.text.folding import fold
from publisher.read.text.levels import Found, find_levels
from publisher.read.text.lines import Lines, read_lines
from publisher.read.text.lone import without_lone
from publisher.read.text.nesting import OPENING, Section
from publisher.read.text.resolve import resolve
from publisher.read.text.rules import RULES, TRIMMERS
from publisher.read.text.sequences import lettered
from publisher.read.text.view import NEW_PAGE
from publisher.read.text.words import RANKS
from publisher.source import Source

SEEN = OPENING + 100
"""Characters before and after the text below a heading that tell its level, with room for indents."""

__all__ = ["DOUBTFUL", "HeadingReport", "Reading", "claims_of", "infer", "read_text"]


def read_text(
    source: Source, sink: Sink, language: str | None = None, corrections: Corrections | None = None
) -> Reading:
    """Read an unmarked text. `language` is a BCP 47 tag; without it the language is found out.

    `corrections` are obeyed: `corrections.apply` tells how, and what it warns. Warns "title-missing"
    where the text does not say its title; its file's name is then taken.
    """
    with _uncollected():
        return _read(source, sink, language, corrections)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector.

    Reading makes many objects that stay and no cycles: to walk them again and again is a tenth of its time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(source: Source, sink: Sink, language: str | None, corrections: Corrections | None) -> Reading:
    lines = read_lines(source)
    said: Iterable[Claim] = claims_of(lines)
    if corrections:
        said = list(said)
    chosen, levels = infer(lines, said)
    if corrections:
        chosen, levels = correct(lines, list(said), chosen, levels, corrections, sink)
    trims = [trim for trimmer in TRIMMERS for trim in trimmer(lines)]
    declared = [c.says.value for c in chosen if isinstance(c.says, IsMetadata) and c.says.name == "language"]
    spoken = language or next(iter(declared), "") or detect_language(source.text)
    lines = lines.lean()  # the rules are done; the outline will need the memory
    outline = assemble(lines, chosen, levels, trims, spoken)
    metadata = correct_metadata(outline.metadata, corrections) if corrections else outline.metadata
    if not metadata.title:
        title = _title_of_name(source.name)
        sink.warn("title-missing", f'no title was found; "{title}" is taken', None, "try --title")
        metadata = replace(metadata, title=title)
    metadata = replace(metadata, language=language or metadata.language)
    outline = replace(outline, metadata=metadata)
    return Reading(outline=outline, claims=chosen, headings=report(chosen, levels))


def claims_of(lines: Lines) -> Iterator[Claim]:
    """All that the rules say of a text."""
    return (claim for rule in RULES for claim in rule(lines))


def infer(lines: Lines, said: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """The choice among what is said, ascending and without overlaps, and the level of each heading in it."""
    chosen = without_lone(without_emptied(lines, resolve(said)))
    return chosen, _levels(lines, chosen)


def _title_of_name(name: str) -> str:
    """A title from the name of a file: "the-sea_2.txt" gives "the sea 2"."""
    stem = PurePath(name).stem
    return " ".join(re.split(r"[\W_]+", stem)).strip() or "Untitled"


def _levels(lines: Lines, chosen: Sequence[Claim]) -> tuple[int, ...]:
    headings = [(c, c.says) for c in chosen if isinstance(c.says, IsHeading)]
    nexts = [*(c.first for c, _ in headings[1:]), len(lines)][: len(headings)]
    found = [
        _found(lines, claim, says, following)
        for (claim, says), following in zip(headings, nexts, strict=True)
    ]
    return find_levels(found)


def _found(lines: Lines, claim: Claim, says: IsHeading, following: int) -> Found:
    """What levels see of a heading; the text below it ends at the line `following`."""
    parts = lettered(says.title) if says.number is None else ()
    return Found(
        scheme="decimal" if parts else says.scheme,
        rank=RANKS.get(says.scheme, 0),
        number=parts[-1] if parts else says.number,
        depth=1 + len(parts) if parts else says.depth,
        listed=_listed_depth(lines, says),
        aside=says.role is not None,
        body=sum(len(lines.text[n]) for n in range(claim.stop, min(following, claim.stop + 20))),
        gap=_gap(lines, claim.first),
        indent=lines.indent[claim.first],
        capitals=f"{says.label} {says.title}".isupper(),
        titled=bool(says.title),
        section=_section(lines, claim, says, following),
    )


def _section(lines: Lines, claim: Claim, says: IsHeading, following: int) -> Section:
    """What a heading and the text below it, up to the line `following`, say; of those that print marks
    as headings, the size alone."""
    whole = lines.source.text
    begin = lines.offset[claim.stop] if claim.stop < len(lines) else len(whole)
    end = lines.offset[following] if following < len(lines) else len(whole)
    opening = whole[begin : min(end, begin + SEEN)]
    closing = whole[max(begin, end - SEEN) : end]
    blank = len(opening) - len(opening.lstrip()) + len(closing) - len(closing.rstrip())
    size = max(0, end - begin - blank)
    if says.number is not None or says.title.isupper():
        return Section(title="", opening="", closing="", size=size)
    return Section(
        title=says.title, opening=" ".join(opening.split()), closing=" ".join(closing.split()), size=size
    )


def _gap(lines: Lines, line: int) -> int:
    """Blank lines before a line; a new page counts as many."""
    gap = lines.gap_before(line)
    new_page = any("\f" in lines.raw(n) for n in range(max(0, line - gap), line + 1))
    return gap + NEW_PAGE * new_page


def _listed_depth(lines: Lines, says: IsHeading) -> int:
    """How deep the printed contents have this heading, 0 if they do not tell."""
    depths = contents(lines).depths
    if not depths:
        return 0
    keys = (fold(f"{says.label} {says.title}"), fold(says.title), fold(says.label))
    return next((depths[key] for key in keys if key in depths), 0)
