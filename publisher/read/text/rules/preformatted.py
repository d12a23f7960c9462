"""Text whose spaces count: fenced and indented code, tables drawn with characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsPreformatted, Says
from publisher.read.text.lines import Lines, beginning_with, once_a_text
from publisher.read.text.shapes import LONGEST_TYPED, body_indent

NAME = "preformatted"

FENCE = re.compile(r"(?:```|~~~)[\w+-]*")
COLUMNS = re.compile(r"\S {3,}\S.*?\S {3,}\S|\S\s*\|\s*\S.*\|")
RULED = re.compile(r"[+|][-=+| ]{5,}[+|]|[-=]{3,}(?:\s+[-=]{3,})+|-{5,}+\+[-+]*-{3}")
TABLE_SIGNS = ("   ", "|", "\n+", "\n-", "\n=")
"""Without one of these a block is no table."""
ROWS = 3
"""Rows of the smallest table drawn with spaces; two lines may be a date and a place."""

CODE = re.compile(
    r"[{}]$|(?:=|\w\().*;$|^[\])}]+[;,)]*$|^(?:>>>|\$|#!?\[|//|/\*|\*/|@\w+$|-->|\d* ?\|)(?:\s|\b|$)"
    r"|^(?:async )?(?:def|class) \w.*[:,(](?:\s*(?:#.*|\.\.\.|pass))?$"
    r"|^(?:elif|with|for|while|if) .*:(?:\s*#.*)?$"
    r"|^(?:pub |async |unsafe |extern )*(?:fn|struct|enum|impl|trait|mod|use|let|match|type)\b.*[{;(,=]$"
    r"|^[\w.]+(?:\[[^\]]*\])?(?:: [\w\[\], .]+)? [-+*/|&:]?= \S|^[\w.:]+!?\(.*\)(?:[;:,]|\s*#.*|\s*->.*)?$"
    r"|\w::\w|\w\(\)|\) ?-> |=> |^(?:error|warning)(?:\[E\d+\])?:|\^\^\^|^return\b.*[;)\]]$|\s#\s"
)
"""Lines that nobody writes but in code."""
CODE_SIGN = re.compile(r"[][{}();:=<>#@$|^/]")
"""Without one of these, or a comma at its end, a line has nothing of `CODE`."""
SENTENCE = re.compile(
    r"(?!let |use |for |if |while |//)\W*[A-Za-z][\w’'.:()]*,?(?: [a-z’'-]+,?){3,}|[-*•] [A-Z]"
    r"|[A-Z].*\w[.:]$|[A-Z][a-z]+(?: [\w:]+){3,}$"
)
"""How prose about code begins: three words in small letters one after the other."""


SIGNS = frozenset("{}();=<>#_$`[]|^:@")
INDENT = 4
"""Columns that code in running text is set in."""
SHARE = 0.5
"""The share of lines of a block of code that look like code, at least."""
WIDEST_GAP = 2
"""Blank lines within code."""
TECHNICAL = 10
"""Lines of code in a text from which a line of code alone is taken for one."""


def claims(lines: Lines) -> Iterator[Claim]:
    """Fenced blocks first, then tables and code block by block."""
    fenced: set[int] = set()
    for first, stop in _fences(lines):
        fenced.update(range(first, stop))
        yield _claim(first, first + 1, IsDropped(what="code fence"), "a fence", 8.0)
        if stop - first > 2:
            yield _claim(first + 1, stop - 1, IsPreformatted(), "between fences", 9.0 + 0.5 * (stop - first))
        yield _claim(stop - 1, stop, IsDropped(what="code fence"), "a fence", 8.0)
    tables = [block for block in lines.blocks if block[0] not in fenced and _is_table(lines, *block)]
    for first, stop in tables:
        yield _claim(first, stop, IsPreformatted(), "columns drawn with spaces or bars", 3.5)
    drawn = fenced.union(*(range(*block) for block in tables))
    for first, stop in _code(lines, drawn):
        count = sum(code_lines(lines)[first:stop])
        reason = f"{count} lines with the words and signs of code"
        yield _claim(first, stop, IsPreformatted(), reason, 3.0 + 0.5 * min(count, 20))


def _claim(first: int, stop: int, says: Says, reason: str, weight: float) -> Claim:
    return Claim(rule=NAME, first=first, stop=stop, says=says, evidence=(Evidence(reason, weight),))


def _fences(lines: Lines) -> Iterator[tuple[int, int]]:
    at: int | None = None
    for n in beginning_with(lines, "`~"):
        if FENCE.fullmatch(lines.text[n]):
            if at is None:
                at = n
            else:
                yield at, n + 1
                at = None


def _is_table(lines: Lines, first: int, stop: int) -> bool:
    """Whether a block has rules, or columns in most of its rows."""
    if stop - first < ROWS:
        return False
    texts = lines.text[first:stop]
    whole = "\n".join(["", *texts])
    if not any(map(whole.__contains__, TABLE_SIGNS)):
        return False
    columns = sum(bool(COLUMNS.search(text)) for text in texts)
    return columns >= 0.6 * len(texts) or any(RULED.fullmatch(text) for text in texts)


# Code -------------------------------------------------------------------------------------------------


@once_a_text
def code_lines(lines: Lines) -> Sequence[bool]:
    """Which lines look like code by themselves; in wrapped text only lines set in are asked."""
    if lines.wrapped:
        least = body_indent(lines) + INDENT
        return [
            indent >= least
            and bool(
                ((CODE_SIGN.search(text) or text[-1:] == ",") and CODE.search(text)) or INSET_CODE.match(text)
            )
            for text, indent in zip(lines.text, lines.indent, strict=True)
        ]
    return [
        len(text) <= LONGEST_TYPED
        and not SIGNS.isdisjoint(text)
        and CODE.search(text) is not None
        and SENTENCE.match(text) is None
        for text in lines.text
    ]


def _code(lines: Lines, drawn: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of code: neighbouring pieces with few blank lines between them."""
    run: tuple[int, int] | None = None
    for first, stop in _pieces(lines):
        if first in drawn:
            continue
        if run and first - run[1] <= WIDEST_GAP and lines.next_text(run[1]) == first:
            run = (run[0], stop)
        else:
            if run and _is_code(lines, *run):
                yield run
            run = (first, stop)
    if run and _is_code(lines, *run):
        yield run


def _pieces(lines: Lines) -> Iterator[tuple[int, int]]:
    """Blocks of a wrapped text that are set in; blocks, or runs of short lines, of an unwrapped one."""
    if lines.wrapped:
        least = body_indent(lines) + INDENT
        indent = lines.indent
        yield from (
            (first, stop)
            for first, stop in lines.blocks
            if indent[first] >= least and min(indent[first:stop]) >= least
        )
        return
    code = code_lines(lines)
    for first, stop in lines.blocks:
        if all(len(text) <= LONGEST_TYPED for text in lines.text[first:stop]) and (
            code[first] or code[stop - 1] or PROMPT.match(lines.text[first])
        ):
            yield first, stop
        else:
            yield from _runs(lines, first, stop)


def _runs(lines: Lines, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The runs of lines in a block that are code or set in."""
    code = code_lines(lines)
    at = first
    while at < stop:
        end = at
        while end < stop and (code[end] or (lines.indent[end] and len(lines.text[end]) <= LONGEST_TYPED)):
            end += 1
        if end > at:
            yield at, end
        at = end + 1


@once_a_text
def _is_technical(lines: Lines) -> bool:
    return sum(code_lines(lines)) >= TECHNICAL


def _is_code(lines: Lines, first: int, stop: int) -> bool:
    shown = sum(map(bool, lines.text[first:stop]))
    code = code_lines(lines)
    technical = _is_technical(lines)
    if technical and PROMPT.match(lines.text[first]):
        return True
    return sum(code[first:stop]) >= max(1 if technical else 2, SHARE * shown)


INSET_CODE = re.compile(
    r"(?:pass|return|else:|try:|\.\.\.|#.*|\w+: \w*\[[\w\[\], .]+\])$"
    r"|(?:import|from) [\w.]+(?: import .+)?$"
)
"""Lines that are code where they are set in: they may be a heading or a word of prose at the margin."""


PROMPT = re.compile(r"(?:\$|>|PS>|C:\\>|>>>) \S")
"""What a command and what it prints begin with."""
