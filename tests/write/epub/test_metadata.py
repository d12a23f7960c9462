"""Metadata rows of the package document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from publisher.markup.element import Element
from publisher.outline.nodes import Metadata
from publisher.write.epub.metadata import (
    XML_LANG,
    Row,
    accessibility,
    file_as,
    identifier,
    rows,
    tidy,
    w3c_date,
)
from tests.write.books import book

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
    emma = Metadata(title="Emma", authors=("Jane Austen",), language="en", date="1815")
    assert identifier(emma) == "urn:uuid:72f1515b-569e-5683-abb2-dc2a43d1df8b"


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Emma, by"},
        {"subtitle": "A Novel"},
        {"authors": ("Jane", "Austen")},
        {"translators": ("Ann Bee",)},
        {"language": "de"},
        {"date": "1816"},
        {"publisher": "John Murray"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_edition_has_another_identifier(change: dict[str, Any]) -> None:
    emma = Metadata(title="Emma", authors=("Jane Austen",), language="en", date="1815")
    assert identifier(replace(emma, **change)) != identifier(emma)


def test_metadata_are_tidied() -> None:
    untidy = Metadata(title=" A\n B\x00", authors=(" ", "Ann  Bee", ""), subtitle=" ")
    assert tidy(untidy) == Metadata(title="A B\ufffd", authors=("Ann Bee",))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("1815", "1815"),
        ("1815-12", "1815-12"),
        ("1815-12-23", "1815-12-23"),
        ("2024-04-16T21:12", "2024-04-16"),
        ("1815-13", "1815"),
        ("1815-12-32", "1815-12"),
        ("1815-1-2", "1815"),
        ("1815/16", "1815"),
        ("-0044", ""),
        ("c. 1815", ""),
        ("18150", ""),
        ("", ""),
    ],
)
def test_dates_are_written_as_far_as_they_are_sound(date: str, written: str) -> None:
    assert w3c_date(date) == written


def test_people_are_numbered_through_with_role_and_filing_name() -> None:
    metadata = Metadata(authors=("Ann Bee", "Cy Dee"), translators=("Ed Eff",))
    assert list(rows(metadata, TEXT))[:9] == [
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
            "The text can be read by any reading system: its headings and the order of reading "
            "are marked up, and it has a table of contents.",
        ),
    ]


def test_notes_are_told_where_there_are_any() -> None:
    assert "its headings, notes and the order" in schema(book())[-1][1]


def test_the_summary_says_that_it_is_in_english() -> None:
    assert [row.attributes.get(XML_LANG) for row in accessibility(TEXT)][-1] == "en"


def test_pictures_are_told_and_undescribed_ones_admitted() -> None:
    described, bare = schema(picture(alt="a dog")), schema(picture(alt=""))
    assert ("schema:accessMode", "visual") in described
    assert ("schema:accessModeSufficient", "textual") in described
    assert not described[-1][1].endswith("Some pictures have no description.")
    assert ("schema:accessModeSufficient", "textual") not in bare
    assert bare[-1][1].endswith("Some pictures have no description.")
