"""The texts of notes: "[1] ...", "[Footnote 3: ...]", "* ...", when their mark is cited elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsNote, Trim
from publisher.read.text.lines import Lines, once_a_text

NAME = "notes"

NOTE = re.compile(
    r"^(?:\[Footnote (?P<named>\d{1,3}|[A-Z]):\s*|\[(?P<held>\d{1,3}|\*{1,3}|[†‡§])\]:?\s+"
    r"|\{(?P<braced>\d{1,3})\}\s+"
    r"|(?P<sign>\*{1,3}|[†‡§])\s?(?=[\w\"“‘'_(]))"
)
CITED = re.compile(
    r"\[(\d{1,3}|\*{1,3}|[†‡§]|[A-Z])\]|\{(\d{1,3})\}|(?<=[\w.,;:!?\"”’')])(\*{1,3}|[†‡§])(?![\w*])"
)


class _Found:
    """A note's text: its mark, its lines, the characters of the marker, whether a bracket closes it."""

    __slots__ = ("bracket", "first", "mark", "skip", "stop")

    def __init__(self, mark: str, first: int, stop: int, skip: int, bracket: bool) -> None:
        self.mark, self.first, self.stop, self.skip, self.bracket = mark, first, stop, skip, bracket


@once_a_text
def found(lines: Lines) -> tuple[_Found, ...]:
    """The texts of notes whose mark stands somewhere else too."""
    starts = {n: m for n, text in enumerate(lines.text) if text and (m := NOTE.match(text))}
    if not starts:
        return ()
    cited: Counter[str] = Counter()
    for n, text in enumerate(lines.text):
        begin = starts[n].end() if n in starts else 0
        cited.update(next(g for g in m.groups() if g) for m in CITED.finditer(text, begin))
    notes: list[_Found] = []
    for n, match in starts.items():
        mark = next(g for g in match.groups() if g)
        if not cited[mark] or (match["sign"] and not _stands_apart(lines, n)):
            continue
        stop = _stop(lines, n, starts)
        bracket = bool(match["named"]) and lines.text[stop - 1].endswith("]")
        notes.append(_Found(mark, n, stop, match.end(), bracket))
    return tuple(notes)


def _stands_apart(lines: Lines, at: int) -> bool:
    """Whether a bare sign opens a block, as a note below its paragraph does (and a bullet seldom)."""
    return lines.blank(at - 1)


def _stop(lines: Lines, first: int, starts: dict[int, re.Match[str]]) -> int:
    """The end of a note: of its block, or where the next one begins; a bracket may close blocks later."""
    block = lines.blocks[lines.block[first]]
    if not lines.wrapped:
        return first + 1
    stop = next((n for n in range(first + 1, block[1]) if n in starts), block[1])
    if starts[first]["named"] and not lines.text[stop - 1].endswith("]"):
        for at in range(lines.block[first] + 1, min(lines.block[first] + 6, len(lines.blocks))):
            if lines.blocks[at][0] in starts:
                break
            if lines.text[lines.blocks[at][1] - 1].endswith("]"):
                return lines.blocks[at][1]
    return stop


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a note."""
    for note in found(lines):
        yield Claim(
            rule=NAME,
            first=note.first,
            stop=note.stop,
            says=IsNote(mark=note.mark, skip=note.skip),
            evidence=(Evidence(f'begins with the mark "{note.mark}", which is cited in the text', 6.0),),
        )


def trims(lines: Lines) -> Iterator[Trim]:
    """The brackets that close notes."""
    for note in found(lines):
        if note.bracket:
            last = note.stop - 1
            end = len(lines.text[last])
            yield Trim(rule=NAME, line=last, start=end - 1, stop=end, what="bracket round a note")
