"""Outline -> element tree, row by row of the table in ARCHITECTURE.md."""

from __future__ import annotations

import pytest

from publisher.markup.build import build_tree
from publisher.markup.element import Element
from publisher.outline.nodes import (
    Block,
    BlockQuote,
    Code,
    Division,
    Emphasis,
    Heading,
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


def show(element: Element | str) -> str:
    """An element as short text: tag#name.class[attribute=value](children)."""
    if isinstance(element, str):
        return repr(element)
    name = f"#{element.name}" if element.name else ""
    classes = "".join(f".{c}" for c in element.classes)
    attributes = "".join(f"[{k}={v}]" for k, v in element.attributes.items())
    return f"{element.tag}{name}{classes}{attributes}({' '.join(show(c) for c in element.children)})"


def p(id_: int, text: str, role: ParagraphRole | None = None) -> Paragraph:
    return Paragraph(id=id_, content=(Text(text),), role=role)


def tree_of(*content: Division, **metadata: str) -> Element:
    return build_tree(Outline(metadata=Metadata(**metadata), content=content))  # type: ignore[arg-type]


def body_of(tree: Element) -> list[Element]:
    (body,) = tree.children
    assert isinstance(body, Element)
    return [child for child in body.children if isinstance(child, Element)]


def shown(block: Block) -> str:
    """`block` as it stands in a chapter."""
    section = body_of(tree_of(Division(id=1, role=DivisionRole.CHAPTER, content=(block,))))[-1]
    return " ".join(show(c) for c in section.children)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (p(2, "x"), "p('x')"),
        (p(2, "x", ParagraphRole.STAGE_DIRECTION), "p.stage-direction('x')"),
        (
            Verse(id=2, stanzas=((VerseLine((Text("a"),)), VerseLine((Text("b"),), 12)),)),
            "div.verse(p.stanza(span.line('a') br() span.line.indent-9('b')))",
        ),
        (BlockQuote(id=2, content=(p(3, "x"),)), "blockquote(p('x'))"),
        (Letter(id=2, content=(p(3, "x", ParagraphRole.DATELINE),)), "div.letter(p.dateline('x'))"),
        (ListBlock(id=2, items=(ListItem(id=3, content=(p(4, "x"),)),)), "ul(li(p('x')))"),
        (ListBlock(id=2, start=1, items=(ListItem(id=3, content=(p(4, "x"),)),)), "ol(li(p('x')))"),
        (ListBlock(id=2, start=4, items=(ListItem(id=3, content=(p(4, "x"),)),)), "ol[start=4](li(p('x')))"),
        (Preformatted(id=2, text="a\n b"), "pre(code('a\\n b'))"),
        (SceneBreak(id=2), "hr.scene-break()"),
        (
            Teaser(id=2, headline=(Text("H"),), keywords=("a", "b"), content=(p(3, "x"),)),
            "article.teaser(p.headline('H') p.keywords(span.keyword('a') ' · ' span.keyword('b')) p('x'))",
        ),
        (
            Paragraph(
                id=2,
                content=(
                    Emphasis((Text("a"),)),
                    Strong((Text("b"),)),
                    SmallCaps((Text("c"),)),
                    Superscript((Text("d"),)),
                    Code("e"),
                    LineBreak(),
                    Link("https://example.org/", (Text("f"),)),
                ),
            ),
            "p(em('a') strong('b') span.small-caps('c') sup('d') code('e') br() a[href=https://example.org/]('f'))",
        ),
    ],
)
def test_blocks(block: Block, expected: str) -> None:
    assert shown(block) == expected


def test_a_part_holds_its_chapters_and_both_begin_files() -> None:
    chapter = Division(
        id=3,
        role=DivisionRole.CHAPTER,
        heading=Heading(id=4, label="I", title=(Text("Up"),)),
        content=(p(5, "x"), Division(id=6, role=DivisionRole.SECTION, content=(p(7, "y"),))),
    )
    part = Division(id=1, role=DivisionRole.PART, heading=Heading(id=2, label="PART ONE"), content=(chapter,))
    section = body_of(tree_of(part))[-1]
    assert show(section) == (
        "section#part-1.part.bodymatter[epub:type=part][role=doc-part](h1.heading(span.label('PART ONE')) "
        "section#chapter-1.chapter[epub:type=chapter][role=doc-chapter]"
        "(h2.heading(span.label('I') ' ' span.title('Up')) p('x') section#section-1.section(p('y'))))"
    )
    assert [e.file for e in section.elements() if e.file] == ["part-1.xhtml", "chapter-1.xhtml"]


def test_the_contents_list_what_has_a_heading() -> None:
    chapter = Division(id=3, role=DivisionRole.CHAPTER, heading=Heading(id=4, title=(Text("Up"),)))
    part = Division(id=1, role=DivisionRole.PART, heading=Heading(id=2, label="ONE"), content=(chapter,))
    plain = Division(id=5, role=DivisionRole.OPENING, content=(p(6, "x"),))
    nav = body_of(tree_of(plain, part, language="de"))[1]
    assert show(nav) == (
        "nav#contents.contents.frontmatter.brief[epub:type=toc][role=doc-toc](h1.heading('Inhalt') "
        "ol(li.part(a[href=#part-1](span.label('ONE')) "
        "ol(li.chapter(a[href=#chapter-1](span.title('Up')))))))"
    )


def test_without_headings_the_contents_list_the_title() -> None:
    nav = body_of(tree_of(Division(id=5, role=DivisionRole.OPENING, content=(p(6, "x"),)), title="T"))[1]
    assert "brief" in nav.classes
    assert show(nav).endswith("ol(li.opening(a[href=#opening-1](span.title('T')))))")


def test_the_title_page_says_what_is_known() -> None:
    title = body_of(
        build_tree(Outline(metadata=Metadata(title="T", authors=("A",), date="2024-04-16T21:12")))
    )
    assert show(title[0]) == (
        "section#titlepage.titlepage.frontmatter[epub:type=titlepage]"
        "(p.title('T') p.author('A') p.date('16 April 2024'))"
    )


def test_notes_go_to_the_end_of_their_file_and_back() -> None:
    def chapter(id_: int, mark: str) -> Division:
        note = Note(id=id_ + 2, mark=mark, content=(p(id_ + 3, "N"), p(id_ + 4, "M")))
        cited = Paragraph(id=id_ + 1, content=(Text("x"), note))
        return Division(id=id_, role=DivisionRole.CHAPTER, content=(cited, p(id_ + 5, "y")))

    *_, section = body_of(tree_of(chapter(1, "*"), chapter(11, "†")))
    assert show(section) == (
        "section#chapter-2.chapter.bodymatter[epub:type=chapter][role=doc-chapter]"
        "(p('x' a#ref-2.noteref[href=#note-2][epub:type=noteref][role=doc-noteref]('1')) p('y') "
        "section.footnotes[epub:type=footnotes]"
        "(aside#note-2.footnote[epub:type=footnote][role=doc-footnote]"
        "(p(a.backlink[href=#ref-2][role=doc-backlink][aria-label=Back to the text (1)]"
        "('1.') ' ' 'N') p('M'))))"
    )


def test_ids_ascend_in_document_order() -> None:
    note = Note(id=9, mark="1", content=(p(10, "N"),))
    chapter = Division(
        id=3,
        role=DivisionRole.CHAPTER,
        heading=Heading(id=4, label="I", title=(Text("Up"),)),
        content=(
            Paragraph(id=5, content=(Text("x"), note)),
            Teaser(id=6, headline=(Text("H"),), keywords=("a",)),
        ),
    )
    part = Division(id=1, role=DivisionRole.PART, heading=Heading(id=2, label="ONE"), content=(chapter,))
    ids = [element.id for element in tree_of(part, title="T").elements()]
    assert ids == sorted(set(ids))
    assert ids[0] == 1


def test_matter_goes_by_place_as_well_as_by_role() -> None:
    roles = (
        DivisionRole.PREFACE,
        DivisionRole.CHAPTER,
        DivisionRole.APPENDIX,
        DivisionRole.PREFACE,
        DivisionRole.CHAPTER,
        DivisionRole.APPENDIX,
    )
    divisions = tuple(
        Division(id=n, role=role, content=(p(n + 100, "x"),)) for n, role in enumerate(roles, 1)
    )
    sections = body_of(tree_of(*divisions))[2:]
    assert [section.classes[-1] for section in sections] == [
        "frontmatter",
        "bodymatter",
        "bodymatter",
        "bodymatter",
        "bodymatter",
        "backmatter",
    ]


def test_a_dedication_stands_before_the_contents() -> None:
    dedication = Division(id=1, role=DivisionRole.DEDICATION, content=(p(2, "For you"),))
    chapter = Division(id=3, role=DivisionRole.CHAPTER, content=(p(4, "x"),))
    body = body_of(tree_of(dedication, chapter))
    assert [section.classes[0] for section in body] == ["titlepage", "dedication", "contents", "chapter"]
    ids = [element.id for section in body for element in section.elements()]
    assert ids == sorted(ids)
