"""Vertical material -> pages without furniture.

`paginate` is a pure function of one group of boxes and the side it starts on: page numbers do not
enter, so groups may be set in any order, and again only when their material changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from publisher.layout.breaks import PageStart, Position, depth_of, fill_page
from publisher.layout.footnotes import (
    OVERHEAD,
    SEPARATOR_GAP,
    SEPARATOR_THICKNESS,
    SEPARATOR_WIDTH,
    NoteQueue,
    Notes,
    PageNotes,
    Piece,
    stacked,
)
from publisher.layout.frames import Rule, TextBlock
from publisher.layout.material import Box, Group, Mark, SideBorders
from publisher.style.computed import BLACK, Colour, PageStyle

Side = Literal["left", "right"]

PageLookup = Callable[[str, Side, bool, bool], PageStyle]
"""(page name, side, whether first of its group, whether blank) -> style."""


class Placed(NamedTuple):
    """A mark that came to a page, with the top of its line."""

    mark: Mark
    y: float


class Draft(NamedTuple):
    """A page before it has a number. `first`: the first page of a page group."""

    name: str
    side: Side
    first: bool
    blank: bool
    style: PageStyle
    items: tuple[TextBlock | Rule, ...] = ()
    marks: tuple[Placed, ...] = ()


def other(side: Side) -> Side:
    """The side that comes after `side`."""
    return "left" if side == "right" else "right"


def paginate(
    group: Group, side: Side, notes: Notes, lookup: PageLookup, grid: float = 0.0
) -> tuple[Draft, ...]:
    """The pages of `group`, the first on `side`; at least one. `grid` is the distance of its lines (pt)."""
    boxes, queue = group.boxes, NoteQueue(notes)
    drafts: list[Draft] = []
    page = PageStart(Position(0, 0), grid=grid)
    while page.position.box < len(boxes) or queue.waiting:
        style = lookup(group.name, side, not drafts, False)
        room = style.height - style.margin_top - style.margin_bottom
        filled = fill_page(boxes, page, room, PageNotes(queue, room))
        pieces = _pieces(boxes, page.position, filled.end)
        canvas = _Canvas(style.margin_left)
        bottom = canvas.place(pieces, style.margin_top, filled.tops)
        for box, start, stop in pieces:
            queue.cite(note for line, cited in box.notes if start <= line < stop for note in cited)
        if queue.waiting:
            left = style.height - style.margin_bottom - bottom - OVERHEAD
            canvas.foot(queue.take(left, must=not pieces), style)
        marks = tuple(canvas.marks)
        drafts.append(Draft(group.name, side, not drafts, False, style, tuple(canvas.items), marks))
        page, side = PageStart(filled.end, False, filled.phase, grid), other(side)
    return tuple(drafts)


def _pieces(boxes: list[Box], start: Position, end: Position) -> list[Piece]:
    pieces = [(box, 0, len(box.lines)) for box in boxes[start.box : end.box]]
    if end.line:
        pieces.append((boxes[end.box], 0, end.line))
    if start.line and pieces:
        box, _, stop = pieces[0]
        pieces[0] = (box, start.line, stop)
    return pieces


@dataclass(slots=True)
class _Canvas:
    """What is placed on one page; `left` is the page area's left edge."""

    left: float
    items: list[TextBlock | Rule] = field(default_factory=list)
    marks: list[Placed] = field(default_factory=list)

    def place(self, pieces: list[Piece], origin: float, tops: Sequence[float]) -> float:
        """Place each piece `tops` below `origin`; the bottom of the last."""
        extents: dict[SideBorders, tuple[float, float]] = {}
        bottom = origin
        for (box, start, stop), top in zip(pieces, tops, strict=False):
            self.piece(box, start, stop, origin + top)
            bottom = origin + top + depth_of(box, start, stop)
            for sides in box.sides:
                extents[sides] = (extents[sides][0] if sides in extents else origin + top, bottom)
        for sides, (top, end) in extents.items():
            self.side_borders(sides, top, end)
        return bottom

    def piece(self, box: Box, start: int, stop: int, y: float) -> None:
        """Lines [start, stop) of `box`, their top at `y`."""
        left, lines = self.left, box.lines
        if not start:
            for rule in box.rules:
                self.rule(rule.x, y + rule.y, rule.width, rule.height, rule.color)
            if box.marker:
                element, x, line = box.marker
                self.items.append(
                    TextBlock(
                        element=element,
                        x=left + x,
                        y=y + box.baseline,
                        leading=box.leading,
                        lines=(line,),
                        marker=True,
                    )
                )
        if stop - start < len(lines):
            lines = lines[start:stop]
        if lines:
            x, baseline = left + box.x, y + box.baseline
            self.items.append(
                TextBlock(element=box.element, x=x, y=baseline, leading=box.leading, lines=lines)
            )
        for mark in box.marks:
            if start <= mark.line < stop or not stop:
                self.marks.append(Placed(mark, y + (mark.line - start) * box.leading))

    def rule(self, x: float, y: float, width: float, height: float, color: Colour) -> None:
        """A rule; `x` is relative to the page area."""
        self.items.append(Rule(x=self.left + x, y=y, width=width, height=height, color=color))

    def side_borders(self, sides: SideBorders, top: float, bottom: float) -> None:
        """The left and right borders of an element, as far as they are on this page."""
        right = sides.x + sides.width - sides.right
        for x, width in ((sides.x, sides.left), (right, sides.right)):
            if width:
                self.rule(x, top, width, bottom - top, sides.color)

    def foot(self, pieces: list[Piece], style: PageStyle) -> None:
        """The note area: the pieces end at the bottom of the page area, the separator stands above."""
        if not pieces:
            return
        tops, height = stacked(pieces)
        top = style.height - style.margin_bottom - height
        measure = style.width - style.margin_left - style.margin_right
        y = top - SEPARATOR_GAP - SEPARATOR_THICKNESS
        width = measure * SEPARATOR_WIDTH
        self.rule(0.0, y, width, SEPARATOR_THICKNESS, BLACK)
        self.place(pieces, top, tops)
