"""Text whose spaces count: fenced and indented code, tables drawn with characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsPreformatted, Says
from publisher.read.text.lines import Lines

NAME = "preformatted"

FENCE = re.compile(r"^(?:```|~~~)[\w+-]*$")
COLUMNS = re.compile(r"\S {3,}\S.*?\S {3,}\S|\S\s*\|\s*\S.*\|")
RULED = re.compile(r"^[+|][-=+| ]{5,}[+|]$|^[-=]{3,}(?:\s+[-=]{3,})+$")
CODE = re.compile(
    r"[{};]\s*$|^\s*(?:def|class|import|from|return|if|for|while|fn|let|const|var|pub|use|#include|public|private|>>>|\$)\b"
    r"|\w\(.*\)\s*[:{;]?$|[=!<>+-]=|->|=>|::|^\s*(?:#|//|/\*|\*/)|^\s*[\w.\[\]]+\s*=\s*\S"
)
INDENT = 4
"""Columns that code in running text is set in."""


def claims(lines: Lines) -> Iterator[Claim]:
    """Fenced blocks first, then tables and indented code block by block."""
    fenced: set[int] = set()
    for first, stop in _fences(lines):
        fenced.update(range(first, stop))
        yield _claim(first, first + 1, IsDropped(what="code fence"), "a fence", 8.0)
        if stop - first > 2:
            yield _claim(first + 1, stop - 1, IsPreformatted(), "between fences", 9.0 + 0.5 * (stop - first))
        yield _claim(stop - 1, stop, IsDropped(what="code fence"), "a fence", 8.0)
    for first, stop in lines.blocks:
        if first in fenced or stop - first < 2:
            continue
        texts = lines.text[first:stop]
        ruled = sum(bool(RULED.match(text)) for text in texts)
        columns = sum(bool(COLUMNS.search(text)) for text in texts)
        if (ruled >= 1 and stop - first > 2) or (columns >= 0.6 * (stop - first) and columns >= 2):
            yield _claim(first, stop, IsPreformatted(), "columns drawn with spaces or bars", 3.5)
        elif lines.wrapped and min(lines.indent[first:stop]) >= INDENT and _is_code(texts):
            yield _claim(first, stop, IsPreformatted(), "indented, with the punctuation of code", 3.5)


def _is_code(texts: list[str]) -> bool:
    return sum(bool(CODE.search(text)) for text in texts) >= 0.5 * len(texts)


def _fences(lines: Lines) -> Iterator[tuple[int, int]]:
    at: int | None = None
    for n, text in enumerate(lines.text):
        if text and FENCE.match(text):
            if at is None:
                at = n
            else:
                yield at, n + 1
                at = None


def _claim(first: int, stop: int, says: Says, reason: str, weight: float) -> Claim:
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(reason, weight),))
