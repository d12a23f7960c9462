"""Collects vertical material: collapses margins, combines breaks, opens groups.

Margins collapse as in CSS 2.1, 8.3.1: those that adjoin (of siblings, of a parent and its first or
last child, through an empty block) are gathered until a box is added; the glue is the largest
positive plus the most negative one.
"""

from __future__ import annotations

from itertools import accumulate

from publisher.layout.material import (
    APART,
    FORCED,
    FREE,
    INSIDE,
    Box,
    Group,
    Link,
    Mark,
    Marker,
    SideBorders,
    Tail,
    kept_with,
    stronger,
    with_marks,
)
from publisher.style.computed import Break

LINES_AFTER = 2
"""Lines of what follows that stay on the page of a block with `break-after: avoid` (a heading)."""


class Flow:
    """The material of one chunk, while it is made. `page` is the used value of the page name."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.groups: list[Group] = []
        self.count = 0
        """How many boxes were added."""
        self.marker: Marker | None = None
        self.sides: tuple[SideBorders, ...] = ()
        self._avoiding = 0  # open elements with break-inside: avoid
        self._least = 0  # the least there were since the last box
        self._open = (0.0, 0.0)
        self._closed = (0.0, 0.0)
        self._break: Break = "auto"
        self._link: Link = FREE
        self._owed = 0
        self._marks: list[Mark] = []

    def mark(self, mark: Mark) -> None:
        """Attach `mark` to the next box."""
        self._marks.append(mark)

    def break_here(self, value: Break) -> None:
        """Combine a `break-before` or `break-after` with the others at this point."""
        if value in FORCED:
            self._break = stronger(self._break, value)
            self._owed = 0
        elif value == "avoid":
            self._link = APART

    def keep_next(self) -> None:
        """`break-after: avoid`: the last block stays with the first lines of the next."""
        self.break_here("avoid")
        self._owed = LINES_AFTER

    def glue_next(self) -> None:
        """No break before the next box: what is there is an edge and what it encloses."""
        self._link = APART

    def avoid_inside(self, opened: int) -> None:
        """An element with `break-inside: avoid` opens (1) or closes (-1)."""
        self._avoiding += opened
        self._least = min(self._least, self._avoiding)

    def open_margin(self, margin: float) -> None:
        """The top margin of an element that opens."""
        self._open = _collapse(self._open, margin)

    def close_margin(self, margin: float) -> None:
        """The bottom margin of an element that closes."""
        if self._open != (0.0, 0.0):  # an empty element: its margins collapse through it
            for one in self._open:
                self._closed = _collapse(self._closed, one)
            self._open = (0.0, 0.0)
        self._closed = _collapse(self._closed, margin)

    def add(self, box: Box) -> None:
        """Add `box`, completed with its glue, penalty, marks and side borders."""
        positive, negative = self._open
        marks = (*self._marks, *box.marks) if self._marks else box.marks
        done = box._replace(
            before=max(positive, self._closed[0]) + min(negative, self._closed[1]),
            kept=positive + negative,
            link=max(self._link, INSIDE if self._least else FREE),
            inside=INSIDE if self._avoiding else FREE,
            marks=marks,
            sides=self.sides,
            marker=self.marker if box.lines else None,
        )
        if self._owed > 0:
            done = kept_with(done, self._owed)
        self._group().boxes.append(done)
        self.count += 1
        self._owed -= len(box.lines)
        if box.lines:
            self.marker = None
        self._marks.clear()
        self._open = self._closed = (0.0, 0.0)
        self._link = FREE
        self._break = "auto"
        self._least = self._avoiding

    def as_lines(self, since: int, orphans: int, widows: int) -> None:
        """Keep the boxes added after the first `since` together at both ends, as lines of a paragraph.

        HTML lets a `p` hold phrasing content only: blocks in it are its lines (of verse, mostly),
        and its orphans and widows are meant for them, though CSS counts line boxes alone.
        """
        boxes = self.groups[-1].boxes if self.groups else []
        first = max(len(boxes) - (self.count - since), 0)
        totals = list(accumulate(len(box.lines) for box in boxes[first:]))
        for index, above in enumerate(totals[:-1], first + 1):
            if above < orphans or totals[-1] - above < widows:
                boxes[index] = boxes[index]._replace(link=APART)

    def tail(self) -> Tail:
        """What is left over at the end."""
        return Tail(
            max(self._open[0], self._closed[0]),
            min(self._open[1], self._closed[1]),
            self._break,
            self._link,
            max(self._owed, 0),
            tuple(self._marks),
        )

    def boxes(self) -> tuple[Box, ...]:
        """All boxes, forced breaks forgotten: how a footnote is taken."""
        boxes = [box for group in self.groups for box in group.boxes]
        if boxes and self._marks:
            boxes[-1] = with_marks(boxes[-1], tuple(self._marks))
        return tuple(boxes)

    def _group(self) -> Group:
        """The group of the next box; a change of page name opens one (CSS Paged Media 3, 3.4)."""
        forced = self._break
        if self.groups:
            last = self.groups[-1]
            if forced == "auto" and last.name == self.page:
                return last
            forced = stronger("page", forced)
        group = Group(forced, self.page, [])
        self.groups.append(group)
        return group


def _collapse(margins: tuple[float, float], margin: float) -> tuple[float, float]:
    positive, negative = margins
    return (max(positive, margin), min(negative, margin))
