"""The XHTML of a Standard Ebooks book as a document."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

from benchmarks.outline.training.document import Block, Document, Heading

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
SKIPPED = {
    "titlepage",
    "imprint",
    "colophon",
    "uncopyright",
    "halftitlepage",
    "loi",
    "endnotes",
    "toc",
    "halftitle",
}
ENTITY = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;|#)(\w+);")


def read_book(read: Callable[[str], str]) -> Document:
    """The document of a book; `read` gives the text of a file in `src/epub`."""
    opf = ET.fromstring(read("content.opf"))
    meta = opf.find(f"{OPF}metadata")
    assert meta is not None

    def first(name: str) -> str:
        return (meta.findtext(f"{DC}{name}") or "").strip()

    document = Document(first("title"), first("creator"), first("language")[:2])
    files = {i.get("id"): i.get("href", "") for i in opf.iter(f"{OPF}item")}
    for ref in opf.iter(f"{OPF}itemref"):
        href = files.get(ref.get("idref"), "")
        if href.startswith("text/") and href[5:].split(".")[0] not in SKIPPED:
            body = ET.fromstring(ENTITY.sub(" ", read(href))).find(f"{XHTML}body")
            if body is not None:
                document.parts += _walk(body)
    return document


def words(element: ET.Element) -> str:
    """The text of an element, white space collapsed, note references left out."""
    out: list[str] = []

    def go(e: ET.Element) -> None:
        if "noteref" in (e.get(TYPE) or ""):
            return
        out.append(e.text or "")
        for child in e:
            if child.tag == f"{XHTML}br":
                out.append(" ")
            go(child)
            out.append(child.tail or "")

    go(element)
    return re.sub(r"\s+", " ", "".join(out).replace("\u2060", "").replace("\u200a", "")).strip()


def _walk(element: ET.Element) -> Iterator[Heading | Block]:
    for child in element:
        tag = child.tag.removeprefix(XHTML)
        if tag in ("hgroup", "header"):
            yield from _group(child)
        elif re.fullmatch("h[1-6]", tag):
            yield _heading(int(tag[1]) - 1, [child])
        elif tag == "p":
            lines = [words(s) for s in child.findall(f"{XHTML}span")]
            yield (Block("verse", tuple(lines)) if lines else Block("paragraph", (words(child),)))
        elif tag == "blockquote" and not child.findall(f".//{XHTML}span"):
            yield Block("quotation", tuple(words(p) for p in child.iter(f"{XHTML}p")))
        elif tag in ("ul", "ol"):
            yield Block("item", tuple(words(i) for i in child.findall(f"{XHTML}li")))
        elif tag == "table":
            yield from _table(child)
        elif tag == "hr":
            yield Block("break", ("* * *",))
        else:
            yield from _walk(child)


def _group(group: ET.Element) -> Iterator[Heading | Block]:
    heads = [c for c in group if re.fullmatch("h[1-6]", c.tag.removeprefix(XHTML))]
    if heads:
        rest = [
            c for c in group if c is not heads[0] and c.tag == f"{XHTML}p" and "title" in (c.get(TYPE) or "")
        ]
        yield _heading(int(heads[0].tag[-1]) - 1, [heads[0], *rest[:1]])
    yield from _walk(_only(group, heads))


def _only(group: ET.Element, heads: list[ET.Element]) -> ET.Element:
    """What a header holds beside its heading and its titles."""
    out = ET.Element("div")
    out.extend(
        c for c in group if heads and c not in heads and c.tag.removeprefix(XHTML) not in ("p", "hgroup")
    )
    if not heads:
        out.extend(list(group))
    return out


def _heading(level: int, elements: list[ET.Element]) -> Heading:
    label = words(elements[0])
    if len(elements) > 1:
        return Heading(max(1, level), words(elements[1]), label)
    ordinal = "ordinal" in (elements[0].get(TYPE) or "") or elements[0].find(f"{XHTML}span") is not None
    return Heading(max(1, level), "", label) if ordinal and len(label) < 24 else Heading(max(1, level), label)


def _table(table: ET.Element) -> Iterator[Block]:
    """Plays are tables of speakers and speeches; they are set as paragraphs."""
    for row in table.iter(f"{XHTML}tr"):
        cells = [words(c) for c in row]
        text = ". ".join(c for c in cells if c)
        if text:
            yield Block("paragraph", (text,))
