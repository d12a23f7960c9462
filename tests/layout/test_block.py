"""Elements -> vertical material: margins, edges, anonymous blocks, breaks, lists, notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.layout.material import APART, FREE, INSIDE, Box
from publisher.style.computed import BLACK, Literally
from tests.layout.fakes import INLINE, Tree, measured, words


def boxes(tree: Tree, *children: object, **values: object) -> list[Box]:
    material = measured(tree, tree.make("div", *children, **values))  # type: ignore[arg-type]
    return [box for group in material.groups for box in group.boxes]


def glue(tree: Tree, *children: object, **values: object) -> list[float]:
    return [box.before for box in boxes(tree, *children, **values)]


class TestMargins:
    def test_those_of_siblings_collapse_to_the_larger(self) -> None:
        t = Tree()
        assert glue(t, t.p("a", margin_bottom=6.0), t.p("b", margin_top=4.0)) == [0, 6]

    def test_negative_ones_are_subtracted(self) -> None:
        t = Tree()
        assert glue(t, t.p("a", margin_bottom=6.0), t.p("b", margin_top=-4.0)) == [0, 2]

    def test_of_two_negative_ones_the_lower_counts(self) -> None:
        t = Tree()
        assert glue(t, t.p("a", margin_bottom=-3.0), t.p("b", margin_top=-4.0)) == [0, -4]

    def test_a_parents_collapse_with_its_first_and_last_childs(self) -> None:
        t = Tree()
        inner = t.make("div", t.p("b", margin_top=8.0, margin_bottom=1.0), margin_top=5.0, margin_bottom=9.0)
        assert glue(t, t.p("a", margin_bottom=3.0), inner, t.p("c", margin_top=2.0)) == [0, 8, 9]

    def test_padding_parts_a_parents_from_its_childs(self) -> None:
        t = Tree()
        inner = t.make("div", t.p("b", margin_top=8.0), margin_top=5.0, padding_top=2.0)
        got = boxes(t, t.p("a"), inner)
        assert [(b.before, b.height, len(b.lines)) for b in got] == [(0, 0, 1), (5, 2, 0), (8, 0, 1)]

    def test_they_collapse_through_an_empty_block(self) -> None:
        t = Tree()
        empty = t.p(margin_top=7.0, margin_bottom=5.0)
        assert glue(t, t.p("a", margin_bottom=3.0), empty, t.p("b", margin_top=4.0)) == [0, 7]

    def test_after_a_forced_break_only_those_after_it_are_kept(self) -> None:
        t = Tree()
        material = measured(
            t,
            t.make(
                "div", t.p("a", margin_bottom=30.0), t.p("b", break_before="page", margin_top=12.0, orphans=1)
            ),
        )
        assert [len(g.boxes) for g in material.groups] == [1, 1]
        assert material.groups[1].boxes[0].kept == 12


class TestEdges:
    def test_borders_are_rules_of_boxes_without_lines(self) -> None:
        t = Tree()
        style = {
            "border_top_width": 1.0,
            "padding_top": 2.0,
            "border_bottom_width": 3.0,
            "padding_bottom": 4.0,
        }
        top, text, bottom = boxes(t, t.p("a", margin_left=10.0, **style))
        assert (top.height, [tuple(r) for r in top.rules]) == (3, [(10, 0, 90, 1, BLACK)])
        assert (bottom.height, [tuple(r) for r in bottom.rules]) == (7, [(10, 4, 90, 3, BLACK)])
        assert (text.link, bottom.link) == (APART, APART)

    def test_side_borders_stand_on_every_box_inside(self) -> None:
        t = Tree()
        quote = t.make("blockquote", t.p("a"), t.p("b"), border_left_width=2.0, padding_left=8.0)
        one, two, after = boxes(t, quote, t.p("c"))
        assert one.sides == two.sides
        assert [(s.x, s.width, s.left, s.right) for s in one.sides] == [(0, 100, 2, 0)]
        assert (one.x, after.x, after.sides) == (10, 0, ())

    def test_a_rule_of_its_own_width_has_a_box_though_it_has_no_text(self) -> None:
        t = Tree()
        (box,) = boxes(t, t.make("hr", width=30.0, margin_left=35.0, border_top_width=0.5))
        assert [tuple(r)[:4] for r in box.rules] == [(35, 0, 30, 0.5)]

    def test_nested_indents_add_up_and_narrow_the_measure(self) -> None:
        t = Tree()
        inner = t.make("blockquote", t.p("aaaa bbbb", margin_left=20.0), margin_left=10.0, padding_right=20.0)
        (box,) = boxes(t, inner)
        assert (box.x, [words(line) for line in box.lines]) == (30, ["aaaa", "bbbb"])

    def test_hostile_indents_leave_a_measure(self) -> None:
        t = Tree()
        (box,) = boxes(t, t.p("aa bb", margin_left=5000.0))
        assert [words(line) for line in box.lines] == ["aa", "bb"]


class TestContent:
    def test_text_beside_blocks_is_set_in_anonymous_blocks(self) -> None:
        t = Tree()
        em = t.make("em", "two", style=INLINE)
        item = t.make("div", "one ", em, t.p("three"), " ", t.p("four"), "five")
        got = boxes(t, item)
        assert ["".join(words(line) for line in b.lines) for b in got] == ["one two", "three", "four", "five"]
        assert got[0].element == got[3].element == 2

    def test_generated_content_is_set_once_around_blocks(self) -> None:
        t = Tree()
        said = replace(INLINE, content=(Literally("«"),))
        ends = replace(INLINE, content=(Literally("»"),))
        got = boxes(t, t.make("div", "a", t.p("b"), "c", before=said, after=ends))
        assert ["".join(words(line) for line in b.lines) for b in got] == ["«a", "b", "c»"]

    def test_blocks_inside_a_heading_have_their_own_styles(self) -> None:
        t = Tree()
        label = t.make("span", "I", line_height=12.0)
        title = t.make("span", "Title", margin_top=6.0, line_height=20.0)
        one, two = boxes(t, t.make("h2", label, " ", title))
        assert [(b.leading, b.before) for b in (one, two)] == [(12, 0), (20, 6)]

    def test_what_is_not_displayed_makes_nothing(self) -> None:
        t = Tree()
        assert boxes(t, t.make("nav", t.p("a"), display="none"), t.p(), t.make("section")) == []

    def test_preformatted_lines_stay(self) -> None:
        t = Tree()
        (box,) = boxes(t, t.make("pre", t.make("code", "a\n\n  b", style=INLINE), white_space="pre"))
        assert [words(line) for line in box.lines] == ["a", "", "  b"]


class TestLists:
    def markers(self, tree: Tree, *items: object, **values: object) -> list[tuple[float, str]]:
        got = boxes(tree, tree.make("ol", *items, padding_left=40.0, **values))  # type: ignore[arg-type]
        return [(b.marker.x, words(b.marker.line)) for b in got if b.marker]

    @pytest.mark.parametrize(
        ("kind", "start", "expected"),
        [
            ("decimal", "9", [(15, "9."), (5, "10.")]),
            ("lower-roman", "3", [(-5, "iii."), (5, "iv.")]),
            ("upper-roman", "5", [(15, "V."), (5, "VI.")]),
            ("lower-alpha", "26", [(15, "z."), (5, "aa.")]),
            ("disc", "1", [(25, "•"), (25, "•")]),
            ("none", "1", []),
        ],
    )
    def test_markers_hang_half_an_em_left_of_the_text(
        self, kind: str, start: str, expected: list[tuple[float, str]]
    ) -> None:
        t = Tree()
        li = [t.make("li", t.p(c), display="list-item", list_style_type=kind) for c in "ab"]
        got = self.markers(t, *li, attributes={"start": start})
        assert got == expected

    def test_only_the_first_line_of_an_item_has_one(self) -> None:
        t = Tree()
        li = t.make("li", t.p("a"), t.p("b"), display="list-item", list_style_type="decimal")
        assert [b.marker is not None for b in boxes(t, t.make("ol", li))] == [True, False]

    def test_an_empty_item_still_shows_its_number(self) -> None:
        t = Tree()
        empty = t.make("li", display="list-item", list_style_type="decimal")
        assert self.markers(t, empty) == [(15, "1.")]


class TestBreaks:
    def test_a_heading_keeps_two_lines_after_it(self) -> None:
        t = Tree()
        got = boxes(t, t.make("h2", "T", break_after="avoid"), t.p("a"), t.p("b"), t.p("c"))
        assert [b.link for b in got] == [FREE, APART, APART, FREE]

    def test_and_so_raises_the_orphans_of_what_follows(self) -> None:
        t = Tree()
        got = boxes(t, t.make("h2", "T", break_after="avoid"), t.lines(5, orphans=1))
        assert got[1].orphans == 2

    def test_avoid_inside_holds_between_the_boxes_and_in_them(self) -> None:
        t = Tree()
        quote = t.make("blockquote", t.p("a"), t.p("b"), break_inside="avoid")
        got = boxes(t, t.p("x"), quote, t.p("y"))
        assert [(b.link, b.inside) for b in got] == [
            (FREE, FREE),
            (FREE, INSIDE),
            (INSIDE, INSIDE),
            (FREE, FREE),
        ]

    def test_one_point_takes_the_break_that_names_a_side(self) -> None:
        t = Tree()
        chapter = t.make("section", t.p("b", break_before="page"), break_before="right")
        material = measured(t, t.make("div", t.p("a", break_after="page"), chapter))
        assert [g.forced for g in material.groups] == ["auto", "right"]

    def test_another_page_name_begins_a_group_and_its_measure_holds(self) -> None:
        t = Tree()
        material = measured(t, t.make("div", t.p("a"), t.p("b", page="wide"), t.p("c")))
        assert [(g.forced, g.name) for g in material.groups] == [("auto", ""), ("page", "wide"), ("page", "")]


class TestNotes:
    def test_a_footnote_leaves_the_flow_and_its_empty_section_makes_nothing(self) -> None:
        t = Tree()
        notes = t.make("section", t.note(1, 2), margin_top=20.0)
        material = measured(t, t.make("section", t.p("a", t.noteref(1)), notes))
        (group,) = material.groups
        assert [words(line) for line in group.boxes[0].lines] == ["a1"]
        assert len(group.boxes) == 1
        ((note, measured_boxes),) = material.notes.items()
        assert group.boxes[0].notes == ((0, (note,)),)
        assert [len(b.lines) for b in measured_boxes] == [2]

    def test_a_footnote_that_is_not_floated_stays(self) -> None:
        t = Tree()
        aside = t.make("aside", t.lines(2, "n"))
        assert [len(b.lines) for b in boxes(t, t.p("a"), aside)] == [1, 2]

    def test_marks_of_inline_names_know_their_line(self) -> None:
        t = Tree()
        (box,) = boxes(t, t.p(*paragraphs(2), t.noteref(1)), t.make("section", t.note(1, 1)))
        assert [(m.name, m.line) for m in box.marks] == [("ref-1", 1)]


def paragraphs(lines: int) -> tuple[str, ...]:
    return ("x" * 9 + " ",) * (lines - 1) + ("y",)
