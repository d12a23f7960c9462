"""Quotations that are set in: paragraphs indented as a whole, or marked ">" as in mail.

Much else is set in: verse, lists, tables, code, stage directions, captions. A quotation is running prose,
filled to its own measure, here and there in a text whose other paragraphs begin at the margin. Where
indents tell sections from subsections, they tell no quotations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from publisher.read.text.claims import Claim, Evidence, IsDropped, IsQuote, Trim
from publisher.read.text.lines import Lines, beginning_with, once_a_text
from publisher.read.text.shapes import (
    LONGEST_TYPED,
    UNWRAPPED,
    begins_large,
    body_indent,
    filled,
    measure,
    stopped,
)

NAME = "quotation"

INSET = 2
"""Columns that a quotation is set in at least."""
NARROWEST = 0.55
"""Share of the measure that a quotation reaches at least."""
RAGGED_LEFT = 8
"""Columns by which the first line of a quotation may be set in further."""

OTHER_BEGINNING = re.compile(
    r"[-*•+o#|=>]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]+)[.)]\s|[\[(_]*\[|\(_|_Enter\b|\W*$"
)
OTHER = re.compile(r"\S {3,}\S|[.\s]\d+(?:-\d+)?$|[{}\\|<>]|\w\(|::|//|\s[=#]\s")
"""How items of lists, tables, captions, stage directions and code begin, and what is in them."""
OTHER_SIGN = re.compile(r"[\d{}\\|<>(:/=#]")
"""Without one of these or three spaces there is nothing of `OTHER` in a line."""

HABIT = 0.2
"""The share of set-in prose from which indents mean something else than quotation."""
STEPS = 3
"""So many different indents of prose tell the structure of the text."""
FEWEST = 6
"""Lines of prose at one indent that count as one of them."""

MAIL = re.compile(r"^(?!>>>)>(?:\s?>)*(?:\s+|$)")
"""The mark of a line quoted in mail."""
DROPPED = IsDropped(what="mark of quotation")

LEAST = 0.25
"""Log odds of the weakest claim."""


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a run of set-in paragraphs, or of lines marked ">"."""
    yield from _mail(lines)
    run: list[tuple[int, int]] = []
    for block in _set_in(lines):
        if run and lines.next_text(run[-1][1]) != block[0]:
            yield from _claim(lines, run)
            run = []
        run.append(block)
    yield from _claim(lines, run)


def trims(lines: Lines) -> Iterator[Trim]:
    """The marks of lines quoted in mail."""
    for first, stop in _mailed(lines):
        for n in range(first, stop):
            mark = MAIL.match(lines.text[n])
            if mark:
                yield Trim(rule=NAME, line=n, start=0, stop=mark.end(), what=DROPPED.what)


# Set in -----------------------------------------------------------------------------------------------


def _set_in(lines: Lines) -> Iterator[tuple[int, int]]:
    """The paragraphs of prose that are set in as a whole."""
    if lines.wrapped:
        found = _blocks(lines)
    else:
        usual = _usual_indent(lines)
        found = [
            (n, n + 1)
            for n, text in enumerate(lines.text)
            if len(text) > LONGEST_TYPED and lines.indent[n] >= usual + INSET and not _is_other(text)
        ]
    if not _is_habit(lines, found):
        yield from found


def _blocks(lines: Lines) -> list[tuple[int, int]]:
    base = body_indent(lines)
    found: list[tuple[int, int]] = []
    for (first, stop), wide in zip(lines.blocks, filled(lines), strict=True):
        head = lines.indent[first]
        if head < base + INSET:
            continue
        rest = lines.indent[first + 1 : stop]
        if min(rest, default=head) < base + INSET or _is_other(lines.text[first]):
            continue
        if not rest:
            if found and _goes_on(lines, found[-1], first):
                found.append((first, stop))
        elif (
            max(rest) == min(rest)
            and 0 <= head - rest[0] <= RAGGED_LEFT
            and _is_prose(lines, first, stop, wide)
        ):
            found.append((first, stop))
    return found


def _is_prose(lines: Lines, first: int, stop: int, wide: int) -> bool:
    """Whether lines are filled to a measure of their own, and not by chance."""
    texts = lines.text[first:stop]
    if not wide and len(texts) == 2:
        wide = lines.indent[first] + len(texts[0])
        word = texts[1].split(" ", 1)[0]
        margins = 2 * (lines.indent[first] - body_indent(lines))
        if begins_large(word) or wide + 1 + len(word) < measure(lines) - margins - 2:
            return False
    if wide < NARROWEST * measure(lines):
        return False
    return sum(map(_is_other, texts)) <= 0.2 * len(texts)


def _is_other(text: str) -> bool:
    if OTHER_BEGINNING.match(text):
        return True
    return bool(OTHER_SIGN.search(text) or "   " in text) and OTHER.search(text) is not None


def _goes_on(lines: Lines, before: tuple[int, int], at: int) -> bool:
    """Whether a line alone is the next paragraph of the quotation `before`."""
    text = lines.text[at]
    next_to = before[1] == lines.last_text(at - 1) + 1
    same = abs(lines.indent[at] - lines.indent[before[1] - 1]) <= RAGGED_LEFT // 2
    return next_to and same and begins_large(text) and stopped(text) and " " in text


def _usual_indent(lines: Lines) -> int:
    indents = Counter(
        indent for indent, text in zip(lines.indent, lines.text, strict=True) if len(text) > LONGEST_TYPED
    )
    return min(((-count, indent) for indent, count in indents.items()), default=(0, 0))[1]


def _is_habit(lines: Lines, found: Sequence[tuple[int, int]]) -> bool:
    """Whether so much is set in, or in so many steps, that it can't be quotations."""
    if lines.wrapped:
        prose = sum(b[1] - b[0] for b, wide in zip(lines.blocks, filled(lines), strict=True) if wide)
    else:
        prose = sum(len(text) > LONGEST_TYPED for text in lines.text)
    steps: Counter[int] = Counter()
    for first, stop in found:
        steps[lines.indent[stop - 1]] += stop - first
    inset = sum(steps.values())
    return inset > HABIT * prose or sum(count >= FEWEST for count in steps.values()) >= STEPS


def _claim(lines: Lines, run: Sequence[tuple[int, int]]) -> Iterator[Claim]:
    if not run:
        return
    first, stop = run[0][0], run[-1][1]
    characters = sum(len(lines.text[n]) for n in range(first, stop))
    count = max(sum(end - begin for begin, end in run), characters // (UNWRAPPED // 2))
    evidence = [
        Evidence("much is set in that is no quotation", -1.5),
        Evidence(f"{count} lines of prose set in", 1.5 + 0.1 * min(count, 10)),
    ]
    before, after = lines.last_text(first - 1), lines.next_text(stop)
    if before >= 0 and (lines.text[before][-1] in ":—-," or not stopped(lines.text[before])):
        evidence.append(Evidence("the line before it announces something", 1.0))
    if after < len(lines) and not begins_large(lines.text[after]):
        evidence.append(Evidence("the sentence goes on after it", 0.8))
    if lines.text[first][0] in "\"“«‘„'":
        evidence.append(Evidence("opens with a quotation mark", 1.0))
    if sum(e.weight for e in evidence) > LEAST:
        yield Claim(rule=NAME, first=first, stop=stop, says=IsQuote(), evidence=tuple(evidence))


# Mail ---------------------------------------------------------------------------------------------------


@once_a_text
def _mailed(lines: Lines) -> Sequence[tuple[int, int]]:
    """The runs of lines marked ">" that hold sentences: shells and interpreters show a ">" too."""
    runs: list[tuple[int, int]] = []
    for n in beginning_with(lines, ">"):
        if MAIL.match(lines.text[n]):
            if runs and runs[-1][1] == n:
                runs[-1] = (runs[-1][0], n + 1)
            else:
                runs.append((n, n + 1))
    return [run for run in runs if _has_sentences(lines, *run)]


def _has_sentences(lines: Lines, first: int, stop: int) -> bool:
    texts = [MAIL.sub("", lines.text[n]) for n in range(first, stop)]
    if sum(map(_is_other, filter(None, texts))) > 0.3 * len(texts):
        return False
    sentence = any(stopped(text) and text.count(" ") > 1 for text in texts)
    return sentence or sum(map(len, texts)) > LONGEST_TYPED


def _mail(lines: Lines) -> Iterator[Claim]:
    """One claim a paragraph; the marks that stand alone between two are dropped."""
    for first, stop in _mailed(lines):
        start = first
        for n in range(first, stop + 1):
            empty = n < stop and MAIL.fullmatch(lines.text[n])
            if (n == stop or empty) and start < n:
                marked = (Evidence('lines marked ">"', 4.0),)
                yield Claim(rule=NAME, first=start, stop=n, says=IsQuote(), evidence=marked)
            if empty:
                alone = (Evidence('nothing but a ">"', 4.0),)
                yield Claim(rule=NAME, first=n, stop=n + 1, says=DROPPED, evidence=alone)
                start = n + 1
