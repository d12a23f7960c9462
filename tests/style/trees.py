"""Small element trees, and the same trees for lxml."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lxml import etree  # type: ignore[import-untyped] # it ships no types

from publisher.markup.element import Element
from publisher.style.wrapped import XHTML, expanded

_STEP = re.compile(r"(?P<tag>[a-z0-9]+)(?P<rest>(?:[.#][\w-]+|\[[^\]]*\])*)")
_PART = re.compile(r"\.(?P<cls>[\w-]+)|#(?P<name>[\w-]+)|\[(?P<key>[\w:-]+)=(?P<value>[^\]]*)\]")


def element(head: str, *children: Element | str) -> Element:
    """`head` is "tag.class#name[attribute=value]"; ids are 0 until `numbered`."""
    step = _STEP.fullmatch(head)
    assert step is not None, head
    parts = list(_PART.finditer(step["rest"]))
    return Element(
        id=0,
        tag=step["tag"],
        classes=tuple(p["cls"] for p in parts if p["cls"]),
        name="".join(p["name"] for p in parts if p["name"]),
        attributes={p["key"]: p["value"] for p in parts if p["key"]},
        children=children,
    )


def numbered(root: Element) -> Element:
    """The tree with ids from 1 in document order."""
    last = 0

    def number(one: Element) -> Element:
        nonlocal last
        last += 1
        own = last
        children = tuple(number(c) if isinstance(c, Element) else c for c in one.children)
        return replace(one, id=own, children=children)

    return number(root)


def book(*children: Element | str) -> Element:
    """`html > body > children`, numbered: html is 1, body 2, the first child 3."""
    return numbered(element("html", element("body", *children)))


def to_lxml(one: Element) -> Any:
    """The same tree as lxml has it, in the XHTML namespace."""
    made = etree.Element(f"{{{XHTML}}}{one.tag}", nsmap={None: XHTML})
    for name, value in one.attributes.items():
        made.set(expanded(name), value)
    if one.classes:
        made.set("class", " ".join(one.classes))
    if one.name:
        made.set("id", one.name)
    last: Any = None
    for child in one.children:
        if isinstance(child, Element):
            last = to_lxml(child)
            made.append(last)
        elif last is None:
            made.text = (made.text or "") + child
        else:
            last.tail = (last.tail or "") + child
    return made
