"""Where Project Gutenberg's own text ends and begins: the licence's head and foot.

Wordings since 1991: "*** START OF THIS PROJECT GUTENBERG EBOOK ...", "*** START OF THE ...",
"*END*THE SMALL PRINT! ...", "End of the Project Gutenberg EBook of ...", "*** END OF ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.read.text.lines import Lines, once_a_text

HEAD = re.compile(
    r"\*{3} ?START OF (?:THE |THIS )?PROJECT GUTENBERG|\*END\*? ?THE SMALL PRINT"
    r"|\*{3}START\*{2}THE SMALL PRINT",
    re.IGNORECASE,
)
FOOT = re.compile(
    r"\W{0,5}END OF (?:THE |THIS )?PROJECT GUTENBERG|End of (?:The |the |this )?Project Gutenberg"
    r"|\*{3} ?START: FULL LICENSE|START: FULL LICENSE|The End of the Project Gutenberg",
)
CREDITS = re.compile(
    r"\W*+(?:(?:This )?e-?(?:book|text) (?:was )?(?:produced|prepared|transcribed|scanned)"
    r"|(?:Produced|Transcribed|Prepared|Scanned|Digiti[sz]ed|HTML version) by\b"
    r"|(?:Transcribed|Scanned|Prepared) from the \d{4} "
    r"|(?:Transcriber.?s?.? notes?|Note du transcripteur|Nota del transcriptor"
    r"|Anmerkung(?:en)? zur Transkription|Note: Project Gutenberg)\b"
    r"|.{0,90}(?:Distributed Proofread|pgdp\.net|gutenberg\.org|gutenberg\.net))",
    re.IGNORECASE,
)

BLOCKS_OF_CREDITS = 8
"""Blocks at the beginning among which the credits stand."""

LONGEST_NOTE = 40
"""Lines of a note in brackets."""

HEAD_WITHIN = 0.5
"""The head ends in the first half of a text, the foot begins in the second."""

FARTHEST_HEAD = 800
"""Lines: the longest head (the small print of the nineties) ends before."""


@once_a_text
def licence(lines: Lines) -> tuple[int, int]:
    """The lines [start, stop) that are the book: all of them where there is no licence."""
    return _head(lines), _foot(lines)


def _head(lines: Lines) -> int:
    text = lines.text
    at = end = 0
    for n in range(min(FARTHEST_HEAD, int(len(lines) * HEAD_WITHIN) + 1, len(lines))):
        if "*" in text[n] and HEAD.search(text[n]):
            at = n + 1
            if "***" not in text[n][3:] and not text[n].startswith("*END"):
                end = max(end, at)
                while not lines.blank(end):  # the mark runs over several lines
                    end += 1
                at = end
    return at


def _foot(lines: Lines) -> int:
    for n in range(int(len(lines) * HEAD_WITHIN), len(lines)):
        if lines.text[n] and FOOT.match(lines.text[n]):
            return n
    return len(lines)


def credits(lines: Lines) -> Iterator[tuple[int, int]]:
    """The blocks soon after the head that name who made the file; a note in brackets up to its end."""
    at = lines.next_text(licence(lines)[0])
    for _ in range(BLOCKS_OF_CREDITS):
        if at >= len(lines):
            return
        first, stop = lines.blocks[lines.block[at]]
        if CREDITS.match(" ".join(lines.text[first : min(stop, first + 3)])):
            stop = _closed(lines, first, stop)
            yield first, stop
        at = lines.next_text(stop)


def _closed(lines: Lines, first: int, stop: int) -> int:
    """Where a note that opens with a bracket closes it, within a page; else `stop`."""
    if lines.text[first].startswith("["):
        for n in range(first, min(first + LONGEST_NOTE, len(lines))):
            if lines.text[n].endswith("]"):
                return n + 1
    return stop
