"""Which structure type of a tagged PDF an element is (ISO 32000-1, 14.8.4). One table.

A `Role` is a chain of types, the outermost first: a link in a table of contents is a Reference that
holds a Link. An element without a row is transparent: what it holds belongs to its parent.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from publisher.markup.element import Element

Role = tuple[str, ...]

ARTIFACT: Role = ("Artifact",)
"""Decoration: no structure at all."""

BY_CLASS: dict[tuple[str, str], Role] = {
    ("section", "part"): ("Part",),
    ("section", "footnotes"): (),
    ("nav", "contents"): ("Sect",),
    ("div", "verse"): ("Div",),
    ("div", "letter"): ("Div",),
    ("aside", "footnote"): ("Note",),
    ("a", "noteref"): ("Reference", "Link"),
    ("a", "backlink"): ("Lbl", "Link"),
}
"""By tag and class; it goes before `BY_TAG`."""

BY_TAG: dict[str, Role] = {
    "html": ("Document",),
    "section": ("Sect",),
    "article": ("Art",),
    "nav": ("Sect",),
    "p": ("P",),
    "h1": ("H1",),
    "h2": ("H2",),
    "h3": ("H3",),
    "h4": ("H4",),
    "h5": ("H5",),
    "h6": ("H6",),
    "blockquote": ("BlockQuote",),
    "div": ("Div",),
    "ul": ("L",),
    "ol": ("L",),
    "li": ("LI",),
    "pre": ("P",),
    "code": ("Code",),
    "a": ("Link",),
    "aside": ("Note",),
    "hr": ARTIFACT,
}

CONTENTS_BY_TAG: dict[str, Role] = {"ol": ("TOC",), "li": ("TOCI",), "a": ("Reference", "Link")}
"""Inside a table of contents."""

HEADING = re.compile(r"H[1-6]$")


@dataclass(slots=True, eq=False)
class Node:
    """An element's place in the structure: its chain of roles and the nearest node above that has one.

    `link` is the innermost link it is in, itself included.
    """

    element: Element
    role: Role
    parent: Node | None
    link: Node | None


def structure(root: Element, linked: Container[str]) -> dict[int, Node]:
    """The node that the content of each element belongs to, by element id.

    `linked` are the XHTML ids that lie on a page: a link to another one is plain text.
    """
    nodes: dict[int, Node] = {}
    stack: list[tuple[Element, Node | None, bool]] = [(root, None, False)]
    while stack:
        element, parent, in_contents = stack.pop()
        in_contents = in_contents or "contents" in element.classes
        role = _role(element, in_contents, linked)
        node = _node(element, role, parent) if role else parent
        if node is not None:
            nodes[element.id] = node
        stack.extend((c, node, in_contents) for c in reversed(element.children) if isinstance(c, Element))
    _without_gaps(nodes)
    return nodes


def _node(element: Element, role: Role, parent: Node | None) -> Node:
    node = Node(element, role, parent, parent.link if parent else None)
    if role[-1] == "Link":
        node.link = node
    return node


def _role(element: Element, in_contents: bool, linked: Container[str]) -> Role:
    if element.tag == "a" and not _leads_somewhere(element, linked):
        return ()
    if in_contents and element.tag in CONTENTS_BY_TAG:
        return CONTENTS_BY_TAG[element.tag]
    for class_ in element.classes:
        if (element.tag, class_) in BY_CLASS:
            return BY_CLASS[element.tag, class_]
    return BY_TAG.get(element.tag, ())


def _leads_somewhere(element: Element, linked: Container[str]) -> bool:
    href = element.attributes.get("href", "")
    return href[1:] in linked if href.startswith("#") else bool(href)


def _without_gaps(nodes: dict[int, Node]) -> None:
    """Let no heading skip a level, and the first be H1 (ISO 14289-1, 7.4.2).

    A heading is one level below the nearest heading before it that ranks higher: two of one rank that
    stand side by side stay so.
    """
    open_: list[int] = []
    for id_ in sorted(nodes):
        node = nodes[id_]
        if node.element.id == id_ and HEADING.match(node.role[0]):
            rank = int(node.role[0][1])
            while open_ and open_[-1] >= rank:
                open_.pop()
            open_.append(rank)
            node.role = (f"H{len(open_)}",)
