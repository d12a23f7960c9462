"""The printed table of contents: where it stands, and what it says the headings are.

Found by its heading ("CONTENTS", "Inhalt" ...) or, without one, as a run of short lines near the
beginning that all come again later. Its lines are no headings, but what they name is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from publisher.read.text.folding import fold, without_page
from publisher.read.text.lines import Lines, once_a_text
from publisher.read.text.numbering import Numbering, numbering
from publisher.read.text.openers import Opener, openers
from publisher.read.text.sequences import lettered
from publisher.read.text.words import CONTENTS, VAGUE_CONTENTS

FEWEST = 3
"""Entries of the shortest table."""

FEWEST_UNNAMED = 5
"""The same for one without a heading."""

FRONT = 0.15
"""The share of a text in whose beginning a table without a heading may stand."""

FARTHEST = 4
"""Lines from one entry of a table without a heading to the next."""

COLUMN_HEADS = frozenset(
    {"page", "pages", "seite", "pagina", "pag", "chapter", "kapitel", "chap", "paragraph"}
)
"""What stands above the columns of a table."""

LONGEST_ENTRY = 170

DEEPEST = 9
"""Levels of a table at most."""

FILLED = 0.85
"""Of the width: longer lines are of prose."""

MOST_TRIES = 8
"""Lines that may head a table in one stretch of short lines; each is read to its end."""

MATCHING = 0.3
"""The share of the entries that come again as lines of their own, or have page numbers."""


class Entry(NamedTuple):
    """The lines [line, stop) of a table: text without page number, whether it had one, folded text."""

    line: int
    stop: int
    text: str
    key: str
    paged: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """The tables of a text: ranges of lines, the keys of their `size` entries (whole, and titles alone)
    with how often each comes,
    those of numbers without a title (`bare`), and how deep each lies (`depths`, from 1) if that shows."""

    ranges: tuple[tuple[int, int], ...]
    keys: Mapping[str, int]
    bare: frozenset[str]
    size: int
    depths: Mapping[str, int]

    def inside(self, line: int) -> bool:
        """Whether `line` is in a table."""
        return any(first <= line < stop for first, stop in self.ranges)


@once_a_text
def contents(lines: Lines) -> Contents:
    """The printed contents of a text; there may be none or several (one a volume)."""
    found = openers(lines)
    places = _places(found)
    ranges: list[tuple[int, int]] = []
    keys: Counter[str] = Counter()
    bare: set[str] = set()
    size = 0
    depths: dict[str, int] = {}
    for first, entries in [*_named(lines, found, places), *_unnamed(lines, places)]:
        stop = entries[-1].stop
        if ranges and first < ranges[-1][1]:
            continue
        ranges.append((first, stop))
        keys.update(_keys(entries))
        bare.update(_bare(entries))
        size += len(entries)
        depths |= _depths(lines, entries)
    return Contents(tuple(sorted(ranges)), keys, frozenset(bare), size, depths)


def _places(found: Sequence[Opener]) -> dict[str, list[int]]:
    """The lines of each key, those of titles after a number too."""
    places: dict[str, list[int]] = defaultdict(list)
    for opener in found:
        places[opener.key].append(opener.first)
        if opener.number and opener.number.title:
            title = fold(opener.number.title)
            if len(title) > 3:
                places[title].append(opener.first)
    return places


def _again(places: Mapping[str, Sequence[int]], key: str, first: int, stop: int) -> bool:
    """Whether `key` is a line outside [first, stop)."""
    at = places.get(key, ())
    return bool(at) and (at[0] < first or at[-1] >= stop)


def _entry(lines: Lines, line: int, stop: int = 0) -> Entry:
    stop = stop or line + 1
    text = " ".join(lines.text[line:stop])
    short = without_page(text)
    return Entry(line, stop, short, fold(short), any(map(str.isdigit, text[len(short) :])))


def _paged(line: str) -> bool:
    return any(map(str.isdigit, line[len(without_page(line)) :]))


def _entry_stop(lines: Lines, line: int) -> int:
    """Where the entry at `line` ends: a block whose last line alone has a page number is one entry."""
    first, stop = lines.blocks[lines.block[line]]
    if line == first and lines.wrapped and stop - first > 1:
        paged = [_paged(lines.text[n]) for n in range(first, min(stop, first + 40))]
        if sum(paged) == 1 and paged[-1]:
            return stop
    return line + 1


# Tables with a heading --------------------------------------------------------------------------------


def _named(
    lines: Lines, found: Sequence[Opener], places: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, list[Entry]]]:
    last = reached = tries = 0
    for opener in found:
        if opener.first < last or not CONTENTS.fullmatch(opener.text):
            continue
        tries = tries + 1 if opener.first < reached else 1
        if tries > MOST_TRIES:
            continue
        entries = list(_entries(lines, opener.stop))
        reached = max(reached, entries[-1].stop if entries else 0)
        entries = _cut(entries, places)
        if len(entries) < FEWEST:
            continue
        stop = entries[-1].stop
        again = sum(
            any(_again(places, key, opener.first, stop) for key in (e.key, *_title_keys(e))) for e in entries
        )
        paged = sum(e.paged for e in entries)
        share = max(again, paged) / len(entries)
        if share >= (MATCHING if not VAGUE_CONTENTS.fullmatch(opener.text) else 2 * MATCHING):
            yield opener.first, entries
            last = stop


def _title_keys(entry: Entry) -> Iterator[str]:
    """The key of an entry's title, if it has a number and a title."""
    number = numbering(entry.text)
    title = fold(number.title) if number else ""
    if len(title) > 3:
        yield title


def _entries(lines: Lines, start: int) -> Iterator[Entry]:
    """The lines of a table that begins at `start`, up to prose or to where its beginning comes again."""
    opening: list[str] = []
    seen = 0
    at = lines.next_text(start)
    gap = 0
    while at < len(lines):
        block_first, block_stop = lines.blocks[lines.block[at]]
        if at == block_first and _is_prose(lines, block_first, block_stop):
            return
        if len(lines.text[at]) > LONGEST_ENTRY:
            return
        entry = _entry(lines, at, _entry_stop(lines, at))
        if entry.key in opening and (gap or not lines.wrapped) and _begins_body(lines, entry, opening):
            return
        if seen < FEWEST and entry.key:
            seen += 1
            opening += [entry.key, *_title_keys(entry)]
        yield entry
        at = lines.next_text(entry.stop)
        gap = at - entry.stop


def _begins_body(lines: Lines, entry: Entry, opening: Sequence[str]) -> bool:
    """Whether a key of the table's first entries, come again, is the body's first heading.

    A bare number ("CHAPTER I") that is not the very first entry may be that of a second part.
    """
    if entry.paged or _entry(lines, min(lines.next_text(entry.stop), len(lines) - 1)).paged:
        return False
    if entry.key == opening[0]:
        return True
    number = numbering(entry.text)
    return number is None or bool(number.title)


def _is_prose(lines: Lines, first: int, stop: int) -> bool:
    text = lines.text
    if not lines.wrapped:
        return len(text[first]) > LONGEST_ENTRY
    if stop - first < 3 or sum(len(t) for t in text[first:stop]) < 3 * lines.width:
        return False
    if any(_paged(lines.text[n]) for n in range(first, stop)):
        return False
    full = sum(len(text[n]) > 0.8 * lines.width for n in range(first, stop - 1))
    return full >= 0.7 * (stop - first - 1) and text[stop - 1].rstrip("_\"”'’)")[-1:] in ".!?;:—-"


def _cut(entries: list[Entry], places: Mapping[str, Sequence[int]]) -> list[Entry]:
    """`entries` without what follows a gap wider than those between them: half-titles, epigraphs."""
    if len(entries) < FEWEST:
        return entries
    gaps = [b.line - a.stop for a, b in pairwise(entries)]
    usual = sorted(gaps)[len(gaps) * 3 // 4]
    first, stop = entries[0].line, entries[-1].stop
    known = [
        e.paged or any(_again(places, k, first, stop) for k in (e.key, *_title_keys(e))) for e in entries
    ]
    before = list(accumulate(known, initial=0))
    for at, gap in enumerate(gaps):
        if (
            at + 1 >= FEWEST
            and gap > max(usual, 1) + 1
            and not entries[at + 1].paged
            and not _more(entries, at + 1, before)
        ):
            return entries[: at + 1]
    return entries


def _more(entries: Sequence[Entry], at: int, before: Sequence[int]) -> bool:
    """Whether pages or many lines follow after the gap: then the table goes on.

    `before` says of how many entries up to each the text knows a heading (or the table a page): lines
    that come again less than half as often as those before the gap are a dedication or a poem.
    """
    if any(e.paged for e in entries[at : at + 4]):
        return True
    rest = len(entries) - at
    return rest > at and (before[-1] - before[at]) * at >= 0.5 * before[at] * rest


# Tables without a heading -----------------------------------------------------------------------------


def _unnamed(lines: Lines, places: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, list[Entry]]]:
    run: list[Entry] = []
    limit = int(len(lines) * FRONT) + 40
    for at in range(min(limit, len(lines))):
        text = lines.text[at]
        if not text or len(text) > LONGEST_ENTRY or (lines.wrapped and _fills_line(lines, text)):
            continue
        entry = _entry(lines, at)
        if len(entry.key) > 1 and _far_again(places.get(entry.key, ()), at):
            if run and at - run[-1].line > FARTHEST:
                if _is_table(run, places):
                    yield run[0].line, run
                run = []
            if run and any(e.key == entry.key for e in run[:2]) and len(run) >= FEWEST:
                if _is_table(run, places):
                    yield run[0].line, run
                return
            run.append(entry)
    if _is_table(run, places):
        yield run[0].line, run


def _fills_line(lines: Lines, text: str) -> bool:
    """Whether it is as long as a line of prose and ends in no page number."""
    return len(text) > FILLED * lines.width and not text[-1].isdigit()


def _far_again(at: Sequence[int], line: int) -> bool:
    return bool(at) and at[-1] > line + FARTHEST


def _is_table(run: Sequence[Entry], places: Mapping[str, Sequence[int]]) -> bool:
    """Whether the lines of a run come again in order, with text between."""
    if len(run) < FEWEST_UNNAMED:
        return False
    stop = run[-1].line
    later = []
    for entry in run:
        at = places[entry.key]
        n = bisect_left(at, stop + 1)
        if n < len(at):
            later.append(at[n])
    rising = sum(a < b for a, b in pairwise(later))
    spread = (max(later) - min(later)) if later else 0
    return (
        len(later) >= 0.7 * len(run)
        and rising >= 0.6 * (len(later) - 1)
        and spread > 4 * (stop - run[0].line + 1)
    )


def _keys(entries: Sequence[Entry]) -> Iterator[str]:
    """What headings may be called by these entries: lines, titles without numbers, two lines as one.

    What follows a number alone is its title: it names a heading only together with it.
    """
    after_bare = False
    entries = [e for e in entries if e.key not in COLUMN_HEADS]
    for entry, following in zip(entries, [*entries[1:], None], strict=True):
        number = numbering(entry.text)
        titles = list(_title_keys(entry))
        if (len(entry.key) > 1 or entry.key.isalpha()) and not (after_bare and number is None):
            yield entry.key
        yield from titles
        if following and following.line - entry.stop < FARTHEST:
            yield from (f"{key} {following.key}" for key in (entry.key, *titles))
        after_bare = number is not None and not number.title


def _bare(entries: Sequence[Entry]) -> Iterator[str]:
    """The keys of numbers alone whose headings have no title: another number follows."""
    numbers = [numbering(e.text) for e in entries]
    for entry, number, following in zip(entries, numbers, [*numbers[1:], None], strict=True):
        if number is not None and not number.title and following is not None:
            yield entry.key


# Depth ------------------------------------------------------------------------------------------------


def _depths(lines: Lines, entries: Sequence[Entry]) -> dict[str, int]:
    """How deep entries lie: by their decimal numbers, else by their indents; empty if all lie alike."""
    numbers = [numbering(e.text) for e in entries]
    if sum(n is not None and len(n.parts) > 1 for n in numbers) >= FEWEST:
        depth = [
            len(n.parts) or 1 if n else 1 + len(lettered(e.text))
            for n, e in zip(numbers, entries, strict=True)
        ]
    else:
        depth = _by_indent(lines, entries, numbers)
    if len(set(depth)) < 2:
        return {}
    out: dict[str, int] = {}
    for entry, deep in zip(entries, depth, strict=True):
        for key in (entry.key, *_title_keys(entry)):
            out.setdefault(key, deep)
    return out


def _by_indent(lines: Lines, entries: Sequence[Entry], numbers: Sequence[Numbering | None]) -> list[int]:
    indents = [lines.indent[e.line] for e in entries]
    least: dict[str, int] = {}  # numerals are often set flush right: a scheme has one indent, its least
    for number, indent in zip(numbers, indents, strict=True):
        if number:
            least[number.scheme] = min(indent, least.get(number.scheme, indent))
    own = [least[n.scheme] if n else i for n, i in zip(numbers, indents, strict=True)]
    paged = any(e.paged for e in entries)
    columns: list[int] = []
    for indent in sorted({i for i, e in zip(own, entries, strict=True) if e.paged or not paged}):
        if not columns or indent - columns[-1] > 1:
            columns.append(indent)
    return [min(DEEPEST, max(1, bisect_right(columns, indent))) for indent in own]
