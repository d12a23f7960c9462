"""Texts to try rules on, written for the tests."""

from __future__ import annotations

from publisher.read.text.lines import Lines, read_lines
from publisher.source import Source

SENTENCES = (
    "The ferry left at six in the morning, and nobody on the quay looked up from the nets they were mending.",
    "It had left at six for forty years, in fog and in frost, and it would leave at six when the last of "
    "them was under ground behind the chapel.",
    "Old Marten at the rope said that a ferry is a promise, and that a promise is kept or it is not.",
    "Nobody could say who had first promised what to whom, but the bell rang, and the rope was cast off.",
)


def fill(text: str, width: int = 72, indent: int = 0) -> str:
    """`text` in lines of at most `width` characters."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join(" " * indent + part for part in [*lines, line])


def prose(paragraphs: int, width: int = 72) -> str:
    """So many paragraphs, each a little different, with a blank line between; `width` 0: unwrapped."""
    out = []
    for n in range(paragraphs):
        text = " ".join(SENTENCES[(n + k) % len(SENTENCES)] for k in range(2 + n % 3))
        out.append(fill(text, width) if width else text)
    return "\n\n".join(out)


def lines_of(text: str) -> Lines:
    """The lines of `text`."""
    return read_lines(Source("x.txt", text))
