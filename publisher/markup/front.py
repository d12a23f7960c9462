"""The pages in front of the text that the program makes: title page and contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from publisher.markup.element import Element
from publisher.markup.plan import Plan
from publisher.markup.terms import date_in_words, terms
from publisher.outline.nodes import Block, Division, Heading, Metadata, Outline, Text
from publisher.outline.walk import plain

CONTENTS_DEPTH = 3
"""Levels of divisions that the contents page lists."""

NextId = Callable[[], int]


def title_page(metadata: Metadata, next_id: NextId) -> Iterator[Element]:
    """`section.titlepage` with a paragraph for each thing known."""
    eid = next_id()
    language = metadata.language
    rows = [("title", metadata.title), ("subtitle", metadata.subtitle)]
    rows += [("author", author) for author in metadata.authors]
    if metadata.translators:
        rows.append(("translator", f"{terms(language).translated_by} {', '.join(metadata.translators)}"))
    rows += [("publisher", metadata.publisher), ("date", date_in_words(metadata.date, language))]
    yield Element(
        id=eid,
        tag="section",
        classes=("titlepage", "frontmatter"),
        name="titlepage",
        file="titlepage.xhtml",
        attributes={"epub:type": "titlepage"},
        children=tuple(
            Element(id=next_id(), tag="p", classes=(name,), children=(text,)) for name, text in rows if text
        ),
    )


def contents(outline: Outline, plan: Plan, next_id: NextId) -> Iterator[Element]:
    """`nav.contents`, of class "brief" where it lists fewer than two divisions.

    An EPUB must have a table of contents: a text without headings gets one entry, its title.
    """
    eid, h1 = next_id(), next_id()
    heading = Element(
        id=h1, tag="h1", classes=("heading",), children=(terms(outline.metadata.language).contents,)
    )
    listed = tuple(_listed(outline.content))
    if not listed:
        title = Heading(id=0, title=(Text(outline.metadata.title or "—"),))
        listed = tuple(replace(division, heading=title, content=()) for division in outline.content[:1])
    listing = _listing(listed, plan, next_id, 1)
    yield Element(
        id=eid,
        tag="nav",
        classes=("contents", "frontmatter", *(("brief",) if len(listed) < 2 else ())),
        name="contents",
        file="nav.xhtml",
        attributes={"epub:type": "toc", "role": "doc-toc"},
        children=(heading, listing),
    )


def _listed(content: Iterable[Block | Division]) -> Iterator[Division]:
    """The divisions to list on one level: one without a heading gives way to those inside it."""
    for child in content:
        if isinstance(child, Division):
            if child.heading is not None:
                yield child
            else:
                yield from _listed(child.content)


def _listing(divisions: tuple[Division, ...], plan: Plan, next_id: NextId, depth: int) -> Element:
    eid = next_id()
    return Element(id=eid, tag="ol", children=tuple(_entry(d, plan, next_id, depth) for d in divisions))


def _entry(division: Division, plan: Plan, next_id: NextId, depth: int) -> Element:
    li, a = next_id(), next_id()
    heading = division.heading
    words: list[Element | str] = []
    if heading is not None and heading.label:
        words.append(Element(id=next_id(), tag="span", classes=("label",), children=(heading.label,)))
    if heading is not None and heading.title:
        if words:
            words.append(" ")
        text = plain(heading.title)
        words.append(Element(id=next_id(), tag="span", classes=("title",), children=(text,)))
    link = Element(id=a, tag="a", attributes={"href": f"#{plan[division.id].name}"}, children=tuple(words))
    nested = tuple(_listed(division.content)) if depth < CONTENTS_DEPTH else ()
    below = (_listing(nested, plan, next_id, depth + 1),) if nested else ()
    return Element(id=li, tag="li", classes=(division.role.value,), children=(link, *below))
