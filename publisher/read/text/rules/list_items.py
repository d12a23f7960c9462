"""Lists: items with a bullet, a number or a letter, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from publisher.read.text.claims import Claim, Evidence, IsList
from publisher.read.text.lines import Lines
from publisher.read.text.wrapping import wrapped_blocks

NAME = "list-items"

BULLET = re.compile(r"(?P<mark>[-*•▪‣◦●·+o])\s+(?=[^\W_]|[\"“‘'«(\[_`$])")
NUMBER = re.compile(r"(?P<open>\(?)(?P<number>\d{1,3}|[a-z])(?P<close>[.)])\s+(?=\S)")

ASKED = 0.25
"""The share of items that ask or exclaim, from which they are speeches."""


FEWEST = {"bullet": 2, "number": 3}
NEAR = 4
"""Blocks from one numbered paragraph to the next at most."""
LONGEST = 600
"""Characters of an item: what is longer are numbered paragraphs or sections."""
LONGEST_HANGING = 3000
"""The same where the marker hangs out of the text."""
HANGS = 2
"""Columns from a bullet to the text that it hangs out of, at least."""
DIALOGUE = re.compile(r"[?!…][”\"'’»]*$")


MARKED = re.compile(r"[^(\w]|o\s|\(?(?:\d{1,3}|[a-z])[.)]")
"""What lines are looked at closer; most others begin with a word."""
OPENERS = frozenset("-*•▪‣◦●·+(0123456789abcdefghijklmnopqrstuvwxyz")


class Item(NamedTuple):
    """The first line of an item, the characters its marker takes, its kind and its number."""

    line: int
    skip: int
    kind: str
    number: int


def claims(lines: Lines) -> Iterator[Claim]:
    """One claim a list. Bullets and numbers are looked at apart: items of one may hold the other."""
    items = [
        item
        for n, text in enumerate(lines.text)
        if text and text[0] in OPENERS and MARKED.match(text) and (item := _item(lines, n, text))
    ]
    for numbered in (False, True):
        run: list[Item] = []
        for item in items:
            if bool(item.number) is not numbered:
                continue
            if run and not _follows(lines, run, item):
                yield from _claim(lines, run, item)
                run = []
            run.append(item)
        yield from _claim(lines, run, None)


def _item(lines: Lines, at: int, text: str) -> Item | None:
    bullet = BULLET.match(text)
    if bullet and not COLUMNS.search(text):
        return Item(at, bullet.end(), f"bullet {bullet['mark']}", 0)
    number = NUMBER.match(text)
    if number is None or COLUMNS.search(text):
        return None
    sign = number["number"]
    value = int(sign) if sign.isdigit() else ord(sign) - 96
    kind = f"number {number['open']}{'1' if sign.isdigit() else 'a'}{number['close']}"
    opens_block = lines.block[at] != lines.block[at - 1] if at else True
    # In running text a line may begin with "1914. " by chance: then the line before it is full.
    if lines.wrapped and not opens_block and lines.indent[at] == lines.indent[at - 1] and value > 99:
        return None
    return Item(at, number.end(), kind, value)


def _follows(lines: Lines, run: list[Item], item: Item) -> bool:
    """Whether `item` is the next of the list `run`; bullets that are set in further are of it too."""
    last, margin = run[-1], lines.indent[run[0].line]
    if item.number:
        if item.kind != last.kind or item.number != last.number + 1 or lines.indent[item.line] != margin:
            return False
    elif lines.indent[item.line] < margin or (lines.indent[item.line] == margin and item.kind != run[0].kind):
        return False
    blocks = lines.block[item.line] - lines.block[last.line]
    if blocks > 1 or lines.gap_before(item.line) > 2:
        return False
    size = _size(lines, last.line, item.line)
    stop = min(lines.blocks[lines.block[last.line]][1], item.line)
    return size <= LONGEST or (size <= LONGEST_HANGING and not last.number and _hangs(lines, last.line, stop))


def _size(lines: Lines, first: int, stop: int) -> int:
    return sum(len(lines.text[n]) for n in range(first, stop))


def _claim(lines: Lines, run: list[Item], following: Item | None) -> Iterator[Claim]:
    """The claim of `run`, which `following` does not go on with."""
    if not run:
        return
    kind = run[0].kind.split()[0]
    last = lines.block[run[-1].line]
    stop = lines.blocks[last][1] if last in wrapped_blocks(lines) else run[-1].line + 1
    hangs = kind == "bullet" and _hangs(lines, run[-1].line, stop)
    if (len(run) < FEWEST[kind] and not hangs) or _is_dialogue(lines, run):
        return
    if _size(lines, run[-1].line, stop) > (LONGEST_HANGING if hangs else LONGEST):
        return
    if run[0].number and _are_sections(lines, run, following):
        return
    start = run[0].number if kind == "number" else None
    yield Claim(
        rule=NAME,
        first=run[0].line,
        stop=stop,
        says=IsList(items=tuple((item.line, item.skip) for item in run), start=start),
        evidence=(Evidence(f"{len(run)} items marked alike, one after the other", 2.0 + len(run)),),
    )


def _hangs(lines: Lines, first: int, stop: int) -> bool:
    """Whether an item's bullet hangs out of its text: so set it may be long, and alone."""
    least = lines.indent[first] + HANGS
    return stop - first > 1 and all(lines.indent[n] >= least for n in range(first + 1, stop))


def _are_sections(lines: Lines, run: list[Item], following: Item | None) -> bool:
    """Whether they are some of a text's numbered paragraphs: begun before, or gone on with after.

    Lists begin at 1; those in one block may be the rest of one.
    """
    last = run[-1]
    if lines.block[run[0].line] == lines.block[last.line]:
        return False
    goes_on = (
        following is not None
        and following.kind == last.kind
        and following.number == last.number + 1
        and lines.block[following.line] - lines.block[last.line] <= NEAR
    )
    return run[0].number > 1 or goes_on


def _is_dialogue(lines: Lines, run: list[Item]) -> bool:
    """Dashes that open the speeches of a dialogue (French, Spanish, Russian) are no bullets."""
    if run[0].kind not in ("bullet -", "bullet –"):
        return False
    texts = [lines.text[item.line] for item in run]
    asks = sum(bool(DIALOGUE.search(text)) for text in texts)
    return asks > ASKED * len(run) or any(map(SAYS.search, texts))


COLUMNS = re.compile(r"\S {3,}\S")


SAYS = re.compile(
    r",? (?:dit|fit|répondit|demanda|cria|said|asked|replied|cried|sagte|fragte|rief|dijo|preguntó|contestó"
    r"|disse|rispose|chiese|сказал|спросил|ответил)"
)
