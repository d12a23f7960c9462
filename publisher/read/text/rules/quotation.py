"""Quotations that are set in: paragraphs indented as a whole, or marked ">" as in mail."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsQuote
from publisher.read.text.lines import Lines
from publisher.read.text.shapes import body_indent, full

NAME = "quotation"

INSET = 2
"""Columns that a quotation is set in at least."""
FEWEST_LINES = 2
"""One indented line may be anything."""


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a run of indented blocks of running prose."""
    if not lines.wrapped:
        return
    base = body_indent(lines)
    run: list[tuple[int, int]] = []
    for block in lines.blocks:
        if _set_in(lines, block, base):
            run.append(block)
        else:
            yield from _claim(run)
            run = []
    yield from _claim(run)


def _set_in(lines: Lines, block: tuple[int, int], base: int) -> bool:
    """Whether all lines of a block are indented and, but for the last, full in their own measure."""
    first, stop = block
    if stop - first < FEWEST_LINES or min(lines.indent[first:stop]) < base + INSET:
        return False
    broken = sum(full(lines, n) or _nearly(lines, n, first, stop) for n in range(first, stop - 1))
    return broken >= 0.7 * (stop - first - 1) and any(c.islower() for c in lines.text[first])


def _nearly(lines: Lines, at: int, first: int, stop: int) -> bool:
    """Whether a line is as long as the longest of its block allows."""
    longest = max(len(lines.text[n]) for n in range(first, stop))
    word = lines.text[at + 1].split(None, 1)[0]
    return longest > 0.6 * lines.width and len(lines.text[at]) + 1 + len(word) > longest


def _claim(run: list[tuple[int, int]]) -> Iterator[Claim]:
    if run:
        count = sum(stop - first for first, stop in run)
        yield Claim(
            rule=NAME,
            first=run[0][0],
            stop=run[-1][1],
            says=IsQuote(),
            evidence=(Evidence(f"{count} lines of prose set in", 2.0 + 0.2 * min(count, 10)),),
        )
