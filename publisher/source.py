"""Bytes to text, and places in that text.

A `Source` is the decoded input with every line end made "\\n". A `Span` is a half-open range of
its characters; `Source.line` and `Source.place` turn an offset into what an editor shows. Lines
count from 1 and end at "\\n" alone: a form feed ends no line.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from publisher.diagnostics import Place


class Span(NamedTuple):
    """The half-open range [start, stop) of characters in a `Source`'s text."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Source:
    """One decoded input. `name` is for messages only; `encoding` is what the bytes were read as."""

    name: str
    text: str
    encoding: str = "utf-8"
    _starts: array[int] = field(default_factory=lambda: array("q"), init=False, repr=False, compare=False)

    def line(self, offset: int) -> int:
        """The line of the character at `offset`, from 1."""
        return bisect_right(self.line_starts(), offset)

    def line_starts(self) -> Sequence[int]:
        """The offset of each line's first character, ascending."""
        if not self._starts:
            sizes = map(len, self.text.split("\n"))
            self._starts.extend(at + ends for ends, at in enumerate(accumulate(sizes, initial=0)))
            self._starts.pop()  # the end of the last line
        return self._starts

    def place(self, offset: int) -> Place:
        """File, line and column (both from 1) of the character at `offset`."""
        line = self.line(offset)
        return Place(file=self.name, line=line, column=offset - self.line_starts()[line - 1] + 1)
