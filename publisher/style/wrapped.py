"""Markup elements in the shape that cssselect2's tests expect.

A `Wrapped` is both what cssselect2 calls an element wrapper and the "etree element" in it. The tree
is that of XHTML: names are case-sensitive and in the XHTML namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from publisher.markup.element import Element

XHTML = "http://www.w3.org/1999/xhtml"

NAMESPACES = {
    "epub": "http://www.idpf.org/2007/ops",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""The prefixes that attributes of the element tree may have."""


def expanded(name: str) -> str:
    """An attribute's name as ElementTree has it: "epub:type" -> "{http://www.idpf.org/2007/ops}type"."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix in NAMESPACES else name


class Wrapped:
    """One element; what selectors ask of it is worked out when they ask."""

    in_html_document = False
    in_disabled_fieldset = False  # books have no forms
    namespace_url = XHTML

    def __init__(self, element: Element, parent: Wrapped | None = None, index: int = 0) -> None:
        self.element = element
        self.parent = parent
        self.index = index

    # The wrapper's side

    @property
    def etree_element(self) -> Wrapped:
        return self

    @property
    def local_name(self) -> str:
        return self.element.tag

    @property
    def classes(self) -> tuple[str, ...]:
        return self.element.classes

    @property
    def id(self) -> str | None:
        return self.element.name or None

    @cached_property
    def etree_children(self) -> list[Wrapped]:
        elements = (child for child in self.element.children if isinstance(child, Element))
        return [Wrapped(child, self, index) for index, child in enumerate(elements)]

    @property
    def etree_siblings(self) -> list[Wrapped]:
        return [self] if self.parent is None else self.parent.etree_children

    @property
    def previous(self) -> Wrapped | None:
        return self.etree_siblings[self.index - 1] if self.index else None

    @property
    def ancestors(self) -> tuple[Wrapped, ...]:
        found: list[Wrapped] = []
        above = self.parent
        while above is not None:
            found.append(above)
            above = above.parent
        return tuple(reversed(found))

    @property
    def previous_siblings(self) -> list[Wrapped]:
        return self.etree_siblings[: self.index]

    def iter_siblings(self) -> Iterator[Wrapped]:
        return iter(self.etree_siblings)

    def iter_next_siblings(self) -> Iterator[Wrapped]:
        return iter(self.etree_siblings[self.index + 1 :])

    def iter_children(self) -> Iterator[Wrapped]:
        return iter(self.etree_children)

    def iter_subtree(self) -> Iterator[Wrapped]:
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.etree_children))

    @cached_property
    def lang(self) -> str:
        """The language, in small letters; "" where none is given."""
        own = self.attrib.get(expanded("xml:lang"), self.attrib.get("lang"))
        if own is not None:
            return own.lower()
        return "" if self.parent is None else self.parent.lang

    # The etree element's side

    @property
    def tag(self) -> str:
        return f"{{{XHTML}}}{self.element.tag}"

    @cached_property
    def attrib(self) -> dict[str, str]:
        own = {expanded(name): value for name, value in self.element.attributes.items()}
        if self.element.classes:
            own["class"] = " ".join(self.element.classes)
        if self.element.name:
            own["id"] = self.element.name
        return own

    def get(self, name: str, default: str | None = None) -> str | None:
        return self.attrib.get(name, default)

    @property
    def text(self) -> str:
        first = self.element.children[0] if self.element.children else ""
        return first if isinstance(first, str) else ""


class Place:
    """Where an element stands, wrapped only if a test asks for it: few elements ever are."""

    __slots__ = ("index", "made", "parent")

    def __init__(self, parent: Place | None, index: int, made: Wrapped | None = None) -> None:
        self.parent = parent
        self.index = index
        self.made = made

    @classmethod
    def of_root(cls, root: Element) -> Place:
        """The place of a tree's root."""
        return cls(None, 0, Wrapped(root))

    def wrapped(self) -> Wrapped:
        """The element, wrapped; the same object each time."""
        # A loop, not a recursion: trees may be deep.
        missing: list[Place] = []
        place: Place | None = self
        while place is not None and place.made is None:
            missing.append(place)
            place = place.parent
        for one in reversed(missing):
            if one.parent is not None and one.parent.made is not None:
                one.made = one.parent.made.etree_children[one.index]
        if self.made is None:
            raise ValueError("the root of this place is not wrapped")
        return self.made
