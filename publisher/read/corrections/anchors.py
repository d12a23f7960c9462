"""Finding lines again, by their words, in a text that may have been edited.

A heading's words are folded (`folding.fold`) and compared without spaces: neither capitals, marks nor
where the lines are broken matter. They are looked for in this order:

1. words that can be in one place only: they come once, or as often as they came before;
2. words that come more or less often than before: where the neighbours are the same, then the nearest
   to where the line would be, reckoned from the nearest line that has been found;
3. words that come no more: the line near there that is most like it, if no other is nearly as like.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from publisher.read.corrections.model import Anchor
from publisher.read.text.folding import fold

MOST_BLOCK_LINES = 8
"""Lines with text of the longest heading."""

NEIGHBOUR_WORDS = 4
"""Words of the lines around a heading that are kept."""

NEAREST = 8
"""Places with the same words that are looked at on either side."""

FARTHEST = 200
"""Lines from where a line would be to where its words are, if no neighbour is the same."""

FAR = 60
"""Lines with text, on either side, among which a changed line is looked for."""

MOST_CHANGED = 500
"""Headings whose words are gone that are looked for by likeness."""

ALIKE, MARGIN, SAME_NEIGHBOUR = 0.7, 0.1, 0.2
"""How like a changed line must be, by how much more than any other, and what each same neighbour adds."""


class How(StrEnum):
    """How sure it is that a place is the right one."""

    SAME = "same"
    NEAREST = "nearest"
    CHANGED = "changed"


class Match(NamedTuple):
    """The lines [first, stop), indices from 0."""

    first: int
    stop: int
    how: How = How.SAME


class Words:
    """The lines of a text as anchors see them; each line is folded once, when it is first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.filled = [n for n, text in enumerate(texts) if text]
        self._folded: dict[int, str] = {}

    def folded(self, line: int) -> str:
        """The words of a line, spaces between."""
        if line not in self._folded:
            self._folded[line] = fold(self.texts[line])
        return self._folded[line]

    def of(self, first: int, stop: int) -> str:
        """The words of the lines [first, stop)."""
        return " ".join(filter(None, (self.folded(n) for n in range(first, stop) if self.texts[n])))

    def before(self, line: int) -> str:
        """The last words before `line`: they stay the last when a paragraph is wrapped anew."""
        at = bisect_left(self.filled, line) - 1
        return " ".join(self.folded(self.filled[at]).split()[-NEIGHBOUR_WORDS:]) if at >= 0 else ""

    def after(self, stop: int) -> str:
        """The first words from line `stop` on."""
        at = bisect_left(self.filled, stop)
        return (
            " ".join(self.folded(self.filled[at]).split()[:NEIGHBOUR_WORDS]) if at < len(self.filled) else ""
        )

    def growing(self, at: int, longest: int) -> Iterator[tuple[int, str]]:
        """From the `at`-th line with text on: each end and the words up to it, without spaces."""
        words = ""
        for line in self.filled[at : at + MOST_BLOCK_LINES]:
            # What is much longer than the longest heading is not worth folding.
            if len(self.texts[line]) > 4 * longest + 40:
                return
            words += self.folded(line).replace(" ", "")
            if len(words) > longest:
                return
            yield line + 1, words

    def match(self, line: int, key: str) -> Match | None:
        """The lines from `line` on whose words are `key` (both may have none)."""
        if not (0 <= line < len(self.texts) and self.texts[line]):
            return None
        if not key and not self.folded(line):
            return Match(line, line + 1)
        grown = self.growing(bisect_left(self.filled, line), len(key))
        return next((Match(line, stop) for stop, words in grown if words == key), None)

    def places(self, wanted: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
        """Where each of the words (without spaces) stands alone on its lines: (first, stop), ascending."""
        keys = {key for key in wanted if key}
        out: dict[str, list[tuple[int, int]]] = {key: [] for key in keys}
        starts = {key[:n] for key in keys for n in (1, 2, 3)}
        longest = max(map(len, keys), default=0)
        for at, line in enumerate(self.filled):
            for stop, words in self.growing(at, longest):
                if words[:3] not in starts:
                    break
                if words in out and (not out[words] or out[words][-1][0] != line):
                    out[words].append((line, stop))
        return out


def key_of(words: str) -> str:
    """Folded words as they are compared."""
    return words.replace(" ", "")


# Making -----------------------------------------------------------------------------------------------


def make_anchors(texts: Sequence[str], ranges: Sequence[tuple[int, int]]) -> list[Anchor]:
    """The anchors of the ranges of lines [first, stop), indices from 0."""
    words = Words(texts)
    own = [words.of(*r) for r in ranges]
    places = words.places(map(key_of, own))
    out = []
    for (first, stop), mine in zip(ranges, own, strict=True):
        found = [start for start, _ in places.get(key_of(mine), ())]
        nth = bisect_right(found, first)
        alone = not (found and nth and found[nth - 1] == first)
        out.append(
            Anchor(
                line=first + 1,
                words=mine,
                nth=1 if alone else nth,
                of=1 if alone else len(found),
                before=words.before(first),
                after=words.after(stop),
            )
        )
    return out


# Finding ----------------------------------------------------------------------------------------------


def find_anchors(texts: Sequence[str], anchors: Sequence[Anchor]) -> list[Match | None]:
    """Where each anchor is now, None for those that are nowhere; no two in one place."""
    return _Search(texts, anchors).run()


class _Search:
    def __init__(self, texts: Sequence[str], anchors: Sequence[Anchor]) -> None:
        self.words = Words(texts)
        self.anchors = anchors
        self.found: list[Match | None] = [None] * len(anchors)
        self.taken: set[int] = set()
        self.hints: list[int] = []
        self.shifts: list[int] = []
        keys = [key_of(a.words) for a in anchors]
        self.places = self.words.places(keys)
        self.groups: dict[str, list[int]] = defaultdict(list)
        for n, key in enumerate(keys):
            self.groups[key].append(n)

    def run(self) -> list[Match | None]:
        self._certain()
        self._reckon()
        self._by_neighbours()
        self._reckon()
        self._nearest()
        self._reckon()
        self._changed()
        return self.found

    def _take(self, n: int, place: tuple[int, int], how: How) -> None:
        self.found[n] = Match(*place, how)
        self.taken.add(place[0])

    def _reckon(self) -> None:
        """Note by how much the lines that are found have moved."""
        moved = sorted(
            (a.line - 1, m.first - a.line + 1) for a, m in zip(self.anchors, self.found, strict=True) if m
        )
        self.hints = [hint for hint, _ in moved]
        self.shifts = [shift for _, shift in moved]

    def _expected(self, anchor: Anchor) -> int:
        """The line where an anchor would be, if it moved as far as what was found before it."""
        at = bisect_right(self.hints, anchor.line - 1) - 1
        shift = self.shifts[max(at, 0)] if self.shifts else 0
        return max(0, anchor.line - 1 + shift)

    def _certain(self) -> None:
        for key, members in self.groups.items():
            places = self.places.get(key, [])
            for n in members:
                anchor = self.anchors[n]
                if anchor.of == len(places) and anchor.nth <= len(places):
                    place = places[anchor.nth - 1]
                    if place[0] not in self.taken:
                        self._take(n, place, How.SAME)

    def _open(self) -> Iterator[tuple[int, list[tuple[int, int]]]]:
        """The anchors not yet found whose words are in the text, in order, with their places."""
        for n in sorted(range(len(self.anchors)), key=lambda n: self.anchors[n].line):
            if self.found[n] is None:
                places = self.places.get(key_of(self.anchors[n].words))
                if places:
                    yield n, places

    def _by_neighbours(self) -> None:
        """Those that have the neighbours they had, if only one place has these."""
        for key in list(dict.fromkeys(key_of(self.anchors[n].words) for n, _ in self._open())):
            around: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
            for place in self.places[key]:
                if place[0] not in self.taken:
                    around[self.words.before(place[0]), self.words.after(place[1])].append(place)
            for n in self.groups[key]:
                anchor = self.anchors[n]
                same = around.get((anchor.before, anchor.after), [])
                if self.found[n] is None and len(same) == 1 and same[0][0] not in self.taken:
                    self._take(n, same[0], How.SAME)

    def _nearest(self) -> None:
        for n, places in self._open():
            anchor, expected = self.anchors[n], self._expected(self.anchors[n])
            at = bisect_left(places, (expected, 0))
            near = [p for p in places[max(0, at - NEAREST) : at + NEAREST] if p[0] not in self.taken]
            # A heading that is gone must not be found in the printed contents.
            ranked = [(-self._same_around(anchor, *p), abs(p[0] - expected), p) for p in near]
            best = min(ranked, default=(0, FARTHEST + 1, (0, 0)))
            if best[0] < 0 or best[1] <= FARTHEST:
                self._take(n, best[2], How.NEAREST)

    def _same_around(self, anchor: Anchor, first: int, stop: int) -> int:
        """How many of the two neighbours are the same."""
        return (bool(anchor.before) and self.words.before(first) == anchor.before) + (
            bool(anchor.after) and self.words.after(stop) == anchor.after
        )

    def _changed(self) -> None:
        gone = [n for n in range(len(self.anchors)) if self.found[n] is None and self.anchors[n].words]
        for n in sorted(gone, key=lambda n: self.anchors[n].line)[:MOST_CHANGED]:
            place = self._most_like(self.anchors[n])
            if place:
                self._take(n, place, How.CHANGED)

    def _most_like(self, anchor: Anchor) -> tuple[int, int] | None:
        filled, pairs = self.words.filled, _pairs(key_of(anchor.words))
        middle = bisect_left(filled, self._expected(anchor))
        ranked = []
        for at in range(max(0, middle - FAR), min(len(filled), middle + FAR)):
            if filled[at] not in self.taken:
                best = max(
                    (
                        (_likeness(pairs, _pairs(words)), -stop)
                        for stop, words in self.words.growing(at, 2 * len(anchor.words) + 8)
                    ),
                    default=(0.0, 0),
                )
                around = self._same_around(anchor, filled[at], -best[1]) if best[0] > MARGIN else 0
                ranked.append((best[0] + SAME_NEIGHBOUR * around, filled[at], -best[1]))
        ranked.sort(key=lambda r: (-r[0], r[1]))
        if not ranked or ranked[0][0] < ALIKE:
            return None
        _, first, stop = ranked[0]
        others = [score for score, start, end in ranked[1:] if start >= stop or end <= first]
        return (first, stop) if not others or others[0] < ranked[0][0] - MARGIN else None


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[n : n + 2] for n in range(len(words) - 1)) or frozenset((words,))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient of two sets of pairs of letters, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))
