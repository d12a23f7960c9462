"""A book with one of everything that the element table of ARCHITECTURE.md has."""

from __future__ import annotations

from itertools import count

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
    ListItem,
    Metadata,
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
from publisher.outline.roles import DivisionRole, ParagraphRole

METADATA = Metadata(
    title="Every <Thing> & “More”",
    subtitle="A Test",
    authors=("Ann Bee", "Cy van Dee"),
    translators=("Ed Eff",),
    language="en-GB",
    date="2024-04-16T21:12",
    publisher="The & Press",
    rights="CC0",
    source="https://example.org/a|b",
)


def everything(metadata: Metadata = METADATA) -> Outline:
    """Each division's role in the order of the roles, each paragraph's role, each block and inline."""
    ids = count(1)

    def paragraph(*content: Inline | str, role: ParagraphRole | None = None) -> Paragraph:
        return Paragraph(id=next(ids), content=inlines(*content), role=role)

    def inlines(*content: Inline | str) -> tuple[Inline, ...]:
        return tuple(Text(c) if isinstance(c, str) else c for c in content)

    def note(*content: Block) -> Note:
        return Note(id=next(ids), mark="*", content=content)

    def listing(start: int | None, *items: Block) -> ListBlock:
        made = tuple(ListItem(id=next(ids), content=(item,)) for item in items)
        return ListBlock(id=next(ids), items=made, start=start)

    def verse() -> Verse:
        lines = tuple(VerseLine(inlines(f"line {n}"), n) for n in range(11))
        return Verse(id=next(ids), stanzas=(lines, lines[:1]))

    def blocks() -> tuple[Block, ...]:
        tail = Preformatted(id=next(ids), text="\n  one\t<two>\n\n three")
        return (
            paragraph(
                "plain ",
                Emphasis(inlines("em ", Strong(inlines("strong")))),
                SmallCaps(inlines("Caps")),
                Superscript(inlines("st")),
                Code("a  < b"),
                LineBreak(),
                Link("https://example.org/?a=1&b={2}", inlines("there")),
                Link("http://no where/", inlines("nowhere")),
                note(paragraph("first"), paragraph("second", note(paragraph("a note on a note")))),
            ),
            *(paragraph("x", role=role) for role in ParagraphRole),
            verse(),
            BlockQuote(id=next(ids), content=(paragraph("quoted", note(verse())), verse())),
            Letter(id=next(ids), content=(paragraph("Dear", role=ParagraphRole.SALUTATION), paragraph("x"))),
            listing(None, paragraph("a"), listing(3, paragraph("b"))),
            listing(1, paragraph("c")),
            SceneBreak(id=next(ids)),
            tail,
            Teaser(
                id=next(ids), headline=inlines("Headline"), keywords=("a", "b"), content=(paragraph("x"),)
            ),
            Teaser(id=next(ids), headline=inlines("Headline alone")),
        )

    def division(role: DivisionRole, *content: Block | Division) -> Division:
        titles = inlines("On ", Emphasis(inlines(role.value)))
        heading = Heading(id=next(ids), label=f"{role.value.upper()} I.", title=titles)
        return Division(id=next(ids), role=role, heading=heading, content=content)

    def nested(depth: int) -> Division:
        below = (nested(depth - 1),) if depth else ()
        return division(DivisionRole.SECTION, paragraph("deep"), *below)

    single = [division(role, paragraph("x")) for role in DivisionRole if role is not DivisionRole.PART]
    chapters = [division(DivisionRole.CHAPTER, *blocks(), nested(6)) for _ in range(2)]
    bare = Division(id=next(ids), role=DivisionRole.SECTION, content=(paragraph("without a heading"),))
    part = division(DivisionRole.PART, paragraph("before"), *chapters)
    return Outline(metadata=metadata, content=(*single[:6], bare, part, *single[6:]))
