"""What the package document says of the book (EPUB 3.3, 5.5; EPUB Accessibility 1.1, 2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from publisher.markup.element import Element
from publisher.outline.nodes import Metadata
from publisher.write.characters import allowed

UNTITLED = "Untitled"

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PARTICLES = {"de", "da", "di", "du", "la", "le", "van", "von", "der", "den", "ten", "zu"}
SUFFIXES = {"jr", "sr", "ii", "iii"}


class Row(NamedTuple):
    """One element of the metadata: Dublin Core `name`, or "meta" with a property."""

    name: str
    value: str
    attributes: dict[str, str]


def tidy(metadata: Metadata) -> Metadata:
    """`metadata` as a package document can hold it: its characters XML's, each text on one line, no empty
    names."""
    texts: dict[str, Any] = {row.name: getattr(metadata, row.name) for row in fields(metadata)}
    for name, value in texts.items():
        texts[name] = _line(value) if isinstance(value, str) else tuple(filter(None, map(_line, value)))
    return Metadata(**texts)


def _line(text: str) -> str:
    return " ".join(allowed(text).split())


def identifier(metadata: Metadata) -> str:
    """The book's own identifier, or a UUID (RFC 4122, version 5) that follows from the metadata."""
    if metadata.identifier:
        return metadata.identifier
    who = (*metadata.authors, *metadata.translators)
    what = (metadata.title, metadata.subtitle, metadata.language, metadata.date, metadata.publisher)
    seed = "\n".join((*what, *who))
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
        ("date", w3c_date(metadata.date)),
        ("publisher", metadata.publisher),
        ("rights", metadata.rights),
        ("source", metadata.source),
    ):
        if value:
            yield Row(element, value, {})
    yield from accessibility(root)


_DATE = re.compile(
    r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01])(?![0-9]))?(?![0-9]))?(?![0-9])"
)


def w3c_date(date: str) -> str:
    """The year, month and day that `date` begins with, as far as they are sound (W3C NOTE-datetime).

    "" where there is not even a year. The time of day is left out: without a zone it says nothing.
    """
    match = _DATE.match(date)
    return match[0] if match else ""


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
    pictures: list[str] = []
    noted = False
    for element in root.elements():
        if element.tag == "img":
            pictures.append(element.attributes.get("alt", ""))
        noted = noted or "footnote" in element.classes
    undescribed = not all(pictures)
    yield _schema("accessMode", "textual")
    if pictures:
        yield _schema("accessMode", "visual")
    if not undescribed:
        yield _schema("accessModeSufficient", "textual")
    for feature in ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"):
        yield _schema("accessibilityFeature", feature)
    yield _schema("accessibilityHazard", "none")
    yield _schema(
        "accessibilitySummary",
        f"The text can be read by any reading system: its headings{', notes' if noted else ''} and the order "
        "of reading are marked up, and it has a table of contents."
        + (" Some pictures have no description." if undescribed else ""),
        **{XML_LANG: "en"},
    )


def _schema(property_: str, value: str, **attributes: str) -> Row:
    return Row("meta", value, {"property": f"schema:{property_}", **attributes})
