"""Visiting and rebuilding outlines.

Rebuilding keeps what did not change: a transform that touches one paragraph shares all the rest
with the outline it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from publisher.outline.nodes import (
    Block,
    BlockQuote,
    Code,
    Division,
    Emphasis,
    Heading,
    Inline,
    Letter,
    LineBreak,
    Link,
    ListBlock,
    Note,
    Outline,
    Paragraph,
    Preformatted,
    SceneBreak,
    SmallCaps,
    Strong,
    Superscript,
    Teaser,
    Text,
    Verse,
    VerseLine,
)


def plain(content: Iterable[Inline]) -> str:
    """The text of `content` without mark-up; a line break reads as a space, a note not at all."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text(text) | Code(text):
                parts.append(text)
            case Emphasis(inner) | Strong(inner) | SmallCaps(inner) | Superscript(inner):
                parts.append(plain(inner))
            case Link(_, inner):
                parts.append(plain(inner))
            case LineBreak():
                parts.append(" ")
            case Note():
                pass
            case _:
                assert_never(inline)
    return "".join(parts)


def heading_text(heading: Heading, separator: str = " ") -> str:
    """Label and title in one line."""
    return separator.join(part for part in (heading.label, plain(heading.title)) if part)


def divisions(outline: Outline) -> Iterator[tuple[int, Division]]:
    """Every division with its depth (1 at the top), in document order."""
    stack = [(1, d) for d in reversed(outline.content)]
    while stack:
        depth, division = stack.pop()
        yield depth, division
        stack.extend((depth + 1, c) for c in reversed(division.content) if isinstance(c, Division))


def blocks(outline: Outline) -> Iterator[Block]:
    """Every block, those inside other blocks and inside notes too, in document order."""
    for _, division in divisions(outline):
        for child in division.content:
            if not isinstance(child, Division):
                yield from nested_blocks(child)


def nested_blocks(block: Block) -> Iterator[Block]:
    """`block` and the blocks inside it, those of notes too, in document order."""
    yield block
    match block:
        case Paragraph():
            yield from _blocks_of_notes(block.content)
        case Verse():
            for stanza in block.stanzas:
                for line in stanza:
                    yield from _blocks_of_notes(line.content)
        case BlockQuote() | Letter():
            for child in block.content:
                yield from nested_blocks(child)
        case ListBlock():
            for item in block.items:
                for child in item.content:
                    yield from nested_blocks(child)
        case Teaser():
            yield from _blocks_of_notes(block.headline)
            for child in block.content:
                yield from nested_blocks(child)
        case Preformatted() | SceneBreak():
            pass
        case _:
            assert_never(block)


def _blocks_of_notes(content: Iterable[Inline]) -> Iterator[Block]:
    for note in notes(content):
        for child in note.content:
            yield from nested_blocks(child)


def notes(content: Iterable[Inline]) -> Iterator[Note]:
    """The notes cited in `content`, in order, without those inside other notes."""
    for inline in content:
        match inline:
            case Note():
                yield inline
            case Emphasis(inner) | Strong(inner) | SmallCaps(inner) | Superscript(inner):
                yield from notes(inner)
            case Link(_, inner):
                yield from notes(inner)
            case Text() | Code() | LineBreak():
                pass
            case _:
                assert_never(inline)


# Rebuilding ---------------------------------------------------------------------------------------

Content = tuple[Inline, ...]
ContentMap = Callable[[Content], Content]


def map_content(outline: Outline, change: ContentMap) -> Outline:
    """`outline` with `change` applied to each run of inline content: once a paragraph, verse line,
    headline or heading title, and to the paragraphs of notes before the one that cites them."""
    return replace(outline, content=tuple(_map_division(d, change) for d in outline.content))


def _map_division(division: Division, change: ContentMap) -> Division:
    heading = division.heading
    if heading is not None and heading.title:
        heading = replace(heading, title=_map_inlines(heading.title, change))
    content = tuple(
        _map_division(c, change) if isinstance(c, Division) else map_block(c, change)
        for c in division.content
    )
    return replace(division, heading=heading, content=content)


def map_block(block: Block, change: ContentMap) -> Block:
    """`block` with `change` applied to each run of inline content in it."""
    match block:
        case Paragraph():
            return replace(block, content=_map_inlines(block.content, change))
        case Verse():
            return replace(
                block,
                stanzas=tuple(
                    tuple(VerseLine(_map_inlines(line.content, change), line.indent) for line in stanza)
                    for stanza in block.stanzas
                ),
            )
        case BlockQuote() | Letter():
            return replace(block, content=tuple(map_block(c, change) for c in block.content))
        case ListBlock():
            items = tuple(
                replace(i, content=tuple(map_block(c, change) for c in i.content)) for i in block.items
            )
            return replace(block, items=items)
        case Teaser():
            return replace(
                block,
                headline=_map_inlines(block.headline, change),
                content=tuple(map_block(c, change) for c in block.content),
            )
        case Preformatted() | SceneBreak():
            return block
        case _:
            assert_never(block)


def _map_inlines(content: Content, change: ContentMap) -> Content:
    return change(tuple(_map_notes(inline, change) for inline in content))


def _map_notes(inline: Inline, change: ContentMap) -> Inline:
    match inline:
        case Note():
            return replace(inline, content=tuple(map_block(c, change) for c in inline.content))
        case Emphasis(inner) | Strong(inner) | SmallCaps(inner) | Superscript(inner):
            return replace(inline, content=tuple(_map_notes(i, change) for i in inner))
        case Link(_, inner):
            return replace(inline, content=tuple(_map_notes(i, change) for i in inner))
        case Text() | Code() | LineBreak():
            return inline
        case _:
            assert_never(inline)
