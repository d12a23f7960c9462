"""What the package document says of the book (EPUB 3.3, 5.5; EPUB Accessibility 1.1, 2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from publisher.markup.element import Element
from publisher.outline.nodes import Metadata

UNTITLED = "Untitled"

PARTICLES = {"de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "ten", "zu"}
SUFFIXES = {"jr", "sr", "ii", "iii"}


class Row(NamedTuple):
    """One element of the metadata: Dublin Core `name`, or "meta" with a property."""

    name: str
    value: str
    attributes: dict[str, str]


def identifier(metadata: Metadata) -> str:
    """The book's own identifier, or a UUID (RFC 4122, version 5) that follows from the metadata."""
    if metadata.identifier:
        return metadata.identifier
    seed = "\n".join(
        (metadata.title, *metadata.authors, metadata.language, metadata.date, metadata.publisher)
    )
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'publisher:' + seed)}"


def rows(metadata: Metadata, root: Element) -> Iterator[Row]:
    """The metadata after identifier, language and main title."""
    if metadata.subtitle:
        yield Row("title", metadata.subtitle, {"id": "subtitle"})
        yield refining("subtitle", "title-type", "subtitle")
        yield refining("title", "title-type", "main")
    people = [(name, "creator", "aut") for name in metadata.authors]
    people += [(name, "contributor", "trl") for name in metadata.translators]
    for number, (name, element, role) in enumerate(people, 1):
        id_ = f"person-{number}"
        yield Row(element, name, {"id": id_})
        yield refining(id_, "role", role, scheme="marc:relators")
        yield refining(id_, "file-as", file_as(name))
    for element, value in (
        ("date", metadata.date),
        ("publisher", metadata.publisher),
        ("rights", metadata.rights),
        ("source", metadata.source),
    ):
        if value:
            yield Row(element, value, {})
    yield from accessibility(root)


def refining(id_: str, property_: str, value: str, **attributes: str) -> Row:
    """A `meta` that says more about the element `id_`."""
    return Row("meta", value, {"refines": f"#{id_}", "property": property_, **attributes})


def file_as(name: str) -> str:
    """A name as a catalogue files it: "Wells, H. G.", "King, Martin Luther, Jr.".

    One-word names, East Asian ones and those with a comma already stay as they are.
    """
    words = name.split()
    suffix = words.pop() if len(words) > 2 and words[-1].rstrip(".").lower() in SUFFIXES else ""
    words[-1:] = [word.rstrip(",") for word in words[-1:]]
    if len(words) < 2 or any("," in word for word in words) or any(c > "\u3000" for c in name):
        return name
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return ", ".join(filter(None, (" ".join(words[at:]), " ".join(words[:at]), suffix)))


def accessibility(root: Element) -> Iterator[Row]:
    """What a reader with a disability can count on, as far as the content shows it."""
    elements = list(root.elements())
    undescribed = any(e.tag == "img" and not e.attributes.get("alt") for e in elements)
    yield _schema("accessMode", "textual")
    if any(e.tag == "img" for e in elements):
        yield _schema("accessMode", "visual")
    if not undescribed:
        yield _schema("accessModeSufficient", "textual")
    for feature in ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"):
        yield _schema("accessibilityFeature", feature)
    yield _schema("accessibilityHazard", "none")
    yield _schema(
        "accessibilitySummary",
        "The text can be read by any reading system: its headings, lists, notes and the order of reading "
        "are marked up, and it has a table of contents."
        + (" Some pictures have no description." if undescribed else ""),
    )


def _schema(property_: str, value: str) -> Row:
    return Row("meta", value, {"property": f"schema:{property_}"})
