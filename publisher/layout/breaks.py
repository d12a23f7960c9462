"""Where a page may end: filling one page with boxes, and the choice among its breaks.

Greedy: the last break that fits, looked for backwards from the first line that does not. So a break
between a heading and its text, or one that leaves a line alone, is never even a candidate while any
other exists. The order of concessions where none does: `break-inside`, then orphans and widows,
then `break-before`/`-after`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from publisher.layout.material import APART, FREE, INSIDE, Box, Link

TOLERANCE = 0.01
"""pt: what rounding may add up to on a page."""

LEAST_FULL = 0.5
"""Share of a page that must be filled before `break-inside: avoid` may leave the rest of it blank."""


class Position(NamedTuple):
    """Before line `line` of box `box`; (number of boxes, 0) is the end."""

    box: int
    line: int


class NoteRoom(Protocol):
    """What the foot of the page takes, as lines that cite notes are placed."""

    taken: float

    def add(self, notes: tuple[int, ...], left: float) -> bool:
        """Whether the notes fit in the `left` pt that remain; if so they are reserved."""

    def split(self, notes: tuple[int, ...], left: float) -> bool:
        """Whether they are long enough to be continued on the next page, and begin here."""


def depth_of(box: Box, start: int, stop: int) -> float:
    """The height of lines [start, stop) of `box`, or of the edge that it is."""
    return (stop - start) * box.leading if box.lines else box.height


def top_glue(box: Box, room: float) -> float:
    """The glue above the first box after a forced break; hostile margins leave room for a line."""
    return min(box.kept, max(room - depth_of(box, 0, 1), 0.0))


class PageStart(NamedTuple):
    """How a page begins: before `position`; `opening` after a forced break.

    `phase` is how far from the grid of the running text (`grid` pt between lines, 0 for none) the page
    before ended, the glue that the break swallows included: half a line, say, inside a quotation
    that half a line of margin sets off above and below. The next glue that would bring the text back
    makes up for it, so that the lines of facing pages stand level again.
    """

    position: Position
    opening: bool = True
    phase: float = 0.0
    grid: float = 0.0


class FilledPage(NamedTuple):
    """What a page holds: all up to `end`; the tops of its boxes; the `phase` it leaves."""

    end: Position
    tops: list[float]
    phase: float


class _Fill:
    """The page being filled, `room` pt high. `tops` are the boxes' tops so far."""

    def __init__(self, boxes: Sequence[Box], page: PageStart, room: float) -> None:
        self.boxes = boxes
        self.start = page.position
        self.room = room
        self.grid = page.grid
        self.tops: list[float] = []
        self.phase = page.phase
        self.back_at = len(boxes)  # the box whose glue brought the text back to the grid

    def first_line(self, index: int) -> int:
        return self.start.line if index == self.start.box else 0

    def depth(self, position: Position) -> float:
        """How far the page is filled by what stands before `position`, the glue there included."""
        index = position.box - self.start.box
        if index == len(self.tops):
            last = position.box - 1
            rest = self.boxes[position.box].before if position.box < len(self.boxes) else 0.0
            lines = len(self.boxes[last].lines)
            return self.tops[-1] + depth_of(self.boxes[last], self.first_line(last), lines) + rest
        shown = max(position.line - self.first_line(position.box), 0)
        return self.tops[index] + shown * self.boxes[position.box].leading

    def glued(self, y: float, index: int) -> float:
        """The top of box `index` below `y`."""
        glue = self.boxes[index].before
        y += glue
        if self.phase and glue > 0 and self.back_at > index and _off(y + self.phase, self.grid) == 0.0:
            self.back_at = index
            y += self.phase
        return y

    def filled(self, end: Position) -> FilledPage:
        if not self.tops or end.box == len(self.boxes):
            return FilledPage(end, self.tops, 0.0)
        depth = self.depth(end) + (self.phase if end.box < self.back_at else 0.0)
        return FilledPage(end, self.tops, _off(depth - self.base(end), self.grid))

    def base(self, end: Position) -> float:
        """Where on this page the running text stands: where most lines of the leftmost boxes do."""
        found: dict[tuple[float, float], int] = {}
        for box, top in zip(self.boxes[self.start.box : end.box + 1], self.tops, strict=False):
            if box.lines:
                at = (-box.x, _off(top, self.grid))
                found[at] = found.get(at, 0) + len(box.lines)
        return max(found, key=lambda at: (at[0], found[at]))[1] if found else 0.0


def _off(y: float, grid: float) -> float:
    """How far `y` is below a line of the grid, 0 on it."""
    if grid <= 0.0:
        return 0.0
    off = y % grid
    return 0.0 if min(off, grid - off) < TOLERANCE else off


def fill_page(boxes: Sequence[Box], page: PageStart, room: float, notes: NoteRoom) -> FilledPage:
    """Fill a page area `room` pt high. Its end is ahead of its start unless that was the end."""
    fill = _Fill(boxes, page, room)
    return fill.filled(_page_end(fill, page.opening, notes))


def _page_end(fill: _Fill, opening: bool, notes: NoteRoom) -> Position:
    boxes, start, room = fill.boxes, fill.start, fill.room
    y = 0.0
    for index in range(start.box, len(boxes)):
        box = boxes[index]
        first = fill.first_line(index)
        if index > start.box:
            y = fill.glued(y, index)
        elif opening:
            y = top_glue(box, room)
        fill.tops.append(y)
        lines = len(box.lines)
        fits = lines
        bottom = y + depth_of(box, first, lines)
        if box.notes:
            fits, forced = _lines_with_notes(fill, index, y, notes)
            if forced is not None:
                return forced
        elif bottom > room - notes.taken + TOLERANCE:
            fits = -1
            if lines:
                fits = first + max(int((room - notes.taken - y + TOLERANCE) / box.leading), 0)
        if fits < lines:
            return _choose(fill, index, fits)
        y = bottom
    return Position(len(boxes), 0)


def _lines_with_notes(fill: _Fill, index: int, y: float, notes: NoteRoom) -> tuple[int, Position | None]:
    """How many lines fit with the notes they cite; a position if a long note ends the page there."""
    box = fill.boxes[index]
    first = fill.first_line(index)
    cited = dict(box.notes)
    for line in range(first, len(box.lines)):
        left = fill.room - (y + (line + 1 - first) * box.leading) - notes.taken + TOLERANCE
        if left < 0:
            return line, None
        if line in cited and not notes.add(cited[line], left):
            if notes.split(cited[line], left):
                return line, _end_after(fill, index, line, left, box.leading)
            return line, None
    return len(box.lines), None


def _end_after(fill: _Fill, index: int, line: int, left: float, leading: float) -> Position | None:
    """The first free break after `line`, whose note goes on overleaf, and before the next note."""
    box = fill.boxes[index]
    lines, first = len(box.lines), fill.first_line(index)
    cited = dict(box.notes)
    for stop in range(line + 1, lines):
        if box.inside == FREE and (stop >= box.orphans or first) and lines - stop >= box.widows:
            return Position(index, stop)
        left -= leading
        if left < 2 * leading or stop in cited:
            return None
    at_end = index + 1 == len(fill.boxes) or fill.boxes[index + 1].link == FREE
    return Position(index + 1, 0) if at_end else None


def _choose(fill: _Fill, index: int, fits: int) -> Position:
    """The best break at or before line `fits` of box `index` (-1: an edge that does not fit)."""
    found: dict[Link, Position] = {}
    for position, link in _candidates(fill, index, fits):
        found.setdefault(link, position)
        if link == FREE:
            break
    free, inside = found.get(FREE), found.get(INSIDE)
    if free and (inside is None or fill.depth(free) >= LEAST_FULL * fill.room):
        return free
    if inside:
        return inside
    if fits > fill.first_line(index):
        return Position(index, fits)
    if APART in found:
        return found[APART]
    at, line = fill.start
    return Position(at, line + 1) if line + 1 < len(fill.boxes[at].lines) else Position(at + 1, 0)


def _candidates(fill: _Fill, index: int, fits: int) -> Iterator[tuple[Position, Link]]:
    """Breaks with no line left alone, the last first."""
    for at in range(index, fill.start.box - 1, -1):
        box = fill.boxes[at]
        first = fill.first_line(at)
        latest = min(fits if at == index else len(box.lines), len(box.lines) - box.widows)
        if latest >= first + (1 if first else box.orphans):
            yield Position(at, latest), box.inside
        if at > fill.start.box:
            yield Position(at, 0), box.link
