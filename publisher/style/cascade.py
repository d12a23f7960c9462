"""The cascade: from a stylesheet and an element tree to computed styles (CSS Cascading 5).

A style depends on the parent's style and on which selectors match, and a book has few of either:
each pair is computed once, and equal styles are one object.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from publisher.markup.element import Element
from publisher.style.computed import ComputedStyle, Styles
from publisher.style.computing import INITIAL, Node, child
from publisher.style.ordering import Ordering
from publisher.style.sheet import Medium, Stylesheet
from publisher.style.user_agent import user_agent_sheet
from publisher.style.wrapped import Place


def compute(root: Element, sheet: Stylesheet, medium: Medium = "print") -> Styles:
    """The computed style of `root` and every element below it.

    `medium` "print" is what the PDF is laid out by; "screen" takes the rules for the EPUB instead
    (without conditional groups), which tells the fonts it needs.
    """
    ordering = Ordering()
    for origin in (user_agent_sheet(), sheet):
        namespaces = {prefix or None: url for prefix, url in origin.namespaces}
        ordering.add(origin.flow(medium), namespaces)
    return _Cascade(ordering).run(root)


class _Made(NamedTuple):
    """An element's node, and the styles of its pseudo-elements that have content."""

    node: Node
    before: ComputedStyle | None
    after: ComputedStyle | None


@dataclass(slots=True)
class _Cascade:
    ordering: Ordering
    made: dict[tuple[int, int], _Made] = field(default_factory=dict)
    nodes: dict[object, Node] = field(default_factory=dict)
    styles: dict[ComputedStyle, ComputedStyle] = field(default_factory=dict)

    def run(self, root: Element) -> Styles:
        result = Styles(of={}, before={}, after={})
        matcher = self.ordering.matcher
        place = Place.of_root(root)
        mask = matcher.root(root, place)
        stack = [(root, mask, mask, place, self.put(root, INITIAL, mask, result))]
        while stack:
            parent, mask, above, place, node = stack.pop()
            elements = [child for child in parent.children if isinstance(child, Element)]
            if not elements:
                continue
            masks = matcher.children(elements, mask, above, place)
            for index, (element, below) in enumerate(zip(elements, masks, strict=True)):
                own = self.put(element, node, below, result)
                if element.children:
                    stack.append((element, below, below | above, Place(place, index), own))
        return result

    def put(self, element: Element, parent: Node, mask: int, result: Styles) -> Node:
        """Enter the styles of one element into `result`."""
        made = self.made.get((id(parent), mask))
        if made is None:
            finals = mask & self.ordering.matcher.finals
            made = self.made.get((id(parent), finals))
            if made is None:
                made = self.made[id(parent), finals] = self.compute(parent, finals, parent is INITIAL)
            self.made[id(parent), mask] = made
        result.of[element.id] = made.node.style
        if made.before is not None:
            result.before[element.id] = made.before
        if made.after is not None:
            result.after[element.id] = made.after
        return made.node

    def compute(self, parent: Node, finals: int, root: bool) -> _Made:
        node = self.node(child(parent, self.ordering.declared(finals), root=root))
        before, after = (self.pseudo(node, finals, name) for name in ("before", "after"))
        return _Made(node, before, after)

    def pseudo(self, node: Node, finals: int, name: str) -> ComputedStyle | None:
        """The style of a pseudo-element; None where there is none (CSS Generated Content 3, 1.2)."""
        declared = self.ordering.declared(finals, name)
        style = child(node, declared).style if declared else None
        return self.styles.setdefault(style, style) if style is not None and style.content else None

    def node(self, made: Node) -> Node:
        """`made`, or the equal one that is there already."""
        style = self.styles.setdefault(made.style, made.style)
        values = tuple(made.values.values())
        key = (values, id(made.variables), made.rem)
        return self.nodes.setdefault(
            key, Node(values=made.values, style=style, variables=made.variables, rem=made.rem)
        )
