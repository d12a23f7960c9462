"""Inline content to segments: white space, generated content, forced breaks."""

from __future__ import annotations

import pytest

from publisher.layout.inline import Kind, Segment, Targets, segments, transformed
from publisher.markup.element import Element
from publisher.style.computed import AttributeText, ComputedStyle, Leader, Literally, Styles

PLAIN = ComputedStyle()
EM = ComputedStyle(font_style="italic")
GONE = ComputedStyle(display="none")


def found(element: Element, styles: dict[int, ComputedStyle] | None = None) -> list[Segment]:
    of = {e.id: PLAIN for e in element.elements()} | (styles or {})
    return segments(element, Styles(of=of, before={}, after={}), Targets())


def p(*children: Element | str) -> Element:
    return Element(id=1, tag="p", children=children)


def test_spaces_collapse_across_elements() -> None:
    em = Element(id=2, tag="em", children=(" b \n",))
    made = found(p("  a ", em, "\tc  "), {2: EM})
    assert [(s.text, s.element, s.style) for s in made] == [("a ", 1, PLAIN), ("b ", 2, EM), ("c", 1, PLAIN)]


def test_no_break_spaces_stay() -> None:
    assert [s.text for s in found(p("Mr.\u00a0 X"))] == ["Mr.\u00a0 X"]


def test_forced_breaks_take_the_spaces_beside_them() -> None:
    made = found(p("a ", Element(id=2, tag="br"), " b", Element(id=3, tag="br")))
    assert [(s.kind, s.text) for s in made] == [(Kind.TEXT, "a"), (Kind.BREAK, ""), (Kind.TEXT, "b")]


def test_what_is_not_displayed_is_not_there() -> None:
    made = found(
        p("a", Element(id=2, tag="span", children=("x",)), Element(id=3, tag="br")), {2: GONE, 3: GONE}
    )
    assert [s.text for s in made] == ["a"]


def test_generated_content() -> None:
    element = Element(id=1, tag="a", attributes={"title": "T"}, children=("b",))
    before = ComputedStyle(content=(Literally("("), AttributeText("title"), Literally(") ")))
    after = ComputedStyle(content=(Leader("."),))
    styles = Styles(of={1: PLAIN}, before={1: before}, after={1: after})
    made = segments(element, styles, Targets())
    assert [(s.kind, s.text, s.element) for s in made] == [
        (Kind.TEXT, "(", 1),
        (Kind.TEXT, "T", 1),
        (Kind.TEXT, ") ", 1),
        (Kind.TEXT, "b", 1),
        (Kind.LEADER, ".", 0),
    ]
    assert [s.text for s in segments(element, styles, Targets(), before=False, after=False)] == ["b"]


def test_preserved_space_becomes_space_that_stays() -> None:
    style = ComputedStyle(white_space="pre")
    made = found(p("a  b c \n\tc\n"), {1: style})
    assert [(s.kind, s.text) for s in made] == [
        (Kind.TEXT, "a\u00a0\u00a0b c\u00a0"),
        (Kind.BREAK, ""),
        (Kind.TEXT, "\u00a0" * 8 + "c"),
    ]


@pytest.mark.parametrize(
    ("transform", "text"),
    [("uppercase", "O’NEILL’S BOAT"), ("lowercase", "o’neill’s boat"), ("capitalize", "O’Neill’s Boat")],
)
def test_text_transform(transform: str, text: str) -> None:
    style = ComputedStyle(text_transform=transform)  # type: ignore[arg-type]
    assert transformed("O’Neill’s boat", style) == text


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("one — two", "one\u00a0— two"),
        ("one – two", "one\u00a0– two"),
        ("one —", "one\u00a0—"),
        ("— one", "— one"),
        ("one —two", "one —two"),
        ("Quoi ? Non !", "Quoi\u00a0? Non\u00a0!"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("a ;b", "a ;b"),
    ],
)
def test_no_line_begins_with_a_dash_or_a_high_mark(text: str, bound: str) -> None:
    assert [s.text for s in found(p(text))] == [bound]


def test_nowrap_binds_the_words_inside() -> None:
    span = Element(id=2, tag="span", children=("b c d",))
    made = found(p("a ", span, " e"), {2: ComputedStyle(white_space="nowrap")})
    assert [s.text for s in made] == ["a ", "b\u00a0c\u00a0d", " e"]
