"""Hand-made outlines and elements for the tests of both writers."""

from __future__ import annotations

from publisher.markup.build import build_tree
from publisher.markup.element import Element
from publisher.outline.nodes import Block, Division, Heading, Metadata, Note, Outline, Paragraph, Text
from publisher.outline.roles import DivisionRole

METADATA = Metadata(title="A & B", authors=("Ann Bee",), language="en", date="1815")


def paragraph(id_: int, text: str, *after: Note) -> Paragraph:
    return Paragraph(id=id_, content=(Text(text), *after))


def division(id_: int, role: DivisionRole, title: str, *content: Block | Division) -> Division:
    heading = Heading(id=id_ + 1, title=(Text(title),)) if title else None
    return Division(id=id_, role=role, heading=heading, content=content)


def book(metadata: Metadata = METADATA) -> Element:
    """A preface, and a part with a chapter that has a note."""
    note = Note(id=9, mark="*", content=(paragraph(10, "Note."),))
    chapter = division(6, DivisionRole.CHAPTER, "One <1>", paragraph(8, "Text", note))
    content = (
        division(1, DivisionRole.PREFACE, "Preface", paragraph(3, "Hello.")),
        division(4, DivisionRole.PART, "Part", chapter),
    )
    return build_tree(Outline(metadata=metadata, content=content))


def el(id_: int, tag: str, *children: Element | str, **values: object) -> Element:
    """An element; keywords are its other fields."""
    return Element(id=id_, tag=tag, children=children, **values)  # type: ignore[arg-type]
