"""Visiting and rebuilding outlines."""

from __future__ import annotations

from publisher.outline.nodes import (
    Block,
    BlockQuote,
    Code,
    Division,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    ListBlock,
    ListItem,
    Note,
    Outline,
    Paragraph,
    SceneBreak,
    Teaser,
    Text,
    Verse,
    VerseLine,
)
from publisher.outline.roles import DivisionRole
from publisher.outline.walk import blocks, divisions, heading_text, map_content, notes, plain


def p(id_: int, *content: Inline) -> Paragraph:
    return Paragraph(id=id_, content=content)


NOTE = Note(id=6, mark="1", content=(p(7, Text("a note")),))

OUTLINE = Outline(
    content=(
        Division(
            id=1,
            role=DivisionRole.PART,
            heading=Heading(id=2, label="PART I", title=(Text("Up"),)),
            content=(
                p(3, Text("first")),
                Division(
                    id=4,
                    role=DivisionRole.CHAPTER,
                    content=(
                        p(5, Emphasis((Text("se"), NOTE)), Text("cond")),
                        Verse(id=8, stanzas=((VerseLine((Text("a line"),), 1),),)),
                        BlockQuote(id=9, content=(p(10, Text("quoted")),)),
                        ListBlock(id=11, items=(ListItem(id=12, content=(p(13, Text("item")),)),)),
                        SceneBreak(id=14),
                        Teaser(id=15, headline=(Text("headline"),), content=(p(16, Text("lead-in")),)),
                    ),
                ),
            ),
        ),
    )
)


def ids(found: list[Block]) -> list[int]:
    return [block.id for block in found]


def test_blocks_come_in_document_order_with_those_of_notes() -> None:
    assert ids(list(blocks(OUTLINE))) == [3, 5, 7, 8, 9, 10, 11, 13, 14, 15, 16]


def test_divisions_come_with_their_depth() -> None:
    assert [(depth, d.id) for depth, d in divisions(OUTLINE)] == [(1, 1), (2, 4)]


def test_plain_text_leaves_out_notes() -> None:
    assert plain((Emphasis((Text("a"), NOTE)), LineBreak(), Code("b"))) == "a b"


def test_heading_text_joins_label_and_title() -> None:
    assert heading_text(Heading(id=1, label="I", title=(Text("Up"),)), ". ") == "I. Up"
    assert heading_text(Heading(id=1, title=(Text("Up"),))) == "Up"


def test_notes_are_found_inside_emphasis() -> None:
    assert list(notes((Emphasis((Text("a"), NOTE)),))) == [NOTE]


def test_mapping_reaches_every_run_of_text() -> None:
    seen: list[str] = []

    def shout(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        seen.append(plain(content))
        return tuple(Text(i.text.upper()) if isinstance(i, Text) else i for i in content)

    changed = map_content(OUTLINE, shout)
    assert seen == ["Up", "first", "a note", "second", "a line", "quoted", "item", "headline", "lead-in"]
    assert [plain(b.content) for b in blocks(changed) if isinstance(b, Paragraph)] == [
        "FIRST",
        "seCOND",
        "A NOTE",
        "QUOTED",
        "ITEM",
        "LEAD-IN",
    ]


def test_mapping_nothing_gives_an_equal_outline() -> None:
    assert map_content(OUTLINE, lambda content: content) == OUTLINE
