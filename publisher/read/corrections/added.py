"""Finding the lines of headings that a person has added: by their line, their words, or a part of these."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from publisher.read.corrections.anchors import Match, Words, key_of
from publisher.read.corrections.model import Listed, named
from publisher.read.text.contents import contents
from publisher.read.text.folding import fold
from publisher.read.text.lines import Lines

MOST_QUOTES = 200
"""Headings known only by a part of their line that are looked for."""

SHORTEST_QUOTE = 3
"""Letters of the shortest part of a line."""

MOST_TRIED = 64
"""Places with the same words that are tried, from the first on that would do."""

SETTLE = "try publisher outline --edit, which settles it, after a look at the line"


class Told(NamedTuple):
    """A warning: its code, its message, its hint."""

    code: str
    message: str
    hint: str


class Found(NamedTuple):
    """Where a heading is (None: nowhere), and what is to be said; `whole` and `quoted` as in `Placed`."""

    match: Match | None
    whole: bool = False
    quoted: bool = False
    told: tuple[Told, ...] = ()


Places = Sequence[tuple[int, int]]
"""Ranges of lines [first, stop), ascending."""


def find_added(
    lines: Lines, listed: Mapping[int, Listed], taken: Mapping[int, int], same_text: bool, edited: bool
) -> dict[int, Found]:
    """Where the headings `listed` are, which no record knows, by their numbers in the list.

    `taken` has the first lines of the other headings of the list by their numbers. `same_text` says that
    the list was made for this very text, `edited` that it was made for an earlier state of it.
    """
    return _Search(lines, listed, taken, same_text, edited).run() if listed else {}


def lost(listed: Listed) -> tuple[str, str]:
    """What is said of a heading that is nowhere, and what to try."""
    return (
        f"{named(listed)} is not in the text any more",
        "try to delete this line, or to give it the line where the heading is now",
    )


class _Search:
    def __init__(
        self,
        lines: Lines,
        listed: Mapping[int, Listed],
        taken: Mapping[int, int],
        same_text: bool,
        edited: bool,
    ) -> None:
        self.lines, self.listed, self.same_text, self.edited = lines, listed, same_text, edited
        self.others = taken
        self.taken = set(taken.values())
        self.keys = {n: key_of(fold(h.text)) for n, h in listed.items()}
        words = Words(lines.text)
        self.whole = {key: self._in_the_text(p) for key, p in words.places(self.keys.values()).items()}
        self.part = self._parts(words)

    def _in_the_text(self, places: Places) -> Places:
        """Those outside the printed contents, if there are any."""
        ranges = contents(self.lines).ranges
        return [p for p in places if not any(a <= p[0] < b for a, b in ranges)] or places

    def _parts(self, words: Words) -> dict[str, Places]:
        """The lines that hold words which are no whole lines."""
        wanted = [
            self.keys[n]
            for n, heading in self.listed.items()
            if not heading.line and not self.whole.get(self.keys[n]) and len(self.keys[n]) >= SHORTEST_QUOTE
        ]
        out: dict[str, list[tuple[int, int]]] = {key: [] for key in list(dict.fromkeys(wanted))[:MOST_QUOTES]}
        for line in words.filled if out else ():
            letters = key_of(words.folded(line))
            for key, places in out.items():
                if key in letters:
                    places.append((line, line + 1))
        return {key: self._in_the_text(places) for key, places in out.items()}

    def run(self) -> dict[int, Found]:
        out: dict[int, Found] = {}
        after = 0
        for n in sorted({*self.listed, *self.others}):
            if n in self.others:
                after = self.others[n] + 1
                continue
            out[n] = found = self._find(self.listed[n], self.keys[n], after)
            if found.match:
                self.taken.add(found.match.first)
                after = found.match.first + 1
        return out

    def _find(self, listed: Listed, key: str, after: int) -> Found:
        whole, part = self.whole.get(key, ()), self.part.get(key, ())
        at = listed.line - 1
        if listed.line:
            n = bisect_left(whole, (at, 0))
            own = whole[n] if n < len(whole) and whole[n][0] == at else None
            if own or self.same_text or not whole:
                return self._by_line(listed, own)
        places = whole or part
        place = self._free(places, at if listed.line else after, nearest=bool(listed.line))
        if place is None:
            return (
                self._repeated(listed)
                if places
                else Found(None, told=(Told("correction-lost", *lost(listed)),))
            )
        told: tuple[Told, ...] = ()
        if len(places) > 1:
            message = f"{named(listed)} stands in {len(places)} places; line {place[0] + 1} is taken"
            told = (Told("correction-ambiguous", message, SETTLE),)
        return Found(Match(*place), bool(whole), not whole, told)

    def _free(self, places: Places, hint: int, nearest: bool) -> tuple[int, int] | None:
        """The first place from `hint` on that is free, or the nearest; else the first before."""
        at = bisect_left(places, (hint, 0))
        later = next((p for p in places[at : at + MOST_TRIED] if p[0] not in self.taken), None)
        earlier = next(
            (p for p in reversed(places[max(0, at - MOST_TRIED) : at]) if p[0] not in self.taken), None
        )
        if nearest and later and earlier:
            return min(later, earlier, key=lambda p: abs(p[0] - hint))
        return later or earlier

    def _by_line(self, listed: Listed, own: tuple[int, int] | None) -> Found:
        at = listed.line - 1
        if at >= len(self.lines) or not self.lines.text[at]:
            what = "is blank" if at < len(self.lines) else "is beyond the end of the text"
            message = f"line {listed.line} {what}"
            return Found(None, told=(Told("correction-lost", message, "try the line of the heading"),))
        if at in self.taken:
            return self._repeated(listed)
        if own:
            return Found(Match(*own), whole=True)
        told = (self._unanchored(listed),) if self.edited else ()
        return Found(Match(at, at + 1), told=told)

    def _unanchored(self, listed: Listed) -> Told:
        return Told(
            "correction-unanchored",
            f"the text has been edited, and line {listed.line} may be another line now",
            "try to look whether it is the right one; publisher outline --edit notes the words of a line",
        )

    def _repeated(self, listed: Listed) -> Found:
        message = f"{named(listed)} is listed already"
        return Found(None, told=(Told("correction-repeated", message, "try to delete this line"),))
