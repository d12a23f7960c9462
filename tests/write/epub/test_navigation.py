"""Landmarks, entries and the NCX."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree  # type: ignore[import-untyped]  # no stubs

from publisher.markup.element import Element
from publisher.write.epub.content import files, places
from publisher.write.epub.navigation import (
    Entry,
    Landmark,
    depth,
    entries,
    landmarks,
    landmarks_nav,
    ncx,
)
from tests.write.books import book, el

FILES = files(book(), "Book")
NAV = next(file.element for file in FILES if file.name == "nav.xhtml")
ROWS = (
    Entry("Preface", "preface-1.xhtml#preface-1", ()),
    Entry("Part", "part-1.xhtml#part-1", (Entry("One <1>", "chapter-1.xhtml#chapter-1", ()),)),
)


def test_the_landmarks_of_a_book_with_a_cover() -> None:
    assert landmarks(FILES, "cover.xhtml", "de") == [
        Landmark("cover", "cover", "cover.xhtml", "Umschlag"),
        Landmark("titlepage", "title-page", "titlepage.xhtml", "Titelseite"),
        Landmark("toc", "toc", "nav.xhtml#contents", "Inhalt"),
        Landmark("bodymatter", "text", "part-1.xhtml", "Beginn"),
    ]


def test_without_a_cover_there_is_no_landmark_for_it() -> None:
    assert [row.type for row in landmarks(FILES, "", "en")] == ["titlepage", "toc", "bodymatter"]


def test_a_book_of_front_matter_alone_begins_nowhere() -> None:
    front = [file for file in FILES if file.matter == "frontmatter"]
    assert "bodymatter" not in [row.type for row in landmarks(front, "", "en")]


def test_the_landmarks_are_a_hidden_nav() -> None:
    assert landmarks_nav([Landmark("toc", "toc", "nav.xhtml#a&b", "A & B")]) == (
        '<nav epub:type="landmarks" id="landmarks" hidden="hidden">\n<ol>\n'
        '<li><a epub:type="toc" href="nav.xhtml#a&amp;b">A &amp; B</a></li>\n'
        "</ol>\n</nav>\n"
    )


def test_the_entries_keep_their_levels() -> None:
    assert entries(NAV, places(FILES)) == ROWS
    assert depth(ROWS) == 2
    assert depth(()) == 0


def test_an_entry_has_its_title_on_one_line() -> None:
    link = el(3, "a", el(4, "span", "I."), "\n", el(5, "span", "One"), attributes={"href": "#c"})
    nav = el(1, "nav", el(2, "ol", el(6, "li", link)))
    assert entries(nav, {"c": "c.xhtml"}) == (Entry("I. One", "c.xhtml#c", ()),)


def test_a_nav_without_a_list_has_no_entries() -> None:
    bare = replace(NAV, children=tuple(c for c in NAV.children if isinstance(c, Element) and c.tag != "ol"))
    assert entries(bare, {}) == ()


def test_the_ncx_to_the_character() -> None:
    assert ncx(ROWS, "urn:x&y", "A & B", "en").decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="en">\n'
        "<head>\n"
        '<meta name="dtb:uid" content="urn:x&amp;y"/>\n'
        '<meta name="dtb:depth" content="2"/>\n'
        '<meta name="dtb:totalPageCount" content="0"/>\n'
        '<meta name="dtb:maxPageNumber" content="0"/>\n'
        "</head>\n"
        "<docTitle><text>A &amp; B</text></docTitle>\n"
        "<navMap>\n"
        '<navPoint id="point-1" playOrder="1"><navLabel><text>Preface</text></navLabel>'
        '<content src="preface-1.xhtml#preface-1"/>\n'
        "</navPoint>\n"
        '<navPoint id="point-2" playOrder="2"><navLabel><text>Part</text></navLabel>'
        '<content src="part-1.xhtml#part-1"/>\n'
        '<navPoint id="point-3" playOrder="3"><navLabel><text>One &lt;1&gt;</text></navLabel>'
        '<content src="chapter-1.xhtml#chapter-1"/>\n'
        "</navPoint>\n"
        "</navPoint>\n"
        "</navMap>\n"
        "</ncx>\n"
    )


def test_braces_and_controls_in_a_title_do_no_harm() -> None:
    root = etree.fromstring(ncx((Entry("{0}\x00", "a", ()),), "u", "{title}\ud800", "en"))
    assert [e.text for e in root.iter("{*}text")] == ["{title}\ufffd", "{0}\ufffd"]
