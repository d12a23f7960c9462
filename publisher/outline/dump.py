"""The outline as text: the golden files of the readers' tests, and what a person can read.

`dump` writes one line a heading or block, indented by depth, blocks with their inline mark-up in
a short notation: `_emphasis_`, `*strong*`, `^small caps^`, `` `code` ``, `[note 3: ...]`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from publisher.outline.nodes import (
    Block,
    BlockQuote,
    Code,
    Division,
    Emphasis,
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
)
from publisher.outline.walk import blocks, plain

BLOCK_NAMES: dict[type[Block], str] = {
    Paragraph: "paragraph",
    Verse: "verse",
    BlockQuote: "quotation",
    Letter: "letter",
    ListBlock: "list",
    Preformatted: "preformatted",
    SceneBreak: "scene-break",
    Teaser: "teaser",
}


def block_counts(outline: Outline) -> dict[str, int]:
    """How many blocks of each kind there are, nested ones too, by name in the order of `BLOCK_NAMES`."""
    counts = Counter(BLOCK_NAMES[type(block)] for block in blocks(outline))
    return {name: counts[name] for name in BLOCK_NAMES.values() if counts[name]}


def dump(outline: Outline) -> str:
    """The whole outline as readable text, ending in a newline."""
    meta = outline.metadata
    lines = [f"title: {meta.title}"]
    lines += [f"author: {author}" for author in meta.authors]
    lines += [
        f"{name}: {value}" for name, value in (("language", meta.language), ("date", meta.date)) if value
    ]
    for division in outline.content:
        lines += _division(division, 0)
    return "\n".join(lines) + "\n"


def _division(division: Division, depth: int) -> Iterator[str]:
    pad = "  " * depth
    heading = division.heading
    named = "" if heading is None else " | ".join(p for p in (heading.label, _marked(heading.title)) if p)
    yield f"{pad}[{division.role}] {named}".rstrip()
    for child in division.content:
        if isinstance(child, Division):
            yield from _division(child, depth + 1)
        else:
            yield from _block(child, depth + 1)


def _block(block: Block, depth: int) -> Iterator[str]:
    pad = "  " * depth
    match block:
        case Paragraph():
            role = f" ({block.role})" if block.role else ""
            yield f"{pad}p{role} {_marked(block.content)}"
        case Verse():
            for stanza in block.stanzas:
                yield f"{pad}stanza"
                for line in stanza:
                    yield f"{pad}  {'> ' * line.indent}{_marked(line.content)}"
        case BlockQuote() | Letter():
            yield f"{pad}{BLOCK_NAMES[type(block)]}"
            for child in block.content:
                yield from _block(child, depth + 1)
        case ListBlock():
            yield f"{pad}list" + ("" if block.start is None else f" from {block.start}")
            for item in block.items:
                yield f"{pad}  item"
                for child in item.content:
                    yield from _block(child, depth + 2)
        case Preformatted():
            yield f"{pad}preformatted"
            yield from (f"{pad}  |{line}" for line in block.text.split("\n"))
        case SceneBreak():
            yield f"{pad}scene-break"
        case Teaser():
            yield f"{pad}teaser {_marked(block.headline)}"
            if block.keywords:
                yield f"{pad}  keywords {', '.join(block.keywords)}"
            for child in block.content:
                yield from _block(child, depth + 1)
        case _:
            assert_never(block)


def _marked(content: tuple[Inline, ...]) -> str:
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text(text):
                parts.append(text)
            case Code(text):
                parts.append(f"`{text}`")
            case Emphasis(inner):
                parts.append(f"_{_marked(inner)}_")
            case Strong(inner):
                parts.append(f"*{_marked(inner)}*")
            case SmallCaps(inner) | Superscript(inner):
                parts.append(f"^{_marked(inner)}^")
            case Link(target, inner):
                parts.append(f"{_marked(inner)} <{target}>")
            case LineBreak():
                parts.append(" / ")
            case Note():
                text = " ".join(plain(b.content) for b in inline.content if isinstance(b, Paragraph))
                parts.append(f"[note {inline.mark}: {text}]")
            case _:
                assert_never(inline)
    return "".join(parts)
