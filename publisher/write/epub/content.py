"""The element tree to XHTML files (EPUB 3.3, 6.1).

An element with a `file` begins a file; what is nested in it and begins one itself is left out. Text
is escaped once, into finished bytes: nothing parses these files again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from publisher.markup.element import Element
from publisher.outline.roles import Matter
from publisher.write.characters import allowed
from publisher.write.epub.addresses import address
from publisher.write.epub.language import is_right_to_left, language_tag

VOID = frozenset({"br", "hr", "img", "link", "meta"})
ON_OWN_LINE = frozenset(
    (
        *("section", "nav", "article", "aside", "div", "p", "ol", "ul", "li", "blockquote", "pre", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
"""Elements after which a line ends: the files are meant to be read by people too."""

HOLDERS = frozenset({"html", "body", "section"})
"""Elements that may hold one that begins a file."""

MATTERS = frozenset(matter.value for matter in Matter)

STYLESHEET = "style.css"

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  lang="{lang}" xml:lang="{lang}"{direction}>
<head>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="{stylesheet}"/>
</head>
<body{matter}>
"""


@dataclass(frozen=True, slots=True)
class File:
    """One XHTML file: the element it shows, its title, and where in the book it stands."""

    name: str
    element: Element
    title: str
    matter: str


def files(root: Element, book_title: str) -> list[File]:
    """The files of the book in reading order."""
    found: list[File] = []

    def visit(element: Element, matter: str) -> None:
        matter = next((name for name in element.classes if name in MATTERS), matter)
        if element.file:
            found.append(File(element.file, element, title_of(element) or book_title, matter))
        if element.tag in HOLDERS:
            for child in element.children:
                if isinstance(child, Element):
                    visit(child, matter)

    visit(root, "")
    return found


def title_of(element: Element) -> str:
    """The text of the element's own heading, "" if it has none."""
    for child in element.children:
        if isinstance(child, Element) and "heading" in child.classes:
            return " ".join(child.text().split())
    return ""


def places(found: list[File]) -> dict[str, str]:
    """The file in which each XHTML id lies."""
    where: dict[str, str] = {}
    for file in found:
        for element in own(file.element):
            if element.name:
                where[element.name] = file.name
    return where


def own(element: Element) -> Iterator[Element]:
    """`element` and what is below it in the same file."""
    yield element
    for child in element.children:
        if isinstance(child, Element) and not child.file:
            yield from own(child)


def document(title: str, body: str, language: str, matter: str = "") -> bytes:
    """A whole XHTML file around `body`; `language` is a well-formed tag."""
    head = HEAD.format(
        lang=value_of(language),
        direction=' dir="rtl"' if is_right_to_left(language) else "",
        title=text(title),
        stylesheet=STYLESHEET,
        matter=f' epub:type="{matter}"' if matter else "",
    )
    return f"{head}{body}</body>\n</html>\n".encode()


def text(content: str) -> str:
    """Character data that a parser reads as `content` (XML 1.0, 2.4; a return as such: 2.11)."""
    return escape(allowed(content), quote=False).replace("\r", "&#13;")


def value_of(attribute: str) -> str:
    """What stands between the quotes of an attribute; line ends and tabs as such (XML 1.0, 3.3.3)."""
    written = escape(allowed(attribute))
    return written.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def xhtml(element: Element, where: Mapping[str, str], file: str) -> str:
    """`element` as XHTML in the file `file`; `where` is that of `places`."""
    out: list[str] = []
    _write(element, where, file, out)
    return "".join(out)


def _write(element: Element, where: Mapping[str, str], file: str, out: list[str]) -> None:
    tag = element.tag
    out.append(f"<{tag}")
    if element.name:
        out.append(f' id="{value_of(element.name)}"')
    if element.classes:
        out.append(f' class="{" ".join(element.classes)}"')
    for key, value in element.attributes.items():
        out.append(_attribute(key, value, where, file))
    end = "\n" if tag in ON_OWN_LINE else ""
    if tag in VOID:
        out.append(f"/>{end}")
        return
    out.append(">")
    for child in element.children:
        if isinstance(child, str):
            out.append(text(child))
        elif not child.file:
            _write(child, where, file, out)
    out.append(f"</{tag}>{end}")


def _attribute(key: str, value: str, where: Mapping[str, str], file: str) -> str:
    """An attribute with the space before it; "" for a link that leads nowhere."""
    if key == "lang":
        tag = value_of(language_tag(value))
        return f' lang="{tag}" xml:lang="{tag}"'
    if key == "href":
        value = _target(value, where, file)
        if not value:
            return ""
    return f' {key}="{value_of(value)}"'


def _target(href: str, where: Mapping[str, str], file: str) -> str:
    """Where `href` leads: within `file`, into another file, out of the book; "" for nowhere."""
    if not href.startswith("#"):
        return address(href)
    target = where.get(href[1:], "")
    return (href if target == file else target + href) if target else ""
