"""Shapes of lines and paragraphs that several rules look for."""

from __future__ import annotations

import re
from collections import Counter

from publisher.read.text.lines import Lines, once_a_text

BAR = " | "
SENTENCE_LIKE = 6
"""Words: a piece between bars that has more is no keyword."""
LONGEST_GLUED = 3
"""Words of a keyword that may be glued to the end of a headline."""

_GLUED = re.compile(r"^(?P<head>.*[.!?。！？])\s+(?P<tail>[^.!?]+)$")


def split_bars(text: str) -> tuple[str, tuple[str, ...]]:
    """A headline and its keywords: "Rain is near. Weather | Rain" -> ("Rain is near.", ("Weather", "Rain")).

    What stands before the first bar is the headline. A piece that is long or has a colon belongs to
    it; so does all before that. The first keyword clings to the end of the headline where that has
    come to a full stop before.
    """
    pieces = [piece.strip() for piece in text.split(BAR.strip()) if piece.strip()]
    if len(pieces) < 2:
        return text.strip(), ()
    last = max((n for n, piece in enumerate(pieces) if _belongs(piece)), default=0)
    headline, keywords = BAR.join(pieces[: last + 1]), pieces[last + 1 :]
    glued = _GLUED.match(headline)
    if glued and keywords and len(glued["tail"].split()) <= LONGEST_GLUED:
        headline, keywords = glued["head"], [glued["tail"], *keywords]
    return headline, tuple(keywords)


def _belongs(piece: str) -> bool:
    return ":" in piece or len(piece.split()) > SENTENCE_LIKE


def full(lines: Lines, at: int) -> bool:
    """Whether line `at` of a wrapped text was broken because the next word had no room."""
    if at + 1 >= len(lines) or not lines.text[at + 1]:
        return False
    word = lines.text[at + 1].split(None, 1)[0]
    return lines.indent[at] + len(lines.text[at]) + 1 + len(word) > lines.width - 2


@once_a_text
def body_indent(lines: Lines) -> int:
    """The column in which lines of running text begin: the commonest of full lines."""
    indents = Counter(
        lines.indent[n] for first, stop in lines.blocks for n in range(first, stop) if full(lines, n)
    )
    return min(((-count, indent) for indent, count in indents.items()), default=(0, 0))[1]
