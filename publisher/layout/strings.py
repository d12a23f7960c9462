"""`string-set`: what an element assigns to named strings (CSS Generated Content for Paged Media 3, 2.1)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.markup.element import Element
from publisher.style.computed import AttributeText, ComputedStyle, ElementText, Literally, Styles


def assigned(element: Element, style: ComputedStyle, styles: Styles) -> tuple[tuple[str, str], ...]:
    """(name, value) of each assignment. Counters and nested strings in a value say nothing."""
    return tuple(
        (name, "".join(_part(part, element, styles) for part in parts)) for name, parts in style.string_set
    )


def _part(part: object, element: Element, styles: Styles) -> str:
    match part:
        case Literally(text):
            return text
        case AttributeText(name):
            return element.attributes.get(name, "")
        case ElementText():
            return heading_text(element, styles)
        case _:
            return ""


def heading_text(element: Element, styles: Styles) -> str:
    """The text of `element` on one line: no note marks, line breaks as spaces, nothing not displayed."""
    return " ".join("".join(_texts(element, styles)).split())


def _texts(element: Element, styles: Styles) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag == "br":
            yield " "
        elif "noteref" not in child.classes and styles.of[child.id].display != "none":
            block = styles.of[child.id].display == "block"
            yield from (" ", *_texts(child, styles), " ") if block else _texts(child, styles)
