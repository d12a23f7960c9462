"""Pages of ten lines: breaks, sides, grid, borders. `T0` is line 0 of a paragraph of T's."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.layout.frames import Page, TextBlock
from publisher.markup.element import Element
from tests.layout.fakes import Tree, laid_out, page_rules_drawn, shown, texts


def pages(tree: Tree, *children: object) -> list[list[str]]:
    """Each page's lines, shortened to their first letter and number."""
    layout = laid_out(tree, *children)  # type: ignore[arg-type]
    return [[short(text) for text in texts(page)] for page in layout.pages]


def short(text: str) -> str:
    return text[0] + text.lstrip(text[0]) if text else ""


def lines(letter: str, *numbers: int) -> list[str]:
    return [f"{letter}{n}" for n in numbers]


def sizes(tree: Tree, *children: object) -> list[int]:
    return [len(page) for page in pages(tree, *children)]


class TestOrphansAndWidows:
    def test_a_paragraph_breaks_where_the_page_is_full(self) -> None:
        t = Tree()
        got = pages(t, t.lines(12, "a"))
        assert got == [lines("a", *range(10)), lines("a", 10, 11)]

    def test_no_line_alone_at_the_top(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(11)) == [9, 2]

    def test_no_line_alone_at_the_foot(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(9, "a"), t.lines(4, "b")) == [9, 4]

    def test_three_lines_move_whole_or_stay(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(8, "a"), t.lines(3, "b")) == [8, 3]
        t = Tree()
        assert sizes(t, t.lines(7, "a"), t.lines(3, "b")) == [10]

    def test_as_many_as_the_style_says(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(12, orphans=3, widows=4)) == [8, 4]


class TestAvoidedBreaks:
    def test_a_heading_goes_with_two_lines_of_what_follows(self) -> None:
        t = Tree()
        heading = t.make("h2", "H", break_after="avoid")
        assert sizes(t, t.lines(8, "a"), heading, t.lines(6, "b")) == [8, 7]
        t = Tree()
        heading = t.make("h2", "H", break_after="avoid")
        assert sizes(t, t.lines(7, "a"), heading, t.lines(6, "b")) == [10, 4]

    def test_even_where_these_are_one_line_paragraphs(self) -> None:
        t = Tree()
        heading = t.make("h2", "H", break_after="avoid")
        got = pages(t, t.lines(8, "a"), heading, *(t.lines(1, c) for c in "bcd"))
        assert got == [lines("a", *range(8)), ["H", "b0", "c0", "d0"]]

    def test_a_chain_of_headings_moves_together(self) -> None:
        t = Tree()
        headings = [t.make(tag, tag[1] + "H", break_after="avoid") for tag in ("h1", "h2", "h3")]
        assert sizes(t, t.lines(6, "a"), *headings, t.lines(4, "b")) == [6, 7]

    def test_a_chain_longer_than_a_page_breaks_all_the_same(self) -> None:
        t = Tree()
        headings = [t.make("h2", f"{n}", break_after="avoid") for n in range(12)]
        assert sizes(t, *headings) == [10, 2]

    def test_a_scene_break_is_neither_first_nor_last(self) -> None:
        t = Tree()
        pause = t.p("*", break_before="avoid", break_after="avoid")
        got = pages(t, t.lines(10, "a"), pause, t.lines(3, "b"))
        assert got == [lines("a", *range(8)), ["a8", "a9", "*", "b0", "b1", "b2"]]

    def test_what_is_to_stay_whole_moves(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(7, "a"), t.lines(6, "b", break_inside="avoid")) == [7, 6]

    def test_but_not_at_the_price_of_half_a_page(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(3, "a"), t.lines(9, "b", break_inside="avoid")) == [10, 2]

    def test_and_what_is_longer_than_a_page_breaks(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(25, break_inside="avoid")) == [10, 10, 5]


class TestVerse:
    """Lines of verse are block-level spans in `p.stanza`."""

    def stanza(self, tree: Tree, letter: str, count: int) -> Element:
        return tree.p(*(tree.make("span", f"{letter}{n}") for n in range(count)))

    def test_a_stanza_leaves_no_line_alone(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(9, "a"), self.stanza(t, "v", 4)) == [9, 4]
        t = Tree()
        assert sizes(t, t.lines(7, "a"), self.stanza(t, "v", 4)) == [9, 2]

    def test_three_lines_stay_together(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(8, "a"), self.stanza(t, "v", 3), self.stanza(t, "w", 3)) == [8, 6]

    def test_stanzas_part_freely(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(6, "a"), self.stanza(t, "v", 4), self.stanza(t, "w", 3)) == [10, 3]


class TestMargins:
    def test_are_dropped_where_a_page_breaks(self) -> None:
        t = Tree()
        layout = laid_out(t, t.lines(10, "a"), t.lines(1, "b", margin_top=20.0))
        assert shown(layout.pages[1])[0][0] == 28  # 20 of the page's margin, 8 to the baseline

    def test_are_kept_after_a_forced_break(self) -> None:
        t = Tree()
        layout = laid_out(t, t.lines(1, "a"), t.lines(1, "b", margin_top=20.0, break_before="page"))
        assert shown(layout.pages[1])[0][0] == 48

    def test_lines_stay_on_the_grid_when_they_are_multiples_of_the_leading(self) -> None:
        t = Tree()
        blocks = [t.lines(n, c, margin_top=20.0) for n, c in ((3, "a"), (4, "b"), (9, "c"), (6, "d"))]
        baselines = {y for page in laid_out(t, *blocks).pages for y, _ in shown(page)}
        assert {(y - 28) % 10 for y in baselines} == {0}

    def test_what_a_break_swallows_of_half_lines_is_made_up_for(self) -> None:
        t = Tree()
        half = {"margin_top": 5.0, "margin_bottom": 5.0}
        layout = laid_out(t, t.lines(7, "a"), t.lines(6, "b", **half), t.lines(4, "c"))
        one, two = (shown(page) for page in layout.pages)
        assert [y for y, text in one if text[0] == "b"] == [103, 113]
        # the quotation goes on at the top of the page, on the grid; so does the text after it
        assert [y for y, _ in two] == [28, 38, 48, 58, 78, 88, 98, 108]

    def test_the_same_where_the_margin_itself_is_swallowed(self) -> None:
        t = Tree()
        half = {"margin_top": 5.0, "margin_bottom": 5.0}
        layout = laid_out(
            t, t.lines(10, "a"), t.lines(1, "b", **half), t.lines(2, "c"), t.lines(1, "d", **half)
        )
        assert [y for y, _ in shown(layout.pages[1])] == [28, 48, 58, 73]

    def test_a_page_that_stands_off_the_grid_as_a_whole_owes_nothing(self) -> None:
        t = Tree()
        half = {"margin_top": 5.0, "margin_bottom": 5.0}
        heading = t.p("H", line_height=15.0)
        layout = laid_out(t, heading, t.lines(10, "a"), t.lines(1, "b", **half), t.lines(2, "c"))
        assert [y for y, _ in shown(layout.pages[1])] == [28, 38, 53, 68, 78]

    def test_margins_that_come_to_no_grid_are_left_as_they_are(self) -> None:
        t = Tree()
        layout = laid_out(t, *(t.lines(3, c, margin_top=3.0) for c in "abcde"))
        assert [y for y, text in shown(layout.pages[1]) if text.endswith("0")] == [28, 61]

    def test_a_margin_that_leaves_no_room_is_cut(self) -> None:
        t = Tree()
        layout = laid_out(t, t.lines(2, "a", margin_top=900.0))
        assert [y for page in layout.pages for y, _ in shown(page)] == [118, 28]


class TestBlocksTallerThanAPage:
    def test_two_hundred_preformatted_lines(self) -> None:
        t = Tree()
        pre = t.make("pre", "\n".join(f"{n}" for n in range(200)), white_space="pre")
        layout = laid_out(t, pre)
        assert len(layout.pages) == 20
        assert [text for page in layout.pages for text in texts(page)] == [f"{n}" for n in range(200)]

    def test_side_borders_go_on_overleaf(self) -> None:
        t = Tree()
        quote = t.make("blockquote", *(t.lines(5, c) for c in "abc"), border_left_width=1.0, padding_left=0.0)
        layout = laid_out(t, t.lines(5, "x", margin_bottom=10.0), quote)
        assert [page_rules_drawn(page) for page in layout.pages] == [
            [(20, 80, 1, 30)],
            [(20, 20, 1, 100)],
            [(20, 20, 1, 20)],
        ]

    def test_a_line_taller_than_the_page_still_comes(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(1, "a"), t.lines(3, "b", line_height=150.0)) == [1, 1, 1, 1]

    def test_an_edge_taller_than_the_page_still_comes(self) -> None:
        t = Tree()
        assert sizes(t, t.lines(1, "a"), t.lines(1, "b", padding_top=500.0)) == [1, 0, 1]


class TestSides:
    def sides(self, tree: Tree, *children: object) -> list[tuple[str, bool]]:
        layout = laid_out(tree, *children)  # type: ignore[arg-type]
        return [(page.side, page.blank) for page in layout.pages]

    def test_the_first_page_is_a_right_one(self) -> None:
        t = Tree()
        assert self.sides(t, t.lines(1, break_before="right")) == [("right", False)]

    def test_a_recto_opening_leaves_the_verso_blank(self) -> None:
        t = Tree()
        got = self.sides(t, t.lines(1), t.lines(1, break_before="recto"))
        assert got == [("right", False), ("left", True), ("right", False)]

    def test_a_verso_opening_needs_none_here(self) -> None:
        t = Tree()
        got = self.sides(t, t.lines(1), t.lines(1, break_before="left"))
        assert got == [("right", False), ("left", False)]

    def test_forced_breaks_in_a_row_are_one(self) -> None:
        t = Tree()
        empty = t.make("div", break_before="page", break_after="right")
        got = self.sides(t, t.lines(1, break_after="page"), empty, t.lines(1, break_before="page"))
        assert got == [("right", False), ("left", True), ("right", False)]

    def test_a_part_heading_its_blank_verso_and_its_chapter(self) -> None:
        t = Tree()
        chapter = t.make("section", t.lines(12), break_before="right")
        part = t.make("section", t.make("h1", "PART"), chapter, break_before="right")
        assert self.sides(t, t.lines(1), part) == [
            ("right", False),
            ("left", True),
            ("right", False),
            ("left", True),
            ("right", False),
            ("left", False),
        ]


# Whatever the blocks are --------------------------------------------------------------------------

blocks = st.lists(
    st.tuples(
        st.integers(0, 14),
        st.sampled_from(["auto", "avoid", "page", "right", "left"]),
        st.sampled_from(["auto", "avoid", "page", "recto"]),
        st.sampled_from(["auto", "avoid"]),
        st.sampled_from([-10.0, 0.0, 5.0, 10.0, 33.0]),
        st.sampled_from([0.0, 0.0, 7.0]),
        st.integers(0, 12),
    ),
    max_size=12,
)


@given(blocks)
@settings(deadline=None, max_examples=150)
def test_every_line_is_set_once_in_order_and_no_page_overflows(rows: list[tuple[object, ...]]) -> None:
    t = Tree()
    children, notes = [], []
    for number, row in enumerate(rows):
        count, before, after, inside, margin, padding, note = row
        letter = chr(ord("A") + number)
        marks = ()
        if note and count:
            notes.append(t.note(number + 1, note))  # type: ignore[arg-type]
            marks = (" ", t.noteref(number + 1))  # type: ignore[assignment]
        block = t.p(
            *(" ".join(letter * 9 + str(n % 10) for n in range(count)),),  # type: ignore[call-overload]
            *marks,
            break_before=before,
            break_after=after,
            break_inside=inside,
            margin_top=margin,
            padding_bottom=padding,
        )
        children.append(block)
    layout = laid_out(t, *children, t.make("section", *notes))
    flowing = [x for page in layout.pages for x in texts(page) if x[:1].isupper()]
    expected = [chr(65 + i) * 9 + str(n % 10) for i, row in enumerate(rows) for n in range(row[0])]  # type: ignore[call-overload]
    assert [x[:10] for x in flowing] == expected
    noted = [x for page in layout.pages for x in texts(page) if x.startswith("n")]
    assert len(noted) == sum(row[6] for row in rows if row[0])  # type: ignore[misc]
    for page in layout.pages:
        assert lowest(page) <= 120.01
    assert pickle.loads(pickle.dumps(layout)) == layout


def lowest(page: Page) -> float:
    bottoms = [
        block.y + 0.2 * block.leading + (len(block.lines) - 1) * block.leading
        for block in page.items
        if isinstance(block, TextBlock)
    ]
    return max(bottoms, default=0.0)


@given(st.lists(st.integers(1, 13), min_size=1, max_size=30))
@settings(deadline=None, max_examples=100)
def test_no_widow_no_orphan_and_pages_as_full_as_that_allows(counts: list[int]) -> None:
    t = Tree()
    got = laid_out(t, *(t.lines(n, chr(ord("A") + i)) for i, n in enumerate(counts)))
    for page in got.pages[:-1]:
        assert 7 <= len(shown(page)) <= 10
    for page in got.pages:
        for block in page.items:
            assert isinstance(block, TextBlock)
            assert len(block.lines) > 1 or counts[block.element - 3] == 1


@pytest.mark.parametrize("count", [0, 1])
def test_a_document_without_text_is_one_blank_page(count: int) -> None:
    t = Tree()
    layout = laid_out(t, *(t.p() for _ in range(count)))
    assert [(page.blank, page.label, page.items) for page in layout.pages] == [(True, "1", ())]
