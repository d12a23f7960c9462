"""Which structure type of a tagged PDF an element is (ISO 32000-1, 14.8.4). One table.

A `Role` is a chain of types, the outermost first: a link in a table of contents is a Reference that
holds a Link. An element without a row is transparent: what it holds belongs to its parent.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from publisher.markup.element import Element

Role = tuple[str, ...]

ARTIFACT: Role = ("Artifact",)
"""Decoration: no structure at all."""

BY_CLASS: dict[tuple[str, str], Role] = {
    ("section", "part"): ("Part",),
    ("section", "footnotes"): (),
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

IN_OTHER_LANGUAGE: Role = ("Span",)
"""An element that would be transparent, but is in a language of its own."""

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))


@dataclass(slots=True, eq=False)
class Node:
    """An element's place in the structure: its chain of roles and the nearest node above that has one.

    `link` is the innermost link it is in, itself included. `language` is "" where it is the parent's.
    """

    element: Element
    role: Role
    parent: Node | None
    link: Node | None
    language: str = ""


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
        node = _node(element, role, parent)
        if node is not None:
            nodes[element.id] = node
        stack.extend((c, node, in_contents) for c in reversed(element.children) if isinstance(c, Element))
    return nodes


def _role(element: Element, in_contents: bool, linked: Container[str]) -> Role:
    tag = element.tag
    if tag == "a" and not _leads_somewhere(element, linked):
        return ()
    if in_contents and tag in CONTENTS_BY_TAG:
        return CONTENTS_BY_TAG[tag]
    for class_ in element.classes:
        if (tag, class_) in BY_CLASS:
            return BY_CLASS[tag, class_]
    return BY_TAG.get(tag, ())


def _leads_somewhere(element: Element, linked: Container[str]) -> bool:
    href = element.attributes.get("href", "")
    return href[1:] in linked if href.startswith("#") else bool(href)


def _node(element: Element, role: Role, parent: Node | None) -> Node | None:
    language = element.attributes.get("lang", "") if parent else ""  # the root's is the document's
    if language and language == _language(parent):
        language = ""
    if not role and not language:
        return parent
    if parent and role[:1] == ("Lbl",):
        parent = _labelled(parent)
    node = Node(element, role or IN_OTHER_LANGUAGE, parent, parent.link if parent else None, language)
    if role[-1:] == ("Link",):
        node.link = node
    return node


def _language(node: Node | None) -> str:
    while node:
        if node.language:
            return node.language
        node = node.parent
    return ""


def _labelled(parent: Node) -> Node:
    """The note around a paragraph that its number opens: the Lbl stands before the P, not in it."""
    at: Node | None = parent
    while at and at.role != ("Note",):
        at = at.parent
    return at or parent


def number_headings(nodes: dict[int, Node], shown: Iterable[int]) -> None:
    """Let no heading skip a level, and the first be H1 (ISO 14289-1, 7.4.2).

    A heading is one level below the nearest heading before it that ranks higher: two of one rank that
    stand side by side stay so. `shown` are the elements with content on pages: others don't count.
    """
    ranks: list[int] = []
    for node in _headings(nodes, shown):
        rank = int(node.role[0][1])
        while ranks and ranks[-1] >= rank:
            ranks.pop()
        ranks.append(rank)
        node.role = (f"H{len(ranks)}",)


def _headings(nodes: dict[int, Node], shown: Iterable[int]) -> list[Node]:
    found: dict[int, Node] = {}
    for id_ in shown:
        node = nodes.get(id_)
        while node and node.role == IN_OTHER_LANGUAGE:  # a line of a heading
            node = node.parent
        if node and node.role[0] in HEADINGS:
            found[node.element.id] = node
    return [found[id_] for id_ in sorted(found)]
