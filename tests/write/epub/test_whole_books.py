"""Whole books before EPUBCheck: one with everything in it, and one made of what nobody should write."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]  # no stubs

from publisher.markup.build import build_tree
from publisher.outline.nodes import Code, Division, Heading, Inline, Link, Metadata, Outline, Paragraph, Text
from publisher.outline.roles import DivisionRole
from publisher.pipeline import build
from publisher.write.epub.package import write_epub
from tests.conftest import Judge
from tests.write.epub.everything import everything

BAD = "a\x00b\x0bc\x1b\x7f\x85\ud800\ufdd0\ufffe\U0001fffe\r\u2028]]><&>\"'\t {0}"


TAGS = frozenset(
    (
        *("html", "body", "section", "nav", "article", "aside", "div", "blockquote", "hr", "pre", "code"),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "br",
            "ol",
            "ul",
            "li",
            "a",
            "em",
            "strong",
            "span",
            "sup",
        ),
    )
)


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def pages(data: bytes) -> dict[str, bytes]:
    book = zipfile.ZipFile(BytesIO(data))
    return {name: book.read(name) for name in book.namelist() if name.endswith(".xhtml")}


def made(outline: Outline) -> bytes:
    return write_epub(
        build_tree(outline),
        outline.metadata,
        css="",
        fonts=[],
        language=outline.metadata.language,
        modified="2024-01-02T03:04:05Z",
        cover=None,
    )


def test_epubcheck_has_nothing_against_any_element(epubcheck: Judge, tmp_path: Path) -> None:
    data = build(everything(), "epub", "modern").epub
    assert epubcheck(saved(tmp_path / "everything.epub", data)) == []


def test_the_book_of_everything_has_every_element() -> None:
    root = build_tree(everything())
    tags = {element.tag for element in root.elements()}
    assert tags == TAGS
    classes = {name for element in root.elements() for name in element.classes}
    assert {role.value for role in DivisionRole} <= classes


def test_each_link_within_the_book_leads_to_an_id() -> None:
    found = {
        name.partition("/")[2]: etree.fromstring(data) for name, data in pages(made(everything())).items()
    }
    ids = {(name, value) for name, root in found.items() for value in root.xpath("//@id")}
    assert len({value for _, value in ids}) == sum(len(root.xpath("//@id")) for root in found.values())
    goals = {
        (file or name, goal)
        for name, root in found.items()
        for href in root.xpath("//*[local-name() = 'a']/@href")
        if not href.startswith("http")
        for file, _, goal in (href.partition("#"),)
    }
    assert len(goals) > 30
    assert {goal for goal in goals if goal[1]} <= ids
    assert {file for file, goal in goals if not goal} == {"titlepage.xhtml", "opening-1.xhtml"}


def test_spaces_of_preformatted_text_are_kept() -> None:
    page = pages(made(everything()))["EPUB/chapter-2.xhtml"].decode()
    assert re.search(r"<pre><code>\n  one\t&lt;two&gt;\n\n three</code></pre>", page)


def test_epubcheck_has_nothing_against_what_nobody_should_write(epubcheck: Judge, tmp_path: Path) -> None:
    metadata = Metadata(
        title=BAD,
        subtitle=BAD,
        authors=(BAD, " "),
        translators=(BAD,),
        language="he_IL",
        date="24 April",
        publisher=BAD,
        rights=BAD,
        source=BAD,
    )
    content: tuple[Inline, ...] = (
        Text(BAD),
        Code(BAD),
        *(Link(f"http://{x}", (Text(x),)) for x in (BAD, "", f"e.org/{BAD}")),
    )
    heading = Heading(id=2, label=BAD, title=(Text(BAD),))
    division = Division(
        id=1, role=DivisionRole.CHAPTER, heading=heading, content=(Paragraph(id=3, content=content),)
    )
    data = made(Outline(metadata=metadata, content=(division,)))
    assert b'lang="he-IL" xml:lang="he-IL" dir="rtl"' in pages(data)["EPUB/chapter-1.xhtml"]
    assert epubcheck(saved(tmp_path / "bad.epub", data)) == []
