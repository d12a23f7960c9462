"""Outline -> element tree (the table in ARCHITECTURE.md).

Ids ascend in document order, so an element takes its id before its children are made. Names, file
names and note numbers count up in document order too: the same outline gives the same tree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import assert_never

from publisher.markup.element import Element
from publisher.markup.front import contents, title_page
from publisher.markup.plan import Plan, plan_divisions
from publisher.markup.terms import terms
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
)
from publisher.outline.roles import ROLE_FACTS, DivisionRole

BEFORE_CONTENTS = frozenset({DivisionRole.DEDICATION, DivisionRole.EPIGRAPH})

MAX_INDENT = 9
"""The deepest class for the indent of a verse line (`indent-9`)."""

Children = tuple[Element | str, ...]


def build_tree(outline: Outline) -> Element:
    """The whole book as one `html` element: title page, contents, then the outline's divisions."""
    return _Builder(language=outline.metadata.language).tree(outline)


@dataclass(slots=True)
class _PendingNote:
    note: Note
    serial: int
    number: int


@dataclass(slots=True)
class _Builder:
    """The counters of one tree, and the notes that wait for the end of their file."""

    language: str
    last_id: int = 0
    names: Counter[str] = field(default_factory=Counter)
    serial: int = 0
    number: int = 0
    pending: list[_PendingNote] = field(default_factory=list)

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def tree(self, outline: Outline) -> Element:
        html, body = self.next_id(), self.next_id()
        # The contents page stands before the divisions it lists, so its ids come first, but its
        # entries need their names: the names are dealt out in the same order beforehand.
        plan = plan_divisions(outline.content)
        # Dedication and epigraph stand before the contents (Chicago Manual of Style 18, 1.4).
        before = tuple(takewhile(lambda d: d.role in BEFORE_CONTENTS, outline.content))
        front = (
            *title_page(outline.metadata, self.next_id),
            *(self.division(d, 1, plan) for d in before),
            *contents(outline, plan, self.next_id),
        )
        sections = tuple(self.division(d, 1, plan) for d in outline.content[len(before) :])
        return Element(
            id=html,
            tag="html",
            attributes={"lang": self.language},
            children=(Element(id=body, tag="body", children=(*front, *sections)),),
        )

    # Divisions ------------------------------------------------------------------------------------

    def division(self, division: Division, depth: int, plan: Plan) -> Element:
        eid = self.next_id()
        facts, planned = ROLE_FACTS[division.role], plan[division.id]
        if planned.file:
            self.number = 0
        children: list[Element] = []
        if division.heading is not None:
            children.append(self.heading(division.heading, depth))
        for child in division.content:
            if isinstance(child, Division):
                if plan[child.id].file:
                    children += self.footnotes()
                children.append(self.division(child, depth + 1, plan))
            else:
                children.append(self.block(child))
        if planned.file:
            children += self.footnotes()
        attributes = {"epub:type": facts.epub_type, "role": facts.aria}
        return Element(
            id=eid,
            tag="section",
            classes=tuple(filter(None, (division.role.value, planned.matter))),
            name=planned.name,
            node=division.id,
            file=planned.file,
            attributes={key: value for key, value in attributes.items() if value},
            children=tuple(children),
        )

    def heading(self, heading: Heading, depth: int) -> Element:
        eid = self.next_id()
        children: list[Element | str] = []
        if heading.label:
            children.append(
                Element(id=self.next_id(), tag="span", classes=("label",), children=(heading.label,))
            )
        if heading.title:
            if children:
                children.append(" ")
            title = self.next_id()
            children.append(
                Element(id=title, tag="span", classes=("title",), children=self.inlines(heading.title))
            )
        return Element(
            id=eid,
            tag=f"h{min(depth, 6)}",
            classes=("heading",),
            node=heading.id,
            children=tuple(children),
        )

    def footnotes(self) -> Iterator[Element]:
        """The notes cited since the last call, as a section; nothing where there are none."""
        if not self.pending:
            return
        eid = self.next_id()
        asides: list[Element] = []
        while self.pending:
            asides.append(self.footnote(self.pending.pop(0)))
        yield Element(
            id=eid,
            tag="section",
            classes=("footnotes",),
            attributes={"epub:type": "footnotes"},
            children=tuple(asides),
        )

    def footnote(self, pending: _PendingNote) -> Element:
        eid = self.next_id()
        note = pending.note
        first, *rest = note.content
        opened = first if isinstance(first, Paragraph) else None
        p = self.next_id()
        back = Element(
            id=self.next_id(),
            tag="a",
            classes=("backlink",),
            attributes={
                "href": f"#ref-{pending.serial}",
                "role": "doc-backlink",
                "aria-label": f"{terms(self.language).back_to_text} ({pending.number})",
            },
            children=(f"{pending.number}.",),
        )
        text = self.inlines(opened.content) if opened else ()
        paragraph = Element(id=p, tag="p", node=opened.id if opened else 0, children=(back, " ", *text))
        blocks = rest if opened else note.content
        return Element(
            id=eid,
            tag="aside",
            classes=("footnote",),
            name=f"note-{pending.serial}",
            node=note.id,
            attributes={"epub:type": "footnote", "role": "doc-footnote"},
            children=(paragraph, *(self.block(b) for b in blocks)),
        )

    # Blocks ---------------------------------------------------------------------------------------

    def block(self, block: Block) -> Element:
        eid = self.next_id()
        match block:
            case Paragraph():
                classes = (block.role.value,) if block.role else ()
                return self.made(eid, block, "p", self.inlines(block.content), *classes)
            case Verse():
                return self.made(eid, block, "div", self.stanzas(block), "verse")
            case BlockQuote():
                return self.made(eid, block, "blockquote", self.blocks(block.content))
            case Letter():
                return self.made(eid, block, "div", self.blocks(block.content), "letter")
            case ListBlock():
                return self.list_block(eid, block)
            case Preformatted():
                code = Element(id=self.next_id(), tag="code", children=(block.text,))
                return self.made(eid, block, "pre", (code,))
            case SceneBreak():
                return self.made(eid, block, "hr", (), "scene-break")
            case Teaser():
                return self.made(eid, block, "article", self.teaser(block), "teaser")
            case _:
                assert_never(block)

    def made(self, eid: int, block: Block, tag: str, children: Children, *classes: str) -> Element:
        return Element(id=eid, tag=tag, classes=classes, node=block.id, children=children)

    def blocks(self, content: tuple[Block, ...]) -> Children:
        return tuple(self.block(b) for b in content)

    def list_block(self, eid: int, block: ListBlock) -> Element:
        items: list[Element] = []
        for item in block.items:
            li = self.next_id()
            items.append(Element(id=li, tag="li", node=item.id, children=self.blocks(item.content)))
        ordered = block.start is not None
        attributes = {"start": str(block.start)} if ordered and block.start != 1 else {}
        return Element(
            id=eid,
            tag="ol" if ordered else "ul",
            node=block.id,
            attributes=attributes,
            children=tuple(items),
        )

    def stanzas(self, verse: Verse) -> Children:
        stanzas: list[Element] = []
        for stanza in verse.stanzas:
            p = self.next_id()
            children: list[Element] = []
            for line in stanza:
                if children:
                    children.append(Element(id=self.next_id(), tag="br"))
                indent = (f"indent-{min(line.indent, MAX_INDENT)}",) if line.indent else ()
                span = self.next_id()
                children.append(
                    Element(
                        id=span, tag="span", classes=("line", *indent), children=self.inlines(line.content)
                    )
                )
            stanzas.append(Element(id=p, tag="p", classes=("stanza",), children=tuple(children)))
        return tuple(stanzas)

    def teaser(self, teaser: Teaser) -> Children:
        p = self.next_id()
        children = [Element(id=p, tag="p", classes=("headline",), children=self.inlines(teaser.headline))]
        if teaser.keywords:
            p = self.next_id()
            words: list[Element | str] = []
            for keyword in teaser.keywords:
                if words:
                    words.append(" · ")
                words.append(
                    Element(id=self.next_id(), tag="span", classes=("keyword",), children=(keyword,))
                )
            children.append(Element(id=p, tag="p", classes=("keywords",), children=tuple(words)))
        return (*children, *self.blocks(teaser.content))

    # Inlines --------------------------------------------------------------------------------------

    def inlines(self, content: tuple[Inline, ...]) -> Children:
        if len(content) == 1 and isinstance(content[0], Text):
            return (content[0].text,)
        return tuple(self.inline(inline) for inline in content)

    def inline(self, inline: Inline) -> Element | str:
        match inline:
            case Text(text):
                return text
            case Emphasis(inner):
                return self.wrapped("em", inner)
            case Strong(inner):
                return self.wrapped("strong", inner)
            case SmallCaps(inner):
                return self.wrapped("span", inner, "small-caps")
            case Superscript(inner):
                return self.wrapped("sup", inner)
            case Code(text):
                return Element(id=self.next_id(), tag="code", children=(text,))
            case Link(target, inner):
                eid = self.next_id()
                return Element(id=eid, tag="a", attributes={"href": target}, children=self.inlines(inner))
            case LineBreak():
                return Element(id=self.next_id(), tag="br")
            case Note():
                return self.noteref(inline)
            case _:
                assert_never(inline)

    def wrapped(self, tag: str, content: tuple[Inline, ...], *classes: str) -> Element:
        eid = self.next_id()
        return Element(id=eid, tag=tag, classes=classes, children=self.inlines(content))

    def noteref(self, note: Note) -> Element:
        self.serial += 1
        self.number += 1
        self.pending.append(_PendingNote(note, self.serial, self.number))
        return Element(
            id=self.next_id(),
            tag="a",
            classes=("noteref",),
            name=f"ref-{self.serial}",
            node=note.id,
            attributes={
                "href": f"#note-{self.serial}",
                "epub:type": "noteref",
                "role": "doc-noteref",
            },
            children=(str(self.number),),
        )
