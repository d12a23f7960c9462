"""The note area at the foot of a page (CSS Generated Content for Paged Media 3, 2.3)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from publisher.layout.breaks import TOLERANCE, depth_of
from publisher.layout.material import Box

SEPARATOR_SPACE = 10.0
"""From the text to the separator, at least (pt)."""
SEPARATOR_THICKNESS = 0.4
SEPARATOR_GAP = 4.0
"""From the separator to the first note's line box (pt)."""
SEPARATOR_WIDTH = 0.2
"""Share of the measure."""
OVERHEAD = SEPARATOR_SPACE + SEPARATOR_THICKNESS + SEPARATOR_GAP

LONG = 0.25
"""Share of the page from which on a note may be continued overleaf rather than move its line there."""
CONTINUED_LIMIT = 0.7
"""Share of the page that a continued note may take: the rest is for the text."""
LEAST_LINES = 2
"""Lines of a continued note on its first page."""

Piece = tuple[Box, int, int]
"""Lines [start, stop) of a box."""

Notes = Mapping[int, tuple[Box, ...]]


class NoteQueue:
    """The notes of one run of pages. `waiting` holds what earlier pages had no space for."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.waiting: deque[tuple[Box, int]] = deque()
        self.cited: set[int] = set()

    def cite(self, ids: Iterable[int]) -> None:
        """Queue notes that a placed line cites, each once, and those they cite in turn."""
        for note in ids:
            if note in self.notes and note not in self.cited:
                self.cited.add(note)
                self.waiting.extend((box, 0) for box in self.notes[note])
                self.cite(inner for box in self.notes[note] for _, noted in box.notes for inner in noted)

    def height(self) -> float:
        """The height of all that waits, without the separator."""
        return stacked([(box, start, len(box.lines)) for box, start in self.waiting])[1]

    def take(self, room: float, must: bool) -> list[Piece]:
        """Take what fits in `room` pt, the separator not counted; with `must` at least a line."""
        pieces: list[Piece] = []
        while self.waiting:
            box, start = self.waiting[0]
            lines = len(box.lines)
            if pieces and not start:
                room -= box.before
            whole = depth_of(box, start, lines)
            if whole <= room + TOLERANCE:
                room -= whole
                pieces.append((box, start, lines))
                self.waiting.popleft()
                continue
            stop = _stop(box, start, room, must and not pieces)
            if stop > start:
                pieces.append((box, start, stop))
                self.waiting[0] = (box, stop)
            elif must and not pieces:
                pieces.append((box, start, lines))
                self.waiting.popleft()
            break
        return pieces


class PageNotes:
    """The note area of one page while it is filled: the `NoteRoom` that `breaks` asks."""

    def __init__(self, queue: NoteQueue, room: float) -> None:
        self.queue = queue
        self.room = room
        height = queue.height() + OVERHEAD if queue.waiting else 0.0
        self.full = height > CONTINUED_LIMIT * room
        self.taken = min(height, CONTINUED_LIMIT * room)
        self.seen: set[int] = set()

    def add(self, notes: tuple[int, ...], left: float) -> bool:
        """Whether the notes fit in the `left` pt that remain; if so they are reserved."""
        need = self._need(notes)
        if need and (self.full or need > left):
            return False
        self.taken += need
        self.seen.update(notes)
        return True

    def split(self, notes: tuple[int, ...], left: float) -> bool:
        """Whether they are long enough to be continued on the next page, and begin here."""
        if self.full or self._need(notes) < LONG * self.room:
            return False
        first = [box for note in self._fresh(notes) for box in self.queue.notes[note] if box.lines]
        return bool(first) and left >= (0.0 if self.taken else OVERHEAD) + LEAST_LINES * first[0].leading

    def _fresh(self, notes: tuple[int, ...]) -> list[int]:
        queue = self.queue
        known = (note for note in notes if note in queue.notes and note not in queue.cited)
        return [note for note in dict.fromkeys(known) if note not in self.seen]

    def _need(self, notes: tuple[int, ...]) -> float:
        boxes = [box for note in self._fresh(notes) for box in self.queue.notes[note]]
        if not boxes:
            return 0.0
        glue = boxes[0].before if self.taken else OVERHEAD
        return glue + stacked([(box, 0, len(box.lines)) for box in boxes])[1]


def stacked(pieces: list[Piece]) -> tuple[list[float], float]:
    """The tops of pieces one below the other, and their height; the first has no glue above."""
    tops: list[float] = []
    y = 0.0
    for box, start, stop in pieces:
        if tops and not start:
            y += box.before
        tops.append(y)
        y += depth_of(box, start, stop)
    return tops, y


def _stop(box: Box, start: int, room: float, must: bool) -> int:
    """Where to break a note's paragraph so that it leaves no line alone; `start` for nowhere."""
    if not box.lines:
        return start
    fits = start + max(int((room + TOLERANCE) / box.leading), 0)
    stop = min(fits, len(box.lines) - box.widows)
    if stop >= start + (1 if start else box.orphans):
        return stop
    return max(fits, start + 1) if must else start
