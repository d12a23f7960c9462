"""The PDF's document outline, from the headings of sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from publisher.layout.block import HEADINGS
from publisher.layout.strings import heading_text
from publisher.markup.element import Element
from publisher.style.computed import Styles

_SECTIONS = frozenset({"section", "nav", "article", "aside"})
"""HTML's sectioning content: what nests the headings inside it."""
_GROUPING = frozenset({"html", "body", "main", "div", "header"})


class Entry(NamedTuple):
    """A heading with its depth: 1 for a top-level section's."""

    title: str
    level: int
    element: int


def entries(root: Element, styles: Styles) -> Iterator[Entry]:
    """The headings of sections in document order: the first of each, with a title.

    A section without a heading adds no level, so that levels never skip one.
    """
    stack = [(root, 0)]
    while stack:
        element, level = stack.pop()
        children = [child for child in element.children if not isinstance(child, str)]
        heading = next((child for child in children if child.tag in HEADINGS), None)
        title = heading_text(heading, styles) if heading and element.tag in _SECTIONS else ""
        if heading and title:
            level += 1
            yield Entry(title, level, heading.id)
        inside = [child for child in children if child.tag in _SECTIONS or child.tag in _GROUPING]
        stack += [(child, level) for child in reversed(inside)]
