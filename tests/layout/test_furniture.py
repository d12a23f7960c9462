"""Running heads and folios: where they stand, what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from publisher.layout.frames import Rule
from publisher.layout.furniture import NamedStrings, shares
from publisher.style.computed import ElementText, MarginBox, NamedString, PageCounter, PageStyle
from tests.layout.fakes import PAGE, Tree, box, furniture, laid_out, rules, string_box

WIDE = replace(PAGE, width=340.0)
"""A page area of thirty characters."""


def with_boxes(*boxes: MarginBox, page: PageStyle = WIDE) -> PageStyle:
    return replace(page, boxes=boxes)


def set_page(style: PageStyle) -> list[tuple[float, float, str]]:
    t = Tree()
    return furniture(laid_out(t, t.p("x"), pages=rules(**{"": style})).pages[0])


class TestPlaces:
    @pytest.mark.parametrize(
        ("name", "align", "expected"),
        [
            ("top-left", "start", (20, 13)),
            ("top-center", "center", (160, 13)),
            ("top-right", "end", (300, 13)),
            ("bottom-center", "center", (160, 133)),
            ("bottom-right", "end", (300, 133)),
            ("top-left-corner", "start", (0, 13)),
            ("bottom-right-corner", "end", (320, 133)),
        ],
    )
    def test_each_box_lies_in_its_margin_centred_in_height(
        self, name: str, align: str, expected: tuple[float, float]
    ) -> None:
        said = "ab"
        assert set_page(with_boxes(box(name, said, text_align=align))) == [(*expected, said)]

    def test_padding_and_margin_shift_the_text(self) -> None:
        style = with_boxes(box("top-left", "ab", padding_bottom=6.0, margin_left=5.0))
        assert set_page(style) == [(25, 10, "ab")]

    @pytest.mark.parametrize(("align", "expected"), [("top", 8), ("middle", 13), ("bottom", 18)])
    def test_vertical_align_moves_it_in_the_height(
        self, align: Literal["top", "middle", "bottom"], expected: float
    ) -> None:
        style = with_boxes(replace(box("top-left", "ab"), vertical_align=align))
        assert set_page(style) == [(20, expected, "ab")]

    def test_a_border_is_a_rule_across_the_box(self) -> None:
        t = Tree()
        style = with_boxes(box("top-left", "ab", border_bottom_width=0.5, margin_bottom=4.0))
        page = laid_out(t, t.p("x"), pages=rules(**{"": style})).pages[0]
        drawn = [(r.x, r.y, r.width, r.height) for r in page.furniture if isinstance(r, Rule)]
        assert drawn == [(20, 15.5, 300, 0.5)]

    def test_furniture_has_no_element_and_says_what_it_is(self) -> None:
        t = Tree()
        style = with_boxes(box("top-left", "a"), box("bottom-left", "b"))
        page = laid_out(t, t.p("x"), pages=rules(**{"": style})).pages[0]
        assert [(i.element, i.artifact) for i in page.furniture if not isinstance(i, Rule)] == [
            (0, "header"),
            (0, "footer"),
        ]


class TestShares:
    def test_a_box_alone_has_the_row(self) -> None:
        assert shares([50, 0, 0], 300) == [(0, 300), (0, 0), (0, 0)]

    def test_two_that_fit_share_the_rest(self) -> None:
        assert shares([100, 0, 20], 300) == [(0, 184), (0, 0), (196, 104)]

    def test_the_longer_of_two_gives_way(self) -> None:
        assert shares([500, 0, 20], 300) == [(0, 268), (0, 0), (280, 20)]
        assert shares([20, 0, 500], 300) == [(0, 20), (0, 0), (32, 268)]

    def test_two_that_are_too_long_get_half_each(self) -> None:
        assert shares([500, 0, 400], 300) == [(0, 144), (0, 0), (156, 144)]

    def test_the_middle_one_stays_in_the_middle(self) -> None:
        assert shares([20, 100, 60], 300) == [(0, 88), (100, 100), (212, 88)]
        assert shares([20, 500, 60], 300) == [(0, 60), (72, 156), (240, 60)]

    def test_a_long_head_ends_in_an_ellipsis(self) -> None:
        style = with_boxes(box("top-left", "x" * 40), box("top-right", "12", text_align="end"))
        assert set_page(style) == [(20, 13, "x" * 25 + "…"), (300, 13, "12")]


class TestStrings:
    def test_the_first_on_the_page_counts_else_the_last_before(self) -> None:
        strings = NamedStrings()
        seen = []
        for page in ([], [("s", "one"), ("s", "two")], [], [("s", "three")]):
            strings.turn(page)
            seen.append(strings.shown.get("s", ""))
        assert seen == ["", "one", "two", "three"]

    def test_a_head_says_what_headings_set(self) -> None:
        t = Tree()
        setting = (("chapter", (ElementText(),)),)
        heading = t.make("h2", "The  ", t.make("em", "first", display="inline"), string_set=setting)
        style = with_boxes(string_box("top-left", "chapter"))
        layout = laid_out(
            t, t.p("x"), t.make("div", heading, break_before="page"), pages=rules(**{"": style})
        )
        assert [[text for *_, text in furniture(page)] for page in layout.pages] == [[], ["The first"]]

    def test_parts_are_said_one_after_the_other(self) -> None:
        style = with_boxes(box("bottom-left", "– ", PageCounter("upper-roman"), " –", NamedString("no")))
        assert [text for *_, text in set_page(style)] == ["– I –"]
