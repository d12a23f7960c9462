"""Sets a tree of elements in the square font, one line a block: enough to write any tree as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from publisher.layout.frames import Layout, Page, Run, TextBlock
from publisher.markup.element import Element
from tests.write.pdf.setting import Setter, block, page

BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "li", "div", "ol", "ul"))
LINES_A_PAGE = 6


@dataclass
class Typesetter:
    """`markers` are the labels of list items by element id, `hidden` the elements left out."""

    setter: Setter
    markers: dict[int, str] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    above: dict[int, tuple[Element, ...]] = field(default_factory=dict)

    def layout(self, root: Element) -> Layout:
        """Pages of six lines, 600 pt wide, with a head and a folio. Named elements begin where their first line is."""
        blocks = list(self.blocks(root, ()))
        pages: list[Page] = []
        page_of: dict[int, int] = {}
        for first in range(0, len(blocks), LINES_A_PAGE):
            rows = [replace(b, y=20.0 + 12 * at) for at, b in enumerate(blocks[first : first + LINES_A_PAGE])]
            tops = {e.id: b.y - 8 for b in reversed(rows) for e in self.begun(b) if e.name}
            anchors = tuple((id_, y) for id_, y in sorted(tops.items()) if id_ not in page_of)
            page_of |= dict.fromkeys((id_ for id_, _ in anchors), len(pages))
            label = str(len(pages) + 1)
            head = block(0, [self.setter.run("Head ", 0)], y=10.0, artifact="header")
            foot = block(0, [self.setter.run(f"{label} ", 0)], y=95.0, artifact="footer")
            made = page(*rows, furniture=(head, foot), label=label, anchors=anchors)
            pages.append(replace(made, width=600.0))
        return Layout(pages=tuple(pages), bookmarks=(), page_of=page_of)

    def begun(self, made: TextBlock) -> Iterator[Element]:
        for id_ in (made.element, *(run.element for line in made.lines for run in line.runs)):
            yield from self.above[id_]

    def blocks(self, element: Element, above: tuple[Element, ...]) -> Iterator[TextBlock]:
        """The lines of an element and of the blocks in it."""
        above = (*above, element)
        self.above[element.id] = above
        if element.id in self.hidden:
            return
        if element.id in self.markers:
            yield block(
                element.id, [self.setter.run(self.markers[element.id] + " ", element.id)], marker=True
            )
        if element.tag == "hr":
            yield block(element.id, [self.setter.run("... ", element.id)], artifact="ornament")
        runs = list(self.runs(element, above)) if element.tag in BLOCKS else []
        if runs:
            yield block(element.id, runs)
        for child in element.children:
            if isinstance(child, Element) and (child.tag in BLOCKS or element.tag not in BLOCKS):
                yield from self.blocks(child, above)

    def runs(self, element: Element, above: tuple[Element, ...]) -> Iterator[Run]:
        """The runs of the text right in a block and of its inlines, side by side."""
        x = 0.0
        for owner, text in self.texts(element, above):
            run = self.setter.run(text, owner, x)
            x += run.width
            yield run

    def texts(self, element: Element, above: tuple[Element, ...]) -> Iterator[tuple[int, str]]:
        for child in element.children:
            if isinstance(child, str):
                yield element.id, child
            elif child.tag not in BLOCKS:
                self.above[child.id] = (*above, child)
                yield from self.texts(child, self.above[child.id])
