"""The lines of a text and what can be seen of each without understanding it."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.source import Source

TAB = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A text by lines; all lists are indexed by line, from 0, and are never changed.

    `raw` is the line as it stands, `text` without surrounding space. `indent` counts columns before
    the text (a tab leads to the next multiple of 8), 0 on blank lines. `blocks` are the half-open
    ranges of lines between blank lines, `block` the index of a line's block (-1 on blank lines).
    `wrapped` says that long paragraphs are broken into lines of about `width` characters; in an
    unwrapped text each line is a paragraph and `width` is 0. `offset` is the index of the line's
    first character in the source. `gap` is the usual number of blank lines between blocks.
    """

    source: Source
    raw: list[str]
    text: list[str]
    indent: list[int]
    offset: list[int]
    blocks: list[tuple[int, int]]
    block: list[int]
    wrapped: bool
    width: int
    gap: int

    def __len__(self) -> int:
        return len(self.raw)

    def blank(self, at: int) -> bool:
        """Whether line `at` has no text; lines outside the text are blank."""
        return not (0 <= at < len(self.raw) and self.text[at])

    def gap_before(self, at: int) -> int:
        """How many blank lines stand before line `at`."""
        n = 0
        while at - n - 1 >= 0 and not self.text[at - n - 1]:
            n += 1
        return n

    def gap_after(self, at: int) -> int:
        """How many blank lines follow line `at`."""
        n = 0
        while at + n + 1 < len(self.raw) and not self.text[at + n + 1]:
            n += 1
        return n
