"""Inlines: stress, addresses, notes; and never a character lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.outline.nodes import Emphasis, Inline, LineBreak, Link, Note, Strong, Superscript, Text
from publisher.outline.walk import plain
from publisher.read.text.inline import NOTE_MARK, collapse, parse_inlines, split_lines


def em(*content: Inline) -> Emphasis:
    return Emphasis(content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", (Text("plain"),)),
        ("", ()),
        (" \n ", ()),
        ("_Emma_ is read", (em(Text("Emma")), Text(" is read"))),
        ("so *very* good", (Text("so "), em(Text("very")), Text(" good"))),
        ("**hold** =fast=", (Strong((Text("hold"),)), Text(" "), Strong((Text("fast"),)))),
        ("(_Exit._)", (Text("("), em(Text("Exit.")), Text(")"))),
        ("the _Argo_'s crew", (Text("the "), em(Text("Argo")), Text("'s crew"))),
        ("_a **b** c_", (em(Text("a "), Strong((Text("b"),)), Text(" c")),)),
        ("M^{lle} Ada", (Text("M"), Superscript((Text("lle"),)), Text(" Ada"))),
        ("“_Yes_,” he said", (Text("“"), em(Text("Yes")), Text(",” he said"))),
    ],
)
def test_stress(text: str, expected: tuple[Inline, ...]) -> None:
    assert parse_inlines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "x^{2",
        "* * *",
        "a_b_c",
        "snake_case",
        "__init__",
        "x = 1, y = 2",
        "5 ** 2",
        "_open",
        "shut_",
        "a * b",
    ],
)
def test_what_is_no_stress_stays(text: str) -> None:
    assert parse_inlines(text) == (Text(text),)


def test_crossed_markers_do_not_nest() -> None:
    assert parse_inlines("_a *b_ c*") == (em(Text("a *b")), Text(" c*"))


def test_only_web_addresses_are_links() -> None:
    address = "https://example.org/a_b_c?x=1"
    assert parse_inlines(f"see {address}.") == (Text("see "), Link(address, (Text(address),)), Text("."))
    for text in ("javascript://alert(1)", "file:///etc/passwd", "www.example.org"):
        assert parse_inlines(text) == (Text(text),)


def test_notes_stand_where_they_are_cited() -> None:
    note = Note(id=7, mark="1", content=())
    assert parse_inlines(f"so{NOTE_MARK} it is{NOTE_MARK}", [note]) == (Text("so"), note, Text(" it is"))


def test_spaces_collapse_but_not_the_unbreakable() -> None:
    assert collapse("  a \t b\u00a0 c\u2003d ") == "a b\u00a0 c d"


def test_lines_are_split_and_stress_with_them() -> None:
    assert split_lines(parse_inlines("_one\ntwo_ three\nfour")) == [
        (em(Text("one")),),
        (em(Text("two")), Text(" three")),
        (Text("four"),),
    ]
    assert parse_inlines("a\nb") == (Text("a"), LineBreak(), Text("b"))


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ab ._*=\"'(é,"), max_size=60))
def test_no_letter_is_ever_lost(text: str) -> None:
    kept = plain(parse_inlines(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="_*=\n\x00", exclude_categories=["Cs", "Cc"]), max_size=80))
def test_text_without_markers_survives_word_for_word(text: str) -> None:
    if "://" in text or "mailto:" in text:
        return
    assert plain(parse_inlines(text)) == collapse(text)


@settings(deadline=None)
@given(st.text(st.sampled_from("_*=a "), max_size=400))
def test_depth_is_bounded(text: str) -> None:
    def depth(content: tuple[Inline, ...]) -> int:
        return max((1 + depth(i.content) for i in content if isinstance(i, Emphasis | Strong)), default=0)

    assert depth(parse_inlines(text)) <= 4
