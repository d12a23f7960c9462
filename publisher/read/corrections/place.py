"""Where the headings of a corrections file stand in a text: those listed, and those struck out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from publisher.diagnostics import Diagnostic, Place, Severity, Sink
from publisher.read.corrections.anchors import How, Match, Words, find_anchors, key_of
from publisher.read.corrections.model import Corrections, Known, Listed, digest_of
from publisher.read.text.folding import fold
from publisher.read.text.lines import Lines

MOST_QUOTES = 200
"""Headings known only by a part of their line that are looked for."""

SETTLE = "try publisher outline --edit, which settles it, after a look at the line"

SHORTEST_QUOTE = 3
"""Letters of the shortest part of a line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A listed heading on the lines [first, stop), indices from 0; `known` is what the record has of it.

    `whole` says that its text is the words of these lines, `quoted` that it is a part of them, by which
    they were found.
    """

    listed: Listed
    known: Known | None
    first: int
    stop: int
    whole: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """All of a file: `placed` ascending and without overlaps, `struck` the lines of deleted headings,
    `lost` what is listed and not in the text any more. `same_text` says that nobody has edited it."""

    placed: tuple[Placed, ...]
    struck: tuple[tuple[int, int], ...]
    lost: tuple[Listed, ...]
    same_text: bool


def place(lines: Lines, corrections: Corrections, sink: Sink) -> Placement:
    """Find the lines of all headings of `corrections` in `lines`.

    Warns "correction-lost", "correction-repeated", "correction-ambiguous" and "correction-unanchored";
    notes "correction-moved".
    """
    return _Placing(lines, corrections, sink).run()


class _Placing:
    def __init__(self, lines: Lines, corrections: Corrections, sink: Sink) -> None:
        self.lines, self.corrections, self.sink = lines, corrections, sink
        self.same_text = corrections.digest == digest_of(lines.source)
        self.placed: list[Placed] = []
        self.lost: list[Listed] = []
        self.taken: set[int] = set()
        self.known = {k.anchor.line: k for k in corrections.known}

    def run(self) -> Placement:
        listed = self.corrections.headings or ()
        struck = self._place_known(listed)
        own = [h for h in listed if h.line not in self.known]
        self._place_own(own)
        placed = sorted(self.placed, key=lambda p: (p.first, p.listed.place))
        return Placement(
            placed=tuple(self._without_overlaps(placed)),
            struck=tuple(r for r in struck if r[0] not in self.taken),
            lost=tuple(self.lost),
            same_text=self.same_text,
        )

    def _warn(self, code: str, listed: Listed, message: str, *hints: str) -> None:
        self.sink.warn(code, message, self._at(listed), *hints)

    def _at(self, listed: Listed) -> Place:
        return Place(file=self.corrections.name, line=listed.place)

    def _lose(self, listed: Listed) -> None:
        self.lost.append(listed)
        self._warn(
            "correction-lost",
            listed,
            f"{named(listed)} is not in the text any more",
            "try to delete this line, or to give it the line where the heading is now",
        )

    # What the record knows ----------------------------------------------------------------------------

    def _place_known(self, listed: Sequence[Listed]) -> list[tuple[int, int]]:
        """Place what is listed and recorded; the lines of what is recorded and not listed."""
        by_line = self._by_line(listed)
        struck: list[tuple[int, int]] = []
        known = list(self.known.values())
        for one, match in zip(known, self._matches(known), strict=True):
            heading = by_line.get(one.anchor.line)
            if heading is None:
                struck += [(match.first, match.stop)] if match else []
            elif match is None:
                self._lose(heading)
            else:
                self._tell(heading, match)
                stop = self._stop(heading, match.first) or match.stop
                self.taken.add(match.first)
                self.placed.append(Placed(heading, one, match.first, stop))
        return struck

    def _by_line(self, listed: Sequence[Listed]) -> dict[int, Listed]:
        """What is listed and recorded, by the line that says so; each line once."""
        by_line: dict[int, Listed] = {}
        for heading in listed:
            if heading.line in self.known:
                if heading.line in by_line:
                    self._warn(
                        "correction-repeated",
                        heading,
                        f"line {heading.line} is a heading already",
                        f"try to delete this line, or line {by_line[heading.line].place}",
                    )
                else:
                    by_line[heading.line] = heading
        return by_line

    def _matches(self, known: Sequence[Known]) -> list[Match | None]:
        anchors = [k.anchor for k in known]
        if not self.same_text:
            return find_anchors(self.lines.text, anchors)
        words = Words(self.lines.text)
        found = [words.match(a.line - 1, key_of(a.words)) for a in anchors]
        # None are missing but those that are kept though they were lost, or whose record was changed.
        return find_anchors(self.lines.text, anchors) if None in found else found

    def _tell(self, listed: Listed, match: Match) -> None:
        where = f"{named(listed)} is taken to be line {match.first + 1} now"
        if match.how is How.CHANGED:
            message, place = f"{where}, whose words are nearly the same", self._at(listed)
            self.sink.add(
                Diagnostic(code="correction-moved", severity=Severity.NOTE, message=message, place=place)
            )
        elif match.how is How.NEAREST:
            self._warn("correction-ambiguous", listed, f"{where}, the nearest with these words", SETTLE)

    def _stop(self, listed: Listed, first: int) -> int:
        """Where a heading ends that says how many lines it takes, else 0."""
        return min(first + listed.lines, len(self.lines)) if listed.lines else 0

    # What a person has added --------------------------------------------------------------------------

    def _place_own(self, listed: Sequence[Listed]) -> None:
        if not listed:
            return
        words = Words(self.lines.text)
        keys = {h: key_of(fold(h.text)) for h in listed if h.text}
        places = words.places(keys.values())
        quotes = self._quotes(words, [h for h in keys if not h.line and not places.get(keys[h])], keys)
        for heading, hint in zip(listed, self._hints(listed), strict=True):
            found = places.get(keys.get(heading, ""), [])
            self._place_one(heading, found, quotes.get(heading, []), hint)

    def _hints(self, listed: Sequence[Listed]) -> list[int]:
        """Where each would be (an index): at its line, else behind what stands before it in the file."""
        near = sorted((p.listed.place, p.first) for p in self.placed)
        rows = [row for row, _ in near]
        out = []
        for heading in listed:
            at = bisect_right(rows, heading.place) - 1
            out.append(heading.line - 1 if heading.line else near[at][1] + 1 if at >= 0 else 0)
        return out

    def _quotes(
        self, words: Words, listed: Sequence[Listed], keys: dict[Listed, str]
    ) -> dict[Listed, list[tuple[int, int]]]:
        """The lines that hold the text of headings which is no whole line."""
        wanted = [h for h in listed if len(keys[h]) >= SHORTEST_QUOTE][:MOST_QUOTES]
        out: dict[Listed, list[tuple[int, int]]] = {h: [] for h in wanted}
        for line in words.filled if wanted else ():
            letters = key_of(words.folded(line))
            for heading in wanted:
                if keys[heading] in letters:
                    out[heading].append((line, line + 1))
        return out

    def _place_one(
        self, listed: Listed, whole: list[tuple[int, int]], part: list[tuple[int, int]], hint: int
    ) -> None:
        at = listed.line - 1
        own = [p for p in whole if p[0] == at]
        if listed.line and (own or self.same_text or not whole):
            self._place_by_line(listed, own[0] if own else None)
            return
        free = [p for p in whole or part if p[0] not in self.taken]
        if not free:
            self._lose_or_repeat(listed, bool(whole or part))
            return
        later = [p for p in free if p[0] >= hint]
        best = min(free, key=lambda p: abs(p[0] - hint)) if listed.line else (later or free)[0]
        if len(free) > 1:
            message = f"{named(listed)} stands in {len(free)} places; line {best[0] + 1} is taken"
            self._warn("correction-ambiguous", listed, message, SETTLE)
        self._take(listed, best, whole=bool(whole), quoted=not whole)

    def _place_by_line(self, listed: Listed, own: tuple[int, int] | None) -> None:
        at = listed.line - 1
        if at >= len(self.lines) or not self.lines.text[at]:
            what = "is blank" if at < len(self.lines) else "is beyond the end of the text"
            self.lost.append(listed)
            self._warn("correction-lost", listed, f"line {listed.line} {what}", "try the line of the heading")
            return
        if at in self.taken:
            self._lose_or_repeat(listed, True)
            return
        if own is None and self.corrections.digest and not self.same_text:
            self._warn(
                "correction-unanchored",
                listed,
                f"the text has been edited, and line {listed.line} may be another line now",
                "try to look whether it is the right one; publisher outline --edit notes the words of a line",
            )
        self._take(listed, own or (at, at + 1), whole=own is not None)

    def _lose_or_repeat(self, listed: Listed, there: bool) -> None:
        if there:
            self._warn(
                "correction-repeated", listed, f"{named(listed)} is listed already", "try to delete this line"
            )
        else:
            self._lose(listed)

    def _take(
        self, listed: Listed, place: tuple[int, int], whole: bool = False, quoted: bool = False
    ) -> None:
        first, stop = place
        self.taken.add(first)
        stop = self._stop(listed, first) or stop
        self.placed.append(Placed(listed, None, first, stop, whole, quoted))

    def _without_overlaps(self, placed: Sequence[Placed]) -> Iterator[Placed]:
        """A heading ends at the latest where the next begins."""
        for n, one in enumerate(placed):
            following = placed[n + 1].first if n + 1 < len(placed) else len(self.lines)
            yield replace(one, stop=min(one.stop, following))


def named(listed: Listed) -> str:
    """A heading in a message."""
    return f'"{listed.text}"' if listed.text else f"line {listed.line}"
