"""Elements -> chains of structure types."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.markup.element import Element
from publisher.write.pdf.roles import ARTIFACT, Node, number_headings, structure
from tests.write.books import el


def path(node: Node | None) -> list[tuple[str, ...]]:
    """The chains from the root down to `node`."""
    return [*path(node.parent), node.role] if node is not None else []


def role_of(element: Element, linked: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The role of an element that has id 2; () if it is transparent."""
    node = structure(el(1, "html", element), linked)[2]
    return node.role if node.element.id == 2 else ()


@pytest.mark.parametrize(
    ("tag", "classes", "role"),
    [
        ("section", ("chapter", "bodymatter"), ("Sect",)),
        ("section", ("part",), ("Part",)),
        ("section", ("footnotes",), ()),
        ("nav", ("contents", "frontmatter"), ("Sect",)),
        ("article", ("teaser",), ("Art",)),
        ("p", ("stanza",), ("P",)),
        ("div", ("verse",), ("Div",)),
        ("div", ("letter",), ("Div",)),
        ("blockquote", (), ("BlockQuote",)),
        ("ul", (), ("L",)),
        ("ol", (), ("L",)),
        ("li", (), ("LI",)),
        ("pre", (), ("P",)),
        ("code", (), ("Code",)),
        ("aside", ("footnote",), ("Note",)),
        ("hr", ("scene-break",), ARTIFACT),
        ("h1", ("heading",), ("H1",)),
        ("body", (), ()),
        ("em", (), ()),
        ("span", ("label",), ()),
        ("br", (), ()),
    ],
)
def test_one_element(tag: str, classes: tuple[str, ...], role: tuple[str, ...]) -> None:
    assert role_of(el(2, tag, classes=classes)) == role


@pytest.mark.parametrize(
    ("classes", "href", "role"),
    [
        ((), "https://example.org", ("Link",)),
        ((), "#here", ("Link",)),
        ((), "#nowhere", ()),
        ((), "", ()),
        (("noteref",), "#here", ("Reference", "Link")),
        (("backlink",), "#here", ("Lbl", "Link")),
        (("backlink",), "#nowhere", ()),
    ],
)
def test_a_link_is_one_where_it_leads_somewhere(
    classes: tuple[str, ...], href: str, role: tuple[str, ...]
) -> None:
    assert role_of(el(2, "a", "x", classes=classes, attributes={"href": href}), ("here",)) == role


def test_the_chain_of_an_entry_of_the_contents() -> None:
    link = el(5, "a", el(6, "span", "One"), attributes={"href": "#c"})
    nav = el(2, "nav", el(3, "ol", el(4, "li", link)), classes=("contents",))
    nodes = structure(el(1, "html", nav), {"c"})
    assert path(nodes[6]) == [("Document",), ("Sect",), ("TOC",), ("TOCI",), ("Reference", "Link")]


def test_a_list_outside_the_contents_is_a_list() -> None:
    nodes = structure(el(1, "html", el(2, "ul", el(3, "li", el(4, "p", el(5, "em", "x"))))), ())
    assert path(nodes[5]) == [("Document",), ("L",), ("LI",), ("P",)]


def test_a_note_with_its_number() -> None:
    back = el(6, "a", "1", classes=("backlink",), attributes={"href": "#ref-1"})
    aside = el(4, "aside", el(5, "p", back, " Note."), classes=("footnote",))
    section = el(2, "section", el(3, "section", aside, classes=("footnotes",)))
    nodes = structure(el(1, "html", section), {"ref-1"})
    assert path(nodes[6]) == [("Document",), ("Sect",), ("Note",), ("Lbl", "Link")], "before the P"


def test_what_is_in_a_link_knows_it() -> None:
    link = el(3, "a", "x", el(4, "code", "y"), attributes={"href": "https://example.org"})
    nodes = structure(el(1, "html", el(2, "p", link, el(5, "em", "z"))), ())
    assert (nodes[2].link, nodes[3].link, nodes[4].link, nodes[5].link) == (None, nodes[3], nodes[3], None)
    assert nodes[4].role == ("Code",)


# Headings -----------------------------------------------------------------------------------------


def levels(*tags: str) -> list[str]:
    headings = [el(at, tag, "x") for at, tag in enumerate(tags, 2)]
    nodes = structure(el(1, "html", *headings), ())
    number_headings(nodes, [heading.id for heading in headings])
    return [nodes[heading.id].role[0] for heading in headings]


@pytest.mark.parametrize(
    ("tags", "roles"),
    [
        ("h1 h2 h3 h1 h2", "H1 H2 H3 H1 H2"),
        ("h1 h3 h3 h3", "H1 H2 H2 H2"),
        ("h1 h4 h2 h4", "H1 H2 H2 H3"),
        ("h3 h3 h1 h2", "H1 H1 H1 H2"),
        ("h1 h3 h6 h3", "H1 H2 H3 H2"),
    ],
)
def test_no_level_is_skipped_and_equals_stay_equal(tags: str, roles: str) -> None:
    assert levels(*tags.split()) == roles.split()


@given(st.lists(st.integers(1, 6), min_size=1, max_size=30))
def test_any_headings_go_down_one_step_at_a_time(ranks: list[int]) -> None:
    found = [int(role[1]) for role in levels(*(f"h{rank}" for rank in ranks))]
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found))
    for (rank, level), (next_rank, next_level) in pairwise(zip(ranks, found, strict=True)):
        assert (rank == next_rank) <= (level == next_level)
        assert (rank < next_rank) == (level < next_level)


def test_a_heading_that_is_not_printed_does_not_count() -> None:
    root = el(1, "html", el(2, "h1", "x"), el(3, "h2", el(4, "span", "x")), el(5, "h3", "x"))
    nodes = structure(root, ())
    number_headings(nodes, {3, 4, 5})
    assert [nodes[id_].role for id_ in (3, 5)] == [("H1",), ("H2",)]


def test_a_heading_in_lines_of_other_languages_is_one_heading() -> None:
    line = el(3, "span", "x", attributes={"lang": "fr"})
    nodes = structure(el(1, "html", el(2, "h3", line)), ())
    number_headings(nodes, {3})
    assert nodes[2].role == ("H1",)


# Languages ----------------------------------------------------------------------------------------


def test_an_element_in_another_language_has_a_tag_for_it() -> None:
    word = el(4, "em", el(5, "strong", "x"), attributes={"lang": "fr"})
    root = el(
        1, "html", el(2, "blockquote", el(3, "p", word), attributes={"lang": "de"}), attributes={"lang": "en"}
    )
    nodes = structure(root, ())
    found = {id_: (nodes[id_].role, nodes[id_].language) for id_ in range(1, 6)}
    assert found == {
        1: (("Document",), ""),
        2: (("BlockQuote",), "de"),
        3: (("P",), ""),
        4: (("Span",), "fr"),
        5: (("Span",), "fr"),
    }


def test_the_language_of_the_parent_needs_no_tag() -> None:
    inner = el(3, "em", "x", attributes={"lang": "de"})
    nodes = structure(el(1, "html", el(2, "p", inner, attributes={"lang": "de"})), ())
    assert nodes[3] is nodes[2]
