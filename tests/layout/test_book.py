"""Whole books: contents, anchors, bookmarks, page areas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.diagnostics import PublisherError, Sink
from publisher.layout import book
from publisher.layout.block import Surroundings, measure
from publisher.layout.material import Material
from publisher.layout.paginate import PageLookup
from publisher.markup.element import Element
from publisher.style.computed import PageStyle, TargetPage
from tests.layout.fakes import BLOCK, INLINE, PAGE, Tree, folio, laid_out, rules, texts

NUMBERED = replace(INLINE, content=(TargetPage(),))


def entry(tree: Tree, name: str) -> Element:
    link = tree.make("a", "to", style=INLINE, after=NUMBERED, attributes={"href": f"#{name}"})
    return tree.p(link)


def front_and_body() -> PageLookup:
    return rules(front=folio("lower-roman"), body=folio())


class TestContents:
    def test_says_the_labels_of_pages_set_later(self) -> None:
        t = Tree()
        contents = t.make(
            "nav", entry(t, "one"), entry(t, "two"), entry(t, "contents"), page="front", name="contents"
        )
        one = t.make(
            "section", t.lines(25), name="one", page="body", break_before="right", counter_reset_page=1
        )
        two = t.make("section", t.lines(1), name="two", page="body", break_before="right")
        layout = laid_out(t, contents, one, two, pages=front_and_body())
        assert texts(layout.pages[0]) == ["to1", "to5", "toi"]

    def test_only_the_chunk_that_says_numbers_is_measured_again(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        t = Tree()
        seen: list[int] = []

        def counting(chunk: Element, x: float, page: str, around: Surroundings) -> Material:
            seen.append(chunk.id)
            return measure(chunk, x, page, around)

        monkeypatch.setattr("publisher.layout.book.measure", counting)
        contents = t.make("nav", entry(t, "one"))
        laid_out(t, t.p("x"), contents, t.make("section", t.lines(3), name="one", break_before="page"))
        assert sorted(seen) == [3, 4, 4, 7]

    def test_numbers_that_never_settle_are_reported(self) -> None:
        t = Tree()
        sink = Sink()
        # "viii" takes the line one more and drives the target to page ix, which fits and lets it back
        link = t.make("a", style=INLINE, after=NUMBERED, attributes={"href": "#end"})
        blocks = [t.p("s", counter_reset_page=8), t.lines(7), t.p("abc defg", link), t.p("z", name="end")]
        laid_out(t, *blocks, pages=rules(**{"": folio("lower-roman")}), sink=sink)
        assert [d.code for d in sink] == ["layout-page-numbers-unsettled"]


class TestAnchors:
    def test_every_named_element_has_a_page(self) -> None:
        t = Tree()
        empty = t.p(name="empty")
        last = t.p(name="last")
        root = [t.lines(10), empty, t.p("x", t.make("a", "y", style=INLINE, name="inline")), last]
        layout = laid_out(t, *root)
        assert list(layout.page_of.values()) == [1, 1, 1]
        assert [len(page.anchors) for page in layout.pages] == [0, 3]

    def test_an_anchor_has_the_top_of_its_line(self) -> None:
        t = Tree()
        layout = laid_out(t, t.lines(2), t.p("xxxxxxxxx ", t.make("a", "y", style=INLINE, name="n")))
        assert [y for _, y in layout.pages[0].anchors] == [50]

    def test_what_is_not_displayed_has_none(self) -> None:
        t = Tree()
        assert laid_out(t, t.p("a"), t.p("b", name="n", display="none")).page_of == {}


class TestBookmarks:
    def test_nest_by_the_sections_around_them(self) -> None:
        t = Tree()

        def heading(tag: str, *content: Element | str) -> Element:
            return t.make(tag, *content)

        label = t.make("span", "PART I", style=INLINE)
        title = t.make("span", "The", t.make("br", style=INLINE), "Start", t.noteref(1), style=INLINE)
        inner = t.make("section", heading("h2", "One"), t.lines(12), t.make("section", heading("h3", "Two")))
        part = t.make("section", heading("h1", label, " ", title), inner)
        bare = t.make("section", t.p("no heading"), t.make("section", heading("h2", "Three")))
        layout = laid_out(t, part, bare, t.note(1, 1))
        assert [(b.title, b.level, b.page) for b in layout.bookmarks] == [
            ("PART I The Start", 1, 0),
            ("One", 2, 0),
            ("Two", 3, 1),
            ("Three", 1, 2),
        ]

    def test_know_where_their_heading_is(self) -> None:
        t = Tree()
        layout = laid_out(t, t.lines(3), t.make("section", t.make("h1", "A", margin_top=7.0)))
        assert [(b.element, b.y) for b in layout.bookmarks] == [(5, 57)]


class TestDepth:
    @pytest.mark.parametrize(("tag", "inline"), [("div", False), ("em", True)])
    def test_nesting_beyond_the_limit_is_an_error_with_a_code(self, tag: str, inline: bool) -> None:
        t = Tree()
        inner: Element = t.p("deep") if not inline else t.make("em", "deep", style=INLINE)
        for _ in range(3000):
            inner = t.make(tag, inner, style=INLINE if inline else BLOCK)
        with pytest.raises(PublisherError) as caught:
            book.check_depth(t.make("html", inner))
        assert caught.value.diagnostic.code == "layout-too-deep"

    def test_nesting_up_to_it_is_laid_out(self) -> None:
        t = Tree()
        inner = t.p("deep")
        for _ in range(book.MAX_DEPTH - 4):
            inner = t.make("div", inner)
        assert texts(laid_out(t, inner).pages[0]) == ["deep"]


class TestPageAreas:
    def test_margins_that_leave_no_room_are_an_error(self) -> None:
        t = Tree()
        with pytest.raises(PublisherError) as caught:
            laid_out(t, t.p("x"), pages=rules(**{"": replace(PAGE, margin_left=110.0)}))
        assert caught.value.diagnostic.code == "layout-no-room"

    def test_unequal_measures_are_warned_of_once(self) -> None:
        t = Tree()
        sink = Sink()

        def pages(name: str, side: str, first: bool, blank: bool) -> PageStyle:
            return replace(PAGE, margin_left=30.0 if side == "left" else 20.0)

        laid_out(t, t.lines(30), t.lines(30), pages=pages, sink=sink)
        assert [d.code for d in sink] == ["layout-unequal-measures"]

    def test_mirrored_margins_move_the_text(self) -> None:
        t = Tree()

        def pages(name: str, side: str, first: bool, blank: bool) -> PageStyle:
            left = 30.0 if side == "right" else 10.0
            return replace(PAGE, margin_left=left, margin_right=40.0 - left)

        layout = laid_out(t, t.lines(15), pages=pages)
        assert [page.items[0].x for page in layout.pages] == [30, 10]

    def test_pages_of_a_name_have_their_own_measure(self) -> None:
        t = Tree()
        wide = replace(PAGE, width=240.0)
        layout = laid_out(
            t, t.p("aaaa bbbbbbb cccc", page="wide"), t.p("aaaa bbbbbbb"), pages=rules(wide=wide)
        )
        assert [texts(page) for page in layout.pages] == [["aaaa bbbbbbb cccc"], ["aaaa", "bbbbbbb"]]

    def test_the_insets_of_html_and_body_count(self) -> None:
        t = Tree()
        root = t.make("html", t.make("body", t.p("x"), margin_left=5.0), padding_left=2.0)
        chunks = book.chunks_of(t.finish(root), t.styles)
        assert [(c.x, c.page) for c in chunks] == [(7, "")]

    def test_text_right_in_the_body_is_set(self) -> None:
        t = Tree()
        root = t.finish(t.make("html", t.make("body", "text", t.p("x"))))
        assert [c.element.tag for c in book.chunks_of(root, t.styles)] == ["body"]
