"""The lines at which a heading may begin, and how far each would reach.

In hard-wrapped text a heading opens its block; in unwrapped text each line is a block of its own.
Rules for headings pick among these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from publisher.read.text.folding import fold
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.numbering import STRESS, Numbering, numbering

LONGEST = 170
"""Characters: no heading has a longer line."""

LONGEST_WIDE = 60
"""The same for lines in Han characters or kana, which say more in less."""

MOST_LINES = 6
"""Lines of the longest heading."""

MOST_WIDTHS = 4.2
"""Line widths that a heading in a wrapped text fills at most."""

NARROW, BROAD = 70, 150
"""The bounds of what stands for the width of a text that has none."""

LINES_A_PARAGRAPH = 5
"""A long paragraph of an unwrapped text would have so many lines."""

WIDE_SAMPLE = 20_000
"""Characters looked at to see a text's script."""

WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Opener:
    """Lines [first, stop) that may be a heading: `text` is them in one line, without stress marks.

    `key` is the text folded, `number` its numbering. `alone` says that its block ends with it.
    """

    first: int
    stop: int
    text: str
    key: str
    number: Numbering | None
    alone: bool


@once_a_text
def width(lines: Lines) -> int:
    """The width to measure lines by; in unwrapped text a share of its longer paragraphs."""
    if lines.width:
        return lines.width
    lengths = sorted(len(line) for line in lines.text if line)
    longer = lengths[int(0.75 * (len(lengths) - 1))] if lengths else 0
    scale = 2 if _is_wide(lines) else 1
    return max(NARROW // scale, min(BROAD // scale, longer // LINES_A_PARAGRAPH))


def _is_wide(lines: Lines) -> bool:
    """Whether the text is in a script whose characters take two columns and say as much."""
    sample = lines.source.text[:WIDE_SAMPLE]
    return len(WIDE.findall(sample)) > 0.3 * len(sample)


@once_a_text
def openers(lines: Lines) -> list[Opener]:
    """All of a text, ascending; they do not overlap."""
    found: list[Opener] = []
    for first, stop in lines.blocks:
        if lines.wrapped:
            end = _end(lines, first, stop)
            if end:
                found.append(_opener(lines, first, end, end == stop))
            tail = _tail(lines, max(end, first + 1), stop)
            if tail:
                found.append(_opener(lines, tail, stop, True))
        else:
            for at in range(first, stop):
                if _short(lines.text[at]):
                    found.append(_opener(lines, at, at + 1, stop - first == 1))
    return [o for o in found if o.key]


def _opener(lines: Lines, first: int, stop: int, alone: bool) -> Opener:
    text = lines.text[first] if stop == first + 1 else " ".join(lines.text[first:stop])
    text = text.replace("\f", "").strip(STRESS)
    return Opener(first, stop, text, fold(text), numbering(text), alone)


def _short(line: str) -> bool:
    if len(line) <= LONGEST_WIDE:
        return True
    return len(line) <= LONGEST and (line.isascii() or len(WIDE.findall(line)) <= LONGEST_WIDE)


def _end(lines: Lines, first: int, stop: int) -> int:
    """Where a heading would end that opens the block [first, stop); 0 if the block is prose."""
    text, wide = lines.text, width(lines)
    head = text[first]
    if not _short(head):
        return 0
    if stop == first + 1:
        return stop
    whole = sum(map(len, text[first:stop])) if stop - first <= MOST_LINES else 0
    if whole and whole <= MOST_WIDTHS * wide and not _prose(lines, first, stop):
        return stop
    # A line that had room for the next word was ended on purpose: the heading is it, the text below.
    after = text[first + 1]
    if len(head) < 0.8 * wide and len(head) + 1 + len(after.split(None, 1)[0]) <= wide - 4:
        return first + 1
    if head.isupper() and not after.isupper():
        return first + 1
    if len(head) < wide and numbering(head) is not None:
        return first + 1
    return 0


def _tail(lines: Lines, first: int, stop: int) -> int:
    """The line of a block's last two that is numbered as a heading would be; 0 if none is.

    Where paragraphs have no blank lines between them, a heading may have none before it either.
    """
    for at in range(max(first, stop - 2), stop):
        line = lines.text[at]
        if len(line) <= 30 and line[:1].isupper():
            found = numbering(line)
            if found and not found.title and (found.keyword or found.scheme == "roman"):
                return at
    return 0


def _prose(lines: Lines, first: int, stop: int) -> bool:
    """Whether a short block reads as sentences: lines filled, small letters, a stop at its end."""
    text = lines.text
    if stop - first == 1:
        return False
    joined = " ".join(text[first:stop])
    if joined.rstrip("_*\"'”’»)")[-1:] not in ".!?…;:," or joined.isupper():
        return False
    full = all(
        len(text[n]) + 1 + len(text[n + 1].split(None, 1)[0]) > lines.width - 3
        for n in range(first, stop - 1)
    )
    return full and numbering(text[first]) is None
