"""The words of a text that a reading must keep, and the words of the outline it made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.outline.nodes import (
    Block,
    BlockQuote,
    Division,
    Letter,
    ListBlock,
    Outline,
    Paragraph,
    Preformatted,
    SceneBreak,
    Teaser,
    Verse,
)
from publisher.outline.walk import divisions, plain
from publisher.read import Reading
from publisher.read.text.blocks import BlockMaker
from publisher.read.text.citations import find_citations, with_notes
from publisher.read.text.claims import (
    AreTeasers,
    Claim,
    IsDropped,
    IsList,
    IsMetadata,
    IsNote,
    IsTeaser,
    Trim,
)
from publisher.read.text.lines import Lines, read_lines
from publisher.read.text.rules import TRIMMERS
from publisher.source import Source

WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of `text`."""
    return WORD.findall(text)


def kept_words(source: Source, reading: Reading) -> list[str]:
    """The words of all lines that no claim drops, in order; teasers and notes, which move, aside."""
    lines = read_lines(source)
    what = {n: claim for claim in reading.claims for n in range(claim.first, claim.stop)}
    kept = [n for n in range(len(lines)) if not _is_gone(what.get(n))]
    body = (n for n in kept if not isinstance(_says(what.get(n)), IsNote))
    citations = find_citations(lines, reading.claims, body)
    cited = with_notes(citations)
    maker = BlockMaker(lines, _trims(lines), citations)
    out: list[str] = []
    for n in kept:
        claim = what.get(n)
        if claim is not None and isinstance(claim.says, IsNote) and claim.first in cited:
            continue
        out += words(maker.piece(n, _marker(claim, n))[0].replace("\x00", " "))
    return out


def _says(claim: Claim | None) -> object:
    return claim.says if claim else None


def _is_gone(claim: Claim | None) -> bool:
    return isinstance(_says(claim), IsDropped | IsMetadata | IsTeaser | AreTeasers)


def _marker(claim: Claim | None, line: int) -> int:
    if claim is not None and isinstance(claim.says, IsList):
        return dict(claim.says.items).get(line, 0)
    return 0


def _trims(lines: Lines) -> dict[int, list[Trim]]:
    out: dict[int, list[Trim]] = {}
    for trimmer in TRIMMERS:
        for trim in trimmer(lines):
            out.setdefault(trim.line, []).append(trim)
    return out


def outline_words(outline: Outline) -> list[str]:
    """The words of an outline's headings and blocks, in order; teasers and notes aside."""
    out: list[str] = []
    for _, division in divisions(outline):
        if division.heading:
            out += words(division.heading.label) + words(plain(division.heading.title))
        for child in division.content:
            if not isinstance(child, Division):
                for text in block_texts(child):
                    out += words(text)
    return out


def block_texts(block: Block) -> Iterator[str]:
    """The runs of text in a block, in order."""
    match block:
        case Paragraph(content=content):
            yield plain(content)
        case Verse(stanzas=stanzas):
            yield from (plain(line.content) for stanza in stanzas for line in stanza)
        case BlockQuote(content=blocks) | Letter(content=blocks):
            for child in blocks:
                yield from block_texts(child)
        case ListBlock(items=items):
            for item in items:
                for child in item.content:
                    yield from block_texts(child)
        case Preformatted(text=text):
            yield text
        case Teaser() | SceneBreak():
            pass
