"""Joining the materials of chunks that were measured apart."""

from __future__ import annotations

import pytest

from publisher.layout.frames import Line
from publisher.layout.material import APART, FREE, Box, Group, Mark, Material, Tail, join, stronger
from publisher.style.computed import Break

LINE = Line(0.0, 0.0, ())


def some(element: int, before: float = 0.0, lines: int = 1) -> Box:
    return Box(element, 0.0, before, before, FREE, (LINE,) * lines, 10.0)


def material(*boxes: Box, forced: Break = "auto", name: str = "", tail: Tail | None = None) -> Material:
    return Material([Group(forced, name, list(boxes))] if boxes else [], tail=tail or Tail())


def shape(groups: list[Group]) -> list[tuple[str, list[tuple[int, float]]]]:
    return [(g.forced, [(b.element, b.before) for b in g.boxes]) for g in groups]


def test_margins_collapse_across_the_joint() -> None:
    one = material(some(1), tail=Tail(positive=6.0, negative=-1.0))
    assert shape(join([one, material(some(2, before=4.0))])) == [("auto", [(1, 0), (2, 5)])]


def test_a_forced_break_on_either_side_parts_them() -> None:
    after = material(some(1), tail=Tail(forced="page"))
    assert shape(join([after, material(some(2), forced="right")])) == [
        ("auto", [(1, 0)]),
        ("right", [(2, 0)]),
    ]
    assert [g.forced for g in join([after, material(some(2))])] == ["auto", "page"]


def test_another_name_parts_them() -> None:
    assert [g.forced for g in join([material(some(1)), material(some(2), name="b")])] == ["auto", "page"]


def test_what_must_stay_with_the_end_reaches_over_short_chunks() -> None:
    one = material(some(1), tail=Tail(link=APART, owed=2))
    (group,) = join([one, material(some(2)), material(some(3)), material(some(4))])
    assert [b.link for b in group.boxes] == [FREE, APART, APART, FREE]


def test_marks_without_a_box_go_to_the_next_or_at_the_end_to_the_last() -> None:
    mark = Mark(0, 9, "x")
    empty = material(tail=Tail(marks=(mark,)))
    (group,) = join([empty, material(some(1, lines=3))])
    assert group.boxes[0].marks == (mark,)
    (group,) = join([material(some(1, lines=3)), empty])
    assert group.boxes[0].marks == (mark._replace(line=2),)


def test_the_materials_stay_as_they_are_and_groups_that_do_not_change_are_the_same() -> None:
    parts = [material(some(1)), material(some(2)), material(some(3), forced="page")]
    before = [list(m.groups[0].boxes) for m in parts]
    joined = join(parts)
    assert [list(m.groups[0].boxes) for m in parts] == before
    assert joined[1] is parts[2].groups[0]
    assert shape(join(parts)) == shape(joined)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("auto", "avoid", "auto"),
        ("auto", "page", "page"),
        ("page", "auto", "page"),
        ("right", "page", "right"),
        ("page", "left", "left"),
        ("left", "recto", "recto"),
    ],
)
def test_the_stronger_of_two_breaks(one: Break, two: Break, expected: Break) -> None:
    assert stronger(one, two) == expected
