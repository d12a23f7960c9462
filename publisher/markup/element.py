"""The element tree: the outline in the vocabulary of XHTML and EPUB.

Both back ends start here. The EPUB writes these elements out; the print layout formats the same
elements with the same computed styles. So one stylesheet, with ordinary selectors, holds for both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element.

    `id` is unique in the tree, from 1, ascending in document order (the root is 1). `node` is the
    id of the outline node it shows, 0 for none. `attributes` are the XHTML attributes in the order
    to be written, names with their prefix ("epub:type", "role", "href", "lang"); `class` and `id`
    are not among them: `classes` holds the classes, `name` the XHTML id ("" where nothing points
    here; unique in the whole book, not only in its file). An internal `href` is always "#" + name.
    `file` is not "" on an element that begins an XHTML file of the EPUB ("chapter-3.xhtml").
    """

    id: int
    tag: str
    classes: tuple[str, ...] = ()
    name: str = ""
    node: int = 0
    file: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Element | str, ...] = ()

    def elements(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def text(self) -> str:
        """All text below, joined as it stands."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)
