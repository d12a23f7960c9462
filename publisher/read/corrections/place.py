"""Where the headings of a corrections file stand in a text: those listed, and those struck out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from publisher.diagnostics import Sink
from publisher.read.corrections.added import SETTLE, find_added, lost
from publisher.read.corrections.anchors import How, Match, Words, find_anchors, key_of
from publisher.read.corrections.findings import Findings
from publisher.read.corrections.model import Corrections, Known, Listed, digest_of, named
from publisher.read.text.lines import Lines


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
        self.lines, self.corrections = lines, corrections
        self.findings = Findings(corrections.name, sink)
        self.same_text = corrections.digest == digest_of(lines.source)
        self.known = {k.anchor.line: k for k in corrections.known}
        self.places: dict[int, Placed] = {}
        """By the number of the heading in the list."""
        self.lost: list[Listed] = []

    def run(self) -> Placement:
        listed = self.corrections.headings or ()
        struck = self._place_known(listed)
        self._place_added({n: h for n, h in enumerate(listed) if h.line not in self.known})
        self.findings.close()
        placed = sorted(self.places.values(), key=lambda p: (p.first, p.listed.place))
        firsts = {p.first for p in placed}
        return Placement(
            placed=tuple(_without_overlaps(placed, len(self.lines))),
            struck=tuple(r for r in struck if r[0] not in firsts),
            lost=tuple(self.lost),
            same_text=self.same_text,
        )

    def _place_known(self, listed: Sequence[Listed]) -> list[tuple[int, int]]:
        """Place what is listed and recorded; the lines of what is recorded and not listed."""
        by_line = self._by_line(listed)
        struck: list[tuple[int, int]] = []
        known = list(self.known.values())
        for one, match in zip(known, self._matches(known), strict=True):
            n = by_line.get(one.anchor.line)
            if n is None:
                struck += [(match.first, match.stop)] if match else []
            elif match is None:
                self.lost.append(listed[n])
                self.findings.warn("correction-lost", listed[n].place, *lost(listed[n]))
            else:
                self._tell(listed[n], match)
                self.places[n] = Placed(listed[n], one, match.first, self._stop(listed[n], match))
        return struck

    def _by_line(self, listed: Sequence[Listed]) -> dict[int, int]:
        """The numbers of what is listed and recorded, by the line that says so; each line once."""
        by_line: dict[int, int] = {}
        for n, heading in enumerate(listed):
            if heading.line in self.known and by_line.setdefault(heading.line, n) != n:
                self.findings.warn(
                    "correction-repeated",
                    heading.place,
                    f"line {heading.line} is a heading already",
                    f"try to delete this line, or line {listed[by_line[heading.line]].place}",
                )
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
            message = f"{where}, whose words are nearly the same"
            self.findings.note("correction-moved", listed.place, message)
        elif match.how is How.NEAREST:
            message = f"{where}, the nearest with these words"
            self.findings.warn("correction-ambiguous", listed.place, message, SETTLE)

    def _stop(self, listed: Listed, match: Match) -> int:
        """Where a heading ends, which may say how many lines it takes."""
        return min(match.first + listed.lines, len(self.lines)) if listed.lines else match.stop

    def _place_added(self, listed: dict[int, Listed]) -> None:
        edited = bool(self.corrections.digest) and not self.same_text
        taken = {n: p.first for n, p in self.places.items()}
        for n, found in find_added(self.lines, listed, taken, self.same_text, edited).items():
            for code, message, hint in found.told:
                self.findings.warn(code, listed[n].place, message, hint)
            if found.match is None:
                self.lost += [listed[n]] if found.told[-1].code == "correction-lost" else []
            else:
                stop = self._stop(listed[n], found.match)
                whole, quoted = found.whole, found.quoted
                self.places[n] = Placed(listed[n], None, found.match.first, stop, whole, quoted)


def _without_overlaps(placed: Sequence[Placed], end: int) -> Iterator[Placed]:
    """A heading ends at the latest where the next begins."""
    for n, one in enumerate(placed):
        following = placed[n + 1].first if n + 1 < len(placed) else end
        yield replace(one, stop=min(one.stop, following))
