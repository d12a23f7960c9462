"""The lines of a text and what can be seen of each without understanding it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from itertools import chain, pairwise
from typing import Any, TypeVar, overload

from publisher.source import Source

TAB = 8

AT_ONCE = 100
"""Lines whose words are taken together."""

LONG_LINE = 130
"""Characters beyond which a line is not the product of hard wrapping."""

MOST_LONG_LINES = 0.12
"""The share of long lines (tables, URLs) that a hard-wrapped text may have."""

FULL_ENOUGH = 0.4
"""The share of broken lines that must be full for a text to count as hard-wrapped."""

NARROWEST, WIDEST = 20, 110
"""No text is wrapped to fewer columns, or to more."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """A text by lines; all lists are indexed by line, from 0, and are never changed.

    `text` is the line without surrounding space (`raw` is it as it stands). `indent` counts columns before
    the text (a tab leads to the next multiple of 8), 0 on blank lines. `blocks` are the half-open
    ranges of lines between blank lines or form feeds, `block` the index of a line's block (-1 on
    blank lines). `wrapped` says that long paragraphs are broken into lines of about `width` characters; in an
    unwrapped text each line is a paragraph and `width` is 0. `offset` is the index of the line's
    first character in the source. `gap` is the usual number of blank lines between blocks. `known`
    holds what `once_a_text` was asked of the text.
    """

    source: Source
    text: Sequence[str]
    indent: list[int]
    offset: Sequence[int]
    blocks: list[tuple[int, int]]
    block: Sequence[int]
    wrapped: bool
    width: int
    gap: int
    known: dict[Callable[[Lines], Any], Any] = field(default_factory=dict, init=False, repr=False)

    def __len__(self) -> int:
        return len(self.text)

    def raw(self, at: int) -> str:
        """Line `at` as it stands in the source; kept there alone, since most texts are read without it."""
        stop = self.offset[at + 1] - 1 if at + 1 < len(self.text) else None
        return self.source.text[self.offset[at] : stop]

    def lean(self) -> Lines:
        """The same lines with `text` cut out of the source when asked for: slower, but a third of the memory.

        Nothing that was asked of the text is known any more.
        """
        return replace(self, text=_Cuttings(self.source))

    def blank(self, at: int) -> bool:
        """Whether line `at` has no text; lines outside the text are blank."""
        return not (0 <= at < len(self.block) and self.block[at] >= 0)

    def gap_before(self, at: int) -> int:
        """How many blank lines stand before line `at`."""
        n = 0
        while at - n - 1 >= 0 and self.block[at - n - 1] < 0:
            n += 1
        return n

    def gap_after(self, at: int) -> int:
        """How many blank lines follow line `at`."""
        n = 0
        while at + n + 1 < len(self.block) and self.block[at + n + 1] < 0:
            n += 1
        return n

    def next_text(self, at: int) -> int:
        """The first line from `at` on that has text, `len(self)` if none has."""
        while at < len(self.block) and self.block[at] < 0:
            at += 1
        return at

    def last_text(self, at: int) -> int:
        """The last line up to `at` that has text, -1 if none has."""
        while at >= 0 and self.block[at] < 0:
            at -= 1
        return at


class _Cuttings(Sequence[str]):
    """The lines of a source without surrounding space, none of which is kept."""

    def __init__(self, source: Source) -> None:
        self.whole, self.starts = source.text, source.line_starts()

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        starts = self.starts
        if not isinstance(at, slice):
            first = at if at >= 0 else at + len(starts)
            return self.whole[starts[first] : starts[first + 1] if first + 1 < len(starts) else None].strip()
        first, stop, _ = at.indices(len(starts))
        if first >= stop:
            return []
        cut = self.whole[starts[first] : starts[stop] - 1 if stop < len(starts) else None]
        return list(map(str.strip, cut.split("\n")))


def read_lines(source: Source) -> Lines:
    """The lines of `source`. Linear in its length."""
    offset = source.line_starts()  # first: it needs as much memory as the lines for a while
    raw = source.text.split("\n")
    text = [line.strip() for line in raw]
    blocks, block = _blocks(text, raw)
    width = _wrap_width(text, blocks)
    return Lines(
        source=source,
        text=text,
        indent=[
            _indent(line) if stripped and line[0].isspace() else 0
            for line, stripped in zip(raw, text, strict=True)
        ],
        offset=offset,
        blocks=blocks,
        block=block,
        wrapped=width > 0,
        width=width,
        gap=_usual_gap(blocks),
    )


def _indent(line: str) -> int:
    column = len(line) - len(line.lstrip(" "))
    if not line[column].isspace():
        return column
    column = 0
    for char in line:
        if char == "\t":
            column += TAB - column % TAB
        elif char == "\f":
            column = 0
        elif char.isspace():
            column += 1
        else:
            break
    return column


def _blocks(text: list[str], raw: list[str]) -> tuple[list[tuple[int, int]], array[int]]:
    blocks: list[tuple[int, int]] = []
    block = array("i", [-1]) * len(text)
    start = -1
    number = 0
    for at, line in enumerate(text):
        if line:
            if start >= 0 and raw[at][0] == "\f":
                blocks.append((start, at))
                start = at
                number += 1
            elif start < 0:
                start = at
            block[at] = number
        elif start >= 0:
            blocks.append((start, at))
            start = -1
            number += 1
    if start >= 0:
        blocks.append((start, len(text)))
    return blocks, block


def _usual_gap(blocks: list[tuple[int, int]]) -> int:
    gaps = Counter(b[0] - a[1] for a, b in pairwise(blocks))
    return min((-n, gap) for gap, n in gaps.items())[1] if gaps else 1


def _wrap_width(text: list[str], blocks: list[tuple[int, int]]) -> int:
    """The measure that lines were filled to, 0 in an unwrapped text.

    A greedily filled line has no room for the first word of the next. In hard-wrapped prose most
    lines that are not the last of their block are full in that sense; in verse, lists and
    unwrapped text few are.
    """
    lengths = sorted(map(len, filter(None, text)))
    if len(lengths) - bisect_right(lengths, LONG_LINE) > MOST_LONG_LINES * len(lengths):
        return 0
    broken = [at for first, stop in blocks for at in range(first, stop - 1)]
    if not broken:
        return 0
    widths = sorted([len(text[at]) for at in broken])
    width = widths[int(0.9 * (len(widths) - 1))]
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(
        len(text[at]) > width - 4 or len(text[at]) + 1 + len(text[at + 1].split(None, 1)[0]) > width - 2
        for at in broken
    )
    return width if full >= FULL_ENOUGH * len(broken) else 0


T = TypeVar("T")


def once_a_text(question: Callable[[Lines], T]) -> Callable[[Lines], T]:
    """Answer `question` once for each `Lines`: several rules ask the same of the same text."""

    @wraps(question)
    def ask(lines: Lines) -> T:
        known = lines.known
        if question not in known:
            known[question] = question(lines)
        answer: T = known[question]
        return answer

    return ask


@once_a_text
def _beginnings(lines: Lines) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines.text):
        if line and not line[0].isalpha():
            found[line[0]].append(at)
    return found


def beginning_with(lines: Lines, signs: Iterable[str]) -> list[int]:
    """The lines that begin with one of `signs`, none of which is a letter; ascending."""
    known = _beginnings(lines)
    return sorted(chain.from_iterable(known.get(sign, ()) for sign in signs))


def lines_with(lines: Lines, sign: re.Pattern[str]) -> Iterator[int]:
    """The lines in which `sign`, a pattern of one character, is found; ascending."""
    text, at = lines.source.text, 0
    while found := sign.search(text, at):
        line = bisect_right(lines.offset, found.start()) - 1
        yield line
        if line + 1 == len(lines):
            return
        at = lines.offset[line + 1]


def words_of(lines: Lines, folded: Callable[[str], str] = str) -> set[str]:
    """The different words between spaces; `folded` is done to the text before.

    Taken some lines at a time: all words one by one would be ten times the text.
    """
    words: set[str] = set()
    cuts = [*lines.offset[::AT_ONCE], None]
    for first, stop in pairwise(cuts):
        words.update(folded(lines.source.text[first:stop]).split())
    return words
