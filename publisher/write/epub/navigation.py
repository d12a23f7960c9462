"""The ways into the book: the landmarks in the navigation document, and the NCX for old readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from publisher.markup.element import Element
from publisher.markup.terms import terms
from publisher.write.epub.content import File, text, value_of


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place of a known kind: `type` in the EPUB vocabulary, `guide` in that of EPUB 2."""

    type: str
    guide: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the table of contents."""

    title: str
    href: str
    entries: tuple[Entry, ...]


def landmarks(found: list[File], cover: str, language: str) -> list[Landmark]:
    """Cover (if there is one), title page, contents, and where the text begins."""
    words = terms(language)
    rows: list[Landmark] = []
    if cover:
        rows.append(Landmark("cover", "cover", cover, words.cover))
    for file in found:
        classes = file.element.classes
        if "titlepage" in classes:
            rows.append(Landmark("titlepage", "title-page", file.name, words.title_page))
        elif "contents" in classes:
            rows.append(Landmark("toc", "toc", f"{file.name}#{file.element.name}", words.contents))
    start = next((file for file in found if file.matter == "bodymatter"), None)
    if start is not None:
        rows.append(Landmark("bodymatter", "text", start.name, words.start))
    return rows


def landmarks_nav(rows: list[Landmark]) -> str:
    """The landmarks as a hidden `nav` (EPUB 3.3, 7.4.3)."""
    items = "".join(
        f'<li><a epub:type="{row.type}" href="{value_of(row.href)}">{text(row.title)}</a></li>\n'
        for row in rows
    )
    return f'<nav epub:type="landmarks" id="landmarks" hidden="hidden">\n<ol>\n{items}</ol>\n</nav>\n'


def entries(nav: Element, where: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries of `nav.contents`; `where` tells the file of each XHTML id."""
    listing = next((c for c in nav.children if isinstance(c, Element) and c.tag == "ol"), None)
    return tuple(_entries(listing, where)) if listing is not None else ()


def _entries(listing: Element, where: Mapping[str, str]) -> Iterator[Entry]:
    for item in listing.children:
        if not isinstance(item, Element):
            continue
        title, href = "", ""
        below: tuple[Entry, ...] = ()
        for child in item.children:
            if isinstance(child, Element) and child.tag == "a":
                name = child.attributes["href"][1:]
                title, href = " ".join(child.text().split()), f"{where[name]}#{name}"
            elif isinstance(child, Element) and child.tag == "ol":
                below = tuple(_entries(child, where))
        yield Entry(title, href, below)


def depth(rows: tuple[Entry, ...]) -> int:
    """How deep the entries are nested; 0 for none."""
    return 1 + max((depth(row.entries) for row in rows), default=0) if rows else 0


NCX = """<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}">
<head>
<meta name="dtb:uid" content="{uid}"/>
<meta name="dtb:depth" content="{depth}"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>{title}</text></docTitle>
<navMap>
{points}</navMap>
</ncx>
"""


def ncx(rows: tuple[Entry, ...], uid: str, title: str, language: str) -> bytes:
    """The NCX (OPF 2.0.1, 2.4.1) of the entries."""
    numbers = count(1)

    def points(level: tuple[Entry, ...]) -> Iterator[str]:
        for row in level:
            number = next(numbers)
            yield (
                f'<navPoint id="point-{number}" playOrder="{number}">'
                f"<navLabel><text>{text(row.title)}</text></navLabel>"
                f'<content src="{value_of(row.href)}"/>\n'
            )
            yield from points(row.entries)
            yield "</navPoint>\n"

    return NCX.format(
        language=value_of(language),
        uid=value_of(uid),
        depth=depth(rows),
        title=text(title),
        points="".join(points(rows)),
    ).encode()
