"""The vertical material between measuring and page building, as TeX has it (The TeXbook, chapter 15).

`block` turns elements into `Material`; `paginate` turns its groups into pages and never looks at an
element. A box is one block's worth of lines (or an edge: border and padding); before it stand its
glue (`before`, the collapsed margins) and its penalty (`link`). The breaks between the lines of a
box are implied by `orphans`, `widows` and `inside`. Forced breaks end a group. All lengths are pt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from publisher.layout.frames import Line
from publisher.style.computed import Break, Colour

Link = Literal[0, 1, 2]
"""What a page break goes against: nothing, `break-inside: avoid`, or `break-before`/`-after: avoid`."""

FREE: Link = 0
INSIDE: Link = 1
APART: Link = 2


SIDES: dict[Break, Literal["left", "right"]] = {
    "left": "left",
    "verso": "left",
    "right": "right",
    "recto": "right",
}
"""The side on which a page after such a break is, in a book that opens to the left."""

FORCED = frozenset[Break](("page", *SIDES))


class Mark(NamedTuple):
    """Something that takes effect on the page that line `line` of its box comes to.

    `name` is the element's XHTML id or "". `strings` are the assignments of `string-set`, `number`
    what `counter-reset: page` sets, None if it does not.
    """

    line: int
    element: int
    name: str
    strings: tuple[tuple[str, str], ...] = ()
    number: int | None = None


class EdgeRule(NamedTuple):
    """A border drawn in a box: `x` from the page area's left edge, `y` from the box's top."""

    x: float
    y: float
    width: float
    height: float
    color: Colour


class SideBorders(NamedTuple):
    """The left and right borders of element `element`, drawn along all boxes that name it.

    `x` and `width` are those of the border box; `left` and `right` the borders' widths.
    """

    element: int
    x: float
    width: float
    left: float
    right: float
    color: Colour


class Marker(NamedTuple):
    """The marker of list item `element`: stands on the first baseline of a box, at `x`."""

    element: int
    x: float
    line: Line


class Box(NamedTuple):
    """Lines of one block, or (without lines) an edge `height` high.

    `before` is the glue above, dropped where an unforced break puts the box first on a page; after a
    forced break it is `kept` (CSS Fragmentation 3, 5.2). `baseline` is the distance from a line's
    top to its baseline. `notes` are (index of line, ids of the notes it cites).
    """

    element: int
    x: float
    before: float
    kept: float
    link: Link
    lines: tuple[Line, ...] = ()
    leading: float = 0.0
    baseline: float = 0.0
    height: float = 0.0
    orphans: int = 1
    widows: int = 1
    inside: Link = FREE
    notes: tuple[tuple[int, tuple[int, ...]], ...] = ()
    marks: tuple[Mark, ...] = ()
    rules: tuple[EdgeRule, ...] = ()
    sides: tuple[SideBorders, ...] = ()
    marker: Marker | None = None


@dataclass(slots=True, eq=False)
class Group:
    """What stands between two forced breaks: `boxes` on pages named `name`.

    `forced` is the break before it; "auto" only on a material's first group, which may go on where
    the material before it ended. Compared by identity, so that a group keys a cache.
    """

    forced: Break
    name: str
    boxes: list[Box]


class Tail(NamedTuple):
    """What a material leaves for the boxes that follow it: margins, a break or its avoidance, marks.

    `owed` counts the lines that must stay with its end (after a heading).
    """

    positive: float = 0.0
    negative: float = 0.0
    forced: Break = "auto"
    link: Link = FREE
    owed: int = 0
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True)
class Material:
    """The measured content of one chunk; `notes` maps a footnote's element id to its boxes."""

    groups: list[Group]
    notes: dict[int, tuple[Box, ...]] = field(default_factory=dict)
    tail: Tail = field(default_factory=Tail)


def join(materials: Iterable[Material]) -> list[Group]:
    """The groups of a book, those joined that no forced break parts. The materials stay as they are."""
    groups: list[Group] = []
    tail = Tail()
    grown: Group | None = None  # a group that is the join's own
    for material in materials:
        if not material.groups:
            tail = _sum(tail, material.tail)
            continue
        first, *rest = material.groups
        first = _after(first, tail)
        last = groups[-1] if groups else None
        if last is None or first.forced != "auto":
            groups.append(first)
        elif first.name != last.name:
            groups.append(replace(first, forced="page"))
        else:
            if last is not grown:
                grown = groups[-1] = last = replace(last, boxes=list(last.boxes))
            last.boxes.extend(first.boxes)
        groups += rest
        owed = 0 if rest else tail.owed - sum(len(box.lines) for box in first.boxes)
        tail = material.tail._replace(owed=max(material.tail.owed, owed))
    if groups and tail.marks:
        last = groups[-1]
        groups[-1] = replace(last, boxes=[*last.boxes[:-1], with_marks(last.boxes[-1], tail.marks)])
    return groups


def stronger(one: Break, two: Break) -> Break:
    """Of two breaks at one point the one to take: the last that names a side, else a forced one."""
    if two in SIDES or (two == "page" and one not in SIDES):
        return two
    return one if one in FORCED else "auto"


def with_marks(box: Box, marks: tuple[Mark, ...]) -> Box:
    """`box` with marks of what follows it and has no box of its own, on its last line."""
    line = max(len(box.lines) - 1, 0)
    return box._replace(marks=box.marks + tuple(mark._replace(line=line) for mark in marks))


def kept_with(box: Box, owed: int) -> Box:
    """`box`, of which `owed` lines must stay with what is before it."""
    return box._replace(link=APART, orphans=max(box.orphans, owed))


def _after(group: Group, tail: Tail) -> Group:
    """`group` as it is after a material that ended in `tail`; the same object if nothing changes."""
    if tail == Tail():
        return group
    first = group.boxes[0]
    forced = stronger(tail.forced, group.forced)
    before = max(tail.positive, first.before) + min(tail.negative, first.before, 0.0)
    marks = tuple(mark._replace(line=0) for mark in tail.marks) + first.marks
    if forced != "auto" and forced == group.forced and not tail.marks:
        return group
    first = first._replace(before=before, link=max(first.link, tail.link), marks=marks)
    boxes = [first, *group.boxes[1:]]
    owed = tail.owed
    for index, box in enumerate(boxes):
        if owed <= 0:
            break
        boxes[index] = kept_with(box, owed)
        owed -= len(box.lines)
    return Group(forced, group.name, boxes)


def _sum(one: Tail, two: Tail) -> Tail:
    return Tail(
        max(one.positive, two.positive),
        min(one.negative, two.negative),
        stronger(one.forced, two.forced),
        max(one.link, two.link),
        max(one.owed, two.owed),
        one.marks + two.marks,
    )
