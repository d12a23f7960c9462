"""@page: sizes, margins, margin boxes, and which rule wins."""

from __future__ import annotations

import pickle

import pytest

from publisher.diagnostics import Sink
from publisher.style.computed import Literally, NamedString, PageCounter, PageStyle
from publisher.style.page_rules import PageRules, page_style
from publisher.style.parse import parse
from publisher.style.units import POINTS

MM = POINTS["mm"]


def rules(css: str) -> PageRules:
    sink = Sink()
    sheet = parse(css, "test.css", sink)
    assert {found.code for found in sink} <= {"style-no-room", "style-no-effect"}
    return sheet.pages


def plain(css: str) -> PageStyle:
    return page_style(rules(css), "", "right", first=False, blank=False)


@pytest.mark.parametrize(
    ("value", "width", "height"),
    [
        ("A5", 148 * MM, 210 * MM),
        ("a4 landscape", 297 * MM, 210 * MM),
        ("landscape A4", 297 * MM, 210 * MM),
        ("letter portrait", 612.0, 792.0),
        ("B5", 176 * MM, 250 * MM),
        ("6in 9in", 432.0, 648.0),
        ("9in 6in", 648.0, 432.0),
        ("140mm 215mm", 140 * MM, 215 * MM),
        ("10cm", 100 * MM, 100 * MM),
        ("landscape", 210 * MM, 148 * MM),
        ("auto", 148 * MM, 210 * MM),
        ("inherit", 148 * MM, 210 * MM),
        ("calc(5in + 0.5in) 8.5in", 396.0, 612.0),
    ],
)
def test_size(value: str, width: float, height: float) -> None:
    made = plain(f"@page {{ size: {value} }}")
    assert (made.width, made.height) == pytest.approx((width, height), abs=1e-6)


@pytest.mark.parametrize(
    "value", ["A55", "A4 A5", "10em 10em", "1pt", "portrait landscape", "300in", "-6in 9in"]
)
def test_bad_sizes_are_refused(value: str) -> None:
    sink = Sink()
    made = parse(f"@page {{ size: {value} }}", "", sink).pages
    assert [found.code for found in sink] == ["style-bad-value"]
    assert page_style(made, "", "left", False, False).width == pytest.approx(148 * MM)


def test_without_rules_the_page_is_a5() -> None:
    made = plain("")
    assert (made.width, made.height) == pytest.approx((148 * MM, 210 * MM))
    assert made.margin_left == pytest.approx(18 * MM)
    assert made.boxes == ()


def test_mirrored_margins() -> None:
    pages = rules(
        "@page { size: 6in 9in; margin: 10pt 20pt 30pt } @page :left { margin-left: 40pt; margin-right: 5pt }"
    )
    left = page_style(pages, "", "left", False, False)
    right = page_style(pages, "", "right", False, False)
    assert (left.margin_left, left.margin_right) == (40.0, 5.0)
    assert (right.margin_left, right.margin_right) == (20.0, 20.0)
    assert (left.margin_top, left.margin_bottom) == (10.0, 30.0)


def test_tokens_of_the_root_work_in_pages_and_boxes() -> None:
    css = (
        ":root { --line: 14pt; --head: 'x'; font-size: 10pt } "
        "@page { margin: calc(var(--line) * 3) var(--line) 2rem; @top-left { content: var(--head) } }"
    )
    made = plain(css)
    assert (made.margin_top, made.margin_left, made.margin_bottom) == (42.0, 14.0, 20.0)
    assert made.boxes[0].content == (Literally("x"),)


class TestWhichRuleWins:
    css = """
    @page body:first { margin: 6pt }
    @page :blank { margin: 4pt }
    @page body { margin: 5pt }
    @page :left { margin: 2pt }
    @page { margin: 1pt }
    @page :right { margin: 3pt }
    """

    @pytest.mark.parametrize(
        ("name", "side", "first", "blank", "margin"),
        [
            ("", "left", False, False, 2),
            ("", "right", False, False, 3),
            ("", "left", False, True, 4),
            ("body", "left", False, False, 5),
            ("body", "left", False, True, 5),
            ("body", "right", True, False, 6),
            ("", "right", True, False, 3),
            ("other", "right", False, False, 3),
        ],
    )
    def test_by_specificity(self, name: str, side: str, first: bool, blank: bool, margin: float) -> None:
        made = page_style(rules(self.css), name, side, first, blank)  # type: ignore[arg-type]
        assert made.margin_top == margin

    def test_by_order_between_equals(self) -> None:
        assert plain("@page { margin: 1pt } @page { margin: 2pt }").margin_top == 2.0

    def test_important(self) -> None:
        assert plain("@page { margin: 1pt !important } @page :right { margin: 2pt }").margin_top == 1.0

    def test_of_a_list_the_strongest_counts(self) -> None:
        css = "@page :right, chapter { margin: 1pt } @page :right { margin: 2pt }"
        assert page_style(rules(css), "chapter", "right", False, False).margin_top == 1.0
        assert page_style(rules(css), "", "right", False, False).margin_top == 2.0

    def test_names_are_case_sensitive_and_combine(self) -> None:
        css = "@page Body:first:right { margin: 1pt } @page { margin: 2pt }"
        assert page_style(rules(css), "Body", "right", True, False).margin_top == 1.0
        assert page_style(rules(css), "body", "right", True, False).margin_top == 2.0
        assert page_style(rules(css), "Body", "left", True, False).margin_top == 2.0


class TestMarginBoxes:
    def test_content(self) -> None:
        made = plain(
            "@page { @bottom-right { content: 'p. ' counter(page) } @top-left { content: string(book) } "
            "@top-center { content: counter(page, lower-roman) string(x, first) } "
            "@bottom-left { color: red } }"
        )
        assert [(box.name, box.content) for box in made.boxes] == [
            ("top-left", (NamedString("book"),)),
            ("top-center", (PageCounter("lower-roman"), NamedString("x"))),
            ("bottom-right", (Literally("p. "), PageCounter())),
        ]

    def test_none_takes_away(self) -> None:
        css = "@page { @top-left { content: 'x' } } @page :first { @top-left { content: none } }"
        assert page_style(rules(css), "", "right", True, False).boxes == ()
        assert len(page_style(rules(css), "", "right", False, False).boxes) == 1

    def test_declarations_of_all_rules_combine(self) -> None:
        css = (
            "@page { @top-left { content: 'x'; color: red } } "
            "@page :right { @top-left { font-style: italic } }"
        )
        (box,) = plain(css).boxes
        assert (box.style.font_style, box.style.color) == ("italic", (1.0, 0.0, 0.0))

    def test_they_inherit_from_the_page_and_the_page_from_the_root(self) -> None:
        css = (
            "html { font: 10pt/14pt 'A'; letter-spacing: 1pt; margin: 3pt } "
            "@page { font-style: italic; margin: 50pt; @top-left { content: 'x'; font-size: 0.9em } }"
        )
        (box,) = plain(css).boxes
        style = box.style
        assert (style.font_family, style.font_size, style.line_height) == (("A",), 9.0, 14.0)
        assert (style.font_style, style.letter_spacing, style.margin_left) == ("italic", 1.0, 0.0)

    @pytest.mark.parametrize(
        ("name", "align"),
        [("top-left", "start"), ("top-center", "center"), ("bottom-right", "end"), ("left-middle", "center")],
    )
    def test_alignment(self, name: str, align: str) -> None:
        (box,) = plain(f"@page {{ @{name} {{ content: 'x' }} }}").boxes
        assert (box.style.text_align, box.vertical_align) == (align, "middle")

    def test_vertical_align(self) -> None:
        css = "@page { @top-left { content: 'x'; vertical-align: bottom; text-align: center } }"
        (box,) = plain(css).boxes
        assert (box.vertical_align, box.style.text_align, box.style.vertical_align) == (
            "bottom",
            "center",
            0.0,
        )


class TestResults:
    def test_same_rules_same_object(self) -> None:
        pages = rules("@page { margin: 1pt } @page :first { margin: 2pt }")
        one = page_style(pages, "a", "left", False, False)
        assert page_style(pages, "b", "right", False, True) is one
        assert page_style(pages, "b", "right", True, True) is not one

    def test_picklable(self) -> None:
        pages = rules("@page { margin: 1pt; @top-left { content: 'x' } }")
        made = page_style(pages, "", "left", False, False)
        again = pickle.loads(pickle.dumps(pages))
        assert page_style(again, "", "left", False, False) == made

    def test_margins_leave_room_for_text(self) -> None:
        made = plain("@page { size: 6in 9in; margin: 10in 300pt 10in 100pt }")
        assert made.width - made.margin_left - made.margin_right == pytest.approx(72)
        assert made.height - made.margin_top - made.margin_bottom == pytest.approx(72)
        assert made.margin_right == pytest.approx(3 * made.margin_left)
        assert plain("@page { margin-left: -5pt }").margin_left == 0.0
