"""Metadata rows of the package document."""

from __future__ import annotations

import pytest

from publisher.markup.element import Element
from publisher.outline.nodes import Metadata
from publisher.write.epub.metadata import Row, accessibility, file_as, identifier, rows

TEXT = Element(id=1, tag="html", children=("text",))


def picture(**attributes: str) -> Element:
    return Element(id=1, tag="html", children=(Element(id=2, tag="img", attributes=attributes),))


@pytest.mark.parametrize(
    ("name", "filed"),
    [
        ("H. G. Wells", "Wells, H. G."),
        ("Jane Austen", "Austen, Jane"),
        ("Homer", "Homer"),
        ("", ""),
        ("Vincent van Gogh", "van Gogh, Vincent"),
        ("Simone de la Cruz", "de la Cruz, Simone"),
        ("van Gogh", "Gogh, van"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
        ("Wells, H. G.", "Wells, H. G."),
        ("King, Martin Luther, Jr.", "King, Martin Luther, Jr."),
        ("村上 春樹", "村上 春樹"),
        ("김 소월", "김 소월"),
    ],
)
def test_names_are_filed_by_surname(name: str, filed: str) -> None:
    assert file_as(name) == filed


def test_the_given_identifier_is_kept() -> None:
    assert identifier(Metadata(identifier="https://example.org/1")) == "https://example.org/1"


def test_the_derived_identifier_is_a_uuid_of_the_metadata() -> None:
    book = Metadata(title="Emma", authors=("Jane Austen",), language="en", date="1815")
    assert identifier(book) == "urn:uuid:8b9f4c3b-71a0-5436-a999-6c1e9aeafebb"
    assert identifier(Metadata(title="Emma")) != identifier(book)


def test_people_are_numbered_through_with_role_and_filing_name() -> None:
    book = Metadata(authors=("Ann Bee", "Cy Dee"), translators=("Ed Eff",))
    assert list(rows(book, TEXT))[:9] == [
        Row("creator", "Ann Bee", {"id": "person-1"}),
        Row("meta", "aut", {"refines": "#person-1", "property": "role", "scheme": "marc:relators"}),
        Row("meta", "Bee, Ann", {"refines": "#person-1", "property": "file-as"}),
        Row("creator", "Cy Dee", {"id": "person-2"}),
        Row("meta", "aut", {"refines": "#person-2", "property": "role", "scheme": "marc:relators"}),
        Row("meta", "Dee, Cy", {"refines": "#person-2", "property": "file-as"}),
        Row("contributor", "Ed Eff", {"id": "person-3"}),
        Row("meta", "trl", {"refines": "#person-3", "property": "role", "scheme": "marc:relators"}),
        Row("meta", "Eff, Ed", {"refines": "#person-3", "property": "file-as"}),
    ]


def test_a_subtitle_makes_both_titles_say_what_they_are() -> None:
    assert list(rows(Metadata(title="A", subtitle="B"), TEXT))[:3] == [
        Row("title", "B", {"id": "subtitle"}),
        Row("meta", "subtitle", {"refines": "#subtitle", "property": "title-type"}),
        Row("meta", "main", {"refines": "#title", "property": "title-type"}),
    ]


def test_only_known_facts_have_a_row() -> None:
    facts = [row for row in rows(Metadata(date="1815", rights="CC0"), TEXT) if row.name != "meta"]
    assert facts == [Row("date", "1815", {}), Row("rights", "CC0", {})]


def schema(root: Element) -> list[tuple[str, str]]:
    return [(row.attributes["property"], row.value) for row in accessibility(root)]


def test_a_book_of_text_alone() -> None:
    assert schema(TEXT) == [
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "displayTransformability"),
        ("schema:accessibilityHazard", "none"),
        (
            "schema:accessibilitySummary",
            "The text can be read by any reading system: its headings, lists, notes and the order of reading "
            "are marked up, and it has a table of contents.",
        ),
    ]


def test_pictures_are_told_and_undescribed_ones_admitted() -> None:
    described, bare = schema(picture(alt="a dog")), schema(picture(alt=""))
    assert ("schema:accessMode", "visual") in described
    assert ("schema:accessModeSufficient", "textual") in described
    assert not described[-1][1].endswith("Some pictures have no description.")
    assert ("schema:accessModeSufficient", "textual") not in bare
    assert bare[-1][1].endswith("Some pictures have no description.")
