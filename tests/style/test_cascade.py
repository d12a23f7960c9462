"""Computed values, exactly."""

from __future__ import annotations

import pickle

import pytest

from publisher.diagnostics import Sink
from publisher.markup.element import Element
from publisher.style.cascade import compute
from publisher.style.computed import (
    AttributeText,
    Colour,
    ComputedStyle,
    ElementText,
    Leader,
    Literally,
    Styles,
    TargetPage,
)
from publisher.style.parse import parse
from tests.style.trees import book, element


def styles(css: str, root: Element) -> Styles:
    sink = Sink()
    sheet = parse(css, "test.css", sink)
    assert not list(sink)
    return compute(root, sheet)


def one(css: str, *heads: str) -> ComputedStyle:
    """The style of the innermost of elements nested in the body."""
    inner: Element | None = None
    for head in reversed(heads or ("p",)):
        inner = element(head, *([inner] if inner else []))
    assert inner is not None
    of = styles(css, book(inner)).of
    return of[len(of)]


def test_user_agent_styles() -> None:
    root = book(
        element("h1"),
        element("p", element("em"), element("strong", element("em"))),
        element("ul", element("li")),
        element("pre", element("code")),
    )
    of = styles("", root).of
    body, h1, p, em, strong, strong_em, ul, li, pre, code = (of[n] for n in range(2, 12))
    assert body == ComputedStyle(display="block", list_style_type="disc")
    assert (h1.font_size, h1.font_weight, h1.margin_top, h1.break_after) == (24.0, 700, 16.08, "avoid")
    assert (p.display, p.margin_top, p.margin_bottom, p.margin_left) == ("block", 12.0, 12.0, 0.0)
    assert (em.display, em.font_style, em.font_weight) == ("inline", "italic", 400)
    assert (strong.font_weight, strong_em.font_weight, strong_em.font_style) == (700, 700, "italic")
    assert (ul.padding_left, li.display, li.list_style_type) == (30.0, "list-item", "disc")
    assert (pre.white_space, pre.font_family, code.font_family) == ("pre", ("monospace",), ("monospace",))


@pytest.mark.parametrize(
    ("css", "field", "value"),
    [
        # lengths
        ("p { text-indent: 1in }", "text_indent", 72.0),
        ("p { text-indent: 25.4mm }", "text_indent", 72.0),
        ("p { text-indent: 2.54cm }", "text_indent", 72.0),
        ("p { text-indent: 96px }", "text_indent", 72.0),
        ("p { text-indent: 6pc }", "text_indent", 72.0),
        ("p { font-size: 10pt; text-indent: 1.5em }", "text_indent", 15.0),
        ("p { font-size: 10pt; text-indent: 2ex }", "text_indent", 10.0),
        ("p { font-size: 10pt; text-indent: 2ch }", "text_indent", 10.0),
        ("html { font-size: 11pt } p { font-size: 20pt; text-indent: 2rem }", "text_indent", 22.0),
        ("p { text-indent: calc(1em + 2 * (3pt - 1pt)) }", "text_indent", 16.0),
        ("p { text-indent: calc(14pt * 3 / 2) }", "text_indent", 21.0),
        ("p { margin-left: -1em }", "margin_left", -12.0),
        # font size and line height
        ("p { font-size: larger }", "font_size", 14.4),
        ("p { font-size: small }", "font_size", 10.666667),
        ("p { font-size: 150% }", "font_size", 18.0),
        ("p { font-size: 0 }", "font_size", 1.0),
        ("body { font-size: 10pt } p { font-size: 1.2em }", "font_size", 12.0),
        ("body { line-height: 1.5; font-size: 10pt } p { font-size: 20pt }", "line_height", 30.0),
        ("body { line-height: 1.5em; font-size: 10pt } p { font-size: 20pt }", "line_height", 15.0),
        ("p { font-size: 10pt; line-height: 140% }", "line_height", 14.0),
        ("p { font-size: 10pt }", "line_height", 12.0),
        # fonts
        ('p { font-family: "EB Garamond", Source  Serif ,serif }', "font_family",
         ("EB Garamond", "Source Serif", "serif")),
        ("p { font-weight: bold }", "font_weight", 700),
        ("body { font-weight: 300 } p { font-weight: bolder }", "font_weight", 400),
        ("body { font-weight: 900 } p { font-weight: lighter }", "font_weight", 700),
        ("p { font-style: oblique }", "font_style", "italic"),
        ("p { font-variant: small-caps oldstyle-nums }", "font_variant_caps", "small-caps"),
        ("p { font-variant: small-caps oldstyle-nums }", "font_variant_numeric", ("oldstyle-nums",)),
        ("p { font: italic 10pt/14pt Sans }", "line_height", 14.0),
        ("p { font: italic 10pt/14pt Sans }", "font_style", "italic"),
        ("p { font-weight: bold; font: 10pt Sans }", "font_weight", 400),
        # text
        ("p { text-align: left }", "text_align", "start"),
        ("p { text-align: right }", "text_align", "end"),
        ("p { letter-spacing: 0.1em }", "letter_spacing", 1.2),
        ("p { letter-spacing: normal }", "letter_spacing", 0.0),
        ("p { vertical-align: super }", "vertical_align", 4.0),
        ("p { vertical-align: sub }", "vertical_align", -2.4),
        ("p { line-height: 14pt; vertical-align: 50% }", "vertical_align", 7.0),
        # colours
        ("p { color: #f00 }", "color", Colour(1.0, 0.0, 0.0)),
        ("p { color: gray }", "color", Colour(128 / 255, 128 / 255, 128 / 255)),
        ("p { color: hsl(240 100% 50%) }", "color", Colour(0.0, 0.0, 1.0)),
        # boxes
        ("p { margin: 1pt 2pt 3pt }", "margin_left", 2.0),
        ("p { padding: 1pt 2pt }", "padding_bottom", 1.0),
        ("p { border: 1pt solid }", "border_left_width", 1.0),
        ("p { border: 1pt }", "border_left_width", 0.0),
        ("p { border-width: 1pt; border-style: none solid }", "border_right_width", 1.0),
        ("p { border-width: 1pt; border-style: none solid }", "border_top_width", 0.0),
        ("p { color: red; border-top: thin solid }", "border_color", Colour(1.0, 0.0, 0.0)),
        ("p { border-top: thin solid blue }", "border_color", Colour(0.0, 0.0, 1.0)),
        ("p { width: auto }", "width", None),
        ("p { width: 2em }", "width", 24.0),
        ("p { list-style: outside lower-latin }", "list_style_type", "lower-alpha"),
        # fragmentation and paged media
        ("p { page-break-before: always }", "break_before", "page"),
        ("p { break-inside: avoid-page }", "break_inside", "avoid"),
        ("p { orphans: 3 }", "orphans", 3),
        ("body { page: front } p { page: auto }", "page", "front"),
        ("body { page: front } p { page: Back }", "page", "Back"),
        ("p { float: footnote }", "float_", "footnote"),
        ("p { counter-reset: page }", "counter_reset_page", 1),
        ("p { counter-reset: page 1 }", "counter_reset_page", 1),
        ("p { counter-reset: page 7 }", "counter_reset_page", 7),
        ("p { counter-reset: none }", "counter_reset_page", None),
        ("p { string-set: a content(), b \"x\" attr(lang) }", "string_set",
         (("a", (ElementText(),)), ("b", (Literally("x"), AttributeText("lang"))))),
    ],
)  # fmt: skip
def test_computed(css: str, field: str, value: object) -> None:
    assert getattr(one(css), field) == value


class TestCascading:
    def test_specificity_beats_order(self) -> None:
        assert one("p.a { text-indent: 1pt } p { text-indent: 2pt }", "p.a").text_indent == 1.0

    def test_order_decides_between_equals(self) -> None:
        assert one("p { text-indent: 1pt } p { text-indent: 2pt }").text_indent == 2.0

    def test_important_beats_specificity(self) -> None:
        assert one("p { text-indent: 1pt !important } p.a { text-indent: 2pt }", "p.a").text_indent == 1.0

    def test_author_beats_user_agent_whatever_the_specificity(self) -> None:
        assert one("* { font-style: normal }", "p", "em").font_style == "normal"

    def test_a_list_is_as_specific_as_what_matches(self) -> None:
        css = "p, #x { text-indent: 1pt } p.a { text-indent: 2pt }"
        assert one(css, "p.a").text_indent == 2.0

    def test_inherit_initial_unset(self) -> None:
        css = "body { margin-left: 5pt; color: red } p { margin-left: inherit; color: initial }"
        assert (one(css).margin_left, one(css).color) == (5.0, Colour(0, 0, 0))
        css = "body { margin-left: 5pt; color: red } p { margin-left: unset; color: unset }"
        assert (one(css).margin_left, one(css).color) == (0.0, Colour(1, 0, 0))
        assert one("p { margin-top: revert }").margin_top == 0.0
        assert one("body { margin: 3pt } p { margin: inherit }").margin_bottom == 3.0

    def test_inherited_and_not(self) -> None:
        made = one("body { text-indent: 9pt; margin-left: 9pt; break-before: page }")
        assert (made.text_indent, made.margin_left, made.break_before) == (9.0, 0.0, "auto")

    def test_rules_for_the_screen_are_not_for_print(self) -> None:
        css = "p { text-indent: 1pt } @media screen { p { text-indent: 2pt } }"
        assert one(css).text_indent == 1.0
        root = book(element("p"))
        assert compute(root, parse(css, "", Sink()), "screen").of[3].text_indent == 2.0

    def test_rules_for_print(self) -> None:
        assert one("p { text-indent: 1pt } @media print { p { text-indent: 2pt } }").text_indent == 2.0


class TestCustomProperties:
    def test_inherited_and_overridden(self) -> None:
        css = ":root { --x: 3pt } .a { --x: 4pt } p { text-indent: var(--x) }"
        assert one(css, "div", "p").text_indent == 3.0
        assert one(css, "div.a", "p").text_indent == 4.0

    def test_fallbacks(self) -> None:
        css = ":root { --x: 3pt } p { text-indent: var(--x, 5pt); font-family: var(--y, A, B) }"
        assert (one(css).text_indent, one(css).font_family) == (3.0, ("A", "B"))

    def test_one_in_terms_of_another_and_in_calc(self) -> None:
        css = ":root { --b: calc(var(--a) / 2); --a: 14pt } p { margin: var(--b) calc(var(--a) * 2) }"
        assert (one(css).margin_top, one(css).margin_left) == (7.0, 28.0)

    def test_shorthands_and_parts_of_values(self) -> None:
        css = ':root { --leading: 14pt } p { font: 10pt/var(--leading) "A" }'
        assert (one(css).font_size, one(css).line_height, one(css).font_family) == (10.0, 14.0, ("A",))

    def test_a_circle_defines_nothing(self) -> None:
        css = ":root { --a: var(--b); --b: var(--a) } p { text-indent: var(--a, 5pt) }"
        assert one(css).text_indent == 5.0

    def test_an_invalid_one_is_unset(self) -> None:
        sheet = parse(
            ":root { --x: 3pt } .a { --x: red } body { text-indent: 9pt } p { text-indent: var(--x) }",
            "",
            Sink(),
        )
        root = book(element("div.a", element("p")))
        assert compute(root, sheet).of[4].text_indent == 9.0

    def test_names_are_case_sensitive(self) -> None:
        css = ":root { --X: 1pt; --x: 2pt } p { text-indent: var(--X) }"
        assert one(css).text_indent == 1.0


class TestPseudoElements:
    def test_before_and_after(self) -> None:
        css = (
            "hr::before { content: '* * *'; letter-spacing: 1em } "
            "li > a::after { content: leader('.') target-counter(attr(href), page) }"
        )
        made = styles(css, book(element("hr"), element("li", element("a[href=#x]"))))
        assert made.before.keys() == {3}
        assert made.before[3].content == (Literally("* * *"),)
        assert made.before[3].letter_spacing == 12.0
        assert made.before[3].display == "inline"
        assert made.after[5].content == (Leader("."), TargetPage())

    def test_they_inherit_from_their_element(self) -> None:
        made = styles("p { color: red } p::before { content: 'x' }", book(element("p")))
        assert made.before[3].color == Colour(1, 0, 0)

    def test_none_without_content(self) -> None:
        css = "p::before { color: red } p::after { content: 'x' } p.a::after { content: none }"
        made = styles(css, book(element("p.a")))
        assert (made.before, made.after) == ({}, {})


class TestInterning:
    def test_equal_styles_are_one_object(self) -> None:
        root = book(element("div.a", element("p")), element("div.b", element("p")))
        of = styles(".a { margin: 3pt }", root).of
        assert of[4] is of[6]

    def test_distinct_contexts_are_kept_apart(self) -> None:
        css = "p { text-indent: 1pt } .a > p { text-indent: 2pt } p + p { margin-top: 3pt }"
        root = book(element("div.a", element("p"), element("p")), element("div", element("p")))
        of = styles(css, root).of
        assert [(of[n].text_indent, of[n].margin_top) for n in (4, 5, 7)] == [(2, 12), (2, 3), (1, 12)]

    def test_line_height_as_number_and_length_are_kept_apart(self) -> None:
        css = ".a { line-height: 1.5 } .b { line-height: 18pt } p { font-size: 24pt }"
        root = book(element("div.a", element("p")), element("div.b", element("p")))
        of = styles(css, root).of
        assert of[3] is of[5]
        assert (of[4].line_height, of[6].line_height) == (36.0, 18.0)

    def test_results_are_picklable_and_the_same_each_time(self) -> None:
        css = "p:nth-child(2) { text-indent: 1pt } p::before { content: 'x' }"
        root = book(element("p"), element("p"))
        made = styles(css, root)
        assert pickle.loads(pickle.dumps(made)) == made == styles(css, root)


def test_depth_is_no_matter() -> None:
    inner = element("p")
    for _ in range(400):
        inner = element("div", inner)
    of = styles("div p { text-indent: 1pt }", book(inner)).of
    assert of[403].text_indent == 1.0
