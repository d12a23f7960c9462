"""Headlines of other articles run together without a space: "... | ShanghaiStrictly abide by ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import AreTeasers, Claim, Evidence
from publisher.read.text.lines import Lines
from publisher.read.text.shapes import BAR, split_bars

NAME = "glued-headlines"

GLUE = re.compile(r"(?<=[^\W\d_]{2}[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ]+[ ,])")
"""A small letter at the end of a word of three, then at once a word with a capital, and another word."""
FEWEST = 3
"""Headlines of such a run."""
SHORTEST = 25
"""Characters of a headline: a shorter piece is a name like "JavaScript" cut in two."""


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a paragraph that falls into headlines, at least two of them with keywords."""
    if lines.wrapped:
        return
    for n, text in enumerate(lines.text):
        if text.count(BAR) < 2:
            continue
        pieces = split_glued(text)
        barred = sum(BAR in piece for piece in pieces)
        if len(pieces) >= FEWEST and barred >= 2:
            yield Claim(
                rule=NAME,
                first=n,
                stop=n + 1,
                says=AreTeasers(entries=tuple(split_bars(piece) for piece in pieces)),
                evidence=(
                    Evidence(f"{len(pieces)} headlines run together", 5.0),
                    Evidence(f"{barred} of them with keywords between bars", 4.0),
                ),
            )


def split_glued(text: str) -> list[str]:
    """`text` cut where two headlines are glued together."""
    pieces: list[str] = []
    start = 0
    for match in GLUE.finditer(text):
        if match.start() - start >= SHORTEST:
            pieces.append(text[start : match.start()])
            start = match.start()
    if len(text) - start < SHORTEST and pieces:
        return [*pieces[:-1], pieces[-1] + text[start:]]
    return [*pieces, text[start:]]
